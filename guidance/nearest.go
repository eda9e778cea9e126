package guidance

import (
	"slices"
	"strings"
)

// Nearest returns the candidate that begins with a word, or of which a later
// part does ("twist" in "seated-twist"), or that is spelled most like it, in
// whole or in a part, and false when none is alike enough to be what was meant.
func Nearest(word string, candidates []string) (string, bool) {
	const telling = 3 // letters from which on a beginning is meant as one
	word = strings.ToLower(word)
	best, limit := "", len(word)/2+1
	if len(word) >= telling {
		begins := func(c string) bool { return strings.HasPrefix(c, word) }
		later := func(c string) bool { return strings.Contains(c, "-"+word) }
		for _, meant := range []func(string) bool{begins, later} {
			if i := slices.IndexFunc(candidates, meant); i >= 0 {
				return candidates[i], true
			}
		}
	}
	for _, c := range candidates {
		d := editDistance(word, c)
		for part := range strings.SplitSeq(c, "-") {
			d = min(d, editDistance(word, part)+1) // the other parts count as one mistake
		}
		if d < limit {
			best, limit = c, d
		}
	}
	return best, best != ""
}

// editDistance is the Damerau-Levenshtein distance of two words in bytes: how
// many letters must be added, dropped, changed or swapped with their neighbour
// to make one into the other, none of them twice.
func editDistance(a, b string) int {
	const longest = 64 // ids are short; what is longer is no typing mistake
	if len(a) > longest || len(b) > longest {
		return max(len(a), len(b)) // no two words are further apart
	}
	var rows [3][longest + 1]int // the row of this letter, and the two before
	for j := range len(b) + 1 {
		rows[0][j] = j
	}
	for i := 1; i <= len(a); i++ {
		row, above, twoAbove := &rows[i%3], &rows[(i+2)%3], &rows[(i+1)%3]
		row[0] = i
		for j := 1; j <= len(b); j++ {
			if a[i-1] == b[j-1] {
				row[j] = above[j-1]
			} else {
				row[j] = 1 + min(above[j-1], above[j], row[j-1])
			}
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], 1+twoAbove[j-2])
			}
		}
	}
	return rows[len(a)%3][len(b)]
}
