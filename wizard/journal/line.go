package journal

import (
	"encoding/json"
	"time"

	"backcare/guidance/message"
	"backcare/wizard"
)

// version is the version of the lines that this program writes. A reader that
// does not know a version leaves the line alone, so it must grow with every
// change that an older program would misread; a field that it may overlook is
// no such change.
const version = 1

// maxLine is the length in bytes of the longest line that is written or read.
// No note is that long, and no line may fill the memory.
const maxLine = 8 << 20

var errNewer = message.New("it was written by a newer backcare")

// line is an entry as it is in the file.
type line struct {
	Version int `json:"v"`
	wizard.Entry
}

// decode returns the entry in a line, of whatever form its JSON is.
func decode(data []byte) (wizard.Entry, error) {
	var head struct {
		Version *int `json:"v"`
	}
	if err := json.Unmarshal(data, &head); err != nil {
		return wizard.Entry{}, err
	}
	switch {
	case head.Version == nil:
		return wizard.Entry{}, message.New("it names no version")
	case *head.Version > version:
		return wizard.Entry{}, errNewer
	case *head.Version != version:
		return wizard.Entry{}, message.Errorf("there is no version %d", *head.Version)
	}
	var l line
	if err := json.Unmarshal(data, &l); err != nil {
		return wizard.Entry{}, err
	}
	for item, answer := range l.Answers {
		if list, ok := answer.([]any); ok {
			l.Answers[item] = texts(list)
		}
	}
	l.Time = l.Time.Truncate(time.Second)
	return l.Entry, l.Validate()
}

// texts returns a list as a []string where it is one; otherwise it stays as it
// is, and is found to be wrong.
func texts(list []any) any {
	ids := make([]string, 0, len(list))
	for _, element := range list {
		id, ok := element.(string)
		if !ok {
			return list
		}
		ids = append(ids, id)
	}
	return ids
}
