package trusted

import (
	"encoding/json"
	"fmt"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"
)

// A thing has a field of every type that content has.
type thing struct {
	part
	Text   string              `json:"text"`
	Kind   kind                `json:"kind,omitempty"`
	Level  level               `json:"level"`
	Levels []level             `json:"levels"`
	Texts  []string            `json:"texts"`
	Parts  [][]part            `json:"parts"`
	One    *part               `json:"one"`
	Words  map[string]string   `json:"words"`
	Groups map[kind][]string   `json:"groups"`
	ByName map[string]part     `json:"byname"`
	Raw    json.RawMessage     `json:"raw"`
	Raws   map[string]*rawPart `json:"raws"`
	Number int                 `json:"number"`
	Ratio  float64             `json:"ratio"`
	Yes    bool                `json:"yes"`
	Never  string              `json:"-"`
	hidden string
}

type part struct {
	ID    string   `json:"id"`
	Cites []string `json:"cites"`
}

type rawPart struct{ A, B json.RawMessage }

type kind string

type level int

func (l *level) UnmarshalText(text []byte) error {
	if string(text) != "low" && string(text) != "high" {
		return fmt.Errorf("no such level: %q", text)
	}
	*l = level(len(text))
	return nil
}

var fitting = []string{
	`{}`,
	` { "id" : "a" , "cites" : [ "b" , "c" ] } `,
	`{"text":"a \"quoted\" word, a \\ and a \n","kind":"k","words":{"a\\":"\\\\","é":"\u00e9"}}`,
	`{"level":"high","levels":["low","high"],"texts":[],"parts":[[{"id":"a"},{"cites":["x"]}],[]]}`,
	`{"one":{"id":"a","other":{"deep":[1,[2,"]"],{"a":"}\\"}]}},"groups":{"a":["b"],"c":[]},"byname":{"n":{"id":"i"}}}`,
	`{"raw": {"a" : [1, "\"", true]} ,"raws":{"r":{"A":1.5e3,"B":"x"}}}`,
	`{"number":-12,"ratio":0.25,"yes":true,"never":"n","hidden":"h","Never":"n"}`,
	"{\"text\":\n\t\"a\"\r\n,\"yes\":false}",
	`{"unknown":null,"also":[null,{"a":null}],"text":"it is there"}`,
	`{"texts":["a","b"],"texts":["c"],"words":{"a":"b"},"words":{"c":"d"},"one":{"id":"a"},"one":{"cites":[]},"parts":[[],[]],"parts":[[{}]]}`,
}

// What is decoded is what encoding/json decodes.
func TestDecode(t *testing.T) {
	for _, text := range fitting {
		var want, got thing
		if err := json.Unmarshal([]byte(text), &want); err != nil {
			t.Fatalf("%s: the test is wrong: %v", text, err)
		}
		if err := Decode(text, &got); err != nil {
			t.Errorf("%s: %v", text, err)
		} else if !reflect.DeepEqual(got, want) || got.hidden != "" {
			t.Errorf("%s:\ngot  %+v,\nwant %+v", text, got, want)
		}
	}
}

func TestDecodeRefuses(t *testing.T) {
	for text, want := range map[string]string{
		``:                               "at byte 0: there should be '{'",
		`[]`:                             "at byte 0: there should be '{'",
		`{`:                              "at byte 1: there should be '\"'",
		`{"text"`:                        "at byte 7: there should be ':'",
		`{"text":`:                       "at byte 8: there should be '\"'",
		`{"text":"a`:                     "at byte 9: the text does not end",
		`{"text":"a\"}`:                  "the text does not end",
		`{"text":"a"`:                    "at byte 11: there should be a comma or '}'",
		`{"text":"a",}`:                  "at byte 12: there should be '\"'",
		`{"text":"a"} {}`:                "at byte 13: there should be no more",
		`{"text":1}`:                     "at byte 8: there should be '\"'",
		`{"text":"\x"}`:                  "invalid character",
		`{"text":null}`:                  "there should be '\"'",
		`{"number":"1"}`:                 "invalid syntax",
		`{"number":1.5}`:                 "invalid syntax",
		`{"ratio":x}`:                    "invalid syntax",
		`{"yes":1}`:                      "there should be true or false",
		`{"texts":["a" "b"]}`:            "at byte 14: there should be a comma or ']'",
		`{"texts":["a"}`:                 "there should be a comma or ']'",
		`{"level":"middle"}`:             `no such level: "middle"`,
		`{"unknown":`:                    "there should be a value",
		`{"unknown":[`:                   "there should be a value",
		`{"unknown":"`:                   "the text does not end",
		`{"one":` + `{"x":[{"y":"z"}}`:   "there should be a comma",
		`{"raw":}`:                       "at byte 7: there should be a value",
		`{"raw":,"text":"a"}`:            "at byte 7: there should be a value",
		`{"text":"a","text":"b" "c"}`:    "there should be a comma",
		`{"words":{"a":"b","c"}}`:        "there should be ':'",
		`{"parts":[[{"id":"a","id"]]}`:   "there should be ':'",
		`{"groups":{"a":[["b"]]}}`:       "there should be '\"'",
		`{"raws":{"r":{"A":1,"B":[}`:     "there should be a comma",
		`{"byname":{"n":{"cites":"a"}}}`: "there should be '['",
	} {
		if err := Decode(text, new(thing)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: got %v, want %q", text, err, want)
		}
	}
	if err := Decode(`{"c":1}`, new(struct{ c chan int })); err != nil {
		t.Errorf("a field that is not exported counts: %v", err)
	}
	if err := Decode(`1`, new(any)); err == nil || !strings.Contains(err.Error(), "nothing is decoded into interface") {
		t.Errorf("got %v, want an error about the type", err)
	}
}

func TestParts(t *testing.T) {
	const object = ` {"a": [1, "]"] , "b":{"id":"x", "more":{"c":"}"}},"c" : "\"" } `
	got, err := Members(object)
	if want := []Member{{"a", `[1, "]"]`}, {"b", `{"id":"x", "more":{"c":"}"}}`}, {"c", `"\""`}}; err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("got %q, %v, want %q", got, err, want)
	}
	elements, err := Elements(` [ {"a":1}, "b" ,[2] ] `)
	if want := []string{`{"a":1}`, `"b"`, `[2]`}; err != nil || !reflect.DeepEqual(elements, want) {
		t.Errorf("got %q, %v, want %q", elements, err, want)
	}
	var p part
	if err := DecodeMember(object, "b", &p); err != nil || p.ID != "x" {
		t.Errorf("got %+v, %v, want the member b", p, err)
	}
	for _, name := range []string{"more", "A", ""} {
		if err := DecodeMember(object, name, &p); err == nil || !strings.Contains(err.Error(), "no such member") {
			t.Errorf("%q: got %v, want an error", name, err)
		}
	}
	for _, bad := range []string{``, `{`, `{"a":`, `{"a":1`, `{"a":1}}`, `[1]`} {
		if got, err := Members(bad); err == nil {
			t.Errorf("%s: got %q, want an error", bad, got)
		}
	}
	for _, bad := range []string{``, `[`, `[1`, `[1,`, `[,1]`, `[1]]`, `{}`} {
		if got, err := Elements(bad); err == nil {
			t.Errorf("%s: got %q, want an error", bad, got)
		}
	}
}

// Whatever encoding/json takes without a null is taken, and means the same.
func FuzzDecode(f *testing.F) {
	for _, text := range fitting {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var want, got thing
		err := Decode(text, &got) // it must come back, whatever the text is
		// Names are taken as they are written, and bytes as they are.
		folds := strings.ToLower(text) != text || strings.ContainsAny(text, "ſK") || strings.Contains(text, `\u`)
		if folds || !utf8.ValidString(text) || strings.Contains(text, "null") || json.Unmarshal([]byte(text), &want) != nil {
			return
		}
		if err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("got %+v, %v,\nwant %+v", got, err, want)
		}
	})
}
