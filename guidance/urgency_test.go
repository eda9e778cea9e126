package guidance

import (
	"regexp"
	"slices"
	"strings"
	"testing"
)

// emergencyWords are what a text says of each rule that makes an emergency.
var emergencyWords = map[string]string{
	"saddle-numbness":    `numb or tingling between the legs`,
	"bladder-change":     `trouble to pass urine`,
	"bowel-change":       `or stool`,
	"sexual-change":      `genitals without feeling|erection`,
	"both-legs":          `both legs`,
	"limb-weakness":      `weaker by the hour`,
	"spreading-numbness": `numbness that climbs, or suddenly unsteady`,
	"chest-pain":         `chest pain`,
	"breathless":         `short breath at rest, coughing blood`,
	"tearing-pain":       `tearing pain`,
	"pulsing-belly":      `throbbing belly`,
	"sudden-belly-pain":  `sudden severe belly pain`,
	"faint":              `fainting`,
	"pregnancy-danger":   `in pregnancy: bleeding`,
	"pregnancy-labour":   `tightenings, or the baby moving less`,
	"major-trauma":       `bad accident`,
	"confusion":          `confusion`,
	"stiff-neck-fever":   `stiff neck`,
	"stroke-signs":       `drooping face`,
	"lockjaw":            `spasms all over the body, or a jaw`,
	"low-urine-fever":    `fever with hardly any urine`,
	"neck-artery":        `seeing double, sudden falls, or new trouble to swallow or speak`,
	"cord-cancer":        `cancer or a blood thinner: an arm or leg newly weak or numb`,
	"thinner-nerve":      `cancer or a blood thinner: an arm or leg newly weak or numb`,
	"clot-lung":          `one swollen leg: short breath on effort`,
}

// The topic says to call for any sign on its page. So each sign for which the
// check says to call stands there.
func TestTheEmergencyTopicNamesEverySign(t *testing.T) {
	l := Open("en")
	topic, _ := l.Topic("emergency")
	var lines []string
	for _, p := range topic.Paragraphs {
		lines = append(lines, strings.ToLower(p.Text))
	}
	text := strings.Join(lines, "\n")
	rules := 0
	for _, s := range structure[[]struct {
		ID          string `json:"id"`
		Disposition string `json:"disposition"`
	}]("triage") {
		if s.Disposition != "emergency" {
			continue
		}
		rules++
		if words := emergencyWords[s.ID]; words == "" || !regexp.MustCompile(words).MatchString(text) {
			t.Errorf("rule %s is an emergency, and the topic does not say %q", s.ID, words)
		}
	}
	if rules != len(emergencyWords) {
		t.Errorf("got %d rules of an emergency, and words for %d", rules, len(emergencyWords))
	}
}

// callFor are signs for which the check says to call, however they are put.
var callFor = regexp.MustCompile(`(?i)chest pain|short(ness of)? breath|(see|seeing|vision) double|double vision|coughing blood|blood when you cough|` +
	`tearing pain|faint(ing|ed)\b|throbbing belly|between the legs|bladder|both legs (?:newly|painful|numb|weak)|jaw that locks|drooping face|muddled speech`)

// Wherever a line says what to do with such a sign, it says to call, and not to do
// a check first: its questions take minutes.
func TestEveryLineIsAsUrgentAsTheRules(t *testing.T) {
	l := Open("en")
	lines := map[string][]string{}
	for _, r := range l.Relief().All() {
		lines[r.ID] = slices.Clone(r.Words.Stop)
		for _, caution := range r.Words.Cautions {
			lines[r.ID] = append(lines[r.ID], caution)
		}
	}
	for _, topic := range l.Topics() {
		for _, do := range topic.Do {
			lines["topic "+topic.ID] = append(lines["topic "+topic.ID], do.Text)
		}
	}
	signs := 0
	for where, texts := range lines {
		for _, text := range texts {
			if !callFor.MatchString(text) {
				continue
			}
			signs++
			if !strings.Contains(strings.ToLower(text), "call") {
				t.Errorf("%s: %q names an emergency sign, and does not say to call", where, text)
			}
		}
	}
	if signs < 15 {
		t.Errorf("got %d lines with a sign", signs)
	}
}

// What topics say of how soon somebody should be seen is what the rules find.
func TestTopicsSayWhatTheRulesFind(t *testing.T) {
	l := Open("en")
	for _, test := range []struct {
		topic, says string
		held        map[string]string
		want        Disposition
	}{
		{"serious-causes", "today for pain of 7 or more", map[string]string{"age": "65-plus", "began": "stumble", "severity": "7"}, Urgent},
		{"serious-causes", "steroid tablets from 4 on", map[string]string{"risks": "bones", "began": "stumble", "severity": "4"}, Urgent},
		{"serious-causes", "steroid tablets from 4 on", map[string]string{"risks": "steroids", "began": "stumble", "severity": "4"}, Urgent},
		{"serious-causes", "With less, see a clinician", map[string]string{"age": "65-plus", "began": "stumble", "severity": "6"}, Clinician},
		{"serious-causes", "With less, see a clinician", map[string]string{"risks": "bones", "began": "stumble", "severity": "3"}, Clinician},
		{"when-to-see", "cancer now or in the past: see a clinician", map[string]string{"risks": "cancer", "severity": "2"}, Clinician},
		{"when-to-see", "With weak bones, steroid tablets", map[string]string{"risks": "bones", "severity": "2"}, Clinician},
		{"when-to-see", "With weak bones, steroid tablets", map[string]string{"risks": "steroids", "severity": "2"}, Clinician},
		{"when-to-see", "From 65 on too", map[string]string{"age": "65-plus", "severity": "4"}, Clinician},
		{"when-to-see", "unless it is mild and easing after a clear strain", map[string]string{"age": "65-plus", "severity": "3"}, SelfCare},
		{"when-to-see", "it may be for today", map[string]string{"risks": "bones", "severity": "7"}, Urgent},
		{"when-to-see", "it may be for today", map[string]string{"risks": "cancer", "course": "worse"}, Urgent},
		{"when-to-see", "suddenly with no cause", map[string]string{"risks": "blood-thinner", "began": "sudden"}, Urgent},
		{"when-to-see", "or gets worse", map[string]string{"risks": "blood-thinner", "course": "worse"}, Urgent},
		{"when-to-see", "On a blood thinner: be seen today if", map[string]string{"risks": "blood-thinner"}, SelfCare},
		{"when-to-see", "With an arm or leg weak or numb: call", map[string]string{"risks": "blood-thinner", "urgent-nerve": "yes", "one-limb-weakness": "yes"}, Emergency},
	} {
		topic, _ := l.Topic(test.topic)
		said := false
		for _, p := range topic.Paragraphs {
			said = said || strings.Contains(p.Text, test.says)
		}
		if !said {
			t.Errorf("%s: does not say %q", test.topic, test.says)
		}
		if _, a := personWith(t, l, test.held); a.Disposition != test.want {
			t.Errorf("%s, %q: with %v the check finds %v, want %v", test.topic, test.says, test.held, a.Disposition, test.want)
		}
	}
}
