// Package figure draws the movements and positions of backcare: one body,
// posed by data, that becomes braille cells for a terminal, ASCII for a
// terminal without braille, SVG for paper, and words for those who cannot see.
//
// The body is a skeleton in three dimensions with bones of fixed length. A
// [Figure] holds its keyframes; [Figure.Frame] and [Figure.Between] pose the
// skeleton, in between with easing; [Render] and [SVG] draw the [Pose]. The
// other side of a movement is the exact mirror image, never a second drawing.
//
// Poses are content/figures.json, words are content/en/figures.json. All of
// them can be looked at on one sheet:
//
//	go test ./guidance/figure -run Sheet -sheet DIR
//
// (with -size 80x22 for larger pictures, -only walking,cat-cow for some, -film 12
// for as many moments of each movement, and -mix 7 for numbers in place of names
// in an order that gives nothing away) and the golden files are written anew, whole, by
//
//	go test ./guidance/figure -run Golden -update
//
// What a frame costs is counted by .ci/figure-instructions; .ci/figures-in-browser
// shows every SVG to a browser, and .ci/figures-on-arm64 compares the golden
// files with what another processor draws.
//
// This package may import the standard library and guidance/content only, and
// does no I/O.
package figure
