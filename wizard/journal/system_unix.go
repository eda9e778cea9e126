//go:build unix

package journal

import (
	"errors"
	"os"
	"syscall"
)

// carefully are the flags that keep opening from following a link, and from
// waiting for the other end of a pipe that was put there after the look.
const carefully = syscall.O_NOFOLLOW | syscall.O_NONBLOCK

func isDiskFull(err error) bool {
	return errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT)
}
func isTooLarge(err error) bool  { return errors.Is(err, syscall.EFBIG) }
func isFolder(err error) bool    { return errors.Is(err, syscall.EISDIR) }
func isNotFolder(err error) bool { return errors.Is(err, syscall.ENOTDIR) }
func isReadOnly(err error) bool  { return errors.Is(err, syscall.EROFS) }
func isNotEmpty(err error) bool {
	return errors.Is(err, syscall.ENOTEMPTY) || errors.Is(err, syscall.EEXIST)
}
func isLoop(err error) bool { return errors.Is(err, syscall.ELOOP) }

// writeOnce hands everything to the system in one call. os.File.Write would
// call again with the rest, and another program could have written between.
func writeOnce(f *os.File, p []byte) (n int, err error) {
	raw, err := f.SyscallConn()
	if err != nil {
		return 0, err
	}
	var failed error
	err = raw.Write(func(fd uintptr) bool {
		for {
			n, failed = syscall.Write(int(fd), p)
			if failed != syscall.EINTR { // nothing was written yet
				return true
			}
		}
	})
	if failed != nil {
		n, err = 0, &os.PathError{Op: "write", Path: f.Name(), Err: failed}
	}
	return n, err
}

// syncFolder makes a new name in a folder outlast a power cut.
func syncFolder(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	err = f.Sync()
	if errors.Is(err, syscall.EINVAL) || errors.Is(err, syscall.ENOTSUP) {
		err = nil // some network file systems keep no order to enforce
	}
	return errors.Join(err, f.Close())
}
