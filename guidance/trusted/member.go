package trusted

import (
	"errors"
)

// A Member is a member of a JSON object, not decoded.
type Member struct{ Name, Text string }

// Members returns the members of an object in order, for each to be decoded
// when it is needed.
func Members(object string) (members []Member, err error) {
	defer stopped(&err)
	c := over(object)
	for name := range c.object {
		members = append(members, Member{name, c.raw()})
	}
	c.end()
	return members, nil
}

// Elements returns the elements of a list, for each to be decoded when it is
// needed.
func Elements(list string) (elements []string, err error) {
	defer stopped(&err)
	c := over(list)
	for range c.list {
		elements = append(elements, c.raw())
	}
	c.end()
	return elements, nil
}

// DecodeMember decodes one member of an object, and reads no further than to
// it. It is an error when there is none of the name.
func DecodeMember(object, name string, into any) (err error) {
	defer stopped(&err)
	d := &decoder{cursor: over(object)}
	for member := range d.object {
		if member == name {
			d.into(into)
			return nil
		}
		d.raw()
	}
	return errors.New("there is no such member")
}
