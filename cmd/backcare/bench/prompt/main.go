// Command prompt is the third yardstick of the benchmark: survey alone, asking
// one question with the choices given as arguments. It must import nothing of
// backcare.
package main

import (
	"fmt"
	"os"

	"github.com/AlecAivazis/survey/v2"
)

func main() {
	var chosen int
	ask := &survey.Select{Message: os.Args[1], Options: os.Args[2:], PageSize: len(os.Args)}
	if err := survey.AskOne(ask, &chosen, survey.WithStdio(os.Stdin, os.Stderr, os.Stderr)); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
