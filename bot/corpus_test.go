package bot

import (
	"context"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"thiduabot/bot/message"
	"thiduabot/bot/phrase"
	"thiduabot/bot/store"
	"thiduabot/corpus"
	"thiduabot/index"
)

// TestWithBuiltInCorpus talks with the real index over the real figures. The
// expected figures are those of the built-in source S001.
func TestWithBuiltInCorpus(t *testing.T) {
	c := corpus.Default()
	if len(c.Records) == 0 {
		t.Fatal("no built-in corpus")
	}
	x, err := index.Build(t.Context(), c)
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	st, err := store.Open(filepath.Join(t.TempDir(), "state.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	b, err := New(Config{
		Answerer: x, Searcher: x, Library: x, Store: st, Home: c.Home, Local: true, Flood: -1,
		Clock: func() time.Time { return time.Date(2022, 6, 1, 8, 0, 0, 0, corpus.Zone) },
	})
	if err != nil {
		t.Fatal(err)
	}
	h := &house{t: t, bot: b, store: st, seen: map[int64][]message.Reply{}}
	for _, row := range []struct{ say, want string }{
		{"thu ngân sách 2021", "3.426 tỷ đồng"},
		{"THU NSNN NAM NGOAI", "3.426 tỷ đồng"},
		{"giá trị sản xuất nông nghiệp 2021", "226,8 tỷ đồng"},
		{"thu ngân sách 2030", ""},
		{"tìm thi đua", phrase.Found("thi đua")},
		{"/start art_S001", "Thành ủy Nam Định phát động phong trào thi đua năm 2022"},
	} {
		got := text(h.private(0, row.say))
		if !strings.Contains(got, row.want) || strings.TrimSpace(got) == "" {
			t.Errorf("%q: %s", row.say, got)
		}
	}
	h.private(0, "giá trị sản xuất nông nghiệp 2021")
	if got := text(h.press(0, 0, h.key(0, "Nguồn").Data)); !strings.Contains(got, "Thành ủy Nam Định phát động") {
		t.Errorf("source: %s", got)
	}
	if _, err := b.Tick(context.Background()); err != nil {
		t.Error(err)
	}
}
