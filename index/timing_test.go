package index

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

// timing gathers how long questions took, for benchmarks.
type timing struct {
	mu      sync.Mutex // for join
	took    []time.Duration
	started time.Time
	busy    time.Duration // of the process, when it began
	since   time.Time
}

func startTiming() *timing { return &timing{started: time.Now(), busy: processorTime()} }

func (t *timing) begin() { t.since = time.Now() }

func (t *timing) end() { t.took = append(t.took, time.Since(t.since)) }

// join adds the questions of another timing, which has ended.
func (t *timing) join(other *timing) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.took = append(t.took, other.took...)
}

// report reports the times that half and 99 of 100 questions took, questions a
// second, and the time of processors that a question took: on a machine with
// other work that is steadier than the clock.
func (t *timing) report(b *testing.B) {
	n := len(t.took)
	if n == 0 {
		return
	}
	slices.Sort(t.took)
	ms := func(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }
	b.ReportMetric(ms(t.took[n/2]), "p50-ms")
	b.ReportMetric(ms(t.took[n*99/100]), "p99-ms")
	b.ReportMetric(float64(n)/time.Since(t.started).Seconds(), "questions/s")
	b.ReportMetric(ms(processorTime()-t.busy)/float64(n), "cpu-ms")
}

// processorTime is the time of processors that the process has used.
func processorTime() time.Duration {
	var u unix.Rusage
	if err := unix.Getrusage(unix.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// peakMemory returns the largest resident size of the process so far, in MiB.
func peakMemory() float64 {
	status, _ := os.ReadFile("/proc/self/status")
	_, rest, _ := strings.Cut(string(status), "VmHWM:")
	kib := 0.0
	fmt.Sscan(rest, &kib)
	return kib / 1024
}
