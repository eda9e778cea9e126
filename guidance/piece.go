package guidance

import (
	"fmt"
	"path"

	"backcare/guidance/content"
	"backcare/guidance/trusted"
)

// A piece is a content file, or a part of one, that is not decoded yet.
type piece struct {
	// file and member say which, for the message where it cannot be decoded.
	file, member string
	text         string
}

// structure decodes the structure file of a name.
func structure[T any](name string) T { return decode[T](structureFile(name)) }

// words decodes the words of a name in the language of l.
func words[T any](l *Library, name string) T { return decode[T](l.wordsFile(name)) }

func structureFile(name string) piece { return open(name + ".json") }

func open(file string) piece {
	text, err := content.Text(file)
	piece{file: file}.check(err)
	return piece{file: file, text: text}
}

func decode[T any](p piece) (v T) {
	p.into(&v)
	return v
}

// member decodes one member of an object, and reads no further than to it.
func member[T any](p piece, name string) (v T) {
	piece{file: p.file, member: name}.check(trusted.DecodeMember(p.text, name, &v))
	return v
}

// into is for decode what it need not have once more for each type.
func (p piece) into(v any) { p.check(trusted.Decode(p.text, v)) }

// members returns what an object holds, by name.
func (p piece) members() map[string]piece {
	all, err := trusted.Members(p.text)
	p.check(err)
	pieces := make(map[string]piece, len(all))
	for _, m := range all {
		pieces[m.Name] = piece{p.file, m.Name, m.Text}
	}
	return pieces
}

// elements returns what a list holds, in order.
func (p piece) elements() []piece {
	all, err := trusted.Elements(p.text)
	p.check(err)
	pieces := make([]piece, len(all))
	for i, text := range all {
		pieces[i] = piece{file: p.file, text: text}
	}
	return pieces
}

// check panics where content cannot be read: that is a fault of the build.
func (p piece) check(err error) {
	if err != nil {
		panic(fmt.Errorf("content: %s: %w", path.Join(p.file, p.member), err))
	}
}
