package terminal

import (
	"os"
	"slices"
	"sync"
	"time"

	"backcare/wizard"
)

// A keyReader turns keys into presses on a goroutine of its own, until it is
// closed. Then no key can reach it any more, nor be lost to the next reader.
type keyReader struct {
	presses chan wizard.Press
	// stop stops the program and returns when it goes on; resume is called
	// when it goes on after somebody else stopped it.
	stop, resume func()
	// resized is called when the size of the window has changed.
	resized func()

	in     *os.File
	waiter *waiter
	keys   pressDecoder
	buf    [4096]byte // more than a terminal hands over at once
	// left is whether somebody left, taken or not. It is to be read after
	// close.
	left bool

	// continued hears that the program goes on.
	continued chan struct{}
	closing   chan struct{}
	joined    sync.WaitGroup
}

func newKeyReader(in *os.File) (*keyReader, error) {
	w, err := newWaiter(in)
	if err != nil {
		return nil, err
	}
	return &keyReader{
		in: in, waiter: w, presses: make(chan wizard.Press, 16),
		continued: make(chan struct{}, 1), closing: make(chan struct{}),
	}, nil
}

// start begins to read.
func (r *keyReader) start() {
	r.joined.Go(watchContinue(r.heardContinue, r.closing))
	r.joined.Go(watchSize(r.resized, r.closing))
	r.joined.Go(r.run)
}

// close ends the reading and waits until it has ended. It must be called
// once.
func (r *keyReader) close() {
	close(r.closing)
	r.waiter.wake()
	r.joined.Wait()
	r.waiter.free()
}

// heardContinue wakes the reader up: the program was stopped and goes on.
func (r *keyReader) heardContinue() {
	select {
	case r.continued <- struct{}{}:
	default:
	}
	r.waiter.wake()
}

func (r *keyReader) run() {
	defer close(r.presses)
	for {
		came, err := r.waiter.await(r.keys.patience())
		if err != nil {
			return
		}
		select {
		case <-r.closing:
			return
		case <-r.continued:
			r.resume()
			if !r.deliver(wizard.PressReturn) {
				return
			}
		default:
		}
		switch came {
		case nothingCame:
			r.keys.settle()
		case keysCame:
			if !r.read() {
				return
			}
		}
	}
}

// read reads what the terminal has, and reports whether there may be more.
func (r *keyReader) read() bool {
	n, err := r.in.Read(r.buf[:])
	presses, stop := r.keys.gesture(r.buf[:n])
	for _, press := range presses {
		r.left = r.left || press == wizard.PressLeave
		if !r.deliver(press) {
			return false
		}
	}
	if stop {
		r.stop()
		if !r.deliver(wizard.PressReturn) {
			return false
		}
	}
	return err == nil && n > 0
}

// deliver hands a press over, unless nobody wants presses any more.
func (r *keyReader) deliver(p wizard.Press) bool {
	select {
	case r.presses <- p:
		return true
	case <-r.closing:
		return false
	}
}

// A pressDecoder turns bytes of a terminal into presses.
type pressDecoder struct{ keys decoder }

// forever is a wait without an end.
const forever = time.Duration(-1)

// patience is how long to wait for more bytes before settle.
func (d *pressDecoder) patience() time.Duration {
	switch {
	case d.keys.pasting:
		return pasteWait
	case d.keys.unfinished():
		return escapeWait
	}
	return forever
}

// settle gives up what is unfinished.
func (d *pressDecoder) settle() { d.keys.settle() }

// gesture takes what arrived at once as a whole, as a guard does: different
// characters at once are a paste or an elbow, and do nothing. The same key
// several times is somebody who holds it down. The second result is true when
// the program is to be stopped.
func (d *pressDecoder) gesture(bytes []byte) (presses []wizard.Press, stop bool) {
	var keys []key
	for _, b := range bytes {
		if k := small(d.keys.next(b)); k != noKey {
			keys = append(keys, k)
		}
	}
	if slices.Contains(keys, keyInterrupt) {
		return []wizard.Press{wizard.PressLeave}, false
	}
	if isBurst(keys) {
		return nil, false
	}
	for _, k := range keys {
		if p, ok := pressOf[k]; ok {
			presses = append(presses, p)
		}
	}
	return presses, slices.Contains(keys, keyStop)
}

// isBurst reports whether keys are text rather than keys.
func isBurst(keys []key) bool {
	first := noKey
	for _, k := range keys {
		switch {
		case k == keyText, k == keyPaste:
			return true
		case k != keyEnter && k < ' ':
			continue
		case first == noKey:
			first = k
		case k != first:
			return true
		}
	}
	return false
}

// pressOf is what keys mean on a stage.
var pressOf = map[key]wizard.Press{
	' ':      wizard.PressPause,
	keyEnter: wizard.PressBegin,
	'n':      wizard.PressNext,
	keyRight: wizard.PressNext,
	'p':      wizard.PressPrevious,
	keyLeft:  wizard.PressPrevious,
	'r':      wizard.PressRepeat,
	'+':      wizard.PressLonger,
	'=':      wizard.PressLonger,
	'-':      wizard.PressShorter,
	'w':      wizard.PressWorse,
	'y':      wizard.PressFine,
	'?':      wizard.PressHelp,
	'q':      wizard.PressQuit,
}
