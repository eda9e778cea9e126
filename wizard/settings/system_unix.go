//go:build unix

package settings

import (
	"errors"
	"os"
	"syscall"
	"time"

	"backcare/guidance/message"
)

// carefully keeps opening from waiting for the other end of a pipe that was put
// there after the look.
const carefully = syscall.O_NONBLOCK

var errBusy = message.New("another backcare is changing them")

const (
	// lockPatience is how long to wait for another program to finish. One that
	// was stopped in the midst of a change never does.
	lockPatience = 5 * time.Second
	lockAgain    = 2 * time.Millisecond
)

// lock keeps other programs from changing the files of a folder until unlock is
// called. It is the folder that is locked: the file itself is another one after
// each change, and a file for the lock alone would be left over. Where the file
// system knows no locks, nothing is locked.
func lock(folder string) (unlock func(), err error) {
	f, err := os.Open(folder)
	if err != nil {
		return nil, err
	}
	for end := time.Now().Add(lockPatience); ; time.Sleep(lockAgain) {
		err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
		switch {
		case errors.Is(err, syscall.EINTR):
		case !errors.Is(err, syscall.EWOULDBLOCK):
			return func() { _ = f.Close() }, nil
		case time.Now().After(end):
			return nil, errors.Join(errBusy, f.Close())
		}
	}
}
