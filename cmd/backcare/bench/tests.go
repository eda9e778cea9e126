//go:build unix

package main

import (
	"fmt"
	"os/exec"
	"regexp"
	"strconv"
)

// figures reads what tests of backcare count while they pass: they log it as
// "measured: NAME VALUE".
func figures(_ *programs, t *table) error {
	for _, c := range []struct {
		what, pkg, test, name, unit string
		most                        float64
	}{
		{"a moving figure of 44x16 cells", "./wizard/terminal", "TestBytesOfAMovingPicture", "figure-bytes", " bytes/s", 6000},
		{"peak memory, a figure moving", "./cmd/backcare", "TestMemoryOfAMovingFigure", "figure-memory", " MiB", 9},
	} {
		value, err := measured(c.pkg, c.test, c.name)
		if err != nil {
			return err
		}
		t.atMost(c.what, value, c.most, c.unit, "")
	}
	return nil
}

// measured runs a test and returns the figure that it logs under a name.
func measured(pkg, test, name string) (float64, error) {
	out, err := exec.Command("go", "test", "-count=1", "-v", "-run", "^"+test+"$", pkg).CombinedOutput()
	if err != nil {
		return 0, fmt.Errorf("run %s: %w\n%s", test, err, out)
	}
	found := regexp.MustCompile(`measured: ` + name + ` ([\d.]+)`).FindSubmatch(out)
	if found == nil {
		return 0, fmt.Errorf("%s measured no %s:\n%s", test, name, out)
	}
	return strconv.ParseFloat(string(found[1]), 64)
}
