package reminder

import (
	"slices"
	"sort"
	"time"

	"thiduabot/corpus/viet"
)

// partDefault are the hours of a part of the day without an hour.
var partDefault = map[string]TimeOfDay{"sáng": {8, 0}, "trưa": {11, 30}, "chiều": {14, 0}, "tối": {19, 0}}

var defaultTime = TimeOfDay{8, 0}

// hours returns the times of day in order; none said is 08:00 or that of the
// part of the day.
func (b *builder) hours() []TimeOfDay {
	part := b.part
	for _, d := range b.days {
		if d.Part != "" {
			part = d.Part
		}
	}
	var out []TimeOfDay
	for n, c := range b.clocks {
		c = c.In(part)
		switch {
		case c.Hour == 24 && c.Minute == 0 && !b.recurring && len(b.offsets) == 0:
			out = append(out, TimeOfDay{Hour: 24})
			continue
		case c.Impossible || c.Hour == 24:
			b.ask(askClock)
		case c.Ambiguous:
			b.askPart(n, c)
		}
		if t := (TimeOfDay{c.Hour % 24, c.Minute}); !slices.Contains(out, t) {
			out = append(out, t)
		}
	}
	if at, ok := edges[b.edge][part]; ok && len(out) == 0 {
		return []TimeOfDay{at}
	}
	if len(out) == 0 {
		t, ok := partDefault[part]
		if !ok {
			t = defaultTime
		}
		if part != "" && !ok {
			b.ask(askNight, b.with(b.Len(), "lúc 21h", "lúc 22h", "lúc 23h")...)
		}
		return []TimeOfDay{t}
	}
	sort.Slice(out, func(i, j int) bool { return out[i].minutes() < out[j].minutes() })
	return out
}

// askPart asks whether the n-th clock time is of the morning or not; the answers
// put the part of the day behind a time that stands alone.
func (b *builder) askPart(n int, c viet.Clock) {
	var answers []string
	if len(b.clocks) == len(b.clockAt)/2 {
		answers = b.with(b.clockAt[2*n+1], "sáng", afternoon(c))
	}
	b.ask(askHour(c), answers...)
}

func (t TimeOfDay) minutes() int { return 60*t.Hour + t.Minute }

func (t TimeOfDay) on(day time.Time) time.Time {
	return midnight(day).Add(time.Duration(t.minutes()) * time.Minute)
}
