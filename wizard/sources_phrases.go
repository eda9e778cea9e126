package wizard

import "backcare/guidance"

// The phrases of the sources.
const (
	phraseSourcesTitle   = "Where all of this comes from"
	phraseSourcesLead    = "Each rule, step and answer cites its sources. An id after 'backcare sources' shows what cites what: the id of a source, of a fact (such as A19), or of a rule, movement, question or topic."
	phraseReviewed       = "The lines were last compared with what they cite on %s. No clinician has reviewed them yet."
	phraseNoYear         = "year not known"
	phraseCitedBy        = "Cited by"
	phraseCites          = "Cites"
	phraseFacts          = "What the page says, in our words"
	phraseFactOf         = "Fact %s of: %s"
	phraseKindOf         = "%s: %s"
	phrasePart           = "%s, answer %s"
	phraseLineOf         = "%s, %s"
	phraseGuidelines     = "Guidelines"
	phraseHealthServices = "Health services"
	phraseStudies        = "Studies"
	phraseLeaflets       = "Leaflets"
	phraseReferenceWorks = "Reference works"
	phraseWebPages       = "Web pages that this began with"
	phraseNumbersTable   = "The table of emergency numbers by country"
)

// readWords say how a source was read.
var readWords = map[string]string{
	"source":    "We read it itself.",
	"secondary": "We read it in a page that reproduces it or sums it up.",
	"listed":    "We know of it, but have not read it.",
}

// factWords say how guidance stands to a fact.
var factWords = map[guidance.FactStatus]string{
	guidance.FactUsed:         "In use as it is.",
	guidance.FactLimited:      "Told only with care, and with what guidance adds to it.",
	guidance.FactContradicted: "Current guidance says otherwise, so it is never a step. Where it is told, that is said.",
}

// citingWords name the kinds of content that cites.
var citingWords = map[guidance.CitingKind]string{
	guidance.CitingRule:          "Rule",
	guidance.CitingHistory:       "Rule on the journal",
	guidance.CitingQuestion:      "Question",
	guidance.CitingScreening:     "Question before a step",
	guidance.CitingPrecaution:    "Precaution",
	guidance.CitingLine:          "Line of the plan",
	guidance.CitingExercise:      "Movement",
	guidance.CitingPosition:      "Position",
	guidance.CitingRemedy:        "Remedy",
	guidance.CitingRoutine:       "Routine",
	guidance.CitingHabit:         "Question for the night",
	guidance.CitingTopic:         "Topic",
	guidance.CitingContradiction: "Contradiction",
	guidance.CitingNotice:        "Notice",
	guidance.CitingNumbers:       "Table",
	guidance.CitingWeek:          "Week plan",
}
