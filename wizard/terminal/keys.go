package terminal

// A key is what a person pressed: a printable ASCII character as itself, or
// one of the negative constants.
type key int

const (
	noKey        key = -iota // nothing: a control, or part of a sequence
	keyUp                    // arrow up
	keyDown                  // arrow down
	keyLeft                  // arrow left
	keyRight                 // arrow right
	keyTab                   // Tab
	keyEnter                 // Enter, however the terminal spells it
	keyErase                 // Backspace
	keyInterrupt             // Ctrl-C, and Ctrl-D which means the same here
	keyStop                  // Ctrl-Z, where it is not a signal
	keyText                  // a character beyond ASCII
	keyPaste                 // the end of a paste
)

// A decoder turns bytes of a terminal into keys, one byte at a time, so that
// it does not matter how reads split them. Whatever it does not know is noKey
// from beginning to end: reports of the mouse, replies of the terminal, keys
// held with Alt, function keys.
type decoder struct {
	state   decoderState
	params  []byte // between ESC [ and the final byte
	skip    int    // bytes still to swallow in state skipping
	pasting bool   // between the marks of a bracketed paste
}

type decoderState int

const (
	ground     decoderState = iota
	escape                  // after ESC
	control                 // after ESC [
	single                  // after ESC O
	text                    // after ESC ], ESC P and their like, until ST or BEL
	textEscape              // after an ESC in text
	skipping                // in the tail of an old mouse report
)

// maxParams is longer than any sequence that means something here.
const maxParams = 32

// next takes the next byte and returns the key it completes, or noKey.
func (d *decoder) next(b byte) key {
	// Leaving works always, even inside a sequence that never ends.
	if b == 0x03 || b == 0x04 {
		d.state = ground
		return keyInterrupt
	}
	was := d.pasting
	k := d.step(b)
	switch {
	case was && !d.pasting:
		return keyPaste
	case d.pasting:
		return noKey
	}
	return k
}

// step runs the state machine, which does not know about pastes.
func (d *decoder) step(b byte) key {
	switch d.state {
	case escape:
		return d.afterEscape(b)
	case control:
		return d.inControl(b)
	case single:
		d.state = ground
		return arrow(b)
	case text, textEscape:
		d.inText(b)
		return noKey
	case skipping:
		if d.skip--; d.skip <= 0 {
			d.state = ground
		}
		return noKey
	default:
		return d.onGround(b)
	}
}

func (d *decoder) onGround(b byte) key {
	switch {
	case b == 0x1b:
		d.state = escape
		return noKey
	case b == '\r', b == '\n':
		return keyEnter
	case b == '\t':
		return keyTab
	case b == '\b', b == 0x7f:
		return keyErase
	case b == 0x1a:
		return keyStop
	case b < ' ':
		return noKey
	case b > 0x7f:
		return keyText
	}
	return key(b)
}

func (d *decoder) afterEscape(b byte) key {
	d.state = ground
	switch b {
	case '[':
		d.state, d.params = control, d.params[:0]
	case 'O':
		d.state = single
	case ']', 'P', 'X', '^', '_':
		d.state = text
	case 0x1b:
		d.state = escape
	}
	return noKey
}

func (d *decoder) inControl(b byte) key {
	switch {
	case b >= 0x20 && b <= 0x3f:
		if len(d.params) < maxParams {
			d.params = append(d.params, b)
		}
		return noKey
	case b == 0x1b:
		d.state = escape
		return noKey
	case b < 0x40 || b > 0x7e:
		d.state = ground
		return noKey
	}
	d.state = ground
	switch params := string(d.params); {
	case b == '~' && params == "200":
		d.pasting = true
	case b == '~' && params == "201":
		d.pasting = false
	case b == 'M' && params == "":
		// An old mouse report: a button and two coordinates follow, and
		// they look like letters.
		d.state, d.skip = skipping, 3
	case b == '[' && params == "":
		// A function key of the Linux console: one letter follows.
		d.state, d.skip = skipping, 1
	case params == "":
		return arrow(b)
	}
	return noKey
}

func (d *decoder) inText(b byte) {
	switch {
	case b == 0x07, d.state == textEscape && b == '\\':
		d.state = ground
	case b == 0x1b:
		d.state = textEscape
	default:
		d.state = text
	}
}

// unfinished reports whether more bytes must follow to make a key.
func (d *decoder) unfinished() bool {
	return d.state != ground || d.pasting
}

// settle gives up what is unfinished, after nothing followed for a while: the
// Esc key alone, or a sequence that lost its end.
func (d *decoder) settle() {
	d.state, d.pasting = ground, false
}

// arrow names the arrow keys by the final byte of their sequence.
func arrow(b byte) key {
	switch b {
	case 'A':
		return keyUp
	case 'B':
		return keyDown
	case 'C':
		return keyRight
	case 'D':
		return keyLeft
	}
	return noKey
}
