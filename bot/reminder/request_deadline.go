package reminder

import (
	"slices"

	"thiduabot/corpus/viet"
)

// deadlines puts offsets before the deadline, which is a day or a recurrence.
func (b *builder) deadlines() (Recurrence, bool) {
	offsets := slices.Clone(b.offsets)
	clocks := b.clocks
	own := b.ownClock()
	if own >= 0 {
		at := b.clocks[own].In(b.part)
		switch {
		case at.Impossible || at.Hour == 24:
			b.ask(askClock)
		case at.Ambiguous:
			b.askPart(own, at)
		}
		for i := range offsets {
			offsets[i].At = TimeOfDay{at.Hour % 24, at.Minute}
		}
		b.clocks = slices.Delete(slices.Clone(clocks), own, own+1)
	} else {
		at, ok := partDefault[b.part]
		if !ok || len(b.clocks) > 0 {
			at = defaultTime
		}
		for i := range offsets {
			offsets[i].At = at
		}
	}
	defer func() { b.clocks = clocks }()
	b.offsets = offsets
	exact := slices.ContainsFunc(offsets, func(o Offset) bool { return o.Exact != 0 })
	if exact && len(b.clocks) == 0 && !b.dayHasPart() && (len(b.days)+len(b.dates) > 0 || b.recurring) {
		b.ask(askClock)
	}
	rec, ok := b.deadlineOf(exact)
	if !ok {
		b.ask(askDeadline)
		return rec, false
	}
	rec.Offsets = offsets
	if b.doubt == "" && rec.Unit == Once {
		if len(rec.Upcoming(b.now, 1, b.cal)) == 0 {
			b.ask(askPast(offsets[len(offsets)-1].Before(rec.Start, b.cal)))
		}
	}
	return rec, true
}

func (b *builder) dayHasPart() bool {
	return slices.ContainsFunc(b.days, func(d viet.Day) bool { return d.Part != "" })
}

func (b *builder) deadlineOf(exact bool) (Recurrence, bool) {
	switch {
	case b.recurring && (b.due || b.before || !b.ofDue):
		return b.repeated(b.hours())
	case b.recurring:
		return Recurrence{}, false
	case len(b.days) > 0:
		d, _ := b.theDay()
		if d.Bare {
			b.ask(askLunar, b.with(b.dayEnd(), "âm lịch", "dương lịch")...)
		}
		if d.Date.IsZero() {
			return Recurrence{}, true
		}
		return Recurrence{Unit: Once, Start: b.hours()[0].on(d.Date)}, true
	case len(b.dates) > 0, len(b.clocks) > 0 && exact:
		return b.once(b.hours())
	}
	return Recurrence{}, false
}

// ownClock returns the clock time that is the reminder's and not the deadline's:
// one that does not stand beside the deadline's day. -1 if there is none.
func (b *builder) ownClock() int {
	exact := slices.ContainsFunc(b.offsets, func(o Offset) bool { return o.Exact != 0 })
	if exact || len(b.clocks) == 0 {
		return -1
	}
	for n := 0; 2*n+1 < len(b.clockAt); n++ {
		from, to := b.clockAt[2*n], b.clockAt[2*n+1]
		beside := false
		for k := 0; k+1 < len(b.dayAt); k += 2 {
			if to == b.dayAt[k] || from == b.dayAt[k+1] || from == b.dayAt[k+1]+1 && b.Is(b.dayAt[k+1], ",", "lúc", "vào") || to+1 == b.dayAt[k] && b.Is(to, ",", "vào") {
				beside = true
			}
		}
		if !beside || from == b.offsetAt {
			return n
		}
	}
	return -1
}
