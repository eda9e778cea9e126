package journal

import "time"

// zones are the offsets that were read. A person lives in few.
type zones map[int]*time.Location

// of returns the location of an offset in seconds, the same one for the same
// offset. It is never that of this machine, which would have to be read from a
// file.
func (z *zones) of(offset int) *time.Location {
	zone, known := (*z)[offset]
	if !known {
		if *z == nil {
			*z = zones{}
		}
		zone = time.FixedZone("", offset)
		(*z)[offset] = zone
	}
	return zone
}

// time is one of RFC 3339 in whole seconds, such as 2006-01-02T15:04:05+02:00.
func (d *decoder) time(to *time.Time) bool {
	text, ok := d.text()
	s := scan{data: text}
	year, ok1 := s.digits(4)
	month, ok2 := s.after('-')
	day, ok3 := s.after('-')
	hour, ok4 := s.after('T')
	minute, ok5 := s.after(':')
	second, ok6 := s.after(':')
	zone, ok7 := d.zone(&s)
	if !(ok && ok1 && ok2 && ok3 && ok4 && ok5 && ok6 && ok7) {
		return false
	}
	if month < 1 || month > 12 || hour > 23 || minute > 59 || second > 59 {
		return false
	}
	*to = time.Date(year, time.Month(month), day, hour, minute, second, 0, zone)
	return to.Day() == day // the 30th of February is another day
}

// zone is the rest of a time: Z, or an offset such as +02:00.
func (d *decoder) zone(s *scan) (*time.Location, bool) {
	if s.next('Z') {
		return time.UTC, s.done()
	}
	sign := s.peek()
	hours, ok := s.after(sign)
	minutes, ok2 := s.after(':')
	if !ok || !ok2 || !s.done() || sign != '+' && sign != '-' || hours > 23 || minutes > 59 {
		return nil, false
	}
	offset := hours*60*60 + minutes*60
	if sign == '-' {
		offset = -offset
	}
	return d.zones.of(offset), true
}

// after passes over a mark, and returns the number of two digits behind it.
func (s *scan) after(mark byte) (int, bool) {
	if !s.next(mark) {
		return 0, false
	}
	return s.digits(2)
}
