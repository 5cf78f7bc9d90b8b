package telegram

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"time"

	"github.com/go-telegram/bot"
)

// Webhook makes the server call the bot instead of being polled.
type Webhook struct {
	URL    string                     // public https address that leads to the handler
	Secret string                     // default: random, new with each start
	Mount  func(handler http.Handler) // puts the handler where URL leads; called once
}

// maxWebhook is the size in bytes of the largest update that is read.
const maxWebhook = 1 << 20

// serveWebhook registers the webhook and waits for ctx to end.
func (s *service) serveWebhook(ctx context.Context) error {
	secret := s.cfg.Webhook.Secret
	if secret == "" {
		secret = rand.Text()
	}
	if s.cfg.Webhook.Mount == nil {
		return errors.New("telegram: a webhook needs a place to be mounted")
	}
	s.cfg.Webhook.Mount(s.webhook(secret))
	t := s.cfg.Timings
	for wait := t.Retry; ctx.Err() == nil; wait = min(2*wait, t.RetryMax) {
		err := s.client.call(ctx, "setWebhook", &bot.SetWebhookParams{URL: s.cfg.Webhook.URL, SecretToken: secret, AllowedUpdates: allowedUpdates}, nil)
		if err == nil {
			s.stats.contact(time.Now())
			break
		}
		if api, ok := errors.AsType[*APIError](err); ok && api.refusesToken() {
			return fmt.Errorf("%w by the server: %s", ErrToken, api)
		}
		s.log.Warn("webhook not set, trying on", "error", err)
		rest(ctx, wait)
	}
	<-ctx.Done()
	return nil
}

// webhook takes an update only with the secret, and answers 200 only once it
// is durable: any other answer makes the server send it again.
func (s *service) webhook(secret string) http.Handler {
	want := sha256.Sum256([]byte(secret))
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		got := sha256.Sum256([]byte(r.Header.Get("X-Telegram-Bot-Api-Secret-Token")))
		if subtle.ConstantTimeCompare(got[:], want[:]) != 1 {
			s.stats.Forged.Add(1)
			http.Error(w, "unauthorized", http.StatusUnauthorized)
			return
		}
		if r.Method != http.MethodPost {
			http.Error(w, "only POST", http.StatusMethodNotAllowed)
			return
		}
		body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxWebhook))
		if err != nil {
			http.Error(w, "too large", http.StatusRequestEntityTooLarge)
			return
		}
		if _, ok := updateID(body); !ok {
			http.Error(w, "not an update", http.StatusBadRequest)
			return
		}
		if err := s.receive([]json.RawMessage{body}); err != nil {
			s.log.Error("update not taken in", "error", err)
			http.Error(w, "try again", http.StatusServiceUnavailable)
			return
		}
		s.stats.contact(time.Now())
	})
}
