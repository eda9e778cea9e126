package content

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"io"
	"os"
	"path"
	"path/filepath"
	"slices"
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

// awaited are the files that are packed without being made smaller: a person waits
// for them, and they would cost a tenth of the first question to unpack.
var awaited = []string{"notices.json", "en/notices.json", "questionnaire.json", "en/questionnaire.json"}

// update leaves alone what has not changed: another version of Go may pack it
// into other bytes.
func update(t *testing.T, files map[string]string) {
	t.Helper()
	for _, name := range Names() {
		if _, there := files[name]; !there {
			if err := os.Remove(path.Join(folder, name) + ending); err != nil {
				t.Error(err)
			}
		}
	}
	for name, want := range files {
		if got, err := Text(name); err == nil && got == want {
			continue
		}
		file := path.Join(folder, name) + ending
		if err := os.MkdirAll(path.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		level := gzip.BestCompression
		if slices.Contains(awaited, name) {
			level = gzip.NoCompression
		}
		if err := os.WriteFile(file, pack(t, want, level), 0o644); err != nil {
			t.Fatal(err)
		}
	}
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
