package journal

import (
	"errors"
	"os"
	"syscall"
)

// carefully adds nothing here: there are no pipes in the file system, and the
// look before opening finds links.
const carefully = 0

// What Windows calls the same faults.
const (
	errorDirectory      = syscall.Errno(267)
	errorHandleDiskFull = syscall.Errno(39)
	errorDiskFull       = syscall.Errno(112)
	errorWriteProtect   = syscall.Errno(19)
	errorFileTooLarge   = syscall.Errno(223)
	errorDirNotEmpty    = syscall.Errno(145)
)

func isDiskFull(err error) bool {
	return errors.Is(err, errorDiskFull) || errors.Is(err, errorHandleDiskFull)
}
func isTooLarge(err error) bool { return errors.Is(err, errorFileTooLarge) }
func isFolder(err error) bool   { return errors.Is(err, syscall.EISDIR) }
func isNotFolder(err error) bool {
	return errors.Is(err, errorDirectory) || errors.Is(err, syscall.ENOTDIR)
}
func isReadOnly(err error) bool { return errors.Is(err, errorWriteProtect) }
func isNotEmpty(err error) bool { return errors.Is(err, errorDirNotEmpty) }
func isLoop(error) bool         { return false }

func writeOnce(f *os.File, p []byte) (int, error) { return f.Write(p) }

// syncFolder does nothing: the file system of Windows keeps names by itself.
func syncFolder(string) error { return nil }
