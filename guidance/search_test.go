package guidance

import (
	"bufio"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
)

// An askedQuestion is a question as people type it, with the topic that must
// come first.
type askedQuestion struct{ set, topic, text string }

func askedQuestions(t *testing.T) []askedQuestion {
	t.Helper()
	f, err := os.Open("testdata/questions.tsv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var asked []askedQuestion
	for lines := bufio.NewScanner(f); lines.Scan(); {
		fields := strings.Split(lines.Text(), "\t")
		if strings.HasPrefix(lines.Text(), "#") || fields[0] == "set" {
			continue
		}
		if len(fields) != 3 {
			t.Fatalf("questions.tsv: not a question: %q", lines.Text())
		}
		asked = append(asked, askedQuestion{fields[0], fields[1], fields[2]})
	}
	return asked
}

// People find the answer by their own words: at least 95 in 100 questions lead
// to the right topic first, and all to one of the first three. The questions
// held back are not looked at while the search is tuned, so which of them miss
// is not told; their share is the honest one.
func TestQuestionsFindTheirTopic(t *testing.T) {
	l := Open("en")
	type tally struct{ all, first, three int }
	tallies := map[string]*tally{"tune": {}, "held": {}}
	for _, q := range askedQuestions(t) {
		found := l.Lookup(q.text)
		place := slices.IndexFunc(found.Topics, func(t Topic) bool { return t.ID == q.topic })
		n := tallies[q.set]
		n.all++
		if place == 0 {
			n.first++
		} else if q.set == "tune" {
			t.Logf("%q: want %s first, got %s", q.text, q.topic, topicIDs(found.Topics))
		}
		if place >= 0 && place < 3 {
			n.three++
		} else {
			t.Errorf("%q: want %s within the first three, got %s", q.text, q.topic, topicIDs(found.Topics))
		}
	}
	tune, held := tallies["tune"], tallies["held"]
	all := tally{tune.all + held.all, tune.first + held.first, tune.three + held.three}
	for _, n := range []struct {
		set string
		*tally
		percent int
	}{{"tuned on", tune, 95}, {"held back", held, 90}, {"all", &all, 95}} {
		t.Logf("%s: %d of %d first (%.0f %%), %d within the first three", n.set, n.first, n.all, 100*float64(n.first)/float64(n.all), n.three)
		if n.all < 20 || n.first*100 < n.all*n.percent {
			t.Errorf("%s: %d of %d questions find their topic first, want %d in 100", n.set, n.first, n.all, n.percent)
		}
	}
}

func topicIDs(topics []Topic) string {
	return fmt.Sprint(ids(topics, func(t Topic) string { return t.ID }))
}

// Somebody who may be in danger reads what to do first, and of no movement or
// remedy, whatever else they typed.
func TestDangerComesBeforeTopics(t *testing.T) {
	l := Open("en")
	for _, words := range []string{"can't pee", "chest pain when I stretch", "massage for numb legs", "heat or ice, both legs weak",
		"fell off a ladder should I walk", "stretching pregnant bleeding"} {
		found := l.Lookup(words)
		if len(found.Topics) == 0 || found.Topics[0].ID != "emergency" || !found.Sure {
			t.Errorf("%q: got %s, want emergency first and at once", words, topicIDs(found.Topics))
		}
		for _, topic := range found.Topics {
			for _, id := range topic.Reliefs {
				if r, _ := l.Relief().Find(id); !r.UrgentSafe {
					t.Errorf("%q: %s is about %s", words, topic.ID, id)
				}
			}
		}
	}
}

// What says what to do at once is told first, with nothing about the back beside
// it, and what is an emergency of the check is not forgotten over it.
func TestTopicsToldAtOnce(t *testing.T) {
	l := Open("en")
	tests := []struct {
		words string
		want  []string
	}{
		{"i want to die because of this pain", []string{"despair"}},
		{"want to end it, should i stretch or use heat", []string{"despair"}},
		{"cant go on, both legs numb", []string{"emergency", "despair"}},
		{"took too many painkillers, want to die", []string{"overdose", "despair"}},
		{"i want to die and vomiting blood", []string{"bleeding", "despair"}},
		{"i took 12 ibuprofen and my poo is black", []string{"overdose", "bleeding"}},
		{"i took 2 ibuprofen too many and my poo is black", []string{"overdose", "bleeding"}},
		{"black stools since ibuprofen", []string{"bleeding"}},
		{"vomiting blood and chest pain", []string{"emergency", "bleeding"}},
	}
	for _, test := range tests {
		found := l.Lookup(test.words)
		if got := ids(found.Topics, func(t Topic) string { return t.ID }); !slices.Equal(got, test.want) || !found.Sure || !found.Together {
			t.Errorf("%q: got %q, sure %v, want %q at once", test.words, got, found.Sure, test.want)
		}
	}
}

// Every fact of the documents is reached by somebody's own words: the topic
// that comes first for a question tells it.
func TestQuestionsReachEveryFact(t *testing.T) {
	left := factIDs()
	l := Open("en")
	for _, q := range askedQuestions(t) {
		if found := l.Lookup(q.text); len(found.Topics) > 0 && found.Topics[0].ID == q.topic {
			for _, id := range found.Topics[0].Cites() {
				delete(left, id)
			}
		}
	}
	if len(left) > 0 {
		t.Errorf("no question leads to the facts %q", keys(left))
	}
}

// The id, the title and the question of a topic lead to it at once, and each
// keyword to one of the first topics.
func TestTopicsAreFoundByTheirOwnWords(t *testing.T) {
	l := Open("en")
	keywords, first := 0, 0
	for _, topic := range l.Topics() {
		for _, words := range []string{topic.ID, strings.ReplaceAll(strings.ToUpper(topic.ID), "-", " "), topic.Title, topic.Question} {
			if found := l.Lookup(words); len(found.Topics) == 0 || found.Topics[0].ID != topic.ID {
				t.Errorf("%q: got %s, want %s first", words, topicIDs(found.Topics), topic.ID)
			}
		}
		for _, words := range topic.Keywords {
			keywords++
			found := l.Lookup(words)
			place := slices.IndexFunc(found.Topics, func(t Topic) bool { return t.ID == topic.ID })
			if place == 0 {
				first++
			}
			if place < 0 && (len(found.Signs) == 0 || l.comfortOnly(topic) && !found.Together) {
				t.Errorf("%s: its keyword %q finds %s", topic.ID, words, topicIDs(found.Topics))
			}
		}
	}
	t.Logf("%d of %d keywords find their topic first", first, keywords)
}

// A warning sign in what is typed is heard, however it is put, and urgency
// comes from the rules of the check.
func TestSpokenSigns(t *testing.T) {
	l := Open("en")
	tests := []struct {
		words string
		signs string // the first, or none
	}{
		{"can't pee", "bladder-change"}, {"cant wee", "bladder-change"}, {"I cannot urinate", "bladder-change"},
		{"leaking urine and back pain", "bladder-change"}, {"wet myself", "bladder-change"}, {"trouble peeing", "bladder-change"},
		{"numb between legs", "saddle-numbness"}, {"my bum is numb", "saddle-numbness"}, {"tingling in my groin", "saddle-numbness"},
		{"numbness when i wipe", "saddle-numbness"}, {"lost control of my bowels", "bowel-change"}, {"soiled myself", "bowel-change"},
		{"no erection since my back went", "sexual-change"}, {"both legs weak", "both-legs"}, {"my legs are numb", "both-legs"},
		{"can't move my leg", "limb-weakness"}, {"chest pain", "chest-pain"}, {"chest is tight", "chest-pain"}, {"ches pain", "chest-pain"}, {"clumsy hands and wobbly walking", "hand-clumsiness"}, {"keep dropping things", "hand-clumsiness"},
		{"chest hurts", "chest-pain"}, {"cant breathe", "breathless"}, {"short of breath", "breathless"}, {"coughing up blood", "breathless"},
		{"tearing pain in my back", "tearing-pain"}, {"throbbing tummy", "pulsing-belly"}, {"sudden belly pain", "sudden-belly-pain"},
		{"I fainted", "faint"}, {"pregnant and bleeding", "pregnancy-danger"}, {"pregnant contractions", "pregnancy-labour"},
		{"fell off a ladder", "major-trauma"}, {"car crash yesterday", "major-trauma"}, {"he is confused", "confusion"},
		{"fever and stiff neck", "stiff-neck-fever"}, {"face drooping", "stroke-signs"}, {"my jaw is locked", "lockjaw"},
		{"neck pain double vision", "neck-artery"}, {"I have a fever", "fever"}, {"lost weight", "unwell"}, {"blood in my pee", "urine-change"},
		{"swollen calf", "leg-swelling"}, {"weak leg", "one-limb-weakness"}, {"rash on my side", "rash"}, {"cant stand", "cannot-stand"},
		{"twitching and trouble swallowing", "twitch-swallow"}, {"worse at night", "night-pain"},
		{"baby moving less", "pregnancy-labour"}, {"my baby hasn't moved today", "pregnancy-labour"}, {"my waters broke", "pregnancy-danger"},
		{"need to wee but nothing comes out", "bladder-change"}, {"pee won't come out", "bladder-change"}, {"dribbling urine", "bladder-change"},
		{"I keep peeing myself", "bladder-change"}, {"pooped my pants without knowing", "bowel-change"}, {"poo accident, didn't feel it", "bowel-change"},
		{"can't feel my legs", "both-legs"}, {"cant feel my feet", "both-legs"}, {"legs keep buckling", "both-legs"}, {"sciatica both sides", "both-legs"},
		{"legs like jelly", "both-legs"}, {"numbness climbing up my body", "spreading-numbness"}, {"suddenly unsteady", "spreading-numbness"},
		{"spitting blood", "breathless"}, {"whiplash", "major-trauma"}, {"came off my motorbike", "major-trauma"}, {"rear ended", "major-trauma"},
		{"sudden headache stiff neck", "stiff-neck-fever"}, {"spasms in my whole body", "lockjaw"}, {"ive got a temperature", "fever"}, {"temp of 39", "fever"},
		{"cant lift my toes", "one-limb-weakness"}, {"keep throwing up", "vomiting"}, {"the pain never stops", "night-pain"},
		{"i want to die because of this pain", "despair"}, {"cant go on like this", "despair"}, {"I can't go on", "despair"},
		{"want to end it", "despair"}, {"i wanna end it all", "despair"}, {"thinking of suicide", "despair"}, {"kill myself", "despair"},
		{"better off dead", "despair"}, {"dont want to live like this", "despair"}, {"I cannot take this any more", "despair"},
		{"feel suicidal", "despair"}, {"no reason to live", "despair"}, {"i might harm myself", "despair"}, {"wish i was dead", "despair"},
		{"i feel like dying", "despair"}, {"how do i end the spasm", ""}, {"am i going to die", ""}, {"is it dangerous, dont want to die", ""},
		{"hurt myself lifting", ""}, {"the pain is killing me", ""}, {"can't go on a trip", ""},
		{"took too many painkillers", "overdose"}, {"paracetamol overdose", "overdose"}, {"too much ibuprofen", "overdose"},
		{"ive taken too much tylenol", "overdose"}, {"ibuprofen overdose", "overdose"}, {"swallowed all my pills", "overdose"},
		{"how many tablets can i take", ""}, {"too much sitting", ""},
		{"vomiting blood", "vomiting-blood"}, {"threw up blood", "vomiting-blood"}, {"sick looks like coffee grounds", "vomiting-blood"},
		{"blood in poo", "blood-in-stool"}, {"black stools", "blood-in-stool"}, {"tar like poo", "blood-in-stool"},
		{"bleeding from my bottom", "blood-in-stool"}, {"bloody stool", "blood-in-stool"}, {"blood on toilet paper", "blood-in-stool"},
		{"can't get it up", "sexual-change"}, {"can't get an erection", "sexual-change"}, {"cant get hard anymore", "sexual-change"},
		{"couldn't keep it up", "sexual-change"}, {"impotence since my back", "sexual-change"}, {"hip pain non stop sitting", ""},
		{"pain non stop", "night-pain"}, {"non stop pain, sitting or lying", "night-pain"}, {"sitting non stop gives me pain", ""},
		{"my back locked up picking up the kid", ""},
		{"i dont want to be alive anymore", "despair"}, {"i just want it all to stop", "despair"}, {"nobody would miss me", "despair"},
		{"this pain makes me want to kill my self", "despair"}, {"i cant take this pain anymore", "despair"}, {"ready to give up on life", "despair"},
		{"want to jump off a bridge", "despair"}, {"life isnt worth it with this pain", "despair"}, {"suicidel thoughts", "despair"},
		{"i wish i could just die", "despair"}, {"no point anymore", "despair"}, {"dont see a reason to go on living", "despair"},
		{"would be easier if i was dead", "despair"}, {"cant take ibuprofen anymore", ""}, {"i want to end the pain", ""},
		{"how can i kill the pain", ""}, {"want to live normally again", ""}, {"dying for a coffee", ""}, {"cant go on the bike", ""},
		{"i took 12 paracetamol today", "overdose"}, {"i swallowed a whole pack of pills", "overdose"}, {"took more tablets than i should", "overdose"},
		{"took 6 paracetamol at once", "overdose"}, {"ate 20 ibuprofen", "overdose"}, {"way over the max dose of tylenol", "overdose"},
		{"i od'd on painkillers", "overdose"}, {"took 2 paracetamol", ""}, {"took 20 mg of diazepam", ""}, {"had too much to drink", ""},
		{"took too much on at work", ""}, {"blood pressure tablets and ibuprofen", ""},
		{"vomited dark stuff like coffee", "vomiting-blood"}, {"being sick with blood in it", "vomiting-blood"}, {"shitting blood", "blood-in-stool"},
		{"blood when i wipe", "blood-in-stool"}, {"bleeding from bum", "blood-in-stool"}, {"my stools are very dark and sticky", "blood-in-stool"},
		{"black bruise on my back", ""}, {"blood test", ""}, {"viagra not working since back pain", "sexual-change"},
		{"cant perform in bed since back injury", "sexual-change"}, {"no erection anymore", "sexual-change"}, {"can't get up, it hurts", ""}, {"picking up the baby", ""}, {"how do I lift my baby", ""}, {"spasms all over my back", ""},
		{"what temperature for a heat pad", ""}, {"tingling going down my leg", ""}, {"sciatica in one leg", ""}, {"both sides of my back hurt", ""},
		{"nothing helps", ""}, {"i havent slept", ""}, {"knocked my back out", ""}, {"should I drink more water", ""},
		{"heat or ice", ""}, {"how long does it last", ""}, {"best exercise for balance", ""}, {"sciatica down my leg", ""}, {"should I stretch my chest", ""},
		{"pillow between my legs", ""}, {"legs on a chair", ""}, {"weeks until it heals", ""}, {"deep breathing to relax", ""},
		{"lie on my stomach", ""}, {"hot water bottle", ""}, {"weak core", ""}, {"", ""}, {"xyzzy", ""},
	}
	heard := map[string]bool{}
	for _, test := range tests {
		got := ""
		if signs := l.Lookup(test.words).Signs; len(signs) > 0 {
			got = signs[0].ID
			heard[got] = true
		}
		if got != test.signs {
			t.Errorf("%q: got %q, want %q first", test.words, got, test.signs)
		}
	}
	rules := map[string]Rule{}
	for _, r := range l.Triage().Rules {
		rules[r.ID] = r
	}
	listed := map[string]bool{}
	last := Emergency
	for _, s := range structure[searchStructure]("search").Signs {
		listed[s.Item] = true
		item, asked := l.Questionnaire().Item(s.Item)
		if asked == (s.Topic != "") || asked && item.Kind != Sign || !heard[s.Item] {
			t.Errorf("search.json: %q is neither a sign nor told by a topic, or both, or no test above hears it", s.Item)
		}
		if asked && rules[s.Item].Disposition != s.Disposition || s.Disposition > last {
			t.Errorf("search.json: %s: got %v, want %v as in triage.json, the most urgent first", s.Item, s.Disposition, rules[s.Item].Disposition)
		}
		if topic, ok := l.Topic(s.Topic); s.Topic != "" && (!ok || len(topic.Reliefs) > 0) {
			t.Errorf("search.json: %s: the topic %q is none, or is about something to do for the back", s.Item, s.Topic)
		}
		last = s.Disposition
	}
	for _, item := range l.Questionnaire().Items() {
		if strings.HasPrefix(item.Screen, "em-") && !listed[item.ID] && item.ID != "spreading-numbness" && item.ID != "low-urine-fever" {
			t.Errorf("search.json: nothing hears the emergency sign %s", item.ID)
		}
	}
	same(t, "en/search.json: signs", keys(listed), keys(words[searchWords](l, "search").Signs))
}

// Words that fit no topic find none: nothing is guessed.
func TestWordsThatFitNoTopic(t *testing.T) {
	l := Open("en")
	for _, words := range []string{"", "?!", "the of and", "xyzzy", "qwrtp zxcvb", "漢字", strings.Repeat("x", 5000)} {
		if found := l.Lookup(words); len(found.Topics) > 0 || found.Sure || len(found.Signs) > 0 {
			t.Errorf("%.20q: got %s, want nothing", words, topicIDs(found.Topics))
		}
	}
}

// The same words find the same topics each time, whatever the order of maps.
func TestLookupIsDeterministic(t *testing.T) {
	for _, q := range askedQuestions(t)[:20] {
		want := topicIDs(Open("en").Lookup(q.text).Topics)
		for range 3 {
			if got := topicIDs(Open("en").Lookup(q.text).Topics); got != want {
				t.Fatalf("%q: got %s, then %s", q.text, want, got)
			}
		}
	}
}

// spokenSigns returns one way to put each warning sign, by the id of the sign.
// Ways that mean something else with more words are left out.
func spokenSigns(f *testing.F, l *Library) map[string]string {
	said := map[string]string{}
	for sign, ways := range words[searchWords](l, "search").Signs {
		for _, way := range ways {
			var phrase []string
			for _, group := range way {
				phrase = append(phrase, strings.ReplaceAll(group[0], "+", " "))
			}
			if text := strings.Join(phrase, " "); said[sign] == "" && !strings.Contains(text, "!") && hears(l.Lookup(text), sign) {
				said[sign] = text
			}
		}
	}
	if want := len(words[searchWords](l, "search").Signs) - 1; len(said) < want {
		f.Fatalf("got %d signs that are heard whatever comes with them, want %d: %q", len(said), want, said)
	}
	return said
}

func hears(found Lookup, sign string) bool {
	return slices.ContainsFunc(found.Signs, func(s SpokenSign) bool { return s.ID == sign })
}

// FuzzLookup is any words, alone and around a warning sign. Nothing is guessed,
// and no words make the sign unheard.
func FuzzLookup(f *testing.F) {
	l := Open("en")
	said := spokenSigns(f, l)
	signs := keys(said)
	for n, words := range []string{"heat or ice", "can't pee", "\xff\xfe", "ÄÖ ß", strings.Repeat("a ", 100), "not", "no", "never had", "spasm", "nonstop", "'", "-", "chest pain"} {
		f.Add(words, uint8(n))
		f.Add(words, uint8(n+13))
	}
	f.Fuzz(func(t *testing.T, words string, n uint8) {
		found := l.Lookup(words)
		if len(found.Topics) > mostTopics || found.Sure && len(found.Topics) == 0 {
			t.Errorf("%q: got %d topics, sure %v", words, len(found.Topics), found.Sure)
		}
		sign := signs[int(n)%len(signs)]
		// Words that deny it, or make a phrase with it that is about something
		// else, do so next to it only.
		for _, more := range []string{said[sign] + " and " + words, words + " and " + said[sign], words + " and " + said[sign] + " and " + words} {
			if _, topic := l.Topic(strings.Join(tokensOf(more), "-")); topic {
				continue // the words are the name of a topic
			}
			if found := l.Lookup(more); !hears(found, sign) {
				t.Errorf("%q: %s is not heard", more, sign)
			}
		}
	})
}

// Finding a topic costs no more than reading all words once.
func BenchmarkLookup(b *testing.B) {
	for b.Loop() {
		Open("en").Lookup("strech my bak")
	}
}
