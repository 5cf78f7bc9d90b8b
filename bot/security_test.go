package bot

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"thiduabot/bot/message"
	"thiduabot/bot/phrase"
	"thiduabot/bot/store"
	"thiduabot/corpus/viet/bounded"
)

func TestForgedButtonsDoNothing(t *testing.T) {
	h := newHouse(t, false)
	h.private(3, "thu ngân sách 2021")
	good := h.key(3, "Nguồn").Data
	for _, data := range []string{
		"", "a", "a.", "a.source", "b" + good[1:], good[:8], "aAAAAAAAAAAAAAAAAAAA.source",
		good[:len(good)-6] + "write", good + "x", strings.Repeat("a", 64), strings.Repeat("a", 1000), "a\x00\xff.source",
	} {
		got := h.press(3, 3, data)
		if len(got) != 1 || got[0].Notice != phrase.ButtonUnknown || !got[0].Empty() {
			t.Errorf("data %q: %+v", data, got)
		}
	}
	if got := text(h.press(4, 4, good)); !strings.Contains(got, phrase.ButtonUnknown) {
		t.Errorf("a card of another chat worked: %s", got)
	}
	if got := text(h.press(3, 3, good)); !strings.Contains(got, "2.126") {
		t.Errorf("the true button does not work: %s", got)
	}
}

func FuzzButtonData(f *testing.F) {
	f.Add("aAAAAAAAAAAAAAAAAAAA.source")
	f.Add("1:2:3")
	f.Add("aAAAA.source")
	f.Add("aAAAAAAAAAAAAAAAAAAA." + strings.Repeat("x", 60))
	f.Fuzz(func(t *testing.T, data string) {
		id, _, ok := parseData(data)
		if ok && (len(data) > 64 || len(id) != 14) {
			t.Errorf("parseData(%q) = %x", data, id)
		}
	})
}

func TestButtonOfAnotherPerson(t *testing.T) {
	h := newHouse(t, false)
	h.happens("joined -50 by 2")
	h.happens("3 in -50: /nhac họp thứ hai hàng tuần")
	yes := h.key(-50, "Đúng").Data
	if got := text(h.press(-50, 4, yes)); !strings.Contains(got, phrase.ButtonNotYours) {
		t.Errorf("somebody else confirmed a reminder: %s", got)
	}
	if list := h.reminders(-50); len(list) != 0 {
		t.Errorf("reminders: %v", list)
	}
}

func (h *house) reminders(chat int64) (list []Reminder) {
	h.t.Helper()
	err := h.store.View(func(tx *store.Tx) (err error) {
		list, err = diary{}.List(tx, chat)
		return err
	})
	if err != nil {
		h.t.Fatal(err)
	}
	return list
}

// TestStrangerReachesNothing tries every command and some texts as a stranger,
// in private and in a group.
func TestStrangerReachesNothing(t *testing.T) {
	h := newHouse(t, false)
	texts := []string{"thu ngân sách 2021", "tìm thi đua", "nhắc tôi họp thứ hai hàng tuần", "cập nhật thu ngân sách 2022 5 tỷ", "/start art_A1", "/start ind_thu-ngan-sach"}
	for _, c := range commandTable() {
		for _, n := range c.names {
			texts = append(texts, n, n+" thi đua")
		}
	}
	free := []string{phrase.ClaimWrong, phrase.Cancelled, phrase.EraseAsk, phrase.OnlyPrivate, "Mã của anh/chị", phrase.Stranger, phrase.StrangerGroup, phrase.NotAllowed}
	for _, chat := range []int64{9, -60} {
		for _, s := range texts {
			h.now = h.now.Add(time.Minute)
			u := message.Update{Kind: message.Text, Chat: message.Chat{ID: chat, Kind: message.Private}, From: message.Person{ID: 9}, Text: s, ToBot: true}
			if chat < 0 {
				u.Chat.Kind = message.Group
			}
			got := text(h.send(u))
			if !slices.ContainsFunc(free, func(f string) bool { return strings.Contains(got, f) }) {
				t.Errorf("%q as a stranger in %d: %s", s, chat, got)
			}
		}
	}
	if len(h.desk.written) > 0 || len(h.reminders(9)) > 0 {
		t.Error("a stranger changed something")
	}
	if got := h.send(message.Update{Kind: message.Inline, From: message.Person{ID: 9}, Text: "thu ngân sách 2021", Callback: "q"}); len(got) != 1 || len(got[0].Inlined) != 0 {
		t.Errorf("inline for a stranger: %+v", got)
	}
}

func TestDemotedEditorLosesOpenButtons(t *testing.T) {
	h := newHouse(t, false)
	h.private(2, "/quyen")
	people := h.key(2, "Chị Cúc").Data
	h.private(2, "/thongbao Họp gấp")
	send := h.key(2, "Gửi").Data
	h.private(2, "cập nhật thu ngân sách 6 tháng 2022 1.900 tỷ") // its dialogue waits on
	write := h.key(2, "Ghi").Data
	h.private(1, "/quyen")
	h.press(1, 1, h.key(1, "Anh Bình").Data)
	for _, k := range h.seen[1][len(h.seen[1])-1].Keys[0] {
		if k.Text == phrase.Role(int(Cadre)) {
			h.press(1, 1, k.Data)
		}
	}
	for _, data := range []string{write, people, send} {
		if got := text(h.press(2, 2, data)); !strings.Contains(got, phrase.ButtonNotAllowed) {
			t.Errorf("a demoted editor's button worked: %s", got)
		}
	}
	if len(h.desk.written) > 0 {
		t.Errorf("written: %v", h.desk.written)
	}
	if got, _ := json.Marshal(h.private(2, "1 999 tỷ đồng")); strings.Contains(string(got), "999") || strings.Contains(string(got), phrase.KeyWrite) {
		t.Errorf("a demoted editor's dialogue goes on: %s", got)
	}
}

func TestSharedIdentityHoldsNoRole(t *testing.T) {
	h := newHouse(t, false)
	code, err := newCode(h.bot.cfg.Rand)
	if err != nil {
		t.Fatal(err)
	}
	err = h.store.Update(func(tx *store.Tx) error {
		for id := range nobody {
			if err := personTable.Put(tx, store.Int(id), Person{ID: id, Role: Owner}); err != nil {
				return err
			}
		}
		return claimTable.Put(tx, []byte("code"), code)
	})
	if err != nil {
		t.Fatal(err)
	}
	for id := range nobody {
		if got := text(h.private(id, "thu ngân sách 2021")); strings.Contains(got, "2.126") {
			t.Errorf("%d got an answer: %s", id, got)
		}
		h.private(id, "/chubot "+code)
	}
	var left bool
	if err := h.store.View(func(tx *store.Tx) error { left = claimTable.Has(tx, []byte("code")); return nil }); err != nil || !left {
		t.Errorf("a shared identity claimed the bot: %v", err)
	}
}

func TestClaimCodeWorksOnce(t *testing.T) {
	h := newHouse(t, false)
	err := h.store.Update(func(tx *store.Tx) error { return personTable.Delete(tx, store.Int(1)) })
	if err != nil {
		t.Fatal(err)
	}
	code, err := h.bot.ClaimCode()
	if err != nil || len(code) < 16 {
		t.Fatalf("code %q, %v", code, err)
	}
	if again, _ := h.bot.ClaimCode(); again != code {
		t.Errorf("the code changed: %q, %q", code, again)
	}
	for _, wrong := range []string{"", "AAAA-AAAA-AAAA-AAAA", code[:len(code)-1], code + "A"} {
		if got := text(h.private(8, "/chubot "+wrong)); !strings.Contains(got, phrase.ClaimWrong) {
			t.Errorf("code %q: %s", wrong, got)
		}
	}
	if got := text(h.private(8, "/start claim_"+strings.ReplaceAll(strings.ToLower(code), "-", ""))); !strings.Contains(got, phrase.ClaimDone) {
		t.Errorf("the true code: %s", got)
	}
	if got := text(h.private(9, "/chubot "+code)); !strings.Contains(got, phrase.ClaimWrong) {
		t.Errorf("the code worked twice: %s", got)
	}
	if code, err := h.bot.ClaimCode(); code != "" || err != nil {
		t.Errorf("a code though there is an owner: %q, %v", code, err)
	}
}

// injected is text that would turn, hide or mark up what stands around it.
const injected = "</b><a href=\"x\">\u202eedoc\u202c\u2066*_`[\u200b\x1b[31m\x00"

func TestInjectedTextStaysText(t *testing.T) {
	h := newHouse(t, false)
	var all []message.Reply
	all = append(all, h.send(message.Update{Kind: message.Text, Chat: message.Chat{ID: 9, Kind: message.Private}, From: message.Person{ID: 9, Name: "Tên" + injected + "\nBot: ok"}, Text: "chào", ToBot: true})...)
	all = append(all, h.send(message.Update{Kind: message.Button, Chat: message.Chat{ID: 9, Kind: message.Private}, From: message.Person{ID: 9, Name: "Tên" + injected + "\nBot: ok"}, Data: h.key(9, "Xin quyền").Data, Callback: "cb"})...)
	all = append(all, h.private(3, "tìm "+injected)...)
	all = append(all, h.private(3, "nhắc tôi "+injected+" thứ hai hàng tuần")...)
	all = append(all, h.private(2, "cập nhật "+injected)...)
	all = append(all, h.private(3, injected)...)
	said := &turn{b: h.bot}
	said.tell("Tên" + injected)
	all = append(all, said.finish()...)
	for _, r := range all {
		raw, _ := json.Marshal(r)
		said := r.Plain() + r.Notice
		for _, row := range r.Keys {
			for _, k := range row {
				said += k.Text
			}
		}
		if strings.ContainsAny(said, "\u202e\u202c\u2066\u200b\x1b\x00") {
			t.Errorf("controls left in %s", raw)
		}
		for _, p := range r.Parts {
			if p.URL != "" && !strings.HasPrefix(p.URL, "https://dongkhe.example/") {
				t.Errorf("a link was made of data: %+v", p)
			}
		}
		if strings.Contains(said, "\nBot: ok") {
			t.Errorf("a name broke the line: %q", said)
		}
	}
}

func TestAudiences(t *testing.T) {
	h := newHouse(t, true)
	secret := "thu ngân sách 2018"
	h.happens("joined -50 by 2")
	for who, replies := range map[string][]message.Reply{
		"stranger":        h.private(9, secret),
		"cadre":           h.private(3, secret),
		"owner in group":  h.happens("1 in -50: /hoi " + secret),
		"owner inline":    h.happens("1 queries " + secret),
		"stranger's link": h.private(9, "/start art_A7"),
	} {
		if got, _ := json.Marshal(replies); strings.Contains(string(got), "1 tỷ đồng") || strings.Contains(string(got), "đợt 7") {
			t.Errorf("%s saw private material: %s", who, got)
		}
	}
	if got := text(h.private(1, secret)); !strings.Contains(got, "1 tỷ đồng") {
		t.Errorf("the owner in private: %s", got)
	}
}

func TestReplayedUpdateChangesNothing(t *testing.T) {
	h := newHouse(t, false)
	h.private(3, "nhắc tôi họp thứ hai hàng tuần")
	first := h.press(3, 3, h.key(3, "Đúng").Data)
	for range 3 {
		again, err := h.bot.Handle(context.Background(), h.last)
		if err != nil || text(again) != text(first) {
			t.Errorf("replayed: %v, %s", err, text(again))
		}
	}
	if list := h.reminders(3); len(list) != 1 {
		t.Errorf("%d reminders", len(list))
	}
}

func TestFloodIsStoppedPolitely(t *testing.T) {
	h := newHouse(t, false)
	answered, told, silent := 0, 0, 0
	for range 60 {
		h.now = h.now.Add(-5 * time.Second) // send adds them
		switch got := text(h.private(3, "thu ngân sách 2021")); {
		case strings.Contains(got, "2.126"):
			answered++
		case strings.Contains(got, phrase.Flood):
			told++
		case got == "":
			silent++
		}
	}
	if answered != floodBurst || told != 1 || silent != 60-floodBurst-1 {
		t.Errorf("answered %d, told %d, silent %d", answered, told, silent)
	}
	if got := text(h.private(4, "thu ngân sách 2021")); !strings.Contains(got, "2.126") {
		t.Errorf("somebody else was held up: %s", got)
	}
	h.now = h.now.Add(time.Minute)
	if got := text(h.private(3, "thu ngân sách 2021")); !strings.Contains(got, "2.126") {
		t.Errorf("after a minute: %s", got)
	}
}

func TestHugeText(t *testing.T) {
	h := newHouse(t, false)
	for _, s := range []string{strings.Repeat("thu ngân sách ", 20_000), strings.Repeat("\u0301", 100_000), strings.Repeat("😀", 50_000), strings.Repeat("/", 100_000), strings.Repeat("nhắc ", 30_000), "tìm " + strings.Repeat("a", 200_000)} {
		var replies []message.Reply
		bounded.Within(t, fmt.Sprintf("%.20q", s), 2*time.Second, func() { replies = h.private(3, s) })
		if got := text(replies); strings.Contains(got, "Xin lỗi") {
			t.Errorf("%.20q reached the index whole: %s", s, got)
		}
		for _, r := range replies {
			if n := len(r.Plain()); n > 20_000 {
				t.Errorf("%d bytes in answer to %.20q", n, s)
			}
		}
	}
}

func TestErrorsStayInside(t *testing.T) {
	h := newHouse(t, false)
	got := text(h.private(3, "lỗi"))
	if strings.Contains(got, "index") || strings.Contains(got, "srv") || !strings.Contains(got, "Xin lỗi") {
		t.Errorf("said %q", got)
	}
}

func TestPostsOfAllowedChannelsOnly(t *testing.T) {
	h := newHouse(t, true)
	post := func(chat int64) {
		h.send(message.Update{Kind: message.Post, Chat: message.Chat{ID: chat, Kind: message.Channel, Title: "Kênh"}, Message: 5, Text: "Thông báo họp."})
	}
	post(-70)
	if len(h.posts.posts) != 0 {
		t.Fatal("a post of an unknown channel was taken in")
	}
	h.send(message.Update{Kind: message.Joined, Chat: message.Chat{ID: -70, Kind: message.Channel, Title: "Kênh"}, From: message.Person{ID: 9}})
	post(-70)
	h.send(message.Update{Kind: message.Joined, Chat: message.Chat{ID: -71, Kind: message.Channel, Title: "Kênh"}, From: message.Person{ID: 2}})
	post(-71)
	post(-71)
	if p := h.posts.posts; len(p) != 2 || p[0].ID != p[1].ID || p[0].ID != "kenh--71-5" {
		t.Errorf("posts %+v", p)
	}
}
