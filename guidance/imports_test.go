package guidance

import (
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// Knowledge stands at the bottom: it imports the standard library and its
// own content, nothing above it, and nothing that reads files, the clock or
// the network. Times are data like any other, but nobody asks what time it is.
func TestImportsGoDownOnly(t *testing.T) {
	const module = "backcare"
	impure := []string{"os", "net", "log", "syscall", "io/ioutil", "math/rand", "crypto", "flag", "runtime", "unsafe", "plugin", "testing"}
	unpacking := []string{"embed", "encoding/binary", "io/fs", "math/bits", "path", "slices", "strings"}
	content, message, trusted := module+"/guidance/content", module+"/guidance/message", module+"/guidance/trusted"
	allowed := map[string][]string{".": {content, message, trusted}, "figure": {content, trusted}, "content": nil, "message": nil, "trusted": nil}
	for folder, own := range allowed {
		files, err := filepath.Glob(filepath.Join(folder, "*.go"))
		if err != nil || len(files) == 0 {
			t.Fatalf("%s: got %d files, %v", folder, len(files), err)
		}
		for _, file := range files {
			if strings.HasSuffix(file, "_test.go") {
				continue
			}
			if asked := clockCall(t, file); asked != "" {
				t.Errorf("%s calls %s; guidance is pure: let the caller pass the time in", file, asked)
			}
			for _, path := range importsOf(t, file) {
				first, _, _ := strings.Cut(path, "/")
				switch standard := first != module && !strings.Contains(first, "."); {
				case slices.Contains(own, path):
				case !standard:
					t.Errorf("%s imports %s; it may import the standard library and %q only", file, path, own)
				case folder == "content" && !slices.Contains(unpacking, path):
					t.Errorf("%s imports %s; it hands out the content and does nothing with it", file, path)
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

// clockCall returns the name of something in package time that a file uses and
// that depends on when it is called, or nothing.
func clockCall(t *testing.T, file string) string {
	t.Helper()
	source, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"Now", "Since", "Until", "Sleep", "After", "AfterFunc", "Tick", "NewTimer", "NewTicker", "Local", "LoadLocation"} {
		if regexp.MustCompile(`\btime\.` + name + `\b`).Match(source) {
			return "time." + name
		}
	}
	return ""
}
