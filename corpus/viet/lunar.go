package viet

import (
	"math"
	"sync/atomic"
	"time"
)

// zone is the zone of the Vietnamese civil and lunar calendar, UTC+7.
var zone = time.FixedZone("Asia/Ho_Chi_Minh", 7*60*60)

// LunarDate is a day of the Vietnamese lunar calendar.
type LunarDate struct {
	Year, Month, Day int
	Leap             bool // in the leap month that follows Month
}

// The lunar calendar is reckoned from new moons and the longitude of the sun
// for UTC+7, after the series of Jean Meeus, "Astronomical Algorithms" (1991),
// chapters 25 and 49. It is good for 1900 to 2100.

const (
	synodic   = 29.530588861
	julian0   = 2451550.09766 // mean new moon of 6 January 2000
	unixEpoch = 2440587.5     // Julian day of 1 January 1970, 0h UTC
)

// moons keeps the new moons that were reckoned, from November 1889 on: the day
// number plus farPast, which leaves 0 for none yet. Each entry is always the same.
var moons [2730]atomic.Int32

const (
	firstMoon = -1362 // the first of moons
	farPast   = 30_000
)

// newMoon returns the local day number (days since 1970-01-01) of the k-th new
// moon after that of January 2000.
func newMoon(k int) int {
	if k < firstMoon || k >= firstMoon+len(moons) {
		return reckonMoon(k)
	}
	slot := &moons[k-firstMoon]
	if day := slot.Load(); day != 0 {
		return int(day) - farPast
	}
	day := reckonMoon(k)
	slot.Store(int32(day + farPast))
	return day
}

// reckonMoon reckons what newMoon returns.
func reckonMoon(k int) int {
	t := float64(k) / 1236.85
	jde := julian0 + synodic*float64(k) + t*t*(0.00015437-0.00000015*t)
	e := 1 - 0.002516*t - 0.0000074*t*t
	m := radians(2.5534 + 29.10535670*float64(k) - 0.0000014*t*t)
	mm := radians(201.5643 + 385.81693528*float64(k) + 0.0107582*t*t)
	f := radians(160.7108 + 390.67050284*float64(k) - 0.0016118*t*t)
	om := radians(124.7746 - 1.56375588*float64(k) + 0.0020672*t*t)
	c := -0.40720*math.Sin(mm) + 0.17241*e*math.Sin(m) + 0.01608*math.Sin(2*mm) + 0.01039*math.Sin(2*f) +
		0.00739*e*math.Sin(mm-m) - 0.00514*e*math.Sin(mm+m) + 0.00208*e*e*math.Sin(2*m) -
		0.00111*math.Sin(mm-2*f) - 0.00057*math.Sin(mm+2*f) + 0.00056*e*math.Sin(2*mm+m) -
		0.00042*math.Sin(3*mm) + 0.00042*e*math.Sin(m+2*f) + 0.00038*e*math.Sin(m-2*f) -
		0.00024*e*math.Sin(2*mm-m) - 0.00017*math.Sin(om) + 0.00032*math.Sin(radians(299.77+0.107408*float64(k)))
	const deltaT = 68.0 / 86400 // dynamical less universal time, good to a minute for 1970-2050
	return int(math.Floor(jde + c - deltaT - unixEpoch + 7.0/24))
}

func radians(deg float64) float64 { return math.Mod(deg, 360) * math.Pi / 180 }

// solarTerm returns the number 0..11 of the twelfth of the ecliptic in which
// the sun stands at local midnight of a day.
func solarTerm(day int) int {
	t := (float64(day) - 7.0/24 + unixEpoch - 2451545) / 36525
	m := radians(357.52911 + 35999.05029*t - 0.0001537*t*t)
	c := (1.914602-0.004817*t)*math.Sin(m) + (0.019993-0.000101*t)*math.Sin(2*m) + 0.000289*math.Sin(3*m)
	lon := 280.46646 + 36000.76983*t + 0.0003032*t*t + c - 0.00569 - 0.00478*math.Sin(radians(125.04-1934.136*t))
	lon = math.Mod(math.Mod(lon, 360)+360, 360)
	return int(lon / 30)
}

// moonIndex returns the number of the last new moon on or before a day.
func moonIndex(day int) int {
	k := int(math.Floor((float64(day) + unixEpoch - julian0) / synodic))
	for newMoon(k+1) <= day {
		k++
	}
	for newMoon(k) > day {
		k--
	}
	return k
}

// lunarYears keeps what was reckoned of a year; each entry is always the same.
var lunarYears [256]atomic.Pointer[lunarYear]

// lunarYear holds the numbers of the new moons that open the eleventh month of
// the year before and of the year, and that of the leap month between, or 0.
type lunarYear struct{ from, to, leap int }

func lunarYearOf(year int) lunarYear {
	slot := &lunarYears[year&255]
	if y := slot.Load(); y != nil && year >= 1890 && year < 2110 {
		return *y
	}
	y := lunarYear{from: month11(year - 1), to: month11(year)}
	y.leap = leapIndex(y.from, y.to)
	if year >= 1890 && year < 2110 {
		slot.Store(&y)
	}
	return y
}

// month11 returns the number of the new moon that opens the eleventh month of a
// year: the one that holds the winter solstice.
func month11(year int) int {
	day := dayNumber(year, 12, 18)
	for solarTerm(day+1) != 9 {
		day++
	}
	return moonIndex(day)
}

// leapIndex returns the number of the leap month's new moon between two
// eleventh months, or 0.
func leapIndex(from, to int) int {
	if to-from < 13 {
		return 0
	}
	for k := from + 1; k < to; k++ {
		if solarTerm(newMoon(k)) == solarTerm(newMoon(k+1)) {
			return k
		}
	}
	return 0
}

func dayNumber(y, m, d int) int {
	return int(time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC).Unix() / 86400)
}

// Lunar returns the lunar date of an instant's day in UTC+7.
func Lunar(t time.Time) LunarDate {
	y, m, d := t.In(zone).Date()
	day := dayNumber(y, int(m), d)
	k := moonIndex(day)
	year, ly := y, lunarYearOf(y)
	if k >= ly.to {
		year, ly = y+1, lunarYearOf(y+1)
	}
	leap := ly.leap
	n := k - ly.from
	if leap != 0 && k >= leap {
		n--
	}
	month := (n+10)%12 + 1
	if month >= 11 && n < 2 {
		year--
	}
	return LunarDate{year, month, day - newMoon(k) + 1, leap != 0 && k == leap}
}

// Solar returns the midnight in UTC+7 of a lunar date; ok is false if there is
// no such day.
func (l LunarDate) Solar() (t time.Time, ok bool) {
	if l.Month < 1 || l.Month > 12 || l.Day < 1 || l.Day > 30 || l.Year < 1900 || l.Year > 2100 {
		return time.Time{}, false
	}
	year := l.Year
	if l.Month >= 11 {
		year++
	}
	ly := lunarYearOf(year)
	leap := ly.leap
	k := ly.from + (l.Month+1)%12
	if leap != 0 && (k >= leap || l.Leap) {
		k++
	}
	if l.Leap && k != leap {
		return time.Time{}, false
	}
	day := newMoon(k) + l.Day - 1
	if day >= newMoon(k+1) {
		return time.Time{}, false
	}
	return time.Date(1970, 1, 1+day, 0, 0, 0, 0, zone), true
}

// Tet returns the first day of the lunar year that begins in a solar year.
func Tet(year int) time.Time {
	t, _ := LunarDate{Year: year, Month: 1, Day: 1}.Solar()
	return t
}
