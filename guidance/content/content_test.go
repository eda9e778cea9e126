package content

import (
	"fmt"
	"go/format"
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"
)

// Every file of structure and of English is also named in texts.go. UPDATE=1 writes it anew; what names a
// file that has gone has to be taken out by hand, or nothing is built.
func TestTextsNamesEveryFile(t *testing.T) {
	const file = "texts.go"
	source, err := format.Source([]byte(textsOf(slices.DeleteFunc(names(t), isTranslated))))
	if err != nil {
		t.Fatal(err)
	}
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile(file, source, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != string(source) {
		t.Errorf("%s names other files than there are; run UPDATE=1 go test ./guidance/content", file)
	}
}

// isTranslated reports whether a file has words that are not in English.
func isTranslated(name string) bool {
	return strings.Contains(name, "/") && !strings.HasPrefix(name, "en/")
}

func TestTextIsTheFile(t *testing.T) {
	for _, name := range names(t) {
		want, err := Files.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if got, err := Text(name); err != nil || got != string(want) {
			t.Errorf("%s: got %d bytes and error %v, want the %d bytes of the file", name, len(got), err, len(want))
		}
	}
	if _, err := Text("none.json"); err == nil {
		t.Error("there is a text where there is no file")
	}
}

// names are those of all files, in order.
func names(t *testing.T) []string {
	t.Helper()
	var all []string
	for _, pattern := range []string{"*.json", "*/*.json"} {
		found, err := fs.Glob(Files, pattern)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, found...)
	}
	slices.Sort(all)
	return all
}

// textsOf writes the source of texts.go.
func textsOf(names []string) string {
	var embedded, cases strings.Builder
	for _, name := range names {
		variable := variableFor(name)
		fmt.Fprintf(&embedded, "//go:embed %s\n%s string\n", name, variable)
		fmt.Fprintf(&cases, "case %q:\nreturn &%s\n", name, variable)
	}
	return "package content\n\n// A test of this package writes this file.\n\nimport _ \"embed\"\n\nvar (\n" + embedded.String() + ")\n\n" +
		"// text returns a file, or nil where there is none.\n" +
		"func text(file string) *string {\nswitch file {\n" + cases.String() + "}\nreturn nil\n}\n"
}

// variableFor makes a name for a variable of the name of a file.
func variableFor(file string) string {
	var words []string
	for i, word := range strings.FieldsFunc(strings.TrimSuffix(file, ".json"), func(r rune) bool { return r == '-' || r == '/' }) {
		if i > 0 {
			word = strings.ToUpper(word[:1]) + word[1:]
		}
		words = append(words, word)
	}
	return strings.Join(words, "")
}
