package main

import (
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/spf13/cobra"
)

// aHome is a folder with what the commands need: answers of each urgency, a
// kept check and a journal of three weeks. The environment points to it.
func aHome(t *testing.T) (answers map[string]string) {
	t.Helper()
	home := t.TempDir()
	for name, value := range map[string]string{"HOME": home, "XDG_CONFIG_HOME": filepath.Join(home, "config"), "XDG_DATA_HOME": filepath.Join(home, "data"),
		"LANG": "en_GB.UTF-8", "LC_ALL": "", "LC_MESSAGES": "", "LC_TELEPHONE": "", "LC_ADDRESS": "", "LC_CTYPE": "", "TZ": "UTC", "TERM": "xterm", "NO_COLOR": "", "FORCE_COLOR": "", "ACCESSIBLE": "", "COLUMNS": ""} {
		t.Setenv(name, value)
	}
	before := now
	now = func() time.Time { return time.Date(2026, 11, 20, 21, 30, 0, 0, time.UTC) }
	t.Cleanup(func() { now = before })
	answers = map[string]string{
		"self-care": `{"area":"lower","spread":"no","feel":["firm-contraction"],"em-nerves":"none","em-chest-belly":"none","em-head-accident":"none",
			"severity":"5","duration":"2-6-days","began":"strain","course":"better","pattern":["none"],"eases":"still","urgent-illness":"none","urgent-nerve":"none","age":"18-49","risks":["none"]}`,
		"emergency": `{"area":"lower","spread":"no","feel":["firm-contraction"],"em-nerves":"unsure","saddle-numbness":"yes"}`,
	}
	for urgency, text := range answers {
		answers[urgency] = filepath.Join(home, urgency+".json")
		if err := os.WriteFile(answers[urgency], []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for _, add := range []string{"7 --area lower --at 2026-11-02", "5 --at 2026-11-08", "6 carried my wife's ömlaut café\u0301 日本 shopping --at 2026-11-12", "3 --at 2026-11-19"} {
		if _, err := called(t, append([]string{"journal", "add"}, strings.Fields(add)...)...); err != exitDone {
			t.Fatalf("journal add %s: exit code %d", add, err)
		}
	}
	return answers
}

// called runs the program with nobody to ask, and returns all that it printed.
func called(t *testing.T, args ...string) (printed string, code int) {
	t.Helper()
	out, err := os.Create(filepath.Join(t.TempDir(), "out"))
	if err != nil {
		t.Fatal(err)
	}
	defer out.Close()
	in, err := os.Open(os.DevNull)
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	code = run(args, in, out, out)
	if _, err := out.Seek(0, io.SeekStart); err != nil {
		t.Fatal(err)
	}
	data, err := io.ReadAll(out)
	if err != nil {
		t.Fatal(err)
	}
	return string(data), code
}

// everyPrint are calls of every command that print something to read, without
// those whose result is a document or data. A test sees that none is missing.
func everyPrint(answers map[string]string) [][]string {
	healthy, emergency := answers["self-care"], answers["emergency"]
	calls := [][]string{
		{}, {"--version"},
		{"check", "--answers", healthy}, {"check", "--answers", emergency}, {"check", "--explain", "--answers", healthy}, {"check", "--answers", emergency, "--explain"},
		{"why", "--answers", healthy}, {"why", "--answers", emergency},
		{"plan", "--answers", healthy}, {"plan", "--answers", emergency},
		{"questions"}, {"sources"}, {"sources", "nhs-back-pain"}, {"sources", "fever"}, {"sources", "emergency-numbers"},
		{"learn"}, {"learn", "--list"}, {"learn", "heat-or-ice", "--cites"}, {"learn", "do", "belts", "help"}, {"learn", "can't", "pee"},
		{"stretches", "--list"}, {"stretches", "--list", "--area", "neck"}, {"stretches", "--print", "shoulder-raises", "seated-twist", "log-roll"},
		{"relief", "--list"}, {"relief", "heat", "--print"}, {"relief", "breathing", "--print"}, {"sleep", "--print"},
		{"journal", "show"}, {"journal", "trend"}, {"journal", "add", "4", "better"}, {"journal", "edit", "last", "--pain", "5"}, {"journal", "path"}, {"journal", "erase", "--yes"},
		{"settings"}, {"settings", "country"}, {"settings", "hold", "longer"}, {"settings", "hold", "--default"},
		{"help"}, {"help", "journal", "add"},
		// What is wrong is told, too.
		{"chekc"}, {"stretches", "shoulder-rises"}, {"check", "--anwsers"}, {"settings", "jurnal"}, {"settings", "area", "toe"}, {"journal", "add", "11"}, {"check"},
	}
	for _, c := range allCommands(newRootCommand(&app{})) {
		calls = append(calls, append(strings.Fields(c.CommandPath())[1:], "--help"))
	}
	return calls
}

// notToRead are the commands whose result is a document or data, or a script
// for a shell.
var notToRead = map[string]string{
	"report":         "a sheet of paper, as wide as paper is",
	"journal export": "data",
	"completion":     "a script",
	"manual":         "pages for man(1)",
}

// No command is left out of what is looked at.
func TestEveryCommandIsLookedAt(t *testing.T) {
	seen := map[string]bool{}
	for _, call := range everyPrint(map[string]string{}) {
		if len(call) > 0 && call[len(call)-1] == "--help" {
			continue
		}
		for n := range call {
			seen[strings.Join(call[:n+1], " ")] = true
		}
	}
	var visit func(c *cobra.Command)
	visit = func(c *cobra.Command) {
		path := strings.TrimPrefix(strings.TrimPrefix(c.CommandPath(), "backcare"), " ")
		if path != "" && !seen[path] && notToRead[path] == "" {
			t.Errorf("%s is called by no test of what can be read", path)
		}
		for _, sub := range c.Commands() {
			visit(sub)
		}
	}
	visit(newRootCommand(&app{}))
}
