// Package guidance is what backcare knows: which questions to ask a person
// with a back spasm and what the answers mean, how urgently they need care,
// and which relief fits.
//
// The words and numbers are data under content, embedded, so that a clinician
// can review them and a translator translate them without reading Go. What
// they mean are pure functions here: no files, no clock, no terminal.
//
// This package may import the standard library and guidance/content only. It
// must not import wizard or anything above it, and does no I/O.
package guidance
