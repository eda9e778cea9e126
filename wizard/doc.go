// Package wizard is the conversation with a person whose back hurts: which
// question comes next, going back, reviewing, the result, and the walk
// through the steps of relief.
//
// It asks through a Prompter, shows through a Display and plays movements on a
// Stage. It must not import a terminal, survey, color or cobra, and it opens
// no files; medicine stays in guidance.
package wizard
