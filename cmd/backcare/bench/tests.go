//go:build unix

package main

import (
	"errors"
	"fmt"
	"os/exec"
	"regexp"
	"strconv"
)

// figureBytes counts what a moving figure sends to the terminal, as the test
// does it.
func figureBytes(_ *programs, t *table) error {
	value, err := measured("./wizard/terminal", "TestBytesOfAMovingPicture", "figure-bytes")
	if err == nil {
		t.atMost("a moving figure of 44x16 cells", value, 6000, " bytes/s", "")
	}
	return err
}

// figureMemory weighs the player, as the test does it. How much of the program's
// file counts as memory is the decision of the kernel, so it is not the same
// everywhere; the test has a limit of its own against what grows.
func figureMemory(_ *programs, t *table) error {
	value, err := measured("./cmd/backcare", "TestMemoryOfAMovingFigure", "figure-memory")
	if err == nil {
		t.atMost("peak memory, a figure moving", value, 9, " MiB", "")
	}
	return err
}

// sweep times the walk over every path of the questionnaire and the random
// people, as the tests do them.
func sweep(_ *programs, t *table) error {
	seconds := 0.0
	for _, test := range []string{"TestEveryPathEnds", "TestRandomPeople"} {
		took, err := logged("./guidance", test, `(?m)^--- PASS: `+test+` \(([\d.]+)s\)`)
		if err != nil {
			return err
		}
		seconds += took
	}
	t.atMost("every path, and random people", seconds, 60, " s", "")
	return nil
}

// frames counts the instructions of a frame, of the figure that takes most.
func frames(_ *programs, t *table) error {
	if !present("valgrind") {
		return errors.New("there is no valgrind")
	}
	out, err := exec.Command(".ci/figure-instructions").CombinedOutput()
	worst := regexp.MustCompile(`(\d+) at worst`).FindSubmatch(out)
	if worst == nil { // where one was found, the script fails for being over budget
		return fmt.Errorf("count the instructions of frames: %v\n%s", err, out)
	}
	n, _ := strconv.ParseFloat(string(worst[1]), 64) // they are digits
	t.atMost("instructions of a frame, the worst figure", n, 1e6, "", "")
	return nil
}

// measured runs a test and returns the figure that it logs under a name.
func measured(pkg, test, name string) (float64, error) {
	return logged(pkg, test, `measured: `+name+` ([\d.]+)`)
}

// logged runs a test and returns the number that a pattern finds in its log,
// the largest where there are several.
func logged(pkg, test, pattern string) (float64, error) {
	out, err := exec.Command("go", "test", "-count=1", "-v", "-run", "^"+test+"$", pkg).CombinedOutput()
	if err != nil {
		return 0, fmt.Errorf("run %s: %w\n%s", test, err, out)
	}
	most := 0.0
	for _, found := range regexp.MustCompile(pattern).FindAllSubmatch(out, -1) {
		n, err := strconv.ParseFloat(string(found[1]), 64)
		if err != nil {
			return 0, fmt.Errorf("read what %s measured: %w", test, err)
		}
		most = max(most, n)
	}
	if most == 0 {
		return 0, fmt.Errorf("%s measured nothing like %q:\n%s", test, pattern, out)
	}
	return most, nil
}
