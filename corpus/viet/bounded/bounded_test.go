package bounded

import (
	"testing"
	"time"
)

// refused counts what a test is told of.
type refused struct {
	testing.TB
	n int
}

func (r *refused) Helper()               {}
func (r *refused) Errorf(string, ...any) { r.n++ }

func TestWithin(t *testing.T) {
	var r refused
	runs := 0
	Within(&r, "quick", time.Hour, func() { runs++ })
	if runs != 1 || r.n != 0 {
		t.Errorf("a quick function ran %d times and was refused %d times", runs, r.n)
	}
	runs = 0
	Within(&r, "slow", 0, func() { runs++; yardstick() })
	if runs != tries || r.n != 1 {
		t.Errorf("a slow function ran %d times and was refused %d times", runs, r.n)
	}
}

func TestStretch(t *testing.T) {
	for _, row := range []struct{ measured, want time.Duration }{
		{ordinary / 2, time.Second}, {ordinary, time.Second}, {3 * ordinary, 3 * time.Second},
	} {
		if got := stretch(time.Second, row.measured); got != row.want {
			t.Errorf("the yardstick takes %v: %v, want %v", row.measured, got, row.want)
		}
	}
}

func BenchmarkYardstick(b *testing.B) {
	for b.Loop() {
		yardstick()
	}
}
