package figure

import (
	"encoding/base64"
	"fmt"
	"strings"
	"testing"

	"backcare/guidance"
)

// page is an HTML page of SVGs, each of them once as part of the page and once
// as an image, which a browser reads more strictly. The page may load nothing;
// .ci/figures-in-browser adds the script that inspects it.
type page struct{ strings.Builder }

func newPage() *page {
	p := new(page)
	p.WriteString(`<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>Figures</title>` +
		`<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'unsafe-inline'">` +
		"<style>figure{display:inline-block;margin:8px}figure img{display:none}</style>\n")
	return p
}

// add puts a keyframe on the page.
func (p *page) add(t *testing.T, f *Figure, keyframe int, mirrored bool) {
	t.Helper()
	id := fmt.Sprint(f.ID, "-", keyframe)
	if mirrored {
		id += "-mirrored"
	}
	var svg strings.Builder
	if err := SVG(&svg, f.Key(keyframe, mirrored), Paper{ID: id, Title: f.ID, Width: 420, Words: guidance.Open("en").PictureWords(f.ID)}); err != nil {
		t.Fatal(err)
	}
	fmt.Fprintf(p, "<figure id=%q data-cropped=%q><figcaption>%s</figcaption>\n%s<img alt=\"\" src=\"data:image/svg+xml;base64,%s\"></figure>\n",
		"figure-"+id, fmt.Sprint(f.View.Crop != nil), id, svg.String(), base64.StdEncoding.EncodeToString([]byte(svg.String())))
}
