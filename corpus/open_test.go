package corpus

import (
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// office is a small invented data folder, to which a test adds or from which it
// takes.
func office(changes ...string) fstest.MapFS {
	files := fstest.MapFS{
		sourcesFile:                   file("id,title,publisher,date,url\nbc-2,Báo cáo quý,Xã Đông Khê,2031-04,\n"),
		catalogueFile:                 file("id,name,aliases,unit,better,broader,related,opposite,scope\ncay-xanh,Số cây xanh trồng mới,trồng cây;cây xanh,cây,more,,,,\nthu,Thu ngân sách,thu NS,tỷ đồng,more,,,,\n"),
		areasFile:                     file("name,level,parent,aliases,valid_from,valid_to,successor\nTỉnh Bình Sơn,province,,Bình Sơn,,,\nXã Đông Khê,commune,Tỉnh Bình Sơn,Đông Khê,,,\n"),
		"corpus/articles/2031/a-1.md": file("---\nid: a-1\ntitle: Xã Đông Khê trồng cây\ndate: 2031-02\naudience: [văn phòng]\n---\n\nĐã trồng 1.250 cây.\n"),
		"corpus/records/a-1.csv":      file(rowHead + "Đông Khê,trồng cây,2031-H1,actual,1250,cây,,,\n"),
		"corpus/records/bc-2.csv":     file(rowHead + "Xã Đông Khê,Số ao cá,2031-Q1,actual,7,chiếc,,,\n"),
	}
	for i := 0; i+1 < len(changes); i += 2 {
		files[changes[i]] = file(changes[i+1])
	}
	return files
}

const rowHead = "area,indicator,period,kind,value,unit,change_pct,change_basis,source_id\n"

func file(s string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(s)} }

func open(t *testing.T, files fstest.MapFS) *Corpus {
	t.Helper()
	c, err := Open(files)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestOpenResolvesNamesAndSources(t *testing.T) {
	c := open(t, office())
	if len(c.Problems) > 0 {
		t.Fatal(c.Problems)
	}
	r := c.Records[0]
	if r.Indicator != "cay-xanh" || r.Name != "trồng cây" || r.Area != "Xã Đông Khê" {
		t.Errorf("indicator %q, name %q, area %q", r.Indicator, r.Name, r.Area)
	}
	if r.Source.Title != "Xã Đông Khê trồng cây" || r.Source.Date != "2031-02" || !slices.Equal(r.Audience, []string{"văn phòng"}) {
		t.Errorf("source %+v, audience %v", r.Source, r.Audience)
	}
	if r := c.Records[1]; r.Indicator != "" || r.Name != "Số ao cá" || r.Source.Publisher != "Xã Đông Khê" {
		t.Errorf("record of an unknown indicator: %+v", r)
	}
	if a, ok := c.SourceOf("bc-2"); !ok || a.Title != "Báo cáo quý" || a.Text != "" {
		t.Errorf("source without an article file: %+v", a)
	}
}

func TestOpenKeepsTheRestOfABrokenFolder(t *testing.T) {
	c := open(t, office(
		"corpus/articles/2031/b.md", "không có gì",
		"corpus/records/a-1.csv", rowHead+"Đông Khê,trồng cây,khi nào,actual,1250,cây,,,\nĐông Khê,trồng cây,2031,actual,900,cây,,,\n",
		"corpus/records/lost.csv", rowHead+"Đông Khê,trồng cây,2031,actual,1,cây,,,\n",
		areasFile, "name,level\nX,planet\nXã Đông Khê,commune\n",
		holidaysFile, "date,name,kind\n2031-02-30,Ngày lạ,off\n",
		deadlinesFile, "id,what,due,days_before\nH1,Nộp,mai,3\n",
		campaignsFile, "id,name,of\nT,Thi đua,mười\n",
	))
	var got []string
	for _, p := range c.Problems {
		got = append(got, fmt.Sprintf("%s:%d", p.File, p.Line))
	}
	slices.Sort(got)
	want := []string{
		"corpus/areas.csv:2", "corpus/articles/2031/b.md:1", "corpus/campaigns.csv:2", "corpus/deadlines.csv:2",
		"corpus/holidays.csv:2", "corpus/records/a-1.csv:2", "corpus/records/lost.csv:2",
	}
	if !slices.Equal(got, want) {
		t.Errorf("problems at %v, want %v\n%v", got, want, c.Problems)
	}
	if len(c.Articles) != 2 || len(c.Records) != 2 || len(c.Areas) != 1 {
		t.Errorf("%d articles, %d records, %d areas", len(c.Articles), len(c.Records), len(c.Areas))
	}
}

func TestOpenOfNothing(t *testing.T) {
	c := open(t, fstest.MapFS{})
	if len(c.Problems)+len(c.Articles)+len(c.Records) > 0 {
		t.Errorf("%+v", c)
	}
	if _, err := Open(os.DirFS(t.TempDir() + "/absent")); err == nil {
		t.Error("an absent folder opens")
	}
}

func TestOpenReportsTheSameArticleTwice(t *testing.T) {
	c := open(t, office("corpus/articles/2032/z.md", "---\nid: a-1\ntitle: Bài khác\n---\nChữ"))
	if len(c.Problems) != 1 || !strings.Contains(c.Problems[0].String(), "2032/z.md:0: the article a-1 stands in corpus/articles/2031/a-1.md too") {
		t.Errorf("%v", c.Problems)
	}
}

func TestOverlayPrefersOwn(t *testing.T) {
	base := open(t, office())
	base.Home = "Xã Đông Khê"
	own := open(t, fstest.MapFS{
		"corpus/articles/2031/a-1.md": file("---\nid: a-1\ntitle: Bài đã sửa\ndate: 2031-03\n---\nChữ"),
		"corpus/records/a-1.csv":      file(rowHead + "Đông Khê,thu NS,2031,actual,2,tỷ đồng,,,\n"),
		"corpus/records/bc-2.csv":     file(rowHead + "Đông Khê,cây xanh,2031,actual,3,cây,,,\n"),
		catalogueFile:                 file("id,name,aliases,unit\nao-ca,Số ao cá,,chiếc\n"),
	})
	if len(own.Problems) != 1 {
		t.Errorf("a record of a source that only the base has: %v", own.Problems)
	}
	c := Overlay(base, own)
	if len(c.Problems) > 0 || c.Home != "Xã Đông Khê" {
		t.Errorf("home %q, problems %v", c.Home, c.Problems)
	}
	var got []string
	for _, r := range c.Records {
		got = append(got, r.Source.ID+" "+r.Indicator+" "+r.Source.Title)
	}
	if want := []string{"a-1 thu Bài đã sửa", "bc-2 cay-xanh Báo cáo quý"}; !slices.Equal(got, want) {
		t.Errorf("records %q, want %q", got, want)
	}
	if _, ok := c.IndicatorByID("ao-ca"); !ok || len(c.Indicators) != 3 {
		t.Errorf("catalogue %v", c.Indicators)
	}
	if len(base.Records) != 2 || base.Articles[0].Title != "Xã Đông Khê trồng cây" {
		t.Error("the base was changed")
	}
}

func TestWalkYieldsWhatOpenHolds(t *testing.T) {
	files := office("corpus/records/S9.csv", rowHead+"Đông Khê,cây xanh,2030,actual,3,cây,,,\n")
	base := open(t, fstest.MapFS{sourcesFile: file("id,title\nS9,Nguồn ở dưới\n")})
	tables, err := Tables(files)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	problems, err := Overlay(base, tables).Walk(files, func(a Article, records []Record) error {
		got = append(got, a.ID)
		for _, r := range records {
			got = append(got, r.Source.Title+"/"+r.Indicator)
		}
		return nil
	})
	want := []string{"a-1", "Xã Đông Khê trồng cây/cay-xanh", "bc-2", "Báo cáo quý/", "", "Nguồn ở dưới/cay-xanh"}
	if err != nil || len(problems) > 0 || !slices.Equal(got, want) {
		t.Errorf("%q, want %q; %v %v", got, want, problems, err)
	}
	stop := errors.New("đủ rồi")
	if _, err := tables.Walk(files, func(Article, []Record) error { return stop }); !errors.Is(err, stop) {
		t.Errorf("error %v, want that of the callback", err)
	}
}

// A spreadsheet of figures may name many articles as its sources.
func TestRecordsOfSeveralArticlesInOneFile(t *testing.T) {
	files := office(
		"corpus/articles/2032/z-9.md", "---\nid: z-9\ntitle: Bài sau\n---\nChữ",
		"corpus/records/0-table.csv", rowHead+"Đông Khê,cây xanh,2032,actual,3,cây,,,z-9\nĐông Khê,cây xanh,2030,actual,4,cây,,,a-1\n")
	c := open(t, files)
	titles := func(all []Record) (s []string) {
		for _, r := range all {
			s = append(s, r.Source.Title)
		}
		slices.Sort(s)
		return s
	}
	want := []string{"Bài sau", "Báo cáo quý", "Xã Đông Khê trồng cây", "Xã Đông Khê trồng cây"}
	if got := titles(c.Records); len(c.Problems) > 0 || !slices.Equal(got, want) {
		t.Errorf("Open: %q, want %q; %v", got, want, c.Problems)
	}
	tables, err := Tables(files)
	if err != nil {
		t.Fatal(err)
	}
	var all []Record
	problems, err := tables.Walk(files, func(_ Article, records []Record) error {
		all = append(all, records...)
		return nil
	})
	if got := titles(all); err != nil || len(problems) > 0 || !slices.Equal(got, want) {
		t.Errorf("Walk: %q, want %q; %v %v", got, want, problems, err)
	}
}

func BenchmarkOpenBuiltin(b *testing.B) {
	for b.Loop() {
		if _, err := Open(os.DirFS("data")); err != nil {
			b.Fatal(err)
		}
	}
}
