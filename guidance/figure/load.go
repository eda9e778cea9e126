package figure

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"sync"

	"backcare/guidance/content"
	"backcare/guidance/trusted"
)

// library holds each figure by its id, read when it is first asked for: who
// looks at one movement does not wait for all the others. The content is
// embedded and validated by tests, so what cannot be read is a fault of the
// build, and panics.
var library = sync.OnceValue(func() map[string]func() *Figure {
	structure := entries("figures.json")
	figures := make(map[string]func() *Figure, len(structure))
	for id, data := range structure {
		figures[id] = sync.OnceValue(func() *Figure {
			f, err := read(id, data)
			if err != nil {
				panic(fmt.Errorf("content: figures: %s: %w", id, err))
			}
			return f
		})
	}
	return figures
})

// entries returns what a file of the content holds for each figure, unread.
func entries(file string) map[string]json.RawMessage {
	text, err := content.Text(file)
	if err != nil {
		panic(fmt.Errorf("content: %w", err))
	}
	members, err := trusted.Members(text)
	if err != nil {
		panic(fmt.Errorf("content: %s: %w", file, err))
	}
	all := make(map[string]json.RawMessage, len(members))
	for _, m := range members {
		all[m.Name] = json.RawMessage(m.Text)
	}
	return all
}

// figureData is a figure as it stands in figures.json.
type figureData struct {
	View      View           `json:"view"`
	Props     []prop         `json:"props"`
	Marks     []mark         `json:"marks"`
	Magnifier *magnifier     `json:"magnifier"`
	Keyframes []keyframeData `json:"keyframes"`
}

// keyframeData gives what differs from the keyframe before. Arms and Legs
// pose both sides, then ArmR and the others one.
type keyframeData struct {
	Trunk json.RawMessage `json:"trunk"`
	Arms  json.RawMessage `json:"arms"`
	ArmR  json.RawMessage `json:"armR"`
	ArmL  json.RawMessage `json:"armL"`
	Legs  json.RawMessage `json:"legs"`
	LegR  json.RawMessage `json:"legR"`
	LegL  json.RawMessage `json:"legL"`
	// Move is how many seconds it takes to the next keyframe, Hold how long
	// this one is kept before that.
	Move float64 `json:"move"`
	Hold float64 `json:"hold"`
	// Arrows are drawn from here until the next keyframe is reached.
	Arrows [][]arrowPoint `json:"arrows"`
}

// read makes a figure of its data.
func read(id string, data json.RawMessage) (*Figure, error) {
	var d figureData
	if err := strictly(data, &d); err != nil {
		return nil, err
	}
	f := &Figure{ID: id, View: d.View, props: d.Props, marks: d.Marks, magnifier: d.Magnifier}
	if err := f.read(d.Keyframes); err != nil {
		return nil, err
	}
	if f.magnifier != nil {
		f.rings = f.magnifier.rings()
	}
	f.fit()
	return f, nil
}

// read lays each keyframe over the one before.
func (f *Figure) read(data []keyframeData) error {
	if len(data) == 0 {
		return fmt.Errorf("there are no keyframes")
	}
	var p posture
	for i, d := range data {
		p = p.copied()
		layers := []struct {
			data json.RawMessage
			into any
		}{{d.Trunk, &p.trunk}, {d.Arms, &p.armR}, {d.Arms, &p.armL}, {d.ArmR, &p.armR}, {d.ArmL, &p.armL},
			{d.Legs, &p.legR}, {d.Legs, &p.legL}, {d.LegR, &p.legR}, {d.LegL, &p.legL}}
		for _, l := range layers {
			if l.data == nil {
				continue
			}
			if err := strictly(l.data, l.into); err != nil {
				return fmt.Errorf("keyframe %d: %w", i, err)
			}
		}
		for _, r := range []*reach{p.armR.Reach, p.armL.Reach, p.legR.Reach, p.legL.Reach} {
			if r != nil && r.To != "" && !knownJoint(strings.TrimPrefix(r.To, "other ")) {
				return fmt.Errorf("keyframe %d: there is no joint %q", i, r.To)
			}
		}
		f.keyframes = append(f.keyframes, keyframe{p, d.Move, d.Hold, d.Arrows})
	}
	return nil
}

func strictly(data []byte, into any) error {
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	return d.Decode(into)
}
