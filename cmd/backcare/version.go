package main

import (
	"fmt"
	"io"
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

// madeUp takes a version apart that go install made up of the time and the
// commit, such as v1.2.1-0.20261125130000-9865633a6d1c.
func madeUp(version string) (day time.Time, commit string, ok bool) {
	const stamp, hash = "20060102150405", 12
	at := strings.LastIndex(version, "-")
	front, commit := version[:max(at, 0)], version[at+1:]
	if len(commit) != hash || len(front) < len(stamp) {
		return time.Time{}, "", false
	}
	day, err := time.Parse(stamp, front[len(front)-len(stamp):])
	return day, commit, err == nil
}

// buildOf returns what the Go toolchain noted.
func buildOf(info *debug.BuildInfo) build {
	var b build
	version, dirty := strings.CutSuffix(info.Main.Version, "+dirty")
	b.modified = dirty
	if day, commit, ok := madeUp(version); ok {
		b.commit, b.date = commit, day.Format(time.DateOnly)
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
