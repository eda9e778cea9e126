//go:build !race

package guidance

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"
)

// A danger is a state of a person and what must then never be in a plan.
type danger struct {
	name  string
	when  Criteria
	never []string
	// only are the kind of relief of which nothing but allowed may stand.
	only    func(r Relief) bool
	allowed []string
}

func in(item string, options ...string) Condition { return Condition{Item: item, In: options} }

var severe = in("severity", "7", "8", "9", "10")

// dangers are written down from the clinical reference, by hand and not from
// the content, so that a contraindication lost there is found here.
func dangers() []danger {
	twists := []string{"seated-twist", "standing-twist"}
	warm := []string{"heat", "alternating"}
	rubbed := []string{"massage", "ball-massage"}
	onTheBack := []string{"knees-over-pillows", "floor-90-90", "flat-pillow-under-knees", "pelvic-tilt", "knee-rolls", "knee-to-chest"}
	rounding := []string{"knee-to-chest", "side-fetal", "heels-sit", "cat-cow"}
	newSmall := in("began", "light", "stumble", "sudden")
	return []danger{
		{name: "pregnant: never on the stomach",
			when:  Criteria{{in("pregnancy", "maybe", "under-16-weeks", "16-27-weeks", "28-plus-weeks")}},
			never: []string{"stomach-pillow-pelvis", "back-bend"}},
		{name: "pregnant from 16 weeks: never long on the back",
			when: Criteria{{in("pregnancy", "16-27-weeks", "28-plus-weeks")}}, never: onTheBack},
		{name: "just given birth: not on the stomach",
			when: Criteria{{in("pregnancy", "after-birth")}}, never: []string{"stomach-pillow-pelvis"}},
		{name: "bones: no twist, no rounding, no pressure",
			when: Criteria{{in("risks", "bones", "steroids", "unsure")}, {in("age", "65-plus"), severe},
				{in("age", "65-plus"), in("began", "sudden")}, {in("age", "50-59", "60-64"), severe, newSmall}},
			never: slices.Concat(twists, rounding, rubbed, []string{"knee-rolls", "upper-back-extension"})},
		{name: "severe in the first two days: breathing, positions, getting up, the smallest movements",
			when:    Criteria{{severe, in("duration", "under-2-days")}},
			only:    func(r Relief) bool { return r.Kind == Exercise },
			allowed: []string{"shoulder-raises", "pelvic-tilt", "first-steps", "log-roll", "getting-up-from-floor", "rising-from-chair", "supported-cough"}},
		{name: "sharp on the first day: no twist",
			when: Criteria{{in("feel", "sharp-spot"), in("duration", "under-2-days")}}, never: twists},
		{name: "swelling: no heat, no rubbing",
			when: Criteria{{in("feel", "swelling")}}, never: slices.Concat(warm, rubbed)},
		{name: "fresh knock: no heat, no rubbing",
			when: Criteria{{in("began", "stumble"), in("duration", "under-2-days")}}, never: slices.Concat(warm, rubbed)},
		{name: "blood thinner: no rubbing", when: Criteria{{in("risks", "blood-thinner", "unsure")}}, never: rubbed},
		{name: "something done to the spine: no twist, no bending back",
			when:  Criteria{{in("risks", "spine-procedure", "unsure")}},
			never: slices.Concat(twists, []string{"back-bend", "upper-back-extension"})},
		{name: "cancer: no heat, no rubbing", when: Criteria{{in("risks", "cancer", "unsure")}}, never: slices.Concat(warm, rubbed)},
		{name: "pain on breathing: nothing that pulls at the ribs",
			when:  Criteria{{in("feel", "deep-breath")}},
			never: slices.Concat(twists, []string{"chest-opener", "upper-back-extension", "blade-squeeze"})},
		{name: "neck: not on the stomach, no leaning back of the head",
			when: Criteria{{in("area", "neck")}}, never: []string{"stomach-pillow-pelvis", "upper-back-extension"}},
		{name: "65 and over: not on the stomach", when: Criteria{{in("age", "65-plus")}}, never: []string{"stomach-pillow-pelvis"}},
		{name: "pain into an arm: not on the stomach", when: Criteria{{in("spread", "arm")}}, never: []string{"stomach-pillow-pelvis"}},
		{name: "pain into a leg: no stretch of the leg",
			when: Criteria{{in("spread", "leg", "both-legs")}}, never: []string{"knee-to-chest", "hip-hinge", "calf-stretch"}},
		{name: "a pharmacist decides on painkillers",
			when:  Criteria{{in("risks", "blood-thinner", "steroids", "unsure")}, {in("pregnancy", "maybe", "under-16-weeks", "16-27-weeks", "28-plus-weeks")}},
			never: []string{"painkillers"}},
		{name: "swelling without a knock: no ice",
			when:  Criteria{{in("feel", "swelling"), in("began", "strain", "posture", "light", "sudden", "gradual", "unsure")}},
			never: []string{"ice"}},
		{name: "worse on bending: no bending",
			when: Criteria{{in("eases", "arch")}}, never: []string{"knee-to-chest", "heels-sit", "side-fetal"}},
		{name: "worse on arching: no arching",
			when: Criteria{{in("eases", "curl")}}, never: []string{"back-bend", "upper-back-extension"}},
		{name: "under 16: positions, breathing and the way to care",
			when:    Criteria{{in("age", "under-16")}},
			only:    func(Relief) bool { return true },
			allowed: slices.Concat(onTheBack[:3], []string{"side-pillow-between-knees", "side-fetal", "reclined", "stomach-pillow-pelvis", "side-hug-pillow", "head-supported", "short-rest", "breathing", "until-seen", "see-clinician-prep"})},
	}
}

// A warning is a caution that a relief must carry for some people.
type warning struct {
	relief, caution string
	when            Condition
}

func warnings() []warning {
	pregnant := in("pregnancy", "maybe", "under-16-weeks", "16-27-weeks", "28-plus-weeks")
	return []warning{
		{"talk-to-pharmacist", "blood-thinner", in("risks", "blood-thinner", "unsure")},
		{"talk-to-pharmacist", "steroids", in("risks", "steroids", "unsure")},
		{"talk-to-pharmacist", "pregnant", pregnant},
		{"painkillers", "after-birth", in("pregnancy", "after-birth")},
		{"painkillers", "older", in("age", "65-plus")},
		{"painkillers", "teen", in("age", "16-17")},
		{"painkillers", "infection-risk", in("risks", "immune", "spine-procedure", "injecting", "unsure")},
		{"heat", "tingling", in("feel", "tingling")},
		{"heat", "diabetes", in("risks", "diabetes", "unsure")},
		{"heat", "pregnant", pregnant},
		{"ice", "tingling", in("feel", "tingling")},
		{"ice", "diabetes", in("risks", "diabetes", "unsure")},
		{"massage", "pregnant", pregnant},
		{"knee-rolls", "leg-pain", in("spread", "leg", "both-legs")},
		{"knee-rolls", "spine-procedure", in("risks", "spine-procedure", "unsure")},
		{"night-waking", "pregnant-28", in("pregnancy", "28-plus-weeks")},
		{"log-roll", "bones", in("risks", "bones", "steroids", "unsure")},
		{"side-pillow-between-knees", "pregnant-28", in("pregnancy", "28-plus-weeks")},
	}
}

// No plan breaks a precaution, whatever else is answered: every area, with
// everything that may ease the pain, mild, medium or severe, fresh or not,
// after every beginning, with every answer that triggers a precaution, and
// every two of them. And a plan for the home is never empty in any phase.
//
// The disposition is forced to each that has a plan, so that all the answers
// that are left out here, which only change that, are covered as well.
func TestNoPlanBreaksAPrecaution(t *testing.T) {
	start := time.Now()
	l := Open("en")
	area, _ := l.Questionnaire().Item("area")
	sweeps := make([]*planSweep, len(area.Options))
	t.Run("areas", func(t *testing.T) {
		for i, o := range area.Options {
			t.Run(o.ID, func(t *testing.T) {
				t.Parallel()
				sweeps[i] = newPlanSweep(t, l)
				sweeps[i].run(o.ID)
			})
		}
	})
	sum := newPlanSweep(t, l)
	for _, s := range sweeps {
		sum.merge(s)
	}
	t.Logf("%d plans, %d of them different, for %d people, in %v", sum.plans, sum.different, sum.people, time.Since(start).Round(time.Millisecond))
	for _, p := range Phases {
		t.Logf("at most %d steps %s at home: %s", sum.most[p], p, sum.example[p])
	}
	coughing, mask := number(t, l.Questionnaire(), "worse-coughing", "yes")
	sum.m.person.respond(holds{coughing: mask}, sum.m.answer)
	sum.summarize(holds{coughing: mask}, Clinician) // the one step that hangs on a sign
	for i, r := range l.Relief().All() {
		// Getting up from the floor is opened by its name, by who lies there.
		if sum.reached&(1<<i) == 0 && r.ID != "getting-up-from-floor" {
			t.Errorf("%s: no plan ever offers it; add it to plan.json, or delete it", r.ID)
		}
	}
	t.Logf("offered for an area that the relief does not name: %q", slices.Sorted(maps.Keys(sum.strange)))
	for i, count := range sum.seen {
		if count == 0 {
			t.Errorf("%s: nobody was in this danger; the table or the sweep is out of date", sum.dangers[i].name)
		}
	}
}

const mostSteps = 11

type planSweep struct {
	*testing.T
	l        *Library
	m        *monotony
	dangers  []danger
	when     []compiled
	never    []uint64
	warnings []warning
	warned   []criterion
	index    map[string]int
	known    map[planKey]*[Emergency]summary

	people, plans, different int
	reached                  uint64
	most                     map[Phase]int
	example                  map[Phase]string
	seen                     []int // how many people were in each danger
	strange                  map[string]bool
}

// A planKey is all that decides which reliefs the plans of a person hold: the
// entries that fit and the precautions that hold.
type planKey struct {
	entries [2]uint64
	holding uint64
}

// A summary is what there is to know about a plan.
type summary struct {
	reliefs uint64
	// steps is how many there are in each phase.
	steps [4]int
	// carried are the warnings whose caution stands with their relief.
	carried uint64
}

func newPlanSweep(t *testing.T, l *Library) *planSweep {
	s := &planSweep{T: t, l: l, m: newMonotony(t, l.Triage()), dangers: dangers(), warnings: warnings(), index: map[string]int{},
		known: map[planKey]*[Emergency]summary{}, most: map[Phase]int{}, example: map[Phase]string{}, seen: make([]int, len(dangers())), strange: map[string]bool{}}
	all := l.Relief().All()
	if len(all) > 64 || len(l.plans().entries) > 128 || len(l.Precautions().All) > 64 {
		t.Fatal("too many reliefs, entries or precautions for the bits of this test: widen planKey and summary")
	}
	for i, r := range all {
		s.index[r.ID] = i
	}
	items := map[string]Item{}
	for _, item := range l.Questionnaire().Items() {
		items[item.ID] = item
	}
	for _, d := range s.dangers {
		for _, alternative := range d.when {
			checkConditions(t, d.name, alternative, items)
		}
		s.when = append(s.when, l.Questionnaire().compileAll(d.when))
		s.never = append(s.never, s.bits(d))
	}
	for _, w := range s.warnings {
		checkConditions(t, w.relief+" with "+w.caution, []Condition{w.when}, items)
		s.bit(w.relief)
		s.warned = append(s.warned, l.Questionnaire().compile([]Condition{w.when}))
	}
	return s
}

func (s *planSweep) bit(id string) uint64 {
	i, ok := s.index[id]
	if !ok {
		s.Fatalf("the table of this test names %q, which is no relief", id)
	}
	return 1 << i
}

// bits returns the reliefs that a danger forbids.
func (s *planSweep) bits(d danger) uint64 {
	var never, allowed uint64
	for _, id := range d.never {
		never |= s.bit(id)
	}
	for _, id := range d.allowed {
		allowed |= s.bit(id)
	}
	for i, r := range s.l.Relief().All() {
		if d.only != nil && d.only(r) && allowed&(1<<i) == 0 {
			never |= 1 << i
		}
	}
	return never
}

// run goes through all people with pain in an area: one for each of the other
// answers that plans, precautions or dangers tell apart.
func (s *planSweep) run(area string) {
	n, mask := number(s, s.m.triage.q, "area", area)
	triggers, tests := s.triggers(), s.tests()
	var context []variable
	for _, id := range []string{"eases", "severity", "duration", "began"} {
		n := s.m.triage.q.index[id]
		context = append(context, variable{n, s.m.classes(n, 0, tests)})
	}
	s.m.each(context, func(h holds) {
		h[n] = mask
		s.pairs(h, triggers)
	})
}

// tests returns all conditions that a plan, or this test, may hang on.
func (s *planSweep) tests() []criterion {
	all := slices.Concat(s.l.plans().when...)
	for i := range s.l.Precautions().All {
		all = append(all, s.l.Precautions().All[i].when...)
	}
	return append(all, slices.Concat(s.when...)...)
}

// triggers returns the answers that a precaution may hang on.
func (s *planSweep) triggers() []element {
	var triggers []element
	for _, id := range []string{"feel", "risks", "pregnancy", "age", "spread"} {
		item, ok := s.m.triage.q.Item(id)
		if !ok {
			s.Fatalf("there is no item %q", id)
		}
		for bit, o := range item.Options {
			if !o.Exclusive {
				triggers = append(triggers, element{s.m.triage.q.index[id], 1 << bit, id + "=" + o.ID})
			}
		}
	}
	return triggers
}

// pairs checks people for whom one trigger holds, or two.
func (s *planSweep) pairs(h holds, triggers []element) {
	for i, one := range triggers {
		undo := s.trigger(h, one)
		s.check(h)
		for _, two := range triggers[:i] {
			if one.item != two.item || s.m.several(one) {
				undo := s.trigger(h, two)
				s.check(h)
				undo()
			}
		}
		undo()
	}
}

// trigger adds a trigger, and says that there is a pregnancy where it is about
// one, since that is asked only then.
func (s *planSweep) trigger(h holds, e element) func() {
	undo := s.m.add(h, e)
	if s.m.triage.q.items[e.item].ID != "pregnancy" {
		return undo
	}
	n, mask := number(s, s.m.triage.q, "risks", "pregnancy")
	second := s.m.add(h, element{item: n, bit: mask})
	return func() { second(); undo() }
}

// check makes the plans of a person and compares them with the table.
func (s *planSweep) check(h holds) {
	s.people++
	s.m.person.respond(h, s.m.answer)
	var never, wanted uint64
	for i, when := range s.when {
		if when.holds(s.m.answer) {
			never |= s.never[i]
			s.seen[i]++
		}
	}
	for i, w := range s.warned {
		if w.all(s.m.answer) {
			wanted |= 1 << i
		}
	}
	plans := s.plan(h)
	for d := range plans {
		s.plans++
		if broken := plans[d].reliefs & never; broken != 0 {
			s.broken(h, broken)
		}
		if lost := wanted &^ plans[d].carried; lost != 0 {
			s.m.fault("a caution is missing for a person with %s: %s", s.m.describe(h), s.missing(lost))
		}
	}
	if s.m.triage.disposition(s.m.answer) == SelfCare {
		s.home(h, &plans[SelfCare])
	}
}

func (s *planSweep) broken(h holds, broken uint64) {
	for i, when := range s.when {
		for id, n := range s.index {
			if when.holds(s.m.answer) && s.never[i]&broken&(1<<n) != 0 {
				s.m.fault("%s, but the plan has %q for a person with %s", s.dangers[i].name, id, s.m.describe(h))
			}
		}
	}
}

func (s *planSweep) missing(lost uint64) string {
	var out []string
	for i, w := range s.warnings {
		if lost&(1<<i) != 0 {
			out = append(out, w.relief+" without "+w.caution)
		}
	}
	return strings.Join(out, ", ")
}

// home checks the plan of a person who treats it at home.
func (s *planSweep) home(h holds, plan *summary) {
	for i, p := range Phases {
		n := plan.steps[i]
		if n == 0 {
			s.m.fault("nothing to do %s for a person with %s", p, s.m.describe(h))
		}
		if n > mostSteps {
			s.m.fault("%d steps %s, want at most %d, for a person with %s", n, p, mostSteps, s.m.describe(h))
		}
		if n > s.most[p] {
			s.most[p], s.example[p] = n, s.m.describe(h)
		}
	}
}

// plan returns the plans of the person in s.m.answer, by disposition. Most
// people share theirs with many others, so they are made once for each
// planKey, and now and then again to see that the key holds all that matters.
func (s *planSweep) plan(h holds) *[Emergency]summary {
	key := s.key()
	plans, ok := s.known[key]
	if ok && s.people%1000 != 0 {
		return plans
	}
	again := new([Emergency]summary)
	for d := range again {
		again[d] = s.summarize(h, Disposition(d))
	}
	if ok && *again != *plans {
		s.m.fault("the plan hangs on more than planKey knows, for a person with %s", s.m.describe(h))
	}
	s.known[key] = again
	return again
}

func (s *planSweep) key() planKey {
	var key planKey
	book := s.l.plans()
	for i := range book.entries {
		if len(book.entries[i].When) == 0 || book.when[i].holds(s.m.answer) {
			key.entries[i/64] |= 1 << (i % 64)
		}
	}
	for i := range s.l.Precautions().All {
		if s.l.Precautions().All[i].when.holds(s.m.answer) {
			key.holding |= 1 << i
		}
	}
	return key
}

func (s *planSweep) summarize(h holds, d Disposition) summary {
	plan := summary{carried: ^uint64(0)}
	response := Response{q: s.m.triage.q, answers: s.m.answer}
	steps := s.l.PlanFor(response, Assessment{Disposition: d})
	if err := checkSteps(steps); err != nil {
		s.m.fault("%v, for a person with %s", err, s.m.describe(h))
	}
	for _, step := range steps {
		id := step.Relief.ID
		plan.reliefs |= s.bit(id)
		plan.steps[slices.Index(Phases, step.Phase)]++
		for i, w := range s.warnings {
			if w.relief == id && !slices.Contains(step.Cautions, step.Relief.Words.Cautions[w.caution]) {
				plan.carried &^= 1 << i
			}
		}
		if d == Urgent && !step.Relief.UrgentSafe {
			s.m.fault("%q is offered to a person who is to be seen today, with %s", id, s.m.describe(h))
		}
		if area := response.Options("area")[0]; !slices.Contains(step.Relief.Areas, area) {
			s.strange[fmt.Sprintf("%s: %s", area, id)] = true
		}
	}
	if d == Urgent && plan.reliefs&s.bit("until-seen") == 0 {
		s.m.fault("nothing says what to do until seen, for a person with %s", s.m.describe(h))
	}
	s.reached |= plan.reliefs
	return plan
}

func (s *planSweep) merge(other *planSweep) {
	s.people += other.people
	s.plans += other.plans
	s.different += len(other.known)
	s.reached |= other.reached
	for _, p := range Phases {
		if other.most[p] > s.most[p] {
			s.most[p], s.example[p] = other.most[p], other.example[p]
		}
	}
	for i, count := range other.seen {
		s.seen[i] += count
	}
	maps.Copy(s.strange, other.strange)
}
