package guidance

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"backcare/guidance/content"
	"backcare/guidance/trusted"
)

// shapes are the content files, each with what the loader decodes it into.
func shapes() map[string]any {
	all := map[string]any{
		"questionnaire.json":     new([]itemStructure),
		"triage.json":            new([]ruleStructure),
		"precautions.json":       new([]precautionStructure),
		"plan.json":              new([]planEntry),
		"exercises.json":         new([]Relief),
		"positions.json":         new([]Relief),
		"remedies.json":          new([]Relief),
		"screening.json":         new([]itemStructure),
		"routines.json":          new([]routineStructure),
		"history.json":           new([]historyRule),
		"sleep-habit.json":       new(sleepHabitStructure),
		"figures.json":           new(map[string]json.RawMessage), // its loader, in guidance/figure, reads it strictly
		"notices.json":           new(noticesStructure),
		"topics.json":            new([]topicStructure),
		"contradictions.json":    new([]contradictionStructure),
		"weekplan.json":          new(weekStructure),
		"sources.json":           new([]Source),
		"facts.json":             new([]Fact),
		"reviewed.json":          new(map[string]string),
		"emergency-numbers.json": new(EmergencyNumbers),
		"search.json":            new(searchStructure),
	}
	for _, language := range Languages() {
		for name, shape := range wordShapes() {
			if language == English || isEmbedded(language+"/"+name) { // else the whole file is in English
				all[language+"/"+name] = shape
			}
		}
		if isEmbedded(language + "/phrases.json") {
			all[language+"/phrases.json"] = new(map[string]string)
		}
	}
	return all
}

// wordShapes are the same for the words of one language.
func wordShapes() map[string]any {
	return map[string]any{
		"questionnaire.json":  new(map[string]itemWords),
		"triage.json":         new(map[string]string),
		"precautions.json":    new(map[string]string),
		"plan.json":           new(planWords),
		"exercises.json":      new(map[string]ReliefWords),
		"positions.json":      new(map[string]ReliefWords),
		"remedies.json":       new(map[string]ReliefWords),
		"screening.json":      new(map[string]screeningWords),
		"routines.json":       new(map[string]RoutineWords),
		"history.json":        new(historyWords),
		"sleep-habit.json":    new(screeningWords),
		"notices.json":        new(Notices),
		"topics.json":         new(topicsWords),
		"search.json":         new(searchWords),
		"contradictions.json": new(map[string]contradictionWords),
		"facts.json":          new(map[string]string),
		"weekplan.json":       new(weekWords),
		"figures.json":        new(map[string]string),
		"clinical-terms.json": new(map[string]string),
	}
}

func isEmbedded(file string) bool {
	return slices.Contains(content.Names(), file)
}

// The program decodes content as something trusted, because that is fast, so
// whatever it would pass over in silence has to fail here, by file and line as
// they were written, and what it makes of what it carries has to be what
// encoding/json makes of it.
func TestContentDecodesStrictly(t *testing.T) {
	shapes := shapes()
	for _, file := range contentFiles(t) {
		t.Run(file, func(t *testing.T) {
			into, ok := shapes[file]
			if !ok {
				t.Fatalf("%s: no loader reads this file; add it to shapes in this test, or delete it", file)
			}
			data, err := os.ReadFile(filepath.Join("content", filepath.FromSlash(file)))
			if err != nil {
				t.Fatal(err)
			}
			if err := decodeStrictly(file, data, into); err != nil {
				t.Error(err)
			}
			carried := open(file).text
			got, want := reflect.New(reflect.TypeOf(into).Elem()), reflect.New(reflect.TypeOf(into).Elem())
			if err := json.Unmarshal([]byte(carried), want.Interface()); err != nil {
				t.Fatal(err)
			}
			if err := trusted.Decode(carried, got.Interface()); err != nil || !reflect.DeepEqual(got.Interface(), want.Interface()) {
				t.Errorf("%s: got %+v, %v, want %+v", file, got.Elem(), err, want.Elem())
			}
		})
		delete(shapes, file)
	}
	for file := range shapes {
		t.Errorf("%s: the loader reads this file, but it is not embedded", file)
	}
}

// wordFiles are the content files but for the phrases of the program, which are
// no content: they are formats, help and the like.
func wordFiles(t *testing.T) []string {
	return slices.DeleteFunc(contentFiles(t), func(file string) bool { return strings.HasSuffix(file, "/phrases.json") })
}

func contentFiles(t *testing.T) []string {
	t.Helper()
	files := content.Names()
	if len(files) < 50 {
		t.Fatalf("there are %d files only: %v", len(files), files)
	}
	return files
}

// The strict decoder itself finds each kind of fault and names its place.
func TestStrictDecoding(t *testing.T) {
	tests := []struct{ name, data, want string }{
		{"good", "[{\"id\": \"a\",\n\"cites\": [\"b\"]}]", ""},
		{"unknown field", "[{\"id\": \"a\"},\n{\"idd\": \"b\"}]", `x.json:2: json: unknown field "idd"`},
		{"duplicate key", "[{\"id\": \"a\"},\n{\"id\": \"b\",\n\"id\": \"c\"}]", `x.json:3: [1]: the key "id" stands twice`},
		{"duplicate key inside", "[{\"id\": \"a\", \"when\": [[{\"item\": \"b\",\n\"item\": \"c\"}]]}]", `x.json:2: [0].when[0][0]: the key "item" stands twice`},
		{"trailing data", "[]\n[]", "x.json:2: something stands after the end"},
		{"not JSON", "[\n{]", "x.json:2: "},
		{"wrong type", "[\n{\"id\": 1}]", "x.json:2: "},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := ""
			if err := decodeStrictly("x.json", []byte(test.data), new([]precautionStructure)); err != nil {
				got = err.Error()
			}
			if !strings.HasPrefix(got, test.want) || test.want == "" && got != "" {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

// decodeStrictly decodes the one JSON value of a file, and fails for unknown
// fields, for a key that stands twice in an object and for trailing data.
func decodeStrictly(file string, data []byte, into any) error {
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	if err := d.Decode(into); err != nil {
		return fmt.Errorf("%s:%d: %w", file, lineOf(data, offsetOf(err, data, d)), err)
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return fmt.Errorf("%s:%d: something stands after the end", file, lineOf(data, d.InputOffset()))
	}
	keys := json.NewDecoder(bytes.NewReader(data))
	if path, key, err := duplicate(keys, ""); err != nil {
		return fmt.Errorf("%s: %w", file, err)
	} else if key != "" {
		return fmt.Errorf("%s:%d: %s: the key %q stands twice", file, lineOf(data, keys.InputOffset()), path, key)
	}
	return nil
}

var unknownField = regexp.MustCompile(`unknown field ("[^"]*")`)

// offsetOf returns where in the data an error of the decoder is.
func offsetOf(err error, data []byte, d *json.Decoder) int64 {
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntax):
		return syntax.Offset
	case errors.As(err, &kind):
		return kind.Offset
	}
	if m := unknownField.FindStringSubmatch(err.Error()); m != nil {
		return int64(bytes.Index(data, []byte(m[1]+":")))
	}
	return d.InputOffset()
}

func lineOf(data []byte, offset int64) int {
	return 1 + bytes.Count(data[:min(max(offset, 0), int64(len(data)))], []byte("\n"))
}

// duplicate reads one value and returns the first key that stands twice in
// an object, with the path to that object, or "" where there is none.
func duplicate(d *json.Decoder, path string) (string, string, error) {
	token, err := d.Token()
	if err != nil {
		return "", "", err
	}
	seen := map[string]bool{}
	for n := 0; token == json.Delim('{') || token == json.Delim('['); n++ {
		if !d.More() {
			_, err := d.Token()
			return "", "", err
		}
		inside := path + "[" + strconv.Itoa(n) + "]"
		if token == json.Delim('{') {
			key, err := d.Token()
			if err != nil {
				return "", "", err
			}
			if seen[key.(string)] {
				return path, key.(string), nil
			}
			seen[key.(string)] = true
			inside = strings.TrimPrefix(path+"."+key.(string), ".")
		}
		if where, key, err := duplicate(d, inside); err != nil || key != "" {
			return where, key, err
		}
	}
	return "", "", nil
}
