package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"thiduabot/bot"
	"thiduabot/bot/telegram"
)

// silence is how long Telegram may say nothing before readiness is lost: a long
// poll ends within a minute.
const silence = 3 * time.Minute

// gauge is one number of the adapter, read when it is asked for.
type gauge struct {
	name, help string
	counter    bool
	value      func() float64
}

func gauges(s *telegram.Stats) []gauge {
	count := func(v interface{ Load() int64 }) func() float64 {
		return func() float64 { return float64(v.Load()) }
	}
	return []gauge{
		{"updates_received_total", "Updates taken in.", true, count(&s.Received)},
		{"updates_repeated_total", "Updates that came again.", true, count(&s.Repeated)},
		{"updates_skipped_total", "Updates of unknown form.", true, count(&s.Skipped)},
		{"updates_handled_total", "Updates handled.", true, count(&s.Handled)},
		{"updates_set_aside_total", "Updates given up after two tries.", true, count(&s.SetAside)},
		{"panics_total", "Panics of the conversation that were caught.", true, count(&s.Panics)},
		{"poll_failures_total", "Polls that failed.", true, count(&s.PollFailures)},
		{"webhook_forged_total", "Webhook calls with a wrong secret.", true, count(&s.Forged)},
		{"messages_sent_total", "Messages sent.", true, count(&s.Outbox.Sent)},
		{"messages_failed_total", "Messages refused for good.", true, count(&s.Outbox.Failed)},
		{"messages_unsure_total", "Broadcast messages whose end is unknown.", true, count(&s.Outbox.Unsure)},
		{"messages_repeated_total", "Messages sent again with a label.", true, count(&s.Outbox.Repeated)},
		{"too_many_requests_total", "Answers 429 of the Bot API.", true, count(&s.Outbox.Limited)},
		{"intake_waiting", "Updates taken in and not handled.", false, func() float64 { return float64(s.Waiting()) }},
		{"outbox_waiting_answers", "Answers waiting to be sent.", false, count(&s.Outbox.Waiting[0])},
		{"outbox_waiting_reminders", "Reminders waiting to be sent.", false, count(&s.Outbox.Waiting[1])},
		{"outbox_waiting_broadcasts", "Broadcast messages waiting to be sent.", false, count(&s.Outbox.Waiting[2])},
		{"last_contact_seconds", "Unix time of the last answer of Telegram.", false, func() float64 { return float64(s.LastContact().Unix()) }},
	}
}

// durations is a histogram kept by the adapter.
type durations struct {
	desc  *prometheus.Desc
	times *telegram.Times
}

// Describe and Collect make durations a prometheus.Collector.
func (d durations) Describe(ch chan<- *prometheus.Desc) { ch <- d.desc }

// Collect sends the histogram as it stands.
func (d durations) Collect(ch chan<- prometheus.Metric) {
	n, sum, buckets := d.times.Snapshot()
	upto := map[float64]uint64{}
	for _, b := range buckets {
		upto[b.Upto.Seconds()] = uint64(b.Count)
	}
	ch <- prometheus.MustNewConstHistogram(d.desc, uint64(n), sum.Seconds(), upto)
}

// registry returns the metrics of a running serve.
func registry(s *telegram.Stats, b *bot.Bot) *prometheus.Registry {
	r := prometheus.NewRegistry()
	r.MustRegister(collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	unanswered := gauge{"questions_unanswered_total", "Questions that found no answer.", true, func() float64 { return float64(b.Unanswered()) }}
	for _, g := range append(gauges(s), unanswered) {
		name := "thiduabot_" + g.name
		if g.counter {
			r.MustRegister(prometheus.NewCounterFunc(prometheus.CounterOpts{Name: name, Help: g.help}, g.value))
		} else {
			r.MustRegister(prometheus.NewGaugeFunc(prometheus.GaugeOpts{Name: name, Help: g.help}, g.value))
		}
	}
	r.MustRegister(
		durations{prometheus.NewDesc("thiduabot_answer_seconds", "Time the conversation takes for an update.", nil, nil), &s.Latency},
		durations{prometheus.NewDesc("thiduabot_intake_lag_seconds", "Time from arrival of an update to its planned replies.", nil, nil), &s.Lag},
	)
	return r
}

// listen serves /healthz, /readyz and /metrics until ctx ends. Any other path
// goes to extra, which may be nil.
func listen(ctx context.Context, addr string, metrics *prometheus.Registry, s *telegram.Stats, extra http.Handler) error {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, _ *http.Request) { fmt.Fprintln(w, "ok") })
	mux.HandleFunc("GET /readyz", func(w http.ResponseWriter, _ *http.Request) {
		if time.Since(s.LastContact()) > silence {
			http.Error(w, "no contact with Telegram", http.StatusServiceUnavailable)
			return
		}
		fmt.Fprintln(w, "ok")
	})
	mux.Handle("GET /metrics", promhttp.HandlerFor(metrics, promhttp.HandlerOpts{}))
	if extra != nil {
		mux.Handle("/", extra)
	}
	ln, err := net.Listen("tcp", addr)
	if err != nil {
		return fmt.Errorf("listen: %w", err)
	}
	server := &http.Server{Handler: mux, ReadHeaderTimeout: 10 * time.Second, ReadTimeout: 30 * time.Second}
	stop := context.AfterFunc(ctx, func() {
		grace, cancel := context.WithTimeout(context.WithoutCancel(ctx), 5*time.Second)
		defer cancel()
		_ = server.Shutdown(grace) // what is still open after the grace is cut
	})
	defer stop()
	if err := server.Serve(ln); !errors.Is(err, http.ErrServerClosed) {
		return fmt.Errorf("listen: %w", err)
	}
	return nil
}
