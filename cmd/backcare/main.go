// Command backcare is a guided self-care wizard for a person whose back has
// gone into spasm.
//
// This package reads flags, wires the floors below together and decides on
// exit codes. It is the only place where an error is printed. It must not
// hold medical knowledge, which is in guidance, nor ask questions itself,
// which wizard does.
package main

import (
	"os"
	"os/signal"
	"syscall"
)

func main() {
	// A write to a closed pipe is to be an error that can be answered, rather
	// than the end of the process.
	signal.Ignore(syscall.SIGPIPE)
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}
