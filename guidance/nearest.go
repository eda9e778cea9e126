package guidance

import "strings"

// Nearest returns the candidate that is spelled most like a word, or begins
// with it, and false when none is alike enough to be what was meant.
func Nearest(word string, candidates []string) (string, bool) {
	const telling = 3 // letters from which on a beginning is meant as one
	word = strings.ToLower(word)
	best, limit := "", len(word)/2+1
	for _, c := range candidates {
		if len(word) >= telling && strings.HasPrefix(c, word) {
			return c, true
		}
		if d := editDistance(word, c); d < limit {
			best, limit = c, d
		}
	}
	return best, best != ""
}

// editDistance is the Levenshtein distance of two words in bytes: how many
// must be added, dropped or changed to make one into the other.
func editDistance(a, b string) int {
	const longest = 64 // ids are short; what is longer is no typing mistake
	if len(a) > longest || len(b) > longest {
		return max(len(a), len(b)) // no two words are further apart
	}
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := diagonal
			if a[i] != b[j] {
				cost = 1 + min(diagonal, row[j], row[j+1])
			}
			diagonal, row[j+1] = row[j+1], cost
		}
	}
	return row[len(b)]
}
