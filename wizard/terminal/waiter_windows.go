package terminal

import (
	"errors"
	"os"
	"time"
)

// What a wait for keys ends with.
type awaited int

const (
	nothingCame awaited = iota
	keysCame
	wokenUp
)

// A waiter is never needed: on Windows a stage takes lines.
type waiter struct{}

func newWaiter(*os.File) (*waiter, error) { return nil, errors.ErrUnsupported }

func (*waiter) wake() {}
func (*waiter) free() {}
func (*waiter) await(time.Duration) (awaited, error) {
	return nothingCame, errors.ErrUnsupported
}

func watchContinue(func(), <-chan struct{}) func() { return func() {} }

func watchSize(func(), <-chan struct{}) func() { return func() {} }

func stopGroup(continued, closing <-chan struct{}) {}
