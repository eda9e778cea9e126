package message

// System is what the operating system and its files say of trouble that people
// meet, as on Linux, macOS and Windows. Anything else stays in its own words.
var System = []string{
	"open", "read", "write", "stat", "lstat", "mkdir", "remove", "rename", "sync", "close", "createtemp",
	"no such file or directory", "permission denied", "operation not permitted", "no space left on device", "disk quota exceeded",
	"is a directory", "not a directory", "file exists", "read-only file system", "input/output error", "file name too long",
	"too many open files", "device or resource busy", "broken pipe", "file already closed",
	"The system cannot find the file specified.", "The system cannot find the path specified.", "Access is denied.",
	"There is not enough space on the disk.", "The file exists.", "The media is write protected.",
	"The process cannot access the file because it is being used by another process.",
}
