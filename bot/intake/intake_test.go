package intake

import (
	"context"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"thiduabot/bot"
	"thiduabot/bot/message"
	"thiduabot/bot/phrase"
	"thiduabot/corpus"
	"thiduabot/corpus/ingest"
)

const home = "Thành phố Nam Định"

var now = time.Date(2022, 7, 5, 9, 0, 0, 0, corpus.Zone)

// report is an article of an invented district.
const report = `Huyện Đông Khê tổng kết phong trào thi đua năm 2021

Năm 2021, thu nội địa trên địa bàn huyện Đông Khê đạt 215 tỷ đồng, tăng 8,1% so với cùng kỳ.`

// newDesk returns a desk over an empty folder, with the ids it told of.
func newDesk(t *testing.T) (*Desk, *[]string) {
	t.Helper()
	told := new([]string)
	return &Desk{
		Folder: t.TempDir(), Tables: corpus.Default,
		Wrote: func(ids []string) error { *told = append(*told, ids...); return nil },
	}, told
}

func loaded(t *testing.T, d *Desk) *corpus.Corpus {
	t.Helper()
	c, err := corpus.Open(os.DirFS(d.Folder))
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func preview(t *testing.T, d *Desk, s bot.Submission) bot.Draft {
	t.Helper()
	s.Now, s.Home = now, home
	draft, err := d.Preview(t.Context(), s)
	if err != nil {
		t.Fatal(err)
	}
	return draft
}

func TestTypedFigureAsksUntilItIsClear(t *testing.T) {
	d, _ := newDesk(t)
	for text, want := range map[string]string{
		"cập nhật thu ngân sách 6 tháng 2022 1.900 tỷ":  "Có nhiều chỉ tiêu mang tên này",
		"cập nhật thu nội địa 6 tháng 2022 1.900":       phrase.WhichValue,
		"cập nhật thu nội địa 6 tháng 2022":             phrase.WhichValue,
		"cập nhật thu nội địa 1.900 tỷ đồng":            phrase.WhichPeriod,
		"cập nhật 6 tháng 2022 1.900 tỷ đồng":           phrase.WhichIndicator,
		"cập nhật thu nội địa 6 tháng 2022 5%":          "tính bằng",
		"cập nhật thu nội địa 6 tháng 2022 1.900 tỷ 5%": phrase.WhichValue,
		"cập nhật thu nội địa năm 2022 -5 tỷ đồng":      phrase.WhichValue,
		"cập nhật thu nội địa 2022 không phải 5 tỷ":     phrase.WhichValue,
		"cập nhật thu nội địa 2022-H3 5 tỷ đồng":        phrase.WhichPeriod,
		"cập nhật thu nội địa 2022-H1 năm 2021 5 tỷ":    phrase.WhichPeriod,
	} {
		draft := preview(t, d, bot.Submission{Text: text})
		if !strings.Contains(draft.Problem, want) || draft.Problem == "" || len(draft.Records) > 0 {
			t.Errorf("%s: %+v, want %q", text, draft, want)
		}
	}
}

func TestTypedFigureInTheNotationOfTheData(t *testing.T) {
	d, _ := newDesk(t)
	for text, want := range map[string]string{
		"cập nhật thu nội địa 2022-H1 5 tỷ đồng": "2022-H1", "cập nhật thu nội địa 2022-q3 5 tỷ đồng": "2022-Q3",
		"cập nhật thu nội địa 2022-09M 5 tỷ đồng": "2022-09M", "cập nhật thu nội địa 2016/2020 5 tỷ đồng": "2016/2020",
		"cập nhật thu nội địa giai đoạn 2016-2020 5 tỷ đồng": "2016/2020",
	} {
		draft := preview(t, d, bot.Submission{Text: text})
		if len(draft.Records) != 1 || draft.Records[0].Period.String() != want {
			t.Errorf("%s: %+v", text, draft)
		}
	}
}

func TestTypedFigureIsWrittenAndUndone(t *testing.T) {
	d, told := newDesk(t)
	for _, text := range []string{"cập nhật thu nội địa 6 tháng 2022 1.900 tỷ", "cap nhat thu noi dia 6 thang 2022 1900 ty"} {
		draft := preview(t, d, bot.Submission{Text: text})
		if draft.Problem != "" || len(draft.Records) != 1 {
			t.Fatalf("%s: %+v", text, draft)
		}
		r := draft.Records[0]
		if r.Indicator == "" || *r.Value != 1900 || r.Unit != "tỷ đồng" || r.Period.String() != "2022-H1" || r.Area != home {
			t.Errorf("%s: %+v", text, r)
		}
		undo, err := d.Commit(t.Context(), draft)
		if err != nil {
			t.Fatal(err)
		}
		if c := loaded(t, d); len(c.Records) != 1 || len(c.Articles) != 1 {
			t.Errorf("%d records, %d articles", len(c.Records), len(c.Articles))
		}
		if err := d.Undo(t.Context(), undo); err != nil {
			t.Fatal(err)
		}
		if c := loaded(t, d); len(c.Records)+len(c.Articles) != 0 {
			t.Errorf("after undo: %d records, %d articles", len(c.Records), len(c.Articles))
		}
	}
	if len(*told) != 4 {
		t.Errorf("told of %v", *told)
	}
}

func TestArticleLinkAndFileGiveTheSameRecord(t *testing.T) {
	web := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/plain; charset=utf-8")
		_, _ = w.Write([]byte(report))
	}))
	defer web.Close()
	d, _ := newDesk(t)
	d.Fetcher = ingest.NewFetcher(func(a netip.Addr) bool { return a.IsLoopback() })
	d.Download = func(context.Context, message.File) ([]byte, error) { return []byte(report), nil }
	title, text, _ := strings.Cut(report, "\n\n")
	for name, s := range map[string]bot.Submission{
		"text": {Text: report}, "forwarded": {Title: title, Text: text}, "link": {URL: web.URL + "/bai"}, "file": {File: &message.File{Name: "bai.txt"}},
	} {
		draft := preview(t, d, s)
		if draft.Problem != "" || draft.Article == nil || draft.Article.Title != title || len(draft.Records) != 1 || *draft.Records[0].Value != 215 || draft.Records[0].Doubt != "" {
			t.Errorf("%s: %+v", name, draft)
		}
	}
}

func TestWhatCannotBeTakenInSaysWhy(t *testing.T) {
	d, _ := newDesk(t)
	for name, s := range map[string]bot.Submission{
		phrase.LinksNotRead: {URL: "https://bao.example/"}, phrase.FilesNotRead: {File: &message.File{Name: "a.txt"}},
		phrase.NotTaken(phrase.WhySecret): {Text: "Báo cáo\n\nTỐI MẬT\n\nNội dung."},
	} {
		if draft := preview(t, d, s); draft.Problem != name || draft.Article != nil {
			t.Errorf("%+v, want %q", draft, name)
		}
	}
	d.Fetcher = ingest.NewFetcher(nil)
	if draft := preview(t, d, bot.Submission{URL: "http://127.0.0.1:1/"}); draft.Problem != phrase.LinkFailed(true) {
		t.Errorf("link inside: %q", draft.Problem)
	}
	files := map[string]string{"a.pdf": "nothing", "a.exe": "MZ", "a.docx": "\xd0\xcf\x11\xe0", "a.jsonl": "{}\n{}\n"}
	for name, b := range files {
		d.Download = func(context.Context, message.File) ([]byte, error) { return []byte(b), nil }
		if draft := preview(t, d, bot.Submission{File: &message.File{Name: name}}); draft.Problem == "" || draft.Article != nil {
			t.Errorf("%s: %+v", name, draft)
		}
	}
}

func TestCorrectedRecordIsWritten(t *testing.T) {
	d, _ := newDesk(t)
	draft := preview(t, d, bot.Submission{Text: report})
	for _, c := range []struct {
		text string
		ok   bool
	}{{"1 220 tỷ đồng", true}, {"1 năm 2020", true}, {"7 220 tỷ", false}, {"chào", false}, {"1 xyz", false},
		{"1 220 người", false}, {"1 kỳ 2022-H1 năm 2020", false}, {"1 2021-13", false}, {"1 -5 tỷ", false},
		{"1 không phải 230 tỷ đồng", false}, {"1 220 tỷ đồng chứ không phải 215", true}} {
		var ok bool
		if draft, ok = d.Correct(draft, c.text, now); ok != c.ok {
			t.Errorf("%q: %v", c.text, ok)
		}
	}
	if r := draft.Records[0]; *r.Value != 220 || r.Period.String() != "2020" {
		t.Errorf("%+v", r)
	}
	if _, err := d.Commit(t.Context(), draft); err != nil {
		t.Fatal(err)
	}
	if c := loaded(t, d); len(c.Records) != 1 || *c.Records[0].Value != 220 {
		t.Errorf("%+v", c.Records)
	}
	if draft, ok := d.Correct(draft, "1 bỏ", now); !ok || len(draft.Records) != 0 {
		t.Errorf("dropped: %+v", draft)
	}
}

func TestCorrections(t *testing.T) {
	d, _ := newDesk(t)
	of := preview(t, d, bot.Submission{Text: report})
	for _, c := range []struct{ text, printed, period, evidence string }{
		{"1 kỳ 2022-H1", "215 tỷ đồng", "2022-H1", ""},
		{"1 2022-09m", "215 tỷ đồng", "2022-09M", ""},
		{"1 2020/2025", "215 tỷ đồng", "2020/2025", ""},
		{"1 kỳ 2021-Q3 218 tỷ đồng", "218 tỷ đồng", "2021-Q3", phrase.Corrected("")},
		{"dòng 1: 219.500 triệu", "219.500 triệu", of.Records[0].Period.String(), phrase.Corrected("")},
	} {
		got, ok := d.Correct(of, c.text, now)
		if !ok {
			t.Errorf("%q is not taken", c.text)
			continue
		}
		r := got.Records[0]
		if r.Printed != c.printed || r.Period.String() != c.period || !strings.HasPrefix(r.Evidence, c.evidence) || r.Evidence == "" {
			t.Errorf("%q: %s %s %q", c.text, r.Printed, r.Period, r.Evidence)
		}
	}
}

func TestCorrectedNoteSaysWhatIsWritten(t *testing.T) {
	d, _ := newDesk(t)
	of := preview(t, d, bot.Submission{Text: "cập nhật thu ngân sách nhà nước trên địa bàn năm 2021 1.900 tỷ đồng"})
	got, ok := d.Correct(of, "1 1.950 tỷ đồng", now)
	if !ok {
		t.Fatal("not taken")
	}
	got, ok = d.Correct(got, "1 năm 2020", now)
	if !ok {
		t.Fatal("not taken")
	}
	if plan, ok := d.Correct(got, "1 kế hoạch 2.000 tỷ đồng", now); !ok || plan.Records[0].Status != corpus.Target {
		t.Errorf("a plan is taken as %s", plan.Records[0].Status)
	}
	for _, text := range []string{got.Article.Title, got.Token, got.Records[0].Evidence} {
		if !strings.Contains(text, "1.950 tỷ đồng") || !strings.Contains(text, "2020") || strings.Contains(text, "1.900") {
			t.Errorf("%q", text)
		}
	}
	if got.Article.ID == of.Article.ID || got.Records[0].Source.ID != got.Article.ID {
		t.Errorf("ids %q %q", got.Article.ID, got.Records[0].Source.ID)
	}
}

func TestDoubtedRecordIsNotWritten(t *testing.T) {
	d, _ := newDesk(t)
	draft := preview(t, d, bot.Submission{Text: report})
	draft.Records[0].Doubt = "chưa rõ"
	if _, err := d.Commit(t.Context(), draft); err != nil {
		t.Fatal(err)
	}
	if c := loaded(t, d); len(c.Records) != 0 || len(c.Articles) != 1 {
		t.Errorf("%d records, %d articles", len(c.Records), len(c.Articles))
	}
}

func TestPostsAreTakenOnceAndFollowTheirEdits(t *testing.T) {
	d, _ := newDesk(t)
	post := bot.Post{ID: "kenh-12", Channel: "Thông báo Đông Khê", Text: report, At: now, Audiences: []string{"noi-bo"}}
	for range 2 {
		if err := d.Take(t.Context(), post); err != nil {
			t.Fatal(err)
		}
	}
	post.Text = strings.Replace(report, "215", "216", 1)
	if err := d.Take(t.Context(), post); err != nil {
		t.Fatal(err)
	}
	c := loaded(t, d)
	if len(c.Articles) != 1 || len(c.Records) != 1 || *c.Records[0].Value != 216 {
		t.Fatalf("%+v %+v", c.Articles, c.Records)
	}
	a := c.Articles[0]
	if a.Kind != "announcement" || strings.Join(a.Audience, ",") != "noi-bo" || a.Date != "2022-07-05" {
		t.Errorf("%+v", a)
	}
	files, _ := filepath.Glob(filepath.Join(d.Folder, "corpus/articles/*/*.md"))
	if len(files) != 1 {
		t.Errorf("files %v", files)
	}
}
