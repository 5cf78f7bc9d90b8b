package bot

import (
	"strings"

	"thiduabot/bot/phrase"
	"thiduabot/corpus/viet"
)

// typedKeys are what people type in place of the buttons under a plan that was read
// back, by the action of the button. A text with marks must bear these: "đừng" is no
// "đúng".
var typedKeys = map[string][]string{
	"yes":   {"đúng", "đúng rồi", "đúng vậy", "đúng thế", "ok", "oke", "okie", "okay", "ừ", "uh", "um", "vâng", "dạ", "dạ đúng", "dạ vâng", "đồng ý", "xác nhận", "chuẩn", "chuẩn rồi", "chính xác", "được", "được rồi", "yes", "đặt đi", "lưu", "lưu lại"},
	"no":    {"hủy", "hủy bỏ", "thôi", "bỏ", "bỏ qua", "không", "ko", "k", "no", "không đặt nữa", "đừng", "đừng đặt", "khỏi", "khỏi cần"},
	"times": {"sai", "sai rồi", "không đúng", "chưa đúng", "sửa giờ", "đổi giờ"},
}

// politeEnds close a short answer and add nothing, folded.
var politeEnds = map[string]bool{"a": true, "nhe": true, "nha": true, "em": true, "ban": true, "bot": true, "di": true}

// eitherKey is the action of an answer that without marks may be either of two:
// "dung" is "đúng" or "đừng".
const eitherKey = "either"

// typedKey returns the action that a typed answer stands for, "" if it is none.
func typedKey(text string) string {
	if decoded, ok := viet.Decode(text); ok {
		text = decoded
	}
	words := strings.FieldsFunc(strings.ToLower(viet.Normalize(text)), func(r rune) bool { return r == ' ' || strings.ContainsRune(".,!✅", r) })
	for len(words) > 0 {
		if action := keyOf(strings.Join(words, " ")); action != "" {
			return action
		}
		if !politeEnds[viet.Fold(words[len(words)-1])] {
			return ""
		}
		words = words[:len(words)-1]
	}
	return ""
}

// keyOf returns the action that a phrase stands for.
func keyOf(phrase string) string {
	found := ""
	for action, phrases := range typedKeys {
		for _, p := range phrases {
			if p != phrase && (viet.HasMarks(phrase) || viet.Fold(p) != phrase) {
				continue
			}
			if found != "" && found != action {
				return eitherKey
			}
			found = action
		}
	}
	return found
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
	if action != eitherKey {
		return true, b.pressPlan(t, s, action)
	}
	p := body[planned](t, s)
	t.drop(s)
	t.tell(phrase.PressKey)
	return true, b.readBack(t, p, false)
}
