package guidance

// PictureWords describe what a figure shows, for those who cannot see it. They
// are empty for an id that is of no figure.
func (l *Library) PictureWords(figure string) string { return l.pictures()[figure] }

func (l *Library) loadPictures() map[string]string { return words[map[string]string](l, "figures") }
