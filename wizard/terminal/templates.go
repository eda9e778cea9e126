package terminal

import "github.com/AlecAivazis/survey/v2"

// What a terminal is told outside of survey.
const (
	showCursor    = "\x1b[?25h"
	restoreCursor = "\x1b8"
	eraseBelow    = "\x1b[J"
	// In between these, the terminal marks pasted text as such.
	pasteOn  = "\x1b[?2004h"
	pasteOff = "\x1b[?2004l"

	toTheBottom = "\x1b[999B"

	hideCursor = "\x1b[?25l"
	topLeft    = "\x1b[H"
	eraseAll   = "\x1b[2J"
	resetStyle = "\x1b[m"
	// In between these, another screen is shown, and what was on the main
	// one is kept.
	otherScreen = "\x1b[?1049h"
	mainScreen  = "\x1b[?1049l"
	bell        = "\a"
)

// nothing is the template of an empty drawing.
const nothing = `{{""}}`

// setTemplates replaces the drawings of survey by ours: our own hint, nothing
// left after an answer, and our own paint.
//
// survey compiles a template once for each text and keeps it, with colour or
// without. Ours hold the colour in the text, so the two never mix.
func setTemplates(in ink, m marks) {
	survey.SelectQuestionTemplate = `
{{- define "option"}}` +
		`{{if eq .SelectedIndex .CurrentIndex}}` + in.focus(m.focus+" {{.CurrentOpt.Value}}") +
		`{{else}}  {{.CurrentOpt.Value}}{{end}}{{"\n"}}` +
		`{{end}}` + whole

	line := func(mark string) string {
		return `{{if eq .SelectedIndex .CurrentIndex}}` + in.focus(m.focus+" "+mark+" {{.CurrentOpt.Value}}") +
			`{{else}}  ` + mark + ` {{.CurrentOpt.Value}}{{end}}{{"\n"}}`
	}
	survey.MultiSelectQuestionTemplate = `
{{- define "option"}}` +
		`{{if index .Checked .CurrentOpt.Index}}` + line(m.ticked) + `{{else}}` + line(m.unticked) + `{{end}}` +
		`{{end}}` + whole
}

// whole draws the hint and below it the choices, until there is an answer.
const whole = `
{{- if not .ShowAnswer}}{{.Message}}{{"\n"}}
{{- range $i, $option := .PageEntries}}{{template "option" $.IterateOption $i $option}}{{end}}
{{- end}}`
