package handout

import (
	"fmt"
	"io"
	"strings"
)

// WriteClinicianHTML writes the page for a clinician as HTML that loads
// nothing.
func WriteClinicianHTML(w io.Writer, c Check) error {
	p, h := NewClinicianPage(c), &htmlPage{library: c.Library}
	h.begin(p.Title, "clinician")
	h.clinicianHead(p)
	h.open("main")
	h.WriteByte('\n')
	h.open("div", "class", "columns")
	h.complaint(p)
	h.course(p)
	h.close("div")
	h.open("section", "class", "flags")
	h.element("h2", c.Library.Say(phraseSigns))
	for _, l := range p.Signs {
		h.labelled(l.Heading, strings.Join(l.Items, "; ")+".")
	}
	h.close("section")
	h.open("section")
	h.element("h2", c.Library.Say(phraseRules))
	h.items("ul", ruleLines(c.Library, p))
	h.close("section")
	if len(p.Notes) > 0 {
		h.open("section")
		h.element("h2", p.NotesTitle)
		h.items("ul", p.Notes)
		h.close("section")
	}
	h.close("main")
	h.open("footer", "class", "fine")
	h.WriteByte('\n')
	if len(p.Sources) > 0 {
		h.element("h2", c.Library.Say(phraseRefs))
		h.works(p.Sources, func(i int) string { return fmt.Sprintf("[%d] ", i+1) })
	}
	h.element("h2", c.Library.Say(phraseIntended))
	h.element("p", p.Limits+" "+p.Intended)
	h.close("footer")
	h.end()
	_, err := h.WriteTo(w)
	return err
}

func (h *htmlPage) clinicianHead(p ClinicianPage) {
	h.open("header")
	h.WriteByte('\n')
	h.element("h1", p.Title)
	h.element("p", p.Dated, "class", "dated")
	h.open("p", "class", "blanks", "aria-hidden", "true")
	h.element("span", h.library.Say(phraseName))
	h.element("span", h.library.Say(phraseBorn))
	h.close("p")
	h.element("p", p.Advice, "class", "advice")
	h.close("header")
}

func (h *htmlPage) complaint(p ClinicianPage) {
	h.open("section")
	h.element("h2", h.library.Say(phraseComplaint))
	h.open("dl")
	h.WriteByte('\n')
	for _, row := range p.Complaint {
		h.open("div")
		h.element("dt", row.Term)
		h.element("dd", row.Said)
		h.close("div")
	}
	h.close("dl")
	h.close("section")
}

func (h *htmlPage) course(p ClinicianPage) {
	h.open("section")
	h.element("h2", h.library.Say(phraseCourse))
	if p.Plot != nil {
		h.WriteString(plotSVG(h.library, p.Plot, strings.Join(p.Course, " ")))
	}
	for _, text := range p.Course {
		h.element("p", text)
	}
	if len(p.Tried) > 0 {
		h.element("h2", h.library.Say(phraseTried))
		for _, text := range p.Tried {
			h.element("p", text)
		}
	}
	h.close("section")
}
