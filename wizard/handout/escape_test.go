package handout

import (
	"html"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"backcare/wizard"
)

// strangeNotes are what a person, or whoever wrote into the journal, may have
// left there.
var strangeNotes = []string{"slept well", "</style><script>alert(1)</script>", "<!-- ", "]]>", "&lt;b&gt;", "\u202e\x1b[31m\x00 x", "'\"`=",
	"# a", "- b", "1. c", "10) d", "+ e", "> f", "```", "~~~", "    g", "a\n\nb", "[x](javascript:y)", "![x](z)", "<http://a.b>", "***", "===", "\\", "a | b", "&amp; &copy; &#35;",
	"trailing \\", "*a* _b_", "= ", "::: x", "$1$", "{{.}}", "\u2028x\u0085y", "\xff\xfe", strings.Repeat("é", 500), "ز\u200fו"}

// FuzzNote puts any note into a page and looks whether it stands there as text
// and changes nothing else.
func FuzzNote(f *testing.F) {
	for _, note := range strangeNotes {
		f.Add(note)
	}
	c := withDiary(checked(f, answersWith(f, `{}`)), "lower")
	f.Fuzz(func(t *testing.T, note string) {
		const marker = "MARKER"
		with := func(text string) Check {
			changed := c
			changed.Diary = append([]wizard.Entry{}, c.Diary...)
			changed.Diary[4].Note = text
			return changed
		}
		notes := NewClinicianPage(with(note)).Notes
		if clean(note) == "" || strings.TrimSpace(clean(note)) == "" {
			return // then there is none to show
		}
		shown := notes[0]
		if !utf8.ValidString(shown) || strings.ContainsAny(shown, "\n\r\x1b\x00\u202e") {
			t.Fatalf("got %q, want nothing that is no text", shown)
		}
		date, text, _ := strings.Cut(shown, ": ")
		page := write(t, "clinician.html", with(marker))
		if got, want := oneQuote(write(t, "clinician.html", with(note))), oneQuote(strings.Replace(page, marker, html.EscapeString(text), 1)); got != want {
			t.Errorf("HTML: %q changes more than itself:\n%s", note, got)
		}
		page = write(t, "clinician.md", with(marker))
		line := "- " + plain(date+": "+text) + "\n"
		if got, want := write(t, "clinician.md", with(note)), strings.Replace(page, "- "+date+": "+marker+"\n", line, 1); got != want {
			t.Errorf("Markdown: %q changes more than its line:\n%s", note, got)
		}
		if bare := regexp.MustCompile("(^|[^\\\\])(\\\\\\\\)*[`*_\\[\\]<>&#|~]"); bare.MatchString(strings.TrimPrefix(line, "- ")) {
			t.Errorf("Markdown: %q means something in %q", note, line)
		}
		for _, l := range strings.Split(write(t, "clinician.txt", with(note)), "\n") {
			if strings.ContainsAny(l, "\x1b\x00\r\u202e") {
				t.Errorf("text: %q lets through %q", note, l)
			}
		}
	})
}

// oneQuote writes quotes in one way, of which HTML has several.
func oneQuote(page string) string {
	return strings.NewReplacer("&#34;", `"`, "&quot;", `"`, "&#39;", "'", "&#43;", "+").Replace(page)
}

// FuzzPlain is any text in Markdown: at the beginning of a line, where most
// marks mean something, it stays a text.
func FuzzPlain(f *testing.F) {
	for _, text := range []string{"# a", "- b", "1. c", "999999999) d", "1234567890. e", "+", "=", "==", "--", "12:30", "a\\"} {
		f.Add(text)
	}
	opens := regexp.MustCompile(`^([#>+=-]|[0-9]{1,9}[.)])`)
	f.Fuzz(func(t *testing.T, text string) {
		if got := plain(text); opens.MatchString(got) || strings.Contains(got, "\n") || strings.HasPrefix(got, " ") {
			t.Errorf("got %q for %q, want a text", got, text)
		}
	})
}

// A line of text is never longer than the paper, except for one word that is.
func TestTextFitsOnPaper(t *testing.T) {
	for who, c := range someone(t) {
		for _, name := range []string{"sheet.txt", "clinician.txt"} {
			for _, line := range strings.Split(write(t, name, c), "\n") {
				if n := utf8.RuneCountInString(line); n > paperWidth {
					t.Errorf("%s, %s: got %d columns: %s", who, name, n, line)
				}
				for _, r := range line {
					if r > '~' {
						t.Errorf("%s, %s: %q is more than a simple printer knows", who, name, r)
					}
				}
			}
		}
	}
}

// A page of HTML asks for nothing from outside and runs nothing, and says what
// language it is in.
func TestHTMLIsSelfContained(t *testing.T) {
	outside := regexp.MustCompile(`(?i)<(script|link|img|iframe|object|embed|base|form)|\ssrc=|\sstyle=|@import|url\((?:[^#)])|\son[a-z]+=|javascript:`)
	for who, c := range someone(t) {
		for _, name := range []string{"sheet.html", "clinician.html"} {
			got := write(t, name, c)
			if found := outside.FindString(got); found != "" {
				t.Errorf("%s, %s: has %q", who, name, found)
			}
			for _, want := range []string{`<html lang="en">`, "default-src &#39;none&#39;", styleHash} {
				if !strings.Contains(html.UnescapeString(got), html.UnescapeString(want)) {
					t.Errorf("%s, %s: lacks %q", who, name, want)
				}
			}
			if n := strings.Count(got, "<svg"); n != strings.Count(got, `role="img"`) || n != strings.Count(got, "<desc") {
				t.Errorf("%s, %s: not every picture says what it is", who, name)
			}
		}
	}
}
