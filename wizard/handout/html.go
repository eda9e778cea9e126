package handout

import (
	"bytes"
	_ "embed"
	"html"
	"strings"

	"backcare/guidance"
)

//go:embed page.css
var pageStyle string

// styleHash is the SHA-256 of page.css, by which the policy of a page allows
// its style and no other. It is written down rather than computed, so that no
// run pays for it.
const styleHash = "OagSRzKqrEbtmXer5I1Kb/C1+z1VWA5CmtelI0LnPZ8="

// policy lets a page load nothing from anywhere and run no script.
const policy = "default-src 'none'; style-src 'sha256-" + styleHash + "'; base-uri 'none'; form-action 'none'"

// An htmlPage is a page that is written element by element. Whatever is text
// or the value of an attribute is escaped here, so that none can be forgotten;
// only pictures are written as they are. A package of templates would do the
// same and keep half a megabyte more in the memory of every command.
type htmlPage struct {
	bytes.Buffer
	library *guidance.Library
}

// open writes the start of an element, with attributes as names and values.
func (h *htmlPage) open(tag string, attributes ...string) {
	h.WriteString("<" + tag)
	for i := 0; i+1 < len(attributes); i += 2 {
		h.WriteString(" " + attributes[i] + `="` + html.EscapeString(attributes[i+1]) + `"`)
	}
	h.WriteString(">")
}

func (h *htmlPage) close(tag string) { h.WriteString("</" + tag + ">\n") }

// text writes text within a line.
func (h *htmlPage) text(text string) { h.WriteString(html.EscapeString(clean(text))) }

// element writes an element that holds text.
func (h *htmlPage) element(tag, text string, attributes ...string) {
	h.open(tag, attributes...)
	h.text(text)
	h.close(tag)
}

// labelled writes a paragraph that begins with a label in bold.
func (h *htmlPage) labelled(label, text string, attributes ...string) {
	h.open("p", attributes...)
	h.open("b")
	h.text(label + ":")
	h.WriteString("</b> ")
	h.text(text)
	h.close("p")
}

// items writes a list.
func (h *htmlPage) items(tag string, items []string) {
	h.open(tag)
	h.WriteByte('\n')
	for _, item := range items {
		h.element("li", item)
	}
	h.close(tag)
}

// begin writes everything up to the body.
func (h *htmlPage) begin(title, class string) {
	h.WriteString("<!DOCTYPE html>\n")
	h.open("html", "lang", h.library.Language())
	h.WriteString("\n<head>\n<meta charset=\"utf-8\">\n")
	h.open("meta", "http-equiv", "Content-Security-Policy", "content", policy)
	h.WriteString("\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"referrer\" content=\"no-referrer\">\n")
	h.element("title", title)
	h.WriteString("<style>" + pageStyle + "</style>\n</head>\n")
	h.open("body", "class", class)
	h.WriteByte('\n')
}

func (h *htmlPage) end() { h.WriteString("</body>\n</html>\n") }

// works writes the sources in a run of text, each led by a mark of its own.
func (h *htmlPage) works(sources []guidance.Source, mark func(int) string) {
	h.open("p", "class", "works")
	for i, s := range sources {
		h.text(mark(i))
		h.work(s)
		h.WriteString(".\n")
	}
	h.close("p")
}

// work writes a source. A title in another language than the page is marked as
// that, so that a screen reader says it in its own.
func (h *htmlPage) work(s guidance.Source) {
	foreign := s.Language != h.library.Language()
	if foreign {
		h.open("span", "lang", s.Language)
	}
	if strings.HasPrefix(s.Address, "https://") || strings.HasPrefix(s.Address, "http://") {
		h.open("a", "href", s.Address, "rel", "noreferrer noopener")
		h.text(s.Title)
		h.WriteString("</a>")
	} else {
		h.text(s.Title)
	}
	if by := publisher(s); by != "" {
		h.text(" (" + by + ")")
	}
	if foreign {
		h.WriteString("</span>")
	}
}
