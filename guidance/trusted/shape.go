package trusted

import (
	"encoding"
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"sync"
)

// A shape is what there is to know about a type, found out once.
type shape struct {
	// decode decodes a value of this shape.
	decode func(*decoder, *shape, reflect.Value)
	// fields are those of a struct.
	fields []field
	// element is the shape of what a slice, a map or a pointer holds.
	element *shape
}

// A field of a struct, by its name in JSON and its index in the sense of
// reflect.
type field struct {
	name  string
	index []int
	shape *shape
}

// named returns the field of a name, or nil where there is none.
func (s *shape) named(name string) *field {
	for i := range s.fields {
		if s.fields[i].name == name {
			return &s.fields[i]
		}
	}
	return nil
}

var shapes = struct {
	sync.Mutex
	known map[reflect.Type]*shape
}{known: map[reflect.Type]*shape{}}

func shapeOf(t reflect.Type) *shape {
	shapes.Lock()
	defer shapes.Unlock()
	return learn(t)
}

// learn returns the shape of a type. Texts, lists of them and maps of them are
// most of the content, so they are decoded without reflection.
func learn(t reflect.Type) *shape {
	if s, ok := shapes.known[t]; ok {
		return s
	}
	s := &shape{}
	shapes.known[t] = s // before its parts, among which it may be again
	switch {
	case t == reflect.TypeFor[[]string]():
		s.decode = (*decoder).texts
	case t == reflect.TypeFor[map[string]string]():
		s.decode = (*decoder).phrases
	case t == reflect.TypeFor[json.RawMessage]():
		s.decode = (*decoder).rawMessage
	case t.PkgPath() != "" && reflect.PointerTo(t).Implements(reflect.TypeFor[encoding.TextUnmarshaler]()):
		s.decode = (*decoder).unmarshaler
	default:
		s.learnKind(t)
	}
	return s
}

func (s *shape) learnKind(t reflect.Type) {
	switch t.Kind() {
	case reflect.Struct:
		s.decode = (*decoder).structure
		s.learnFields(t, nil)
	case reflect.Slice:
		s.decode, s.element = (*decoder).slice, learn(t.Elem())
	case reflect.Map:
		s.decode, s.element = (*decoder).mapping, learn(t.Elem())
	case reflect.Pointer:
		s.decode, s.element = (*decoder).pointer, learn(t.Elem())
	case reflect.String:
		s.decode = (*decoder).oneText
	case reflect.Bool:
		s.decode = (*decoder).truth
	case reflect.Int:
		s.decode = (*decoder).integer
	case reflect.Float64:
		s.decode = (*decoder).float
	default:
		s.decode = func(d *decoder, _ *shape, _ reflect.Value) { d.stop(fmt.Sprintf("nothing is decoded into %v", t)) }
	}
}

// learnFields adds the fields of a struct, and those of the structs that it
// embeds, as if they were its own.
func (s *shape) learnFields(t reflect.Type, outer []int) {
	for i := range t.NumField() {
		f := t.Field(i)
		index := append(slices.Clip(outer), i)
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		switch {
		case name == "-":
		case f.Anonymous && name == "" && f.Type.Kind() == reflect.Struct:
			s.learnFields(f.Type, index)
		case !f.IsExported():
		case name == "":
			s.fields = append(s.fields, field{f.Name, index, learn(f.Type)})
		default:
			s.fields = append(s.fields, field{name, index, learn(f.Type)})
		}
	}
}
