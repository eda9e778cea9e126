package main

import (
	"fmt"
	"io"
	"regexp"
	"runtime/debug"
	"strings"
	"time"
)

// What a release says about itself, set with -ldflags "-X main.released=1.2.0
// -X main.commit=... -X main.date=2026-11-20", the first only at a tag. Another
// build has nothing here, and what the Go toolchain noted counts.
var released, commit, date string

// A build is what is known about where a program comes from.
type build struct {
	// version is that of a release, or empty for anything else.
	version string
	// commit is the one it was built from, or empty where that is unknown.
	commit string
	// date is the day of that commit, or empty.
	date string
	// modified is true where it was built from more than the commit.
	modified bool
}

// printVersion prints what is known in a line.
func printVersion(out io.Writer) error {
	if _, err := fmt.Fprintln(out, thisBuild()); err != nil {
		return fmt.Errorf("print the version: %w", err)
	}
	return nil
}

// thisBuild returns what is known about this program.
func thisBuild() build {
	b := build{version: released, commit: commit, date: date}
	if info, ok := debug.ReadBuildInfo(); ok && b.commit == "" {
		b = buildOf(info)
	}
	return b
}

// pseudo finds the time and the commit in a version that go install made up.
var pseudo = regexp.MustCompile(`[-.](\d{8})\d{6}-([0-9a-f]{12})$`)

// buildOf returns what the Go toolchain noted.
func buildOf(info *debug.BuildInfo) build {
	var b build
	version, dirty := strings.CutSuffix(info.Main.Version, "+dirty")
	b.modified = dirty
	if found := pseudo.FindStringSubmatch(version); found != nil {
		b.commit = found[2]
		if day, err := time.Parse("20060102", found[1]); err == nil {
			b.date = day.Format(time.DateOnly)
		}
	} else if version != "(devel)" && !dirty {
		b.version = strings.TrimPrefix(version, "v")
	}
	for _, s := range info.Settings {
		switch s.Key {
		case "vcs.revision":
			b.commit = s.Value
		case "vcs.time":
			b.date, _, _ = strings.Cut(s.Value, "T")
		case "vcs.modified":
			b.modified = s.Value == "true"
		}
	}
	return b
}

// String says it all in a line, such as "backcare 1.2.0 (commit abc1234,
// 2026-11-20)".
func (b build) String() string {
	const short = 7
	var parts []string
	if b.commit != "" {
		text := "commit " + b.commit[:min(len(b.commit), short)]
		if b.modified {
			text += " and changes since"
		}
		parts = append(parts, text)
	}
	if b.date != "" {
		parts = append(parts, b.date)
	}
	text := "backcare unreleased"
	if b.version != "" {
		text = "backcare " + b.version
	}
	if len(parts) > 0 {
		text += " (" + strings.Join(parts, ", ") + ")"
	}
	return text
}
