package main

import (
	"runtime/debug"
	"testing"
)

func TestVersionSaysWhereABuildComesFrom(t *testing.T) {
	noted := func(version string, settings ...string) build {
		info := &debug.BuildInfo{Main: debug.Module{Version: version}}
		for i := 0; i < len(settings); i += 2 {
			info.Settings = append(info.Settings, debug.BuildSetting{Key: settings[i], Value: settings[i+1]})
		}
		return buildOf(info)
	}
	const commit = "9865633a6d1c41d9a2b1d4f3ce0a52c7e7c0ffee"
	for _, c := range []struct {
		build build
		want  string
	}{
		{build{version: "1.2.0", commit: "abc1234def", date: "2026-11-20"}, "backcare 1.2.0 (commit abc1234, 2026-11-20)"},
		// go build in a clean checkout, at a tag and behind one.
		{noted("v1.2.0", "vcs.revision", commit, "vcs.time", "2026-11-25T13:00:00Z", "vcs.modified", "false"),
			"backcare 1.2.0 (commit 9865633, 2026-11-25)"},
		{noted("v1.2.1-0.20261125130000-9865633a6d1c", "vcs.revision", commit, "vcs.time", "2026-11-25T13:00:00Z", "vcs.modified", "false"),
			"backcare unreleased (commit 9865633, 2026-11-25)"},
		// What was changed since is in no commit, and no release.
		{noted("v1.2.0+dirty", "vcs.revision", commit, "vcs.time", "2026-11-25T13:00:00Z", "vcs.modified", "true"),
			"backcare unreleased (commit 9865633 and changes since, 2026-11-25)"},
		{noted("v0.0.0-20261125130000-9865633a6d1c+dirty", "vcs.revision", commit, "vcs.time", "2026-11-25T13:00:00Z", "vcs.modified", "true"),
			"backcare unreleased (commit 9865633 and changes since, 2026-11-25)"},
		// go install of a version and of a commit has no checkout.
		{noted("v1.2.0"), "backcare 1.2.0"},
		{noted("v1.3.0-rc.1"), "backcare 1.3.0-rc.1"},
		{noted("v0.0.0-20261125130000-9865633a6d1c"), "backcare unreleased (commit 9865633, 2026-11-25)"},
		// A copy of the source without its history.
		{noted("(devel)"), "backcare unreleased"},
		{noted(""), "backcare unreleased"},
	} {
		if got := c.build.String(); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}
