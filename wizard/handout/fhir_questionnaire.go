package handout

import (
	"strconv"
	"strings"

	"backcare/guidance"
)

// QuestionnaireOf returns the questions of the check as a FHIR Questionnaire.
//
// Items stand in their order, each with its help as a nested text. A screen
// lists its signs in its own text, because that is what is asked. Where all of
// several conditions must hold and one of them has several options, FHIR has no
// single enableWhen for it: such an item stands in groups that carry one
// condition each.
func QuestionnaireOf(l *guidance.Library) Questionnaire {
	q := l.Questionnaire()
	out := Questionnaire{ResourceType: "Questionnaire", Language: l.Language(), URL: questionnaireURL, Version: QuestionnaireVersion,
		Name: "BackcareCheck", Title: l.Say(phraseQuestionnaireTitle), Status: "draft", SubjectType: []string{"Patient"},
		Publisher: "backcare", Description: l.Notices().IntendedUse}
	prefixes := prefixesOf(q)
	for _, item := range q.Items() {
		out.Item = append(out.Item, conditional(item, questionItem(q, item, prefixes[item.ID])))
	}
	return out
}

// prefixesOf numbers the items; the signs of a screen are parts of it.
func prefixesOf(q *guidance.Questionnaire) map[string]string {
	prefixes, signs, number := map[string]string{}, map[string]int{}, 0
	for _, item := range q.Items() {
		if item.Screen != "" {
			signs[item.Screen]++
			prefixes[item.ID] = prefixes[item.Screen] + "." + strconv.Itoa(signs[item.Screen])
			continue
		}
		number++
		prefixes[item.ID] = strconv.Itoa(number)
	}
	return prefixes
}

// questionItem returns an item without the conditions under which it is asked.
func questionItem(q *guidance.Questionnaire, item guidance.Item, prefix string) QuestionnaireItem {
	out := QuestionnaireItem{LinkID: item.ID, Prefix: prefix, Text: questionText(q, item), Type: "choice",
		Required: true, Repeats: item.Multiple(), Item: []QuestionnaireItem{helpItem(item)}}
	if item.Kind == guidance.Scale {
		out.Code = []Coding{painSeverity}
	}
	for _, o := range item.Options {
		option := AnswerOption{ValueCoding: answerCoding(item, o)}
		if o.Exclusive {
			yes := true
			option.Extension = []Extension{{URL: extOptionExclusive, ValueBoolean: &yes}}
		}
		out.AnswerOption = append(out.AnswerOption, option)
	}
	return out
}

// questionText returns the question; that of a screen with what it lists.
func questionText(q *guidance.Questionnaire, item guidance.Item) string {
	var signs []string
	for _, sign := range q.Items() {
		if item.Kind == guidance.Screen && sign.Screen == item.ID {
			signs = append(signs, sign.Label)
		}
	}
	if len(signs) == 0 {
		return item.Text
	}
	return item.Text + " " + strings.Join(signs, "; ") + "."
}

// helpItem says why an item is asked.
func helpItem(item guidance.Item) QuestionnaireItem {
	control := CodeableConcept{Coding: []Coding{{System: itemControl, Code: "help", Display: "Help-Button"}}}
	return QuestionnaireItem{LinkID: item.ID + "-help", Text: item.Help, Type: "display",
		Extension: []Extension{{URL: extItemControl, ValueCodeableConcept: &control}}}
}

// conditional returns an item with the conditions under which it is asked.
func conditional(item guidance.Item, out QuestionnaireItem) QuestionnaireItem {
	if item.EnableWhen == nil {
		return out
	}
	conditions := item.EnableWhen.When
	if item.EnableWhen.Behavior == "any" || len(conditions) == 1 || single(conditions) {
		behavior := item.EnableWhen.Behavior
		if len(conditions) == 1 {
			behavior = "any" // of the options of the one condition
		}
		for _, c := range conditions {
			out.EnableWhen = append(out.EnableWhen, enableWhen(c)...)
		}
		if len(out.EnableWhen) > 1 {
			out.EnableBehavior = behavior
		}
		return out
	}
	outer := item
	outer.EnableWhen = &guidance.EnableWhen{Behavior: "any", When: conditions[len(conditions)-1:]}
	out = conditional(outer, out)
	for n := len(conditions) - 2; n >= 0; n-- {
		outer.EnableWhen.When = conditions[n : n+1]
		out = conditional(outer, QuestionnaireItem{LinkID: groupID(item.ID, n), Type: "group", Item: []QuestionnaireItem{out}})
	}
	return out
}

// groupID is the linkId of the group that carries a condition of an item.
func groupID(item string, condition int) string { return item + "-if-" + strconv.Itoa(condition+1) }

// single reports whether each condition has one option only.
func single(conditions []guidance.Condition) bool {
	for _, c := range conditions {
		if len(c.In) != 1 {
			return false
		}
	}
	return true
}

// enableWhen returns a condition as FHIR has it, one for each option.
func enableWhen(c guidance.Condition) []EnableWhen {
	var out []EnableWhen
	for _, option := range c.In {
		out = append(out, EnableWhen{Question: c.Item, Operator: "=",
			AnswerCoding: Coding{System: answerSystem, Code: answerCode(c.Item, option)}})
	}
	return out
}
