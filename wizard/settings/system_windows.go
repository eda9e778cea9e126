package settings

// carefully adds nothing here: there are no pipes in the file system.
const carefully = 0

// lock does nothing: a folder cannot be locked on Windows, where two windows
// that change settings in the same instant may lose one of the two changes.
func lock(string) (unlock func(), err error) { return func() {}, nil }
