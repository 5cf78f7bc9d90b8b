package telegram

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"regexp"
	"strings"
)

// ErrToken says that the token cannot be one, or that Telegram refused it.
var ErrToken = errors.New("token refused")

var tokenForm = regexp.MustCompile(`^[0-9]+:[A-Za-z0-9_-]+$`)

// CleanToken returns the token without the white space that files and
// environments add to it. It returns ErrToken, without the token in its text,
// if what is left has not the form of one.
func CleanToken(s string) (string, error) {
	s = strings.TrimSpace(s)
	if !tokenForm.MatchString(s) {
		return "", fmt.Errorf("%w: want NUMBER:LETTERS as @BotFather gives it", ErrToken)
	}
	return s, nil
}

// redacted stands in the place of a secret.
const redacted = "[token]"

// A secret is a text that no log and no error may show: the whole token, and
// its part after the colon.
type secret struct{ replacer *strings.Replacer }

func newSecret(words ...string) secret {
	var pairs []string
	for _, w := range words {
		if w == "" {
			continue
		}
		pairs = append(pairs, w, redacted)
		if _, tail, ok := strings.Cut(w, ":"); ok && len(tail) >= 8 {
			pairs = append(pairs, tail, redacted)
		}
	}
	return secret{strings.NewReplacer(pairs...)}
}

func (s secret) hide(text string) string { return s.replacer.Replace(text) }

// Redact returns a handler that passes records on to h with each secret word
// replaced, in messages, keys and values of any kind.
func Redact(h slog.Handler, words ...string) slog.Handler {
	return redactor{h, newSecret(words...)}
}

type redactor struct {
	slog.Handler
	s secret
}

// Handle passes the record on without secrets.
func (r redactor) Handle(ctx context.Context, rec slog.Record) error {
	clean := slog.NewRecord(rec.Time, rec.Level, r.s.hide(rec.Message), rec.PC)
	rec.Attrs(func(a slog.Attr) bool {
		clean.AddAttrs(r.attr(a))
		return true
	})
	return r.Handler.Handle(ctx, clean)
}

// WithAttrs returns a redactor whose records carry the attributes.
func (r redactor) WithAttrs(attrs []slog.Attr) slog.Handler {
	clean := make([]slog.Attr, len(attrs))
	for i, a := range attrs {
		clean[i] = r.attr(a)
	}
	return redactor{r.Handler.WithAttrs(clean), r.s}
}

// WithGroup returns a redactor whose records stand in the group.
func (r redactor) WithGroup(name string) slog.Handler {
	return redactor{r.Handler.WithGroup(name), r.s}
}

func (r redactor) attr(a slog.Attr) slog.Attr {
	a.Key = r.s.hide(a.Key)
	v := a.Value.Resolve()
	switch v.Kind() {
	case slog.KindString:
		a.Value = slog.StringValue(r.s.hide(v.String()))
	case slog.KindGroup:
		var clean []slog.Attr
		for _, member := range v.Group() {
			clean = append(clean, r.attr(member))
		}
		a.Value = slog.GroupValue(clean...)
	case slog.KindAny:
		a.Value = slog.StringValue(r.s.hide(fmt.Sprintf("%v", v.Any())))
	default:
		a.Value = v
	}
	return a
}
