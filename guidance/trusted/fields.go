package trusted

import (
	"reflect"
	"strings"
	"sync"
)

// A field of a struct, by its name in JSON and its index in the sense of
// reflect.
type field struct {
	name  string
	index []int
}

type fields []field

// named returns the index of a field, or nil where there is none of the name.
func (f fields) named(name string) []int {
	for i := range f {
		if f[i].name == name {
			return f[i].index
		}
	}
	return nil
}

// known holds the fields of each type that was decoded.
var known sync.Map // from reflect.Type to fields

func fieldsOf(t reflect.Type) fields {
	if f, ok := known.Load(t); ok {
		return f.(fields)
	}
	f := appendFields(nil, t, nil)
	known.Store(t, f)
	return f
}

// appendFields appends the fields of a struct, and those of the structs that it
// embeds, as if they were its own.
func appendFields(all fields, t reflect.Type, outer []int) fields {
	for i := range t.NumField() {
		f := t.Field(i)
		index := append(append([]int(nil), outer...), i)
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		switch {
		case name == "-":
		case f.Anonymous && name == "" && f.Type.Kind() == reflect.Struct:
			all = appendFields(all, f.Type, index)
		case !f.IsExported():
		case name == "":
			all = append(all, field{f.Name, index})
		default:
			all = append(all, field{name, index})
		}
	}
	return all
}
