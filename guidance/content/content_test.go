package content

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"io"
	"os"
	"path"
	"path/filepath"
	"strings"
	"testing"
)

// What the program carries is what people wrote. UPDATE=1 packs what was
// changed, and removes what has no file any more.
func TestPackedIsTheFiles(t *testing.T) {
	files := written(t)
	if os.Getenv("UPDATE") != "" {
		update(t, files)
		return
	}
	const advice = "run UPDATE=1 go test ./guidance/content"
	for name, want := range files {
		if got, err := Text(name); err != nil {
			t.Errorf("%s is not packed; %s", name, advice)
		} else if got != want {
			t.Errorf("%s was changed since it was packed; %s", name, advice)
		}
	}
	for _, name := range Names() {
		if _, there := files[name]; !there {
			t.Errorf("%s is packed and has no file; %s", name, advice)
		}
	}
}

// written are the files as people wrote them, by name and without white space.
func written(t *testing.T) map[string]string {
	t.Helper()
	files := map[string]string{}
	for _, pattern := range []string{"*.json", "*/*.json"} {
		names, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			var short bytes.Buffer
			if err := json.Compact(&short, data); err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			files[filepath.ToSlash(name)] = short.String()
		}
	}
	return files
}

// update leaves alone what has not changed: another version of Go may pack it
// into other bytes.
func update(t *testing.T, files map[string]string) {
	t.Helper()
	for _, name := range Names() {
		if _, there := files[name]; !there {
			if err := os.Remove(carried(name)); err != nil {
				t.Error(err)
			}
		}
	}
	for name, want := range files {
		if got, err := Text(name); err == nil && got == want {
			continue
		}
		file, data := carried(name), []byte(want)
		if strings.HasSuffix(file, ending) {
			data = pack(t, want, gzip.BestCompression)
		}
		if err := os.MkdirAll(path.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// carried is where the program has a file from.
func carried(name string) string {
	for _, r := range ready {
		if r.name == name {
			return path.Join(folder, name) + readyEnding
		}
	}
	return path.Join(folder, name) + ending
}

func pack(t *testing.T, text string, level int) []byte {
	t.Helper()
	var packed bytes.Buffer
	w, err := gzip.NewWriterLevel(&packed, level)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.WriteString(w, text); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return packed.Bytes()
}
