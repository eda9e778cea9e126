//go:build unix

package terminal

import (
	"fmt"
	"os"
	"time"

	"backcare/guidance/figure"
	"backcare/wizard"
)

// play is what a player does, as far as a stage can tell: ten scenes a second,
// and a press says what it was.
func play(stage wizard.Stage, scene wizard.Scene, id string) error {
	presses, err := stage.Open()
	if err != nil {
		return err
	}
	defer stage.Close()
	f, _ := figure.Find(id)
	tick := time.NewTicker(100 * time.Millisecond)
	defer tick.Stop()
	for frame := 0; ; {
		pose := f.Frame(float64(frame)/10, false)
		scene.Picture = &pose
		if err := stage.Show(scene); err != nil {
			return err
		}
		select {
		case <-tick.C:
			frame++
		case p, open := <-presses:
			switch {
			case !open, p == wizard.PressLeave:
				return wizard.ErrLeave
			case p == wizard.PressQuit:
				return nil
			}
			scene.Detail = fmt.Sprintf("pressed %d", p)
		}
	}
}

// performPlay plays one scene, named in the environment.
func performPlay(term *Terminal) int {
	stage := term.Stage()
	if stage == nil {
		fmt.Fprintln(os.Stderr, "no stage")
		return 2
	}
	fmt.Fprintln(os.Stderr, "before the stage")
	scene, id := twist(), "seated-twist"
	switch os.Getenv("SCENE") {
	case "reading":
		scene, id = reading(), "cat-cow"
	case "heat":
		scene, id = heat(), "heat"
	}
	if err := play(stage, scene, id); err != nil {
		return exitCode(err)
	}
	fmt.Fprintln(os.Stderr, "after the stage")
	return 0
}
