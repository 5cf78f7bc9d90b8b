package bot

import (
	"encoding/json"
	"fmt"
)

// talk handles a text that a dialogue asked for; handled is false where the
// text is something else, and the dialogue then ends.
type talk func(b *Bot, t *turn, text string) (handled bool, err error)

func talkTable() map[string]talk {
	return map[string]talk{
		"plan":         (*Bot).talkPlan,
		"plan-clarify": (*Bot).talkClarify,
		"plan-times":   (*Bot).talkTimes,
		"draft":        (*Bot).talkDraft,
		"cast":         (*Bot).talkCast,
		"deadline":     (*Bot).talkDeadline,
		"audience":     (*Bot).talkAudience,
	}
}

// draft reads what the waiting dialogue kept.
func draft[T any](t *turn) T {
	var v T
	if err := json.Unmarshal(t.session.Draft, &v); err != nil {
		t.fail(fmt.Errorf("read draft of %s: %w", t.session.Waiting, err))
	}
	return v
}
