package wizard

import "backcare/guidance"

// inEnglish is the library for tests of what is said.
var inEnglish = guidance.Open("en")
