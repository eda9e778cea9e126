package guidance

import (
	"bytes"
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// sayers are the functions that put a phrase into a language, with the
// arguments that are phrases. Whatever is said goes through one of them.
var sayers = map[string][]int{
	"Say": {0}, "Sayf": {0}, "say": {0}, "sayf": {0},
	"message.Errorf": {0}, "message.New": {0}, "message.Textf": {0}, "message.Phrase": {0},
	"usagef": {0, 1}, "usageWith": {1}, "converse": {0}, "mayRemember": {0}, "sayError": {0},
	"problem": {0}, "strange": {0}, "stop": {0}, "trouble": {0}, "minutesWords": {1}, "secondsWords": {1},
}

// worded are ids that are also words for a person, and the forms of days.
var worded = []string{"dispositionNames", "DateForm", "DayForm", "WeekdayForm", "WeekdayDateForm", "ShortWeekdayForm", "ShortDayForm"}

// silent are the folders that say nothing to a person.
var silent = []string{"bench", "trusted", "content", "testdata", "ptytest", "scripted", "figure"}

// Each translation has every phrase that the program says, and no other one,
// and in each the same arguments and the same numbers. A new phrase is added to
// every catalogue, without a translation yet, by
//
//	UPDATE=1 go test ./guidance -run EveryPhrase
func TestTranslationsHaveEveryPhrase(t *testing.T) {
	said := phrasesOf(t, "..")
	if len(said) < 500 {
		t.Fatalf("found %d phrases only; is the program elsewhere?", len(said))
	}
	for _, language := range Languages() {
		if language != English {
			checkCatalogue(t, language+"/phrases.json", said)
		}
	}
}

func checkCatalogue(t *testing.T, file string, said map[string]string) {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("content", file))
	translated := map[string]string{}
	if err == nil {
		err = decodeStrictly(file, text, &translated)
	}
	if os.Getenv("UPDATE") != "" {
		all := map[string]string{}
		for phrase := range said {
			all[phrase] = translated[phrase]
		}
		translated, err = all, os.WriteFile(filepath.Join("content", file), indented(t, all), 0o644)
	}
	if err != nil {
		t.Error(err)
	}
	for _, phrase := range slices.Sorted(maps.Keys(said)) {
		own := translated[phrase]
		switch {
		case own == "":
			t.Errorf("%s: %q is missing (%s)", file, phrase, said[phrase])
		case !maps.Equal(argumentsOf(own), argumentsOf(phrase)):
			t.Errorf("%s: %q takes other arguments than %q", file, own, phrase)
		case !slices.Equal(numbersOf(withoutVerbs(own)), numbersOf(withoutVerbs(phrase))):
			t.Errorf("%s: %q has other numbers than %q", file, own, phrase)
		}
	}
	for phrase := range translated {
		if said[phrase] == "" {
			t.Errorf("%s: nobody says %q", file, phrase)
		}
	}
}

var verb = regexp.MustCompile(`%([-+# 0]*)(?:\[(\d+)\])?(\d*)(?:\.(\d+))?([a-zA-Z%])`)

// argumentsOf returns the verb for each argument of a format, by its number.
func argumentsOf(format string) map[int]string {
	arguments := map[int]string{}
	next := 1
	for _, m := range verb.FindAllStringSubmatch(format, -1) {
		if m[5] == "%" {
			continue
		}
		if n, err := strconv.Atoi(m[2]); err == nil {
			next = n
		}
		arguments[next] = m[1] + m[3] + m[4] + m[5]
		next++
	}
	return arguments
}

func withoutVerbs(format string) string { return verb.ReplaceAllString(format, "") }

var digits = regexp.MustCompile(`\d+`)

// numbersOf returns the numbers in a text, sorted.
func numbersOf(text string) []string {
	numbers := digits.FindAllString(text, -1)
	slices.Sort(numbers)
	return numbers
}

func TestArgumentsOf(t *testing.T) {
	same := []string{"%s of %d", "de %[2]d, %[1]s"}
	if a, b := argumentsOf(same[0]), argumentsOf(same[1]); !maps.Equal(a, b) {
		t.Errorf("%q takes %v, %q takes %v", same[0], a, same[1], b)
	}
	for _, other := range []string{"%s of %s", "%s of", "%d of %s", "%s of %d, %d"} {
		if maps.Equal(argumentsOf(same[0]), argumentsOf(other)) {
			t.Errorf("%q takes the same as %q", other, same[0])
		}
	}
}

// phrasesOf returns every phrase below a folder of Go files, with the files
// that say it.
func phrasesOf(t *testing.T, root string) map[string]string {
	t.Helper()
	said := map[string]string{}
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil || !d.IsDir():
			return err
		case slices.Contains(silent, d.Name()), strings.HasPrefix(d.Name(), ".") && path != root:
			return filepath.SkipDir
		}
		newFolder(t, root, path, said).phrases()
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return said
}

// A folder is the Go files of one package.
type folder struct {
	files     map[string]*ast.File
	constants map[string]string
	said      map[string]string
}

func newFolder(t *testing.T, root, path string, said map[string]string) *folder {
	t.Helper()
	f := &folder{files: map[string]*ast.File{}, constants: map[string]string{}, said: said}
	sources, err := filepath.Glob(filepath.Join(path, "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	for _, source := range sources {
		if strings.HasSuffix(source, "_test.go") {
			continue
		}
		parsed, err := parser.ParseFile(token.NewFileSet(), source, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		name, err := filepath.Rel(root, source)
		if err != nil {
			t.Fatal(err)
		}
		f.files[filepath.ToSlash(name)] = parsed
		f.know(parsed)
	}
	return f
}

// know remembers the constants of a file.
func (f *folder) know(file *ast.File) {
	ast.Inspect(file, func(n ast.Node) bool {
		if spec, ok := n.(*ast.ValueSpec); ok {
			for i, name := range spec.Names {
				if i < len(spec.Values) {
					if text, ok := f.text(spec.Values[i]); ok {
						f.constants[name.Name] = text
					}
				}
			}
		}
		return true
	})
}

// text returns the value of an expression that is a constant text.
func (f *folder) text(e ast.Expr) (string, bool) {
	switch e := e.(type) {
	case *ast.BasicLit:
		text, err := strconv.Unquote(e.Value)
		return text, err == nil && e.Kind == token.STRING
	case *ast.Ident:
		text, ok := f.constants[e.Name]
		return text, ok
	case *ast.ParenExpr:
		return f.text(e.X)
	case *ast.BinaryExpr:
		left, ok := f.text(e.X)
		right, also := f.text(e.Y)
		return left + right, ok && also
	}
	return "", false
}

// phrases finds what the files say.
func (f *folder) phrases() {
	for name, file := range f.files {
		told := strings.HasSuffix(name, "phrases.go")
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.ValueSpec:
				for i, ident := range n.Names {
					if (strings.HasPrefix(ident.Name, "phrase") || called(n.Type) == "message.Phrase") && i < len(n.Values) {
						f.say(name, n.Values[i])
					}
					if slices.Contains(worded, ident.Name) {
						f.say(name, n.Values[i])
						if table, ok := n.Values[i].(*ast.CompositeLit); ok {
							f.table(name, table)
						}
					}
				}
			case *ast.CompositeLit:
				if called(n.Type) == "cobra.Command" {
					f.command(name, n)
				} else if told {
					f.table(name, n)
				}
			case *ast.CallExpr:
				f.call(name, n)
			}
			return true
		})
	}
}

// call takes the phrases among the arguments of a call.
func (f *folder) call(name string, c *ast.CallExpr) {
	function := called(c.Fun)
	arguments, ok := sayers[function]
	if _, method, found := strings.Cut(function, "."); !ok && found {
		arguments = sayers[method]
	}
	for _, i := range arguments {
		if i < len(c.Args) {
			f.say(name, c.Args[i])
		}
	}
	_, method, _ := strings.Cut(function, ".")
	if (strings.HasSuffix(method, "Var") || strings.HasSuffix(method, "VarP")) && len(c.Args) > 2 {
		f.say(name, c.Args[len(c.Args)-1]) // what a flag is for
	}
}

// command takes what a command says about itself.
func (f *folder) command(name string, c *ast.CompositeLit) {
	for _, e := range c.Elts {
		field, ok := e.(*ast.KeyValueExpr)
		if !ok {
			continue
		}
		switch called(field.Key) {
		case "Short", "Long", "Example":
			f.say(name, field.Value)
		case "Use":
			if text, ok := f.text(field.Value); ok {
				_, arguments, _ := strings.Cut(text, " ")
				f.add(name, arguments)
			}
		}
	}
}

// table takes the texts of a table of phrases, without its keys.
func (f *folder) table(name string, c *ast.CompositeLit) {
	for _, e := range c.Elts {
		if field, ok := e.(*ast.KeyValueExpr); ok {
			e = field.Value
		}
		f.say(name, e)
	}
}

func (f *folder) say(name string, e ast.Expr) {
	if text, ok := f.text(e); ok {
		f.add(name, text)
	}
}

var letter = regexp.MustCompile(`\pL`)

// add adds a phrase, unless there is nothing in it to translate.
func (f *folder) add(name, phrase string) {
	switch where := f.said[phrase]; {
	case !letter.MatchString(withoutVerbs(phrase)):
	case where == "":
		f.said[phrase] = name
	case !slices.Contains(strings.Split(where, ", "), name):
		names := append(strings.Split(where, ", "), name)
		slices.Sort(names)
		f.said[phrase] = strings.Join(names, ", ")
	}
}

// called returns the name of a function, a type or a field, with the package
// or the variable in front of it.
func called(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.Ident:
		return e.Name
	case *ast.SelectorExpr:
		if x, ok := e.X.(*ast.Ident); ok {
			return x.Name + "." + e.Sel.Name
		}
		return "." + e.Sel.Name
	}
	return ""
}

func indented(t *testing.T, v any) []byte {
	t.Helper()
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	if err := e.Encode(v); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
