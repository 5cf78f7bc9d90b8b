package bot

import (
	"strings"
	"testing"

	"thiduabot/bot/message"
	"thiduabot/bot/store"
)

func TestBroadcastNamesWhomItMissed(t *testing.T) {
	h := newHouse(t, true)
	p := Progress{Total: 30, Sent: 3, Blocked: 26, Unsure: 1, Left: []Missed{
		{Chat: message.Chat{ID: -5, Kind: message.Group, Title: "Tổ <3>"}, Unsure: true},
		{Chat: message.Chat{ID: -6, Kind: message.Group, Title: "Phòng Nội vụ"}}, {Chat: message.Chat{ID: 777, Kind: message.Private}},
	}}
	for id := range int64(24) {
		p.Left = append(p.Left, Missed{Chat: message.Chat{ID: 1000 + id, Kind: message.Private}})
	}
	var line string
	if err := h.store.View(func(tx *store.Tx) error {
		line = castLine(tx, p)
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"Đã gửi xong thông báo: 3/30", "\nKhông gửi được: Phòng Nội vụ, mã số 777, ", " và 6 nơi nữa.", "\nChưa chắc đã nhận: Tổ <3>."} {
		if !strings.Contains(line, want) {
			t.Errorf("%q is not in\n%s", want, line)
		}
	}
	if p.Left = nil; strings.Contains(castLine(nil, p), "\n") {
		t.Error("names nobody gave")
	}
}
