package bot

import (
	"strings"

	"thiduabot/bot/message"
	"thiduabot/corpus/viet"
)

// typedKeys are what people type in place of the buttons under a plan that was read
// back, folded, with the action of the button.
var typedKeys = map[string]string{
	"dung": "yes", "dung roi": "yes", "dung vay": "yes", "dung the": "yes", "ok": "yes", "oke": "yes", "okie": "yes", "okay": "yes", "u": "yes", "uh": "yes", "um": "yes", "vang": "yes", "da": "yes", "da dung": "yes",
	"dong y": "yes", "xac nhan": "yes", "chuan": "yes", "chuan roi": "yes", "chinh xac": "yes", "duoc": "yes", "duoc roi": "yes", "yes": "yes", "dat di": "yes", "luu": "yes", "luu lai": "yes",
	"huy": "no", "huy bo": "no", "thoi": "no", "bo": "no", "bo qua": "no", "khong": "no", "ko": "no", "k": "no", "no": "no", "khong dat nua": "no",
	"sai": "times", "sai roi": "times", "khong dung": "times", "chua dung": "times", "sua gio": "times", "doi gio": "times",
}

// politeEnds close a short answer and add nothing, folded.
var politeEnds = map[string]bool{"a": true, "nhe": true, "nha": true, "em": true, "ban": true, "bot": true, "di": true}

// typedKey returns the action that a typed answer stands for, "" if it is none.
func typedKey(text string) string {
	words := strings.FieldsFunc(viet.Fold(text), func(r rune) bool { return r == ' ' || strings.ContainsRune(".,!✅", r) })
	for len(words) > 0 {
		if action := typedKeys[strings.Join(words, " ")]; action != "" {
			return action
		}
		if !politeEnds[words[len(words)-1]] {
			return ""
		}
		words = words[:len(words)-1]
	}
	return ""
}

// talkPlan takes a typed "đúng" or "hủy" for the button of the plan that was just
// read back.
func (b *Bot) talkPlan(t *turn, text string) (bool, error) {
	data := draft[string](t)
	action := typedKey(text)
	if t.err != nil || action == "" || b.cfg.Reminders == nil {
		return false, t.err
	}
	t.u.Data = data
	s, _, ok := t.pick()
	if t.err != nil || !ok || s.card.Kind != "plan" || s.card.Person != t.u.From.ID {
		return false, t.err
	}
	return true, b.pressPlan(t, s, action)
}

// pressedKey reports whether the turn began with a button, whose message can be
// edited.
func (t *turn) pressedKey() bool { return t.u.Kind == message.Button }
