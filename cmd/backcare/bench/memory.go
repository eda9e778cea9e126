//go:build unix

package main

import (
	"fmt"
	"os"
	"os/exec"
	"regexp"
	"strconv"
	"time"
)

var highWater = regexp.MustCompile(`VmHWM:\s+(\d+) kB`)

// peak runs a command and returns the most memory that it had in use, in MiB,
// or 0 where the system does not tell, or it ended before it was looked at,
// which no row takes for a figure. It looks while the command runs: what
// the system reports afterwards includes the process that started it.
func peak(cmd *exec.Cmd) (float64, error) {
	if err := cmd.Start(); err != nil {
		return 0, err
	}
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	most := 0.0
	for {
		select {
		case err := <-ended:
			return most, err
		case <-time.After(500 * time.Microsecond):
			status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", cmd.Process.Pid))
			if err != nil {
				continue // it has just ended, or there is no such file here
			}
			if found := highWater.FindSubmatch(status); found != nil {
				kilobytes, _ := strconv.ParseFloat(string(found[1]), 64) // they are digits
				most = max(most, kilobytes/1024)
			}
		}
	}
}
