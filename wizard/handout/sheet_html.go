package handout

import (
	"bytes"
	"fmt"
	"io"
	"strings"

	"backcare/guidance/figure"
)

// WriteHTML writes the hand-out of a check as one page of HTML that loads
// nothing.
func WriteHTML(w io.Writer, c Check) error {
	s, h := NewSheet(c), &htmlPage{library: c.Library}
	title, class := s.Title, "calm"
	if s.Alarm {
		title, class = s.Verdict, "alarm"
	}
	// The warning on an old sheet must not push the rest onto a third page.
	if s.Old != "" || s.letters(c.Library) > roomyLetters {
		class += " dense"
	}
	h.begin(title, class)
	h.head(s)
	h.open("main")
	h.WriteByte('\n')
	h.lists(s.Lists)
	for _, part := range s.Parts {
		if err := h.part(part); err != nil {
			return err
		}
	}
	h.more(s)
	if len(s.Remarks) > 0 {
		h.open("section", "class", "block remarks")
		for _, r := range s.Remarks {
			h.element("p", r)
		}
		h.close("section")
	}
	if len(s.Parts) > 0 {
		h.element("section", c.Library.Say(phraseNotes), "class", "notes", "aria-hidden", "true")
	}
	h.close("main")
	h.open("footer", "class", "fine")
	h.WriteByte('\n')
	if len(s.Sources) > 0 {
		h.element("h2", c.Library.Say(phraseSources))
		h.works(s.Sources, func(int) string { return "" })
		h.element("p", sourceIDs(s.Sources), "class", "ids", "aria-hidden", "true")
	}
	h.element("h2", c.Library.Say(phraseIntended))
	h.element("p", s.Intended)
	h.close("footer")
	h.end()
	_, err := h.WriteTo(w)
	return err
}

func (h *htmlPage) head(s Sheet) {
	h.open("header")
	h.WriteByte('\n')
	h.open("div", "class", "top")
	if s.Title != "" {
		h.element("p", s.Title, "class", "over")
	}
	h.element("p", s.Dated, "class", "dated")
	h.close("div")
	if s.Old != "" {
		h.element("p", s.Old, "class", "old")
	}
	h.element("h1", s.Verdict)
	h.element("p", s.Action, "class", "action")
	if s.Number != "" && strings.Trim(s.Number, "0123456789") == "" {
		h.open("p")
		h.open("a", "class", "call", "href", "tel:"+s.Number)
		h.text(h.library.Sayf(phraseCall, s.Number))
		h.WriteString("</a>")
		h.close("p")
	}
	h.close("header")
}

func (h *htmlPage) lists(lists []List) {
	h.open("div", "class", "lists")
	h.WriteByte('\n')
	for _, l := range lists {
		if !l.Grave {
			h.open("section", "class", "block")
			h.element("h2", l.Heading)
			h.items("ul", l.Items)
			h.close("section")
			continue
		}
		h.open("section", "class", "block grave")
		h.element("h2", l.Heading)
		h.open("ul")
		h.WriteByte('\n')
		for _, item := range l.Items {
			h.sign(item)
		}
		h.close("ul")
		h.close("section")
	}
	h.close("div")
}

// sign writes a line in which whom to call stands before a colon.
func (h *htmlPage) sign(line string) {
	h.open("li")
	whom, signs, parted := strings.Cut(line, ": ")
	if parted {
		h.open("strong")
		h.text(whom + ":")
		h.WriteString("</strong> ")
		line = signs
	}
	h.text(line)
	h.close("li")
}

func (h *htmlPage) part(p Part) error {
	h.open("section", "class", "part")
	h.element("h2", p.Heading)
	for _, s := range p.Steps {
		h.open("article", "class", "step")
		h.WriteByte('\n')
		if err := h.pictures(s); err != nil {
			return err
		}
		h.open("div")
		h.what(s)
		h.items("ol", s.How)
		h.cautions(s)
		h.labelled(h.library.Say(phraseStop), strings.Join(s.Stop, " "), "class", "aside")
		h.close("div")
		h.close("article")
	}
	h.close("section")
	return nil
}

func (h *htmlPage) more(s Sheet) {
	if !s.hasMore() {
		return
	}
	h.open("section", "class", "part")
	h.element("h2", h.library.Say(phraseMore))
	h.open("ul", "class", "more")
	h.WriteByte('\n')
	for _, step := range s.More {
		h.open("li")
		h.what(step)
		h.cautions(step)
		h.close("li")
	}
	h.close("ul")
	if after := s.afterMore(h.library); after != "" {
		h.element("p", after, "class", "how")
	}
	h.close("section")
}

// what writes the title and the dose of a step, with a box for each time of
// the day.
func (h *htmlPage) what(s Step) {
	h.open("div", "class", "what")
	h.open("div")
	h.element("h3", s.Title)
	h.element("p", s.Dose, "class", "dose")
	h.close("div")
	h.open("span", "class", "ticks")
	for i := range max(s.Times, 1) {
		label := h.library.Sayf(phraseTick, s.Title)
		if s.Times > 1 {
			label = h.library.Sayf(phraseTickOf, s.Title, i+1, s.Times)
		}
		h.open("input", "type", "checkbox", "aria-label", label)
	}
	h.WriteString("</span>")
	h.close("div")
}

func (h *htmlPage) cautions(s Step) {
	for _, t := range s.TakeCare {
		h.labelled(h.library.Say(phraseTakeCare), t, "class", "aside")
	}
	if len(s.LeaveOut) > 0 {
		h.labelled(h.library.Say(phraseLeaveOut), strings.Join(s.LeaveOut, "; ")+".", "class", "aside")
	}
}

// pictures writes how a step begins and, where it moves, how far it goes. The
// words of the first picture tell the second one too.
func (h *htmlPage) pictures(s Step) error {
	moves := s.Figure.Keyframes() > 1
	class := "pictures"
	if moves {
		class = "pictures pair"
	}
	h.open("div", "class", class)
	if err := h.picture(s, 0, s.ID); err != nil {
		return err
	}
	if moves {
		h.open("div", "aria-hidden", "true")
		if err := h.picture(s, 1, s.ID+"-then"); err != nil {
			return err
		}
		h.close("div")
	}
	h.close("div")
	return nil
}

func (h *htmlPage) picture(s Step, keyframe int, id string) error {
	const wide = 240
	var svg bytes.Buffer
	if err := figure.SVG(&svg, s.Figure.Key(keyframe, false), figure.Paper{ID: id, Title: s.Title, Width: wide, Words: h.library.PictureWords(s.Figure.ID)}); err != nil {
		return fmt.Errorf("draw %s: %w", s.ID, err)
	}
	h.Write(svg.Bytes())
	return nil
}
