package figure

import (
	"flag"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"backcare/guidance"
)

var (
	sheetFolder = flag.String("sheet", "", "folder to write the sheet of all figures to")
	sheetSize   = flag.String("size", "44x12", "cells of each picture on the sheet")
	sheetOnly   = flag.String("only", "", "figures for the sheet, by id, with commas")
	sheetFilm   = flag.Int("film", 0, "how many moments of each movement to show, at even times, in place of its keyframes")
	sheetMix    = flag.Uint64("mix", 0, "number that shuffles the pictures, to test whether they can be named")
)

// TestSheet draws all figures for whoever reviews them: a PNG of the dots,
// with what is half way to the next keyframe, an HTML page of the SVGs, both
// sides, and a text of the cells. With -mix the pictures are numbered, in an
// order that gives nothing away; the text tells what they are.
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
	var rows []strip
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
		row := strip{caption: id, canvases: film(f, width, height)}
		if *sheetMix != 0 {
			row.caption = fmt.Sprint(len(rows) + 1)
		}
		fmt.Fprintf(&text, "%s: %s\n", row.caption, id)
		for i := range f.Keyframes() {
			c := Render(f.Key(i, false), width, height)
			fmt.Fprintf(&text, "%s, keyframe %d\n%s\n\n%s\n", id, i, strings.Join(c.Braille(), "\n"), strings.Join(c.ASCII(), "\n"))
			for _, mirrored := range []bool{false, true} {
				page.add(t, f, i, mirrored)
			}
		}
		fmt.Fprintln(&text, guidance.Open("en").PictureWords(id))
		rows = append(rows, row)
	}
	write(t, "sheet.txt", text.String())
	write(t, "sheet.html", page.String())
	const onPage = 4
	for n := 0; n*onPage < len(rows); n++ {
		paint(t, fmt.Sprintf("sheet-%d.png", n+1), rows[n*onPage:min(len(rows), (n+1)*onPage)])
	}
}

// film draws keyframes with what is half way between them, or as many moments
// as -film asks for.
func film(f *Figure, width, height int) (canvases []*Canvas) {
	for i := range *sheetFilm {
		canvases = append(canvases, Render(f.Frame(f.Seconds()*float64(i)/float64(*sheetFilm), false), width, height))
	}
	if *sheetFilm > 0 {
		return canvases
	}
	for i := range f.Keyframes() {
		canvases = append(canvases, Render(f.Key(i, false), width, height))
		if _, move := f.Timing(i); f.Keyframes() > 1 && move > 0 {
			canvases = append(canvases, Render(f.Between(i, (i+1)%f.Keyframes(), .5, false), width, height))
		}
	}
	return canvases
}

func write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(*sheetFolder, name), []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

var inkColours = map[Ink]color.RGBA{None: {24, 24, 28, 255}, Prop: {150, 150, 150, 255}, Cushion: {120, 170, 220, 255},
	Body: {240, 240, 235, 255}, Felt: {255, 190, 60, 255}, Warm: {255, 100, 80, 255}, Cold: {90, 220, 255, 255}, Motion: {120, 230, 120, 255}}

// A strip is a figure on the sheet.
type strip struct {
	caption  string
	canvases []*Canvas
}

// paint writes strips as a PNG, four pixels a dot, six pictures side by side.
func paint(t *testing.T, name string, strips []strip) {
	t.Helper()
	const size, space, mostAcross = 4, 12, 6
	one, widest, lines := strips[0].canvases[0], 0, 0
	for _, s := range strips {
		widest = max(widest, min(mostAcross, len(s.canvases)))
		lines += (len(s.canvases) + mostAcross - 1) / mostAcross
	}
	wide, high := one.wide*size+space, one.high*size+space
	img := image.NewRGBA(image.Rect(0, 0, widest*wide, lines*high+len(strips)*captionHeight))
	draw.Draw(img, img.Bounds(), image.White, image.Point{}, draw.Src)
	top := 0
	for _, s := range strips {
		caption(img, 2, top+3, s.caption)
		top += captionHeight
		for i, c := range s.canvases {
			paintDots(img, i%mostAcross*wide, top+i/mostAcross*high, size, c)
		}
		top += (len(s.canvases) + mostAcross - 1) / mostAcross * high
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

// paintDots draws the dots of a canvas as squares.
func paintDots(img *image.RGBA, left, top, size int, c *Canvas) {
	for i, ink := range c.dots {
		for p := range size * size {
			v := inkColours[ink]
			if ink != None && (p%size == size-1 || p/size == size-1) {
				v.R, v.G, v.B = v.R/5*4, v.G/5*4, v.B/5*4
			}
			img.SetRGBA(left+i%c.wide*size+p%size, top+i/c.wide*size+p/size, v)
		}
	}
}
