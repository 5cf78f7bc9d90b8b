package reminder_test

import (
	"math"
	"time"
)

// The lunar calendar of the scan is found by looking at the sky of each day: the
// longitudes of sun and moon at its two midnights, after Jean Meeus,
// "Astronomical Algorithms" (1991), chapters 25 and 47, where the program under
// test reckons new moons by their number after chapter 49.

var vietnam = time.FixedZone("UTC+7", 7*60*60)

func sinDeg(x float64) float64 { return math.Sin(x * math.Pi / 180) }

// centuries is the time since noon of 1 January 2000, in dynamical time.
func centuries(at time.Time) float64 {
	return (float64(at.Unix()+69)/86400 - 10957.5) / 36525
}

// sunAt returns the apparent longitude of the sun in degrees.
func sunAt(at time.Time) float64 {
	t := centuries(at)
	m := 357.52911 + 35999.05029*t
	c := (1.914602-0.004817*t)*sinDeg(m) + 0.019993*sinDeg(2*m) + 0.000289*sinDeg(3*m)
	return turn(280.46646 + 36000.76983*t + c - 0.00569 - 0.00478*sinDeg(125.04-1934.136*t))
}

// moonAt returns the apparent longitude of the moon in degrees, to about 0.01.
func moonAt(at time.Time) float64 {
	t := centuries(at)
	d, m, n, f := 297.8501921+445267.1114034*t, 357.5291092+35999.0502909*t, 134.9633964+477198.8675055*t, 93.2720950+483202.0175233*t
	lon := 218.3164477 + 481267.88123421*t
	for _, term := range [...]struct{ size, d, m, n, f float64 }{
		{6.288774, 0, 0, 1, 0}, {1.274027, 2, 0, -1, 0}, {0.658314, 2, 0, 0, 0}, {0.213618, 0, 0, 2, 0}, {-0.185116, 0, 1, 0, 0}, {-0.114332, 0, 0, 0, 2},
		{0.058793, 2, 0, -2, 0}, {0.057066, 2, -1, -1, 0}, {0.053322, 2, 0, 1, 0}, {0.045758, 2, -1, 0, 0}, {-0.040923, 0, 1, -1, 0}, {-0.034720, 1, 0, 0, 0},
		{-0.030383, 0, 1, 1, 0}, {0.015327, 2, 0, 0, -2}, {-0.012528, 0, 0, 1, 2}, {0.010980, 0, 0, 1, -2}, {0.010675, 4, 0, -1, 0}, {0.010034, 0, 0, 3, 0},
		{0.008548, 4, 0, -2, 0}, {-0.007888, 2, 1, -1, 0}, {-0.006766, 2, 1, 0, 0}, {-0.005163, 1, 0, -1, 0}, {0.004987, 1, 1, 0, 0}, {0.004036, 2, -1, 1, 0},
	} {
		lon += term.size * sinDeg(term.d*d+term.m*m+term.n*n+term.f*f)
	}
	return turn(lon - 0.00478*sinDeg(125.04-1934.136*t))
}

func turn(x float64) float64 { return math.Mod(math.Mod(x, 360)+360, 360) }

// lunarDay is a day of the lunar calendar; a leap month has the number of the one
// before.
type lunarDay struct {
	month, day int
	leap       bool
}

// lunarDays tells the lunar day of every day of the years, by its date.
func lunarDays(from, to int) map[string]lunarDay {
	var moons []time.Time // days of new moon
	for d := time.Date(from-2, 12, 1, 0, 0, 0, 0, vietnam); d.Year() < to+3; d = d.AddDate(0, 0, 1) {
		before, after := turn(moonAt(d)-sunAt(d)), turn(moonAt(d.AddDate(0, 0, 1))-sunAt(d.AddDate(0, 0, 1)))
		if before > 180 && after < 180 {
			moons = append(moons, d)
		}
	}
	days := map[string]lunarDay{}
	for i := 0; i+1 < len(moons); {
		j := nextSolstice(moons, i)
		if j < 0 {
			break
		}
		nameMonths(days, moons[i:j+1])
		i = j
	}
	return days
}

// passes reports whether the sun enters a twelfth of its way in a month.
func passes(month, next time.Time) bool {
	return int(sunAt(month)/30) != int(sunAt(next)/30)
}

// nextSolstice returns the next month after i in which the sun passes 270°; -1
// if there is none any more.
func nextSolstice(moons []time.Time, i int) int {
	for j := i + 1; j+1 < len(moons); j++ {
		if holdsSolstice(moons[j], moons[j+1]) {
			return j
		}
	}
	return -1
}

func holdsSolstice(month, next time.Time) bool {
	return sunAt(month) > 180 && sunAt(month) < 270 && sunAt(next) >= 270
}

// nameMonths names the months from one winter solstice to the next; months before
// the first solstice are left out.
func nameMonths(days map[string]lunarDay, moons []time.Time) {
	if !holdsSolstice(moons[0], moons[1]) {
		return
	}
	number, leapAt := 11, -1
	if len(moons)-1 == 13 {
		for k := range len(moons) - 1 {
			if !passes(moons[k], moons[k+1]) {
				leapAt = k
				break
			}
		}
	}
	for k := range len(moons) - 1 {
		if k > 0 && k != leapAt {
			number = number%12 + 1
		}
		n := 1
		for d := moons[k]; d.Before(moons[k+1]); d = d.AddDate(0, 0, 1) {
			days[d.Format(time.DateOnly)] = lunarDay{number, n, k == leapAt}
			n++
		}
	}
}
