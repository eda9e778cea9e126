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
	"fmt"
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
	d := &decoder{cursor: cursor{text: text}}
	d.value(reflect.ValueOf(into).Elem())
	d.end()
	return nil
}

// A decoder fills in values.
type decoder struct {
	cursor
	// texts is a block for lists of texts.
	texts []string
}

// value decodes the value at the cursor into v. Texts and lists of them are
// most of the content, so they come first and without reflection.
func (d *decoder) value(v reflect.Value) {
	switch to := v.Addr().Interface().(type) {
	case *string:
		*to = d.string()
		return
	case *[]string:
		*to = d.strings()
		return
	case *map[string]string:
		if *to == nil {
			*to = map[string]string{}
		}
		for name := range d.object {
			(*to)[name] = d.string()
		}
		return
	case *json.RawMessage:
		*to = json.RawMessage(d.raw())
		return
	case encoding.TextUnmarshaler:
		if err := to.UnmarshalText([]byte(d.string())); err != nil {
			d.stop(err.Error())
		}
		return
	}
	d.kind(v)
}

// kind decodes by the kind of v.
func (d *decoder) kind(v reflect.Value) {
	switch v.Kind() {
	case reflect.Struct:
		d.structure(v)
	case reflect.Slice:
		d.slice(v)
	case reflect.Map:
		d.mapping(v)
	case reflect.Pointer:
		if v.IsNil() {
			v.Set(reflect.New(v.Type().Elem()))
		}
		d.value(v.Elem())
	case reflect.String:
		v.SetString(d.string())
	case reflect.Bool:
		v.SetBool(d.truth())
	case reflect.Int:
		n, err := strconv.Atoi(d.word())
		d.check(err)
		v.SetInt(int64(n))
	case reflect.Float64:
		x, err := strconv.ParseFloat(d.word(), 64)
		d.check(err)
		v.SetFloat(x)
	default:
		d.stop(fmt.Sprintf("nothing is decoded into %v", v.Type()))
	}
}

func (d *decoder) check(err error) {
	if err != nil {
		d.stop(err.Error())
	}
}

// strings decodes a list of texts. Lists are short and many, so they lie one
// after the other in blocks, rather than each in memory of its own.
func (d *decoder) strings() []string {
	const usual, most, each = 8, 128, 48 // a text in so many bytes, about
	if cap(d.texts)-len(d.texts) < usual {
		d.texts = make([]string, 0, max(usual, min(len(d.text)/each, most)))
	}
	start := len(d.texts)
	for range d.list {
		d.texts = append(d.texts, d.string())
	}
	return slices.Clip(d.texts[start:])
}

func (d *decoder) truth() bool {
	switch d.word() {
	case "true":
		return true
	case "false":
		return false
	}
	d.stop("there should be true or false")
	return false
}

func (d *decoder) structure(v reflect.Value) {
	fields := fieldsOf(v.Type())
	for name := range d.object {
		if f := fields.named(name); f == nil {
			d.raw()
		} else {
			d.value(v.FieldByIndex(f))
		}
	}
}

func (d *decoder) slice(v reflect.Value) {
	v.SetLen(0)
	for range d.list {
		n := v.Len()
		v.Grow(1)
		v.SetLen(n + 1)
		d.value(v.Index(n))
	}
	if v.IsNil() {
		v.Set(reflect.MakeSlice(v.Type(), 0, 0)) // it is there, and empty
	}
}

func (d *decoder) mapping(v reflect.Value) {
	t := v.Type()
	if v.IsNil() {
		v.Set(reflect.MakeMap(t))
	}
	for name := range d.object {
		value := reflect.New(t.Elem()).Elem()
		d.value(value)
		v.SetMapIndex(reflect.ValueOf(name).Convert(t.Key()), value)
	}
}
