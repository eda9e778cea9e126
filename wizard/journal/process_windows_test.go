package journal

import "fmt"

// performOnSystem has nothing of its own on Windows.
func performOnSystem(words []string, _ *Journal) error {
	return fmt.Errorf("cannot perform %q", words)
}
