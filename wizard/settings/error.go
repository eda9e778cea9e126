package settings

import "backcare/guidance/message"

var errNotAbsolute = message.New("HOME does not name your home folder")

// few returns the first of many errors, and how many more there are: a file
// that is something else may have thousands.
func few(problems []error) []error {
	const enough = 20
	if more := len(problems) - enough; more > 0 {
		return append(problems[:enough:enough], message.Errorf("and %d more of this kind", more))
	}
	return problems
}
