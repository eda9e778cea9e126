package settings

import (
	"errors"
	"io"
	"io/fs"
	"os"

	"backcare/guidance/message"
)

// mostBytes is the size of a file that is no settings any more.
const mostBytes = 1 << 20

var (
	errNotRegular = message.New("it is not an ordinary file")
	errTooLarge   = message.New("it is larger than settings can be")
)

// read returns what stands in a file. A pipe or a device is refused, because it
// may be waited for without end, and so is a file of absurd size.
func read(path string) (data []byte, err error) {
	// Looked at before it is opened: to open some devices does something.
	info, err := os.Stat(path)
	if err == nil {
		err = ordinary(path, info)
	}
	if err != nil {
		return nil, err
	}
	f, err := os.OpenFile(path, os.O_RDONLY|carefully, 0)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	// Once more, now that it cannot be exchanged.
	if info, err = f.Stat(); err == nil {
		err = ordinary(path, info)
	}
	if err != nil {
		return nil, err
	}
	if data, err = io.ReadAll(io.LimitReader(f, mostBytes+1)); len(data) > mostBytes {
		return nil, &fs.PathError{Op: "read", Path: path, Err: errTooLarge}
	}
	return data, err
}

func ordinary(path string, info fs.FileInfo) error {
	if !info.Mode().IsRegular() {
		return &fs.PathError{Op: "open", Path: path, Err: errNotRegular}
	}
	return nil
}
