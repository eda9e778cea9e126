package journal

import (
	"path/filepath"
	"runtime"

	"backcare/guidance/message"
)

// Dir returns the folder where this person's journal belongs: backcare in
// $XDG_DATA_HOME on every system where that is set, and otherwise in
// ~/.local/share, in ~/Library/Application Support on macOS, and in
// %LOCALAPPDATA% on Windows. getenv is os.Getenv but for tests. It is an
// *message.Advised where the environment does not say where the person's home is.
//
// The folder is worked out here rather than by a module: the one at hand reads
// files and asks the system for every known folder as the program starts,
// which would be paid for by every command.
func Dir(getenv func(string) string) (string, error) { return dirOn(runtime.GOOS, getenv) }

func dirOn(system string, getenv func(string) string) (string, error) {
	// A relative path is to be ignored, says the specification: it would mean
	// another folder wherever the program is started.
	absolute := func(name string) string {
		if path := getenv(name); filepath.IsAbs(path) {
			return path
		}
		return ""
	}
	if data := absolute("XDG_DATA_HOME"); data != "" {
		return filepath.Join(data, "backcare"), nil
	}
	home, below := absolute("HOME"), []string{".local", "share"}
	switch system {
	case "darwin":
		below = []string{"Library", "Application Support"}
	case "windows":
		home, below = absolute("LOCALAPPDATA"), nil
	}
	if home == "" {
		name := "HOME"
		if system == "windows" {
			name = "LOCALAPPDATA"
		}
		return "", &message.Advised{Err: message.Errorf("find the journal: %s does not name your home folder", name),
			Hint: message.Phrase("Set XDG_DATA_HOME to the full path of a folder for your data.")}
	}
	return filepath.Join(append(append([]string{home}, below...), "backcare")...), nil
}
