package telegram

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"time"

	"github.com/go-telegram/bot/models"

	"thiduabot/bot/outbox"
)

// allowedUpdates is sent with every poll: the server remembers the list of the
// last one, whoever asked.
var allowedUpdates = []string{
	models.AllowedUpdateMessage, models.AllowedUpdateEditedMessage,
	models.AllowedUpdateChannelPost, models.AllowedUpdateEditedChannelPost,
	models.AllowedUpdateCallbackQuery, models.AllowedUpdateInlineQuery,
	models.AllowedUpdateMyChatMember,
}

// Timings are the waits of the intake; the zero value means the defaults.
type Timings struct {
	Poll     time.Duration // how long the server holds a poll open; default 50 s
	Hang     time.Duration // added to Poll, after which a silent poll is given up; default 15 s
	Conflict time.Duration // longest rest after another poller was met; default 30 s
	Retry    time.Duration // first rest after a failure, doubling; default 500 ms
	RetryMax time.Duration // default 60 s
	Alarm    time.Duration // of failing, after which it is an error in the log; default 3 min
	Drain    time.Duration // for what is under way when the bot ends; default 10 s
	Typing   time.Duration // of handling, after which the chat shows it; default 700 ms
}

func (t Timings) withDefaults() Timings {
	set := func(d *time.Duration, v time.Duration) {
		if *d == 0 {
			*d = v
		}
	}
	set(&t.Poll, 50*time.Second)
	set(&t.Hang, 15*time.Second)
	set(&t.Conflict, 30*time.Second)
	set(&t.Retry, 500*time.Millisecond)
	set(&t.RetryMax, 60*time.Second)
	set(&t.Alarm, 3*time.Minute)
	set(&t.Drain, 10*time.Second)
	set(&t.Typing, 700*time.Millisecond)
	return t
}

// quiet is the silence after which Telegram may number updates anew, lower than
// before; a poll without an offset then asks for whatever is there.
const quiet = 6 * 24 * time.Hour

// maxWaiting is how many updates may wait in memory before no more are asked
// for; the server keeps the others for a day.
const maxWaiting = 5000

// poller fetches updates and hands them to take before it asks for the next:
// asking with a higher offset is what makes the server forget them.
type poller struct {
	s                   *service
	offset              int64
	failures, conflicts int
	since               time.Time // of the first failure in a row
	alarmed             bool
	last                time.Time // when an update came
}

type getUpdates struct {
	Offset  int64    `json:"offset,omitempty"`
	Limit   int      `json:"limit"`
	Timeout int      `json:"timeout"` // seconds
	Allowed []string `json:"allowed_updates"`
}

// run polls until ctx ends. It returns ErrToken if the server refuses the
// token, or an error of the store.
func (p *poller) run(ctx context.Context) error {
	p.last = time.Now()
	for ctx.Err() == nil {
		if p.s.workers.Depth() > maxWaiting {
			rest(ctx, p.s.cfg.Timings.Retry)
			continue
		}
		began := time.Now()
		raws, err := p.fetch(ctx)
		if ctx.Err() != nil {
			return nil
		}
		if err != nil {
			if err := p.failed(ctx, err); err != nil {
				return err
			}
			continue
		}
		p.succeeded()
		if err := p.accept(ctx, raws); err != nil {
			return err
		}
		if len(raws) == 0 && time.Since(began) < min(p.s.cfg.Timings.Poll, 200*time.Millisecond) {
			rest(ctx, 300*time.Millisecond) // a server that does not hold polls open
		}
	}
	return nil
}

func (p *poller) fetch(ctx context.Context) (raws []json.RawMessage, err error) {
	t := p.s.cfg.Timings
	ctx, cancel := context.WithTimeout(ctx, t.Poll+t.Hang)
	defer cancel()
	if time.Since(p.last) > quiet {
		p.offset = 0
	}
	ask := getUpdates{Offset: p.offset, Limit: 100, Timeout: int(t.Poll.Seconds()), Allowed: allowedUpdates}
	err = p.s.client.call(ctx, "getUpdates", ask, &raws)
	return raws, err
}

// accept makes a batch durable, then moves the offset past it.
func (p *poller) accept(ctx context.Context, raws []json.RawMessage) error {
	if len(raws) == 0 {
		return nil
	}
	p.last = time.Now()
	if err := p.s.receive(raws); err != nil {
		return err
	}
	for i := len(raws) - 1; i >= 0; i-- {
		if id, ok := updateID(raws[i]); ok {
			p.offset = id + 1
			return nil
		}
	}
	rest(ctx, p.s.cfg.Timings.Retry)
	return nil
}

func (p *poller) succeeded() {
	if p.alarmed {
		p.s.log.Info("Telegram answers again", "silent", time.Since(p.since).Round(time.Second))
	}
	if p.failures > 0 && p.s.pace.Release(time.Now()) {
		outbox.Wake(p.s.cfg.Store)
	}
	p.failures, p.conflicts, p.alarmed = 0, 0, false
	p.s.stats.contact(time.Now())
}

// failed waits as long as the failure asks for, or returns the error if waiting
// is of no use.
func (p *poller) failed(ctx context.Context, err error) error {
	t := p.s.cfg.Timings
	if p.failures == 0 {
		p.since = time.Now()
	}
	p.failures++
	p.s.stats.PollFailures.Add(1)
	wait := t.RetryMax
	if p.failures < 16 {
		wait = min(t.Retry<<(p.failures-1), t.RetryMax)
	}
	wait = wait/2 + rand.N(wait/2+1)
	if api, ok := errors.AsType[*APIError](err); ok {
		switch {
		case api.refusesToken():
			return fmt.Errorf("%w by the server: %s", ErrToken, api)
		case api.code() == 409:
			wait = p.conflict()
			p.s.log.Error("another program polls with the same token, or a webhook is set", "wait", wait)
			p.s.dropWebhook(ctx)
		case api.RetryAfter > 0:
			wait = api.RetryAfter
		}
	}
	p.alarm(err)
	rest(ctx, wait)
	return nil
}

// conflict returns how long to stay away from another poller: shortly at first,
// for it may be the last poll of an earlier process that the server still holds.
func (p *poller) conflict() time.Duration {
	p.conflicts++
	return p.s.cfg.Timings.Conflict * time.Duration(min(p.conflicts, 8)) / 8
}

// alarm logs the first failure, and once more when it has lasted.
func (p *poller) alarm(err error) {
	lasted := time.Since(p.since)
	switch {
	case p.failures == 1:
		p.s.log.Warn("Telegram cannot be reached, trying on", "error", err)
	case !p.alarmed && lasted > p.s.cfg.Timings.Alarm:
		p.alarmed = true
		p.s.log.Error("no contact with Telegram", "for", lasted.Round(time.Second), "error", err)
	}
}

// rest waits for d or until ctx ends.
func rest(ctx context.Context, d time.Duration) {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-ctx.Done():
	case <-t.C:
	}
}
