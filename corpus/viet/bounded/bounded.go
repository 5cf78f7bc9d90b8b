// Package bounded holds tests to a bound of time that means the same on every
// machine: it is stretched by how much slower than an ordinary one the machine
// runs just then, the race detector included.
package bounded

import (
	"slices"
	"strconv"
	"testing"
	"time"
)

// ordinary is how long the yardstick takes on a quiet two-core server of 2025.
const ordinary = 1500 * time.Microsecond

// tries is how often a slow run is repeated before it counts: other work may
// have held it up.
const tries = 10

// Within fails the test unless f runs within d, stretched by the slowness of the
// machine, at least once in ten.
func Within(t testing.TB, what string, d time.Duration, f func()) {
	t.Helper()
	var took, bound time.Duration
	for range tries {
		start := time.Now()
		f()
		if took = time.Since(start); took <= d {
			return
		}
		if bound = stretch(d, yardstick()); took <= bound {
			return
		}
	}
	t.Errorf("%s took %v, more than %v", what, took, bound)
}

// stretch returns d on a machine where the yardstick takes so long.
func stretch(d, measured time.Duration) time.Duration {
	return time.Duration(float64(d) * max(1, float64(measured)/float64(ordinary)))
}

// yardstick returns how long work takes that is made of what the code under test
// does: strings, maps and slices.
func yardstick() time.Duration {
	start := time.Now()
	seen := map[string]int{}
	var words []string
	for i := range 10_000 {
		w := strconv.Itoa(i * 7919 % 4099)
		if seen[w]++; seen[w] == 1 {
			words = append(words, w)
		}
	}
	slices.Sort(words)
	return time.Since(start)
}
