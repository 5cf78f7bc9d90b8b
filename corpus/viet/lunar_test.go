package viet

import (
	"strings"
	"testing"
	"time"
)

// Published dates of Tết and Giỗ Tổ, day/month of the years 2021 on.
func TestLunarFeasts(t *testing.T) {
	tet := []string{"12/2", "1/2", "22/1", "10/2", "29/1", "17/2", "6/2", "26/1", "13/2", "2/2", "23/1"}
	gioTo := []string{"21/4", "10/4", "29/4", "18/4", "7/4", "26/4", "16/4", "4/4", "23/4", "12/4"}
	for i, want := range tet {
		if got := Tet(2021 + i).Format("2/1"); got != want {
			t.Errorf("Tết %d: %s, want %s", 2021+i, got, want)
		}
	}
	for i, want := range gioTo {
		d, ok := LunarDate{Year: 2021 + i, Month: 3, Day: 10}.Solar()
		if got := d.Format("2/1"); !ok || got != want {
			t.Errorf("Giỗ Tổ %d: %s, want %s", 2021+i, got, want)
		}
	}
	if got := Tet(2007).Format("2/1"); got != "17/2" {
		t.Errorf("Tết 2007: %s, want 17/2", got)
	}
}

// Seven leap months in nineteen years, and every day goes there and back.
func TestLunarRoundTrip(t *testing.T) {
	leaps := 0
	prev := LunarDate{}
	for d := time.Date(2010, 1, 1, 0, 0, 0, 0, zone); d.Year() < 2048; d = d.AddDate(0, 0, 1) {
		l := Lunar(d)
		if back, ok := l.Solar(); !ok || !back.Equal(d) {
			t.Fatalf("%s -> %+v -> %s", d.Format("2006-01-02"), l, back.Format("2006-01-02"))
		}
		if l.Leap && l.Day == 1 {
			leaps++
		}
		if prev.Day != 0 && l.Day != 1 && l.Day != prev.Day+1 {
			t.Fatalf("%s: %+v after %+v", d.Format("2006-01-02"), l, prev)
		}
		prev = l
	}
	if leaps != 14 {
		t.Errorf("%d leap months in 38 years, want 14", leaps)
	}
}

func BenchmarkLunarDays(b *testing.B) {
	s := strings.Repeat("rằm ", 1024)
	for b.Loop() {
		Times(s, sunday)
	}
}
