package guidance

import (
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// Knowledge stands at the bottom: it imports the standard library and its
// own content, nothing above it, and nothing that reads files, the clock or
// the network.
func TestImportsGoDownOnly(t *testing.T) {
	const module = "backcare"
	impure := []string{"os", "net", "time", "log", "syscall", "io/ioutil", "math/rand", "crypto", "flag", "runtime", "unsafe", "plugin", "testing"}
	allowed := map[string][]string{".": {module + "/guidance/content"}, "figure": {module + "/guidance/content"}, "content": nil}
	for folder, own := range allowed {
		files, err := filepath.Glob(filepath.Join(folder, "*.go"))
		if err != nil || len(files) == 0 {
			t.Fatalf("%s: got %d files, %v", folder, len(files), err)
		}
		for _, file := range files {
			if strings.HasSuffix(file, "_test.go") {
				continue
			}
			for _, path := range importsOf(t, file) {
				first, _, _ := strings.Cut(path, "/")
				switch standard := first != module && !strings.Contains(first, "."); {
				case slices.Contains(own, path):
				case !standard:
					t.Errorf("%s imports %s; it may import the standard library and %q only", file, path, own)
				case folder == "content" && path != "embed":
					t.Errorf("%s imports %s; it may import embed only", file, path)
				case slices.Contains(impure, path) || slices.Contains(impure, first) || path == "math/rand/v2":
					t.Errorf("%s imports %s; guidance is pure: let the caller pass in what it needs", file, path)
				}
			}
		}
	}
}

func importsOf(t *testing.T, file string) []string {
	t.Helper()
	source, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	parsed, err := parser.ParseFile(token.NewFileSet(), file, source, parser.ImportsOnly)
	if err != nil {
		t.Fatal(err)
	}
	var paths []string
	for _, i := range parsed.Imports {
		path, err := strconv.Unquote(i.Path.Value)
		if err != nil {
			t.Fatal(err)
		}
		paths = append(paths, path)
	}
	return paths
}
