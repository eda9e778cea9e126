package guidance

import (
	"encoding/json"
	"strings"
	"testing"
)

// Scripts rely on the names, and on the order of urgency.
func TestDispositionNames(t *testing.T) {
	tests := []struct {
		d    Disposition
		name string
	}{
		{SelfCare, "self-care"}, {Clinician, "clinician"}, {Urgent, "urgent"}, {Emergency, "emergency"},
	}
	for i, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if int(test.d) != i {
				t.Errorf("got %d, want %d: a more urgent one must be higher", int(test.d), i)
			}
			if got := test.d.String(); got != test.name {
				t.Errorf("got %q, want %q", got, test.name)
			}
			data, err := json.Marshal(map[string]Disposition{"disposition": test.d})
			if want := `{"disposition":"` + test.name + `"}`; err != nil || string(data) != want {
				t.Errorf("got %s, %v; want %s", data, err, want)
			}
			var back map[string]Disposition
			if err := json.Unmarshal(data, &back); err != nil || back["disposition"] != test.d {
				t.Errorf("got %v, %v back; want %v", back, err, test.d)
			}
		})
	}
}

func TestDispositionOutOfRange(t *testing.T) {
	for _, d := range []Disposition{-1, Emergency + 1, 99} {
		if _, err := json.Marshal(d); err == nil || !strings.Contains(err.Error(), "no such disposition") {
			t.Errorf("%d: got error %v, want that there is no such disposition", int(d), err)
		}
		if got := d.String(); !strings.HasPrefix(got, "Disposition(") {
			t.Errorf("%d: got %q, want the number in it", int(d), got)
		}
	}
	for _, name := range []string{"", "Urgent", "selfcare", "self-care ", "4"} {
		d := Clinician
		if err := d.UnmarshalText([]byte(name)); err == nil {
			t.Errorf("%q: got %v, want an error", name, d)
		}
		if d != Clinician {
			t.Errorf("%q: got %v after an error, want it unchanged", name, d)
		}
	}
	var d Disposition
	for _, data := range []string{"3", "null x", "[]", "true"} {
		if err := json.Unmarshal([]byte(data), &d); err == nil {
			t.Errorf("%s: got %v, want an error", data, d)
		}
	}
}
