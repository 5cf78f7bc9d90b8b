package bot

import (
	"strings"
	"testing"

	"thiduabot/bot/message"
	"thiduabot/bot/phrase"
)

func TestTypedKey(t *testing.T) {
	for text, want := range map[string]string{
		"Đúng": "yes", "đúng rồi ạ": "yes", "dung roi nhe": "yes", "OK": "yes", "ừ": "yes", "✅ Đúng": "yes", "chuẩn rồi em ạ": "yes", "ddungs roofi": "yes", "dung roi": "yes",
		"Hủy": "no", "thôi": "no", "không ạ": "no", "sai rồi": "times", "không đúng": "times",
		"đừng": "no", "đừng đặt nhé": "no", "khỏi cần em ạ": "no", "dừng": "", "dung": eitherKey, "đụng": "", "đúng 9h": "", "thu ngân sách 2021": "", "": "", "không đúng hạn": "", "đúng luật": "",
	} {
		if got := typedKey(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// TestPlanIsConfirmedByWords types the answers for which there are buttons.
func TestPlanIsConfirmedByWords(t *testing.T) {
	h := newHouse(t, false)
	h.private(3, "nhắc tôi họp thứ hai hàng tuần")
	yes := h.key(3, "Đúng").Data
	got := h.private(3, "đúng rồi ạ")
	if len(h.reminders(3)) != 1 || !strings.Contains(text(got), "Đã đặt lời nhắc") || got[0].Edit != 0 {
		t.Errorf("%d reminders, %+v", len(h.reminders(3)), got)
	}
	h.press(3, 3, yes)
	if n := len(h.reminders(3)); n != 1 {
		t.Errorf("the button pressed afterwards made %d reminders", n)
	}
	h.private(3, "nhắc tôi họp thứ hai hàng tuần")
	if got := text(h.private(3, "thôi em ạ")); len(h.reminders(3)) != 1 || !strings.Contains(got, "không đặt") {
		t.Errorf("thôi: %s", got)
	}
	h.private(3, "nhắc tôi họp thứ hai hàng tuần")
	if got := text(h.private(3, "dung")); len(h.reminders(3)) != 1 || !strings.Contains(got, phrase.PressKey) {
		t.Errorf("dung: %s", got)
	}
	if h.private(3, "đừng"); len(h.reminders(3)) != 1 {
		t.Error("đừng was taken for đúng")
	}
	h.private(3, "nhắc tôi họp thứ hai hàng tuần")
	h.private(3, "thu ngân sách 2021")
	if h.private(3, "đúng"); len(h.reminders(3)) != 1 {
		t.Error("an answer to something else was taken for a yes")
	}
}

// TestAnothersWordsConfirmNothing lets somebody else in a group say yes.
func TestAnothersWordsConfirmNothing(t *testing.T) {
	h := newHouse(t, false)
	h.happens("joined -50 by 2")
	h.happens("3 in -50: /nhac họp thứ hai hàng tuần")
	say := func(person int64) {
		h.send(message.Update{Kind: message.Text, Chat: message.Chat{ID: -50, Kind: message.Group}, From: message.Person{ID: person}, Message: 7, Text: "đúng", ToBot: true})
	}
	if say(4); len(h.reminders(-50)) != 0 {
		t.Error("a reminder by another's word")
	}
	if say(3); len(h.reminders(-50)) != 1 {
		t.Error("no reminder by the asker's own word")
	}
}
