package guidance

import (
	"encoding/json"
	"path"
	"strings"

	"backcare/guidance/trusted"
)

// searchFile is the name of the words that people search by. They are of one
// language as a whole: an English word among those of another may be a word
// there too, with another meaning.
const searchFile = "search"

// noticesFile is the name of the notices, which say the number to call in more
// than one way.
const noticesFile = "notices"

// numberPlace stands in a text for the number to call.
const numberPlace = "{number}"

// wordsFile returns the words of a name in the language of l, with the number
// to call in its places.
func (l *Library) wordsFile(name string) piece {
	p := l.spokenFile(name)
	if name != noticesFile && strings.Contains(p.text, numberPlace) {
		p.text = strings.ReplaceAll(p.text, numberPlace, l.numberWithin())
	}
	return p
}

// loadNumberWithin returns how the number to call is said in the midst of other
// content.
func (l *Library) loadNumberWithin() string {
	w := member[numberWords](l.spokenFile(noticesFile), "number")
	return w.say(l.number(), w.Within)
}

// spokenFile returns the words of a name in the language of l as they are
// written. Whatever is missing there, a file, an entry or a field of one, is in
// English.
func (l *Library) spokenFile(name string) piece {
	if l.language == English {
		return open(path.Join(English, name+".json"))
	}
	file := path.Join(l.language, name+".json")
	english := open(path.Join(English, name+".json"))
	own, err := l.text(file)
	if err != nil {
		return english // the file is missing: embedded ones can be read
	}
	if name == searchFile {
		return piece{file: file, text: own}
	}
	text, err := completed(own, english.text)
	p := piece{file: file, text: text}
	p.check(err)
	return p
}

// completed returns a JSON text with what it lacks taken from another one:
// members of objects, at any depth, and what is empty. A list is taken as a
// whole, because its elements have no names.
func completed(own, english string) (string, error) {
	own, english = strings.TrimSpace(own), strings.TrimSpace(english)
	switch own {
	case "", "null", `""`, "[]":
		return english, nil
	}
	if own[0] != '{' || english[0] != '{' {
		return own, nil
	}
	members, err := trusted.Members(own)
	if err != nil {
		return "", err
	}
	place := make(map[string]int, len(members))
	for i, m := range members {
		place[m.Name] = i
	}
	others, err := trusted.Members(english)
	if err != nil {
		return "", err
	}
	for _, m := range others {
		i, there := place[m.Name]
		if !there {
			members = append(members, m)
			continue
		}
		if members[i].Text, err = completed(members[i].Text, m.Text); err != nil {
			return "", err
		}
	}
	return objectOf(members), nil
}

// objectOf writes members as the JSON object that they are of.
func objectOf(members []trusted.Member) string {
	var b strings.Builder
	for i, m := range members {
		if i > 0 {
			b.WriteByte(',')
		}
		name, _ := json.Marshal(m.Name) // a text has no part that could fail
		b.Write(name)
		b.WriteByte(':')
		b.WriteString(m.Text)
	}
	return "{" + b.String() + "}"
}
