package main

import (
	"fmt"
	"html"
	"math/rand/v2"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"backcare/guidance"
	"backcare/guidance/content"
	"backcare/guidance/foreign"
	"backcare/wizard/settings"
)

// Whatever a person sees is in their language: run in one without a letter of
// English, no command shows an English word, but for names, ids and addresses.
func TestNothingIsForgottenInEnglish(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("XDG_DATA_HOME", filepath.Join(dir, "data"))
	t.Setenv("XDG_CONFIG_HOME", filepath.Join(dir, "config"))
	t.Setenv("LC_ALL", "C.UTF-8")                                                    // pictures in ASCII are letters
	for _, name := range []string{"NO_COLOR", "FORCE_COLOR", "ACCESSIBLE", "TERM"} { // which settings name
		t.Setenv(name, "")
	}
	for name, answers := range map[string]string{
		"well":      wellAnswers,
		"emergency": `{"area":"lower","spread":"no","feel":["firm-contraction"],"em-nerves":"unsure","saddle-numbness":"yes"}`,
		"wrong":     `{"area":"lowr","feel":"x","foo":1,"severity":["1","2"],"spread":{"a":1}`,
		"first":     `{"em-nerves": "none", "area": "nek"} {}`,
	} {
		if err := os.WriteFile(filepath.Join(dir, name+".json"), []byte(answers), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	s := &forgetful{t: t, dir: dir, library: foreign.Library("es")}
	s.learnNames()
	for _, c := range allCommands(newRootCommand(&app{})) {
		s.run("", append(strings.Fields(c.CommandPath())[1:], "--help")...)
	}
	for _, line := range strings.Split(strings.TrimSpace(forgottenCalls), "\n") {
		s.run("", strings.Fields(strings.ReplaceAll(line, "DIR", dir))...)
	}
	for seed := range uint64(150) {
		for _, command := range []string{"", "check", "stretches", "relief", "sleep", "learn"} {
			s.run(typedAtRandom(seed), append(strings.Fields(command), "--plain")...)
		}
	}
}

// wellAnswers are those of an ordinary spasm.
const wellAnswers = `{"area":"lower","spread":"no","feel":["firm-contraction"],"em-nerves":"none","em-chest-belly":"none","em-head-accident":"none",
"severity":"5","duration":"2-6-days","began":"strain","course":"better","pattern":["none"],"eases":"still","urgent-illness":"none","urgent-nerve":"none",
"age":"18-49","risks":["none"]}`

// forgottenCalls are calls that show or refuse something.
const forgottenCalls = `
--lang yy
--nothing
-q
chek
heat
check --answers DIR/well.json
check --answers DIR/well.json --explain
check --answers DIR/emergency.json --explain
check --answers DIR/wrong.json
check --answers DIR/first.json
check --answers DIR/nothing.json
check --answers DIR/well.json --save DIR/kept.json
check --answers DIR/well.json --save DIR/kept.json
check --answers DIR/well.json --save DIR/none/kept.json
check --answers DIR
check --journal
check more
why --answers DIR/well.json
why --answers DIR/emergency.json
why DIR/kept.json
why DIR/well.json
why
report DIR/kept.json
report DIR/kept.json --for clinician
report DIR/kept.json --for nobody
report DIR/kept.json --format pdf
report --answers DIR/emergency.json
report --answers DIR/emergency.json --for clinician
report DIR/kept.json -o DIR/sheet.html
report DIR/kept.json -o DIR/sheet.html
report DIR/kept.json -o DIR
report DIR/kept.json --format markdown
report DIR/kept.json --subject Me
plan DIR/kept.json
plan DIR/kept.json --days 99 --walk 99 --from x --json --ics
plan DIR/kept.json --ics --details
plan --answers DIR/emergency.json
plan DIR/kept.json --days x
stretches --list
stretches --list --area neck
stretches --list --area nek
stretches --print --plain
stretches shoulder-raises --print
stretches shoulder-raise seated-twists
stretches heat
relief --list
relief --print --plain
relief hea
relief heat ice
sleep --print --plain
sleep x
learn --list
learn heat-or-ice
learn belts --cites
learn xyzzyx
sources
sources A19
sources fever
sources feve
questions
questions --format xml
journal
journal add
journal add 11
journal add -3
journal add 7
journal add 7 --area nek
journal add 7 --area lower --at 2026-11-02
journal add 4 --area lower --at 2026-11-16
journal add 3 --area lower --at yesterday
journal add 3 --area lower --at 2100-01-01
journal add 3 --area lower --at never
journal
journal show --area neck
journal show --last -1
journal trend
journal trend --days -1
journal trend --plain
journal edit
journal edit nobody --pain 3
journal edit last
journal edit last --pain 2
journal edit last --retract
journal export --format xml
journal export -o DIR/journal.csv
journal erase
journal erase --yes
journal erase --yes
settings
settings journal
settings journal maybe
settings jornal no
settings hold
settings hold longer
settings hold --default
settings country XX
settings country MX
settings area neck
settings a b c
manual
manual DIR
settings journal no
why
completion
completion tcsh
help check
__complete check --
__complete report --format ""
__complete journal add --at ""
`

// A forgetful runs the program in the language of no letter of English.
type forgetful struct {
	t       *testing.T
	dir     string
	library *guidance.Library
	known   map[string]bool
	// titles are texts of other people, which stay as they are.
	titles []string
}

// learnNames remembers what is no English: ids, commands, flags, and the works
// of others.
func (s *forgetful) learnNames() {
	s.known = map[string]bool{}
	for _, name := range strings.Fields(`backcare json JSON csv CSV ics html markdown text fhir FHIR UTF https http QuestionnaireResponse Bundle XDG_DATA_HOME
		bash zsh fish powershell macOS Linux Windows data config journal jsonl ask sheet paragraph today yesterday
		Me me yy tcsh pdf xml nobody never Completion ended with directive ShellCompDirectiveNoFileComp ShellCompDirectiveKeepOrder`) {
		s.known[name] = true
	}
	id := regexp.MustCompile(`"([A-Za-z0-9][A-Za-z0-9-]*)"`)
	for _, file := range content.Names() {
		if path.Dir(file) != "." {
			continue // they are words
		}
		text, err := content.Text(file)
		if err != nil {
			s.t.Fatal(err)
		}
		for _, m := range id.FindAllStringSubmatch(text, -1) {
			s.known[m[1]] = true
		}
	}
	for _, name := range settings.Names() {
		s.known[name] = true
		for _, value := range settings.Values(s.library, name) {
			s.known[value] = true
		}
	}
	for _, c := range allCommands(newRootCommand(&app{})) {
		s.known[c.Name()] = true
		s.learnFlags(c)
	}
	for _, source := range s.library.Sources() {
		s.titles = append(s.titles, source.Title, source.Publisher, source.Address)
	}
	slices.SortFunc(s.titles, func(a, b string) int { return len(b) - len(a) }) // some are parts of others
}

func (s *forgetful) learnFlags(c *cobra.Command) {
	c.LocalFlags().VisitAll(func(f *pflag.Flag) { s.known[f.Name] = true })
	s.known["help"] = true
}

var (
	paths  = regexp.MustCompile(`/[^\s,]*/[^\s,]*`)
	markup = regexp.MustCompile(`(?s)<style>.*?</style>|<[^>]*>`)
	calls  = regexp.MustCompile(`'backcare[^']*'|"[^"\s]*"|\bbackcare( [a-z-]+)+`)
)

// run runs a command, and names what it said in English.
func (s *forgetful) run(typed string, args ...string) {
	s.t.Helper()
	in, out := s.file(typed), s.file("")
	defer in.Close()
	defer out.Close()
	runIn(s.library, settings.File{}, args, in, out, out)
	said, err := os.ReadFile(out.Name())
	if err != nil {
		s.t.Fatal(err)
	}
	text := string(said)
	if sheet, err := os.ReadFile(filepath.Join(s.dir, "sheet.html")); err == nil && slices.Contains(args, "report") {
		text += markup.ReplaceAllString(string(sheet), " ")
	}
	if slices.Contains(args, "--ics") {
		text = eventTexts(text)
	}
	text = strings.Join(strings.Fields(html.UnescapeString(paths.ReplaceAllString(text, ""))), " ")
	for _, title := range s.titles {
		if title != "" {
			text = strings.ReplaceAll(text, title, "")
		}
	}
	text = calls.ReplaceAllString(text, "")
	if words := foreign.Forgotten(text, s.isName); len(words) > 0 {
		s.t.Errorf("backcare %s (%q) says in English: %q", strings.Join(args, " "), typed, words)
	}
}

// eventTexts are the values of a calendar that a person reads.
func eventTexts(calendar string) string {
	var texts []string
	for _, line := range strings.Split(strings.ReplaceAll(calendar, "\r\n ", ""), "\n") {
		name, value, _ := strings.Cut(line, ":")
		if name == "SUMMARY" || name == "DESCRIPTION" || strings.HasPrefix(name, "backcare") {
			texts = append(texts, strings.ReplaceAll(value, `\n`, "\n"))
		}
	}
	return strings.Join(texts, "\n")
}

// isName reports whether a word is no English: a name that is known, an id of
// the journal, or a number with its unit.
func (s *forgetful) isName(word string) bool {
	return s.known[word] || guidance.Speaks(word) || entryID.MatchString(word) || numbered.MatchString(word)
}

var (
	entryID  = regexp.MustCompile(`^01[0-9A-HJKMNP-TV-Z]{5,24}$`)
	numbered = regexp.MustCompile(`^([a-z]+-)?[0-9-]+$`)
)

func (s *forgetful) file(text string) *os.File {
	s.t.Helper()
	f, err := os.CreateTemp(s.dir, "stream-*")
	if err == nil {
		_, err = f.WriteString(text)
	}
	if err == nil {
		_, err = f.Seek(0, 0)
	}
	if err != nil {
		s.t.Fatal(err)
	}
	return f
}

// typedAtRandom is what somebody types who means to get far.
func typedAtRandom(seed uint64) string {
	r := rand.New(rand.NewPCG(seed, seed))
	var lines strings.Builder
	for range 80 {
		switch n := r.IntN(20); {
		case n == 0:
			lines.WriteString("?\n")
		case n < 10:
			fmt.Fprintln(&lines, 2)
		default:
			fmt.Fprintln(&lines, 1+r.IntN(4))
		}
	}
	return lines.String()
}
