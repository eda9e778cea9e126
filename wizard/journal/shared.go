package journal

import (
	"os"
	"runtime"
)

// Shared returns the paths, of the journal and its folder, that others than
// their owner may look into; none where all is private. Append makes them
// private and never changes them afterwards, because a person may have chosen
// to share them; but they may as well have come out of a backup so, and then
// they should hear of it.
func (j *Journal) Shared() []string {
	if runtime.GOOS == "windows" {
		return nil // rights are inherited from the person's profile there
	}
	const others = 0o077
	var shared []string
	for _, path := range []string{j.folder, j.Path()} {
		if info, err := os.Stat(path); err == nil && info.Mode()&others != 0 {
			shared = append(shared, path)
		}
	}
	return shared
}
