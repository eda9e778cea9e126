// Package trusted decodes JSON that tests have found to be right: the content
// of backcare, which is part of the program. Reading it with encoding/json was
// nine tenths of a whole check, because that reads every byte three times and
// takes it for foreign. Here each is read once, texts are not copied, and what
// no field asks for is passed over unread.
//
// It must not be used for anything that comes from outside the program, and it
// must import nothing of backcare. What it decodes is what encoding/json
// decodes; tests hold the two against each other.
package trusted

import (
	"encoding"
	"encoding/json"
	"reflect"
	"slices"
	"strconv"
)

// Decode decodes a JSON text into what a pointer points to, in the way of
// json.Unmarshal: structs by the tags of their fields, slices, maps with texts
// for keys, pointers, texts, numbers, truth values, json.RawMessage and
// whatever implements encoding.TextUnmarshaler.
//
// It is an error when the text is not JSON as far as it is read, or does not
// fit. Unlike encoding/json it takes the name of a field as it is written, and
// knows no null and no interfaces.
func Decode(text string, into any) (err error) {
	defer stopped(&err)
	d := &decoder{cursor: over(text)}
	d.into(into)
	d.end()
	return nil
}

// A decoder fills in values.
type decoder struct {
	cursor
	// block is where lists of texts are put, one after the other.
	block []string
}

// into decodes the value at the cursor into what a pointer points to.
func (d *decoder) into(pointer any) {
	v := reflect.ValueOf(pointer).Elem()
	d.value(shapeOf(v.Type()), v)
}

func (d *decoder) value(s *shape, v reflect.Value) { s.decode(d, s, v) }

func (d *decoder) oneText(_ *shape, v reflect.Value) { v.SetString(d.string()) }

// texts decodes a list of texts. Such lists are short and many, so they share
// blocks of memory, rather than each having its own.
func (d *decoder) texts(_ *shape, v reflect.Value) {
	const usual, most, each = 8, 128, 48 // a text in so many bytes, about
	if cap(d.block)-len(d.block) < usual {
		d.block = make([]string, 0, max(usual, min(len(d.text)/each, most)))
	}
	start := len(d.block)
	for range d.list {
		d.block = append(d.block, d.string())
	}
	*v.Addr().Interface().(*[]string) = slices.Clip(d.block[start:])
}

func (d *decoder) phrases(_ *shape, v reflect.Value) {
	to := v.Addr().Interface().(*map[string]string)
	if *to == nil {
		*to = map[string]string{}
	}
	for name := range d.object {
		(*to)[name] = d.string()
	}
}

func (d *decoder) rawMessage(_ *shape, v reflect.Value) {
	*v.Addr().Interface().(*json.RawMessage) = json.RawMessage(d.raw())
}

func (d *decoder) unmarshaler(_ *shape, v reflect.Value) {
	d.check(v.Addr().Interface().(encoding.TextUnmarshaler).UnmarshalText([]byte(d.string())))
}

func (d *decoder) structure(s *shape, v reflect.Value) {
	for name := range d.object {
		f := s.named(name)
		if f == nil {
			d.raw()
			continue
		}
		at := v
		for _, i := range f.index {
			at = at.Field(i)
		}
		d.value(f.shape, at)
	}
}

func (d *decoder) slice(s *shape, v reflect.Value) {
	v.SetLen(0)
	n := 0
	for range d.list {
		v.Grow(1)
		v.SetLen(n + 1)
		d.value(s.element, v.Index(n))
		n++
	}
	if v.IsNil() {
		v.Set(reflect.MakeSlice(v.Type(), 0, 0)) // it is there, and empty
	}
}

func (d *decoder) mapping(s *shape, v reflect.Value) {
	t := v.Type()
	if v.IsNil() {
		v.Set(reflect.MakeMap(t))
	}
	for name := range d.object {
		value := reflect.New(t.Elem()).Elem()
		d.value(s.element, value)
		v.SetMapIndex(reflect.ValueOf(name).Convert(t.Key()), value)
	}
}

func (d *decoder) pointer(s *shape, v reflect.Value) {
	if v.IsNil() {
		v.Set(reflect.New(v.Type().Elem()))
	}
	d.value(s.element, v.Elem())
}

func (d *decoder) integer(_ *shape, v reflect.Value) {
	n, err := strconv.Atoi(d.word())
	d.check(err)
	v.SetInt(int64(n))
}

func (d *decoder) float(_ *shape, v reflect.Value) {
	x, err := strconv.ParseFloat(d.word(), 64)
	d.check(err)
	v.SetFloat(x)
}

func (d *decoder) truth(_ *shape, v reflect.Value) {
	switch d.word() {
	case "true":
		v.SetBool(true)
	case "false":
		v.SetBool(false)
	default:
		d.stop("there should be true or false")
	}
}

func (d *decoder) check(err error) {
	if err != nil {
		d.stop(err.Error())
	}
}
