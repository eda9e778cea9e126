package journal

import "backcare/wizard"

type decoder struct{}

func (d *decoder) decode(data []byte) (wizard.Entry, error) { return decode(data) }
