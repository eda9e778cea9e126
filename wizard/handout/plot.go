package handout

import (
	"fmt"
	"html"
	"strings"

	"backcare/guidance"
	"backcare/wizard"
)

// The picture of a course, in its own units: the field that the curve is in,
// and the room for the labels around it.
const (
	plotWide, plotHigh = 300, 100
	plotLeft, plotDown = 26, 30
	plotEdge           = 6
)

// plotSVG draws a course over time, black on white. Its words say the same for
// those who have it read to them.
func plotSVG(l *guidance.Library, p *wizard.Plot, words string) string {
	var b strings.Builder
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" class="plot" viewBox="0 0 %d %d" role="img" aria-labelledby="plot-t plot-d">`+"\n",
		plotLeft+plotWide+plotEdge, plotEdge+plotHigh+plotDown)
	fmt.Fprintf(&b, "<title id=\"plot-t\">%s</title>\n<desc id=\"plot-d\">%s</desc>\n", html.EscapeString(l.Say(phrasePlotTitle)), html.EscapeString(clean(words)))
	b.WriteString(`<rect width="100%" height="100%" fill="#fff"/>` + "\n" + `<g font-size="12" fill="#000" stroke="none">` + "\n")
	rows := max(len(p.Labels)-1, 1)
	for i, label := range p.Labels {
		y := plotY(float64(i) / float64(rows))
		fmt.Fprintf(&b, `<path d="M%d %.1fh%d" stroke="#bbb" stroke-width=".5"/><text x="%d" y="%.1f" text-anchor="end">%s</text>`+"\n",
			plotLeft, y, plotWide, plotLeft-4, y+4, html.EscapeString(label))
	}
	foot := plotEdge + plotHigh + 20
	fmt.Fprintf(&b, `<text x="%d" y="%d">%s</text><text x="%d" y="%d" text-anchor="end">%s</text>`+"\n</g>\n",
		plotLeft, foot, html.EscapeString(p.From), plotLeft+plotWide, foot, html.EscapeString(p.To))
	for _, s := range p.Spans {
		fmt.Fprintf(&b, `<path d="M%.1f %dH%.1f" stroke="#000" stroke-width="3" fill="none"/>`+"\n", plotX(s.From), plotEdge+plotHigh+7, max(plotX(s.To), plotX(s.From)+2))
	}
	for _, run := range p.Runs {
		var line, dots strings.Builder
		for i, point := range run {
			command := "L"
			if i == 0 {
				command = "M"
			}
			fmt.Fprintf(&line, "%s%.1f %.1f", command, plotX(point.X), plotY(point.Y))
			fmt.Fprintf(&dots, `<circle cx="%.1f" cy="%.1f" r="2.4"/>`, plotX(point.X), plotY(point.Y))
		}
		fmt.Fprintf(&b, `<path d="%s" stroke="#000" stroke-width="1.4" stroke-linejoin="round" fill="none"/>%s`+"\n", line.String(), dots.String())
	}
	b.WriteString("</svg>\n")
	return b.String()
}

func plotX(share float64) float64 { return plotLeft + share*plotWide }

func plotY(share float64) float64 { return plotEdge + (1-share)*plotHigh }
