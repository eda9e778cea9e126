package journal

import (
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"testing"
	"time"

	"backcare/wizard"
)

func number(n int) *int { return &n }

// typical is what people keep: four routines and notes to one check.
func typical(n int, id string) wizard.Entry {
	zone := time.FixedZone("", 2*60*60)
	e := wizard.Entry{ID: id, Time: time.Date(2026, 1, 1, 8, 0, 0, 0, zone).Add(time.Duration(n) * time.Hour),
		Kind: wizard.RoutineEntry, Area: "lower", Pain: number(n % 11),
		Done: []wizard.Performed{{Relief: "knee-to-chest", Before: number(n % 11), After: number(n % 7)},
			{Relief: "pelvic-tilt", Worse: n%9 == 0}}}
	switch n % 5 {
	case 0:
		e.Kind, e.Done = wizard.CheckEntry, nil
		e.Feelings, e.Disposition, e.Findings = []string{"grabbing", "sharp-breath"}, "clinician", []string{"weeks-without-change"}
		e.Answers = map[string]any{"area": "lower", "feel": []string{"grabbing", "sharp-breath"}, "eases": "curling"}
		for item := range 12 {
			e.Answers[fmt.Sprintf("sign-group-%d", item)] = "none"
		}
	case 1:
		e.Kind, e.Done, e.Note = wizard.NoteEntry, nil, "Slept badly, better after a walk. Größe 10 – naïve."
	}
	return e
}

// fill writes a journal of n typical entries in one go, and returns it. Each
// fiftieth corrects the one before.
func fill(tb testing.TB, n int) *Journal {
	tb.Helper()
	j := Open(tb.TempDir())
	var data []byte
	var last string
	var names ids
	for i := range n {
		e := typical(i, names.next(time.UnixMilli(int64(i))))
		if i%50 == 49 {
			e.Corrects = last
		}
		last = e.ID
		one, err := encode(e)
		if err != nil {
			tb.Fatal(err)
		}
		data = append(data, one...)
	}
	if err := os.WriteFile(filepath.Join(j.folder, fileName), data, ownerOnlyFile); err != nil {
		tb.Fatal(err)
	}
	return j
}

func BenchmarkAll(b *testing.B)     { benchmarkReading(b, (*Journal).All) }
func BenchmarkCurrent(b *testing.B) { benchmarkReading(b, (*Journal).Current) }

func benchmarkReading(b *testing.B, read func(*Journal) iter.Seq2[wizard.Entry, error]) {
	for _, n := range []int{10, 1_000, 100_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			j := fill(b, n)
			b.ReportAllocs()
			for b.Loop() {
				for _, err := range read(j) {
					if err != nil {
						b.Fatal(err)
					}
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*n), "ns/entry")
		})
	}
}

func BenchmarkAppend(b *testing.B) {
	j := Open(b.TempDir())
	b.ReportAllocs()
	for b.Loop() {
		mustAppend(b, j, typical(3, ""))
	}
}
