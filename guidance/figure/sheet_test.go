package figure

import (
	"flag"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var (
	sheetFolder = flag.String("sheet", "", "folder to write the sheet of all figures to")
	sheetSize   = flag.String("size", "44x12", "cells of each picture on the sheet")
	sheetOnly   = flag.String("only", "", "figures for the sheet, by id, with commas")
	sheetMix    = flag.Uint64("mix", 0, "number that shuffles the pictures, to test whether they can be named")
)

// TestSheet draws all figures for whoever reviews them: a PNG of the dots,
// with what is half way to the next keyframe, an HTML page of the SVGs, both
// sides, and a text of the cells. With -mix the pictures are in an order that gives nothing
// away; the text tells what they are.
func TestSheet(t *testing.T) {
	if *sheetFolder == "" {
		t.Skip("no -sheet FOLDER")
	}
	if err := os.MkdirAll(*sheetFolder, 0o755); err != nil {
		t.Fatal(err)
	}
	var width, height int
	if _, err := fmt.Sscanf(*sheetSize, "%dx%d", &width, &height); err != nil {
		t.Fatalf("-size %s: %v", *sheetSize, err)
	}
	var text strings.Builder
	page := newPage()
	var rows [][]*Canvas
	ids := IDs()
	if *sheetMix != 0 {
		mixed := rand.New(rand.NewPCG(*sheetMix, 0))
		mixed.Shuffle(len(ids), func(i, j int) { ids[i], ids[j] = ids[j], ids[i] })
	}
	for _, id := range ids {
		if *sheetOnly != "" && !strings.Contains(","+*sheetOnly+",", ","+id+",") {
			continue
		}
		f, _ := Find(id)
		var row []*Canvas
		for i := range f.Keyframes() {
			c := Render(f.Key(i, false), width, height)
			row = append(row, c)
			if _, move := f.Timing(i); f.Keyframes() > 1 && move > 0 {
				row = append(row, Render(f.Between(i, (i+1)%f.Keyframes(), .5, false), width, height))
			}
			fmt.Fprintf(&text, "%s, keyframe %d\n%s\n\n%s\n", id, i, strings.Join(c.Braille(), "\n"), strings.Join(c.ASCII(), "\n"))
			for _, mirrored := range []bool{false, true} {
				page.add(t, f, i, mirrored)
			}
		}
		fmt.Fprintln(&text, f.Words)
		rows = append(rows, row)
	}
	write(t, "sheet.txt", text.String())
	write(t, "sheet.html", page.String())
	const onPage = 5
	for n := 0; n*onPage < len(rows); n++ {
		paint(t, fmt.Sprintf("sheet-%d.png", n+1), rows[n*onPage:min(len(rows), (n+1)*onPage)])
	}
}

func write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(*sheetFolder, name), []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

var inkColours = map[Ink]color.RGBA{None: {24, 24, 28, 255}, Prop: {150, 150, 150, 255}, Cushion: {120, 170, 220, 255},
	Body: {240, 240, 235, 255}, Felt: {255, 190, 60, 255}, Warm: {255, 100, 80, 255}, Cold: {90, 220, 255, 255}, Motion: {120, 230, 120, 255}}

// paint writes rows of canvases as a PNG, four pixels a dot.
func paint(t *testing.T, name string, rows [][]*Canvas) {
	t.Helper()
	const size, space = 4, 12
	widest := 0
	for _, r := range rows {
		widest = max(widest, len(r))
	}
	one := rows[0][0]
	wide, high := one.wide*size+space, one.high*size+space
	img := image.NewRGBA(image.Rect(0, 0, widest*wide, len(rows)*high))
	for y, row := range rows {
		for x, c := range row {
			for i, ink := range c.dots {
				left, top := x*wide+i%c.wide*size, y*high+i/c.wide*size
				for p := range size * size {
					v := inkColours[ink]
					if ink != None && (p%size == size-1 || p/size == size-1) {
						v.R, v.G, v.B = v.R/5*4, v.G/5*4, v.B/5*4
					}
					img.SetRGBA(left+p%size, top+p/size, v)
				}
			}
		}
	}
	f, err := os.Create(filepath.Join(*sheetFolder, name))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := png.Encode(f, img); err != nil {
		t.Fatal(err)
	}
}
