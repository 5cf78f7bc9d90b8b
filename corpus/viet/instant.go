package viet

import "time"

// instant reads a clock time with the day beside it ("ngày mai lúc 14h30", "8h
// sáng thứ hai"), a clock time
// alone (the next to come), a part of a day ("sáng mai") or
// a length from now ("sau 2 tiếng").
func (r *periodReader) instant(i int) (Time, int) {
	if n, unit, j := r.After(i); j > i && (unit == "giờ" || unit == "phút") {
		at := addUnit(r.now, n, unit)
		g := grainOf[unit]
		return Time{From: at, To: addUnit(at, 1, unit), Grain: g, Relative: true}, j
	}
	if d, j := r.day(i); j > i && !d.Impossible && !d.Date.IsZero() {
		return r.dayThenClock(d, i, j)
	}
	c, j := r.Clock(i)
	if j == i || c.Impossible {
		return Time{}, i
	}
	k := r.joint(j)
	if d, e := r.day(k); e > k && !d.Impossible && !d.Date.IsZero() && !r.fresh(k) {
		if c.Part == "" && d.Part != "" {
			c.Part = d.Part
			c.settle()
		}
		if c.Part == "" && d.Part == "" {
			if p, n := r.dayPart(e); n > e && !r.fresh(e) {
				c.Part, e = p, n
				c.settle()
			}
		}
		return clockEntry(d, c), e
	}
	if !c.Named {
		return Time{}, i
	}
	t := clockEntry(Day{Date: r.today, Pinned: true}, c)
	if !t.From.After(r.now) {
		t.From, t.To = t.From.AddDate(0, 0, 1), t.To.AddDate(0, 0, 1)
	}
	return t, j
}

// joint steps over the words between a clock time and its day.
func (r *periodReader) joint(i int) int {
	k := i
	if r.Is(k, ",", "-") {
		k++
	}
	if r.Is(k, "vào", "của") {
		k++
	}
	return k
}

func (r *periodReader) dayThenClock(d Day, i, j int) (Time, int) {
	k := r.joint(j)
	c, e := r.Clock(k)
	if e == k || c.Impossible || r.fresh(k) || !c.Named && d.Part != "" {
		if d.Part == "" {
			return Time{}, i
		}
		return partEntry(d), j
	}
	if !c.Named {
		d.Part = c.Part
		return partEntry(d), e
	}
	if c.Part == "" && d.Part != "" {
		c.Part = d.Part
		c.settle()
	}
	if c.Impossible {
		return Time{}, i
	}
	return clockEntry(d, c), e
}

func clockEntry(d Day, c Clock) Time {
	from := d.Date.Add(time.Duration(c.Hour)*time.Hour + time.Duration(c.Minute)*time.Minute)
	t := Time{From: from, To: from.Add(time.Hour), Grain: "hour", Relative: d.Pinned || d.Weekday > 0 && d.Day == 0}
	if c.Minutes {
		t.To, t.Grain = from.Add(time.Minute), "minute"
	}
	return t
}

// partHours are the hours of the parts of a day.
var partHours = map[string][2]int{"sáng": {6, 11}, "trưa": {11, 13}, "chiều": {13, 18}, "tối": {18, 22}, "đêm": {22, 28}}

func partEntry(d Day) Time {
	h := partHours[d.Part]
	return Time{From: d.Date.Add(time.Duration(h[0]) * time.Hour), To: d.Date.Add(time.Duration(h[1]) * time.Hour), Grain: "hour", Relative: d.Pinned || d.Weekday > 0}
}
