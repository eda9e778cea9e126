//go:build unix

package terminal

import (
	"errors"
	"testing"

	"backcare/wizard"
	"backcare/wizard/terminal/ptytest"
)

// Whatever is shown when the terminal goes, that is a person who leaves, and no
// failure of the program.
func TestShowingOnATerminalThatHasGoneIsLeaving(t *testing.T) {
	page := wizard.Page{{Kind: wizard.Paragraph, Text: "Lie down."}}
	for name, show := range map[string]func(*Terminal) error{
		"tell":    func(term *Terminal) error { return term.Tell(page) },
		"present": func(term *Terminal) error { return term.Present(page) },
		"scene":   func(term *Terminal) error { return term.Stage().Show(wizard.Scene{Title: "Heat"}) },
		"announce": func(term *Terminal) error {
			return term.Stage().Announce(wizard.Announcement{Text: "Begin", Bell: true})
		},
	} {
		for _, plain := range []bool{false, true} {
			if plain && name == "scene" {
				continue // there is nothing to see in plain lines
			}
			for end, gone := range map[string]func(*ptytest.Terminal, *Terminal){
				"hang-up": func(p *ptytest.Terminal, _ *Terminal) { p.HangUp() },
				"closed":  func(_ *ptytest.Terminal, term *Terminal) { _ = term.Close() },
			} {
				if end == "closed" && (name == "tell" || name == "present") {
					continue // after a signal, what there is to say is still said
				}
				p := ptytest.Open(t, 80, 24)
				term := Open(Settings{In: p.TTY(), Out: p.TTY(), Err: p.TTY(), Getenv: plainEnv, Plain: plain})
				if _, err := term.Stage().Open(); err != nil {
					t.Fatal(err)
				}
				gone(p, term)
				if err := show(term); !errors.Is(err, wizard.ErrLeave) {
					t.Errorf("%s, plain %v, %s: got %v, want that the person left", name, plain, end, err)
				}
				_ = term.Stage().Close() // of the terminal nothing is left to give back
			}
		}
	}
}
