//go:build unix

package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"math/rand/v2"
	"os/exec"
	"slices"
	"strings"
	"testing"

	"backcare/guidance"
)

// onInput runs the built program on some input, in a home of its own, and
// returns what it says and its exit code.
func onInput(t *testing.T, dir, input string, args ...string) (stdout, stderr string, code int) {
	t.Helper()
	path, err := built()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(path, args...)
	cmd.Dir = dir
	cmd.Env = []string{"LANG=en_GB.UTF-8", "TZ=UTC", "HOME=" + dir, "XDG_DATA_HOME=" + dir + "/data", "XDG_CONFIG_HOME=" + dir + "/config"}
	cmd.Stdin = strings.NewReader(input)
	var out, told bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &told
	_ = cmd.Run() // the exit code says it
	if said := told.String(); strings.Contains(said, "goroutine ") || strings.Contains(said, "panic") {
		t.Errorf("%q on %q: %s", args, input, said)
	}
	return out.String(), told.String(), cmd.ProcessState.ExitCode()
}

// Answers are left out, or made into junk. Each of them is named, and there is
// no result.
func TestAnswersLeftOutOrJunk(t *testing.T) {
	rounds := 40
	if *whole {
		rounds = 400
	}
	random := rand.New(rand.NewPCG(1, 8))
	junk := []any{nil, true, 7, 1.5, "", "maybe", "NO", "no ", "ｎｏｎｅ", []any{}, []any{"none", 1}, []any{[]any{"none"}}, map[string]any{"value": "none"}, strings.Repeat("none", 5000)}
	for range rounds {
		answers := map[string]any{}
		if err := json.Unmarshal([]byte(calm), &answers); err != nil {
			t.Fatal(err)
		}
		items := slices.Sorted(maps.Keys(answers))
		random.Shuffle(len(items), func(i, j int) { items[i], items[j] = items[j], items[i] })
		// Without the place of the pain it is open what else is asked.
		wrong := slices.DeleteFunc(items[:1+random.IntN(4)], func(id string) bool { return id == "area" })
		for _, id := range wrong {
			if random.IntN(3) == 0 {
				delete(answers, id)
			} else {
				answers[id] = junk[random.IntN(len(junk))]
			}
		}
		data, err := json.Marshal(answers)
		if err != nil {
			t.Fatal(err)
		}
		stdout, stderr, code := onInput(t, t.TempDir(), string(data), "check", "--answers", "-", "--json")
		if len(wrong) == 0 {
			continue
		}
		if code != exitUsage || stdout != "" {
			t.Errorf("with %q wrong: got exit code %d and %q, want %d and no result\n%.2000s", wrong, code, stdout, exitUsage, data)
		}
		for _, id := range wrong {
			if !strings.Contains(stderr, id) {
				t.Errorf("with %q wrong: %s is not named in %s", wrong, id, stderr)
			}
		}
	}
	t.Logf("%d files of answers", rounds)
}

// Bytes of answers are changed at random. There is an error, or a result of
// answers that are all known.
func TestBytesOfAnswersChanged(t *testing.T) {
	rounds := 60
	if *whole {
		rounds = 1000
	}
	random := rand.New(rand.NewPCG(2, 8))
	questions := guidance.Open("en").Questionnaire()
	results := 0
	for range rounds {
		data := changedBytes(random, []byte(calm))
		stdout, stderr, code := onInput(t, t.TempDir(), string(data), "check", "--answers", "-", "--json")
		switch {
		case code == exitUsage && stdout == "" && strings.Contains(stderr, "backcare: "):
			continue
		case code != exitDone:
			t.Errorf("on %q: got exit code %d: %s", data, code, stderr)
			continue
		}
		results++
		var result struct{ Disposition string }
		var answers map[string]any
		if err := json.Unmarshal([]byte(stdout), &result); err != nil || result.Disposition == "" {
			t.Errorf("on %q: got %v and %q", data, err, stdout)
		}
		if err := json.Unmarshal(data, &answers); err != nil {
			t.Errorf("on %q: there is a result, but %v", data, err)
		}
		for id, value := range answers {
			item, ok := questions.Item(id)
			options, several := value.([]any)
			if !several {
				options = []any{value}
			}
			for _, option := range options {
				if _, known := item.Option(fmt.Sprint(option)); !ok || !known {
					t.Errorf("on %q: there is a result, but %s is %v", data, id, value)
				}
			}
		}
	}
	t.Logf("%d files of answers, %d with a result", rounds, results)
}

// changedBytes returns a text with some of its bytes changed, left out, put in
// or repeated.
func changedBytes(random *rand.Rand, text []byte) []byte {
	text = bytes.Clone(text)
	for range 1 + random.IntN(4) {
		at := random.IntN(len(text) + 1)
		to := min(len(text), at+random.IntN(20))
		put := []string{"", "\x00", "\xff", "\"", "}", ",", "[", "\\u0000", "\n", " ", "none", "yes", "unsure", "é", string(text[at:to]) + string(text[at:to])}[random.IntN(15)]
		text = slices.Concat(text[:at], []byte(put), text[to:])
	}
	return text
}

// Settings are changed at random, and then a check is gone through to its end.
// It is remembered only where a line says so, and the settings are either
// shown or every wrong line is named.
func TestBytesOfSettingsChanged(t *testing.T) {
	rounds := 20
	if *whole {
		rounds = 300
	}
	random := rand.New(rand.NewPCG(3, 8))
	const lines = "2\n5\n1\n4\n3\n3\n3\n4\n1\n1\n4\n0\n4\n3\n3\n2\n0\n1\n5\n"
	kept := 0
	for n := range rounds {
		text := string(changedBytes(random, []byte("# mine\njournal = yes # for now\n")))
		if n == 0 {
			text = "journal = yes\n"
		}
		dir := t.TempDir()
		home{settingsName: text}.make(t, dir)
		stdout, stderr, code := onInput(t, dir, "", "settings")
		shown := strings.Contains(stdout, "\njournal: ")
		if ok := code == exitDone && shown || code == exitUsage && !shown && strings.Contains(stderr, "line "); !ok {
			t.Errorf("on %q: got exit code %d, %q and %q", text, code, stdout, stderr)
		}
		_, stderr, code = onInput(t, dir, lines, "check", "--plain")
		if code != exitDone || !strings.Contains(stderr, "What would you like to do now?") {
			t.Fatalf("on %q: got exit code %d: %s", text, code, stderr)
		}
		after := homeIn(t, dir)
		diary, there := after[journalName]
		if says := saysYes(text); there != says {
			t.Errorf("on %q: a check is remembered is %v, want %v", text, there, says)
		}
		if there {
			kept++
			if !wholeEntry.MatchString(diary) {
				t.Errorf("on %q: the journal is %q", text, diary)
			}
		}
		if after[settingsName] != text {
			t.Errorf("on %q: the settings are now %q", text, after[settingsName])
		}
	}
	t.Logf("%d files of settings, of which %d say that checks are remembered", rounds, kept)
}

// saysYes reports whether the last line about the journal that can be read says
// yes.
func saysYes(text string) bool {
	yes := false
	for line := range strings.Lines(text) {
		code, _, _ := strings.Cut(line, "#")
		name, value, _ := strings.Cut(code, "=")
		if strings.TrimSpace(name) != "journal" {
			continue
		}
		switch strings.TrimSpace(value) {
		case "yes":
			yes = true
		case "no", "ask":
			yes = false
		}
	}
	return yes
}
