package index

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"thiduabot/corpus"
)

// office is a data folder of an invented district.
type office struct {
	t   *testing.T
	dir string
}

func newOffice(t *testing.T) *office {
	t.Helper()
	o := &office{t, t.TempDir()}
	o.write("corpus/indicators.csv", "id,name,aliases,unit,better,broader,related,opposite,scope\nsan-luong-muoi,Sản lượng muối,muối,tấn,more,,,,\n")
	o.write("corpus/areas.csv", "name,level,parent,aliases,valid_from,valid_to,successor\nHuyện Đông Khê,district,,,,,\n")
	o.article("A1", "2021-12-30", "Huyện Đông Khê tổng kết phong trào làm muối", "Cánh đồng muối Bạch Sa được mùa nhất trong mười năm.")
	o.article("A2", "2022-03-01", "Đông Khê khánh thành cầu Vọng Hải", "Cầu dài 320 m nối xã Hải Thanh với xã Hải Bình.")
	return o
}

func (o *office) write(name, text string) {
	o.t.Helper()
	path := filepath.Join(o.dir, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		o.t.Fatal(err)
	}
	if err := os.WriteFile(path+".tmp", []byte(text), 0o600); err != nil {
		o.t.Fatal(err)
	}
	if err := os.Rename(path+".tmp", path); err != nil {
		o.t.Fatal(err)
	}
}

func (o *office) article(id, date, title, text string, audience ...string) {
	o.t.Helper()
	head := "---\nid: " + id + "\ntitle: " + title + "\ndate: " + date + "\npublisher: Báo Đông Khê\n"
	if len(audience) > 0 {
		head += "audience: [" + strings.Join(audience, ", ") + "]\n"
	}
	o.write("corpus/articles/"+date[:4]+"/"+id+".md", head+"---\n\n"+text+"\n")
}

func (o *office) records(id string, rows ...string) {
	o.t.Helper()
	o.write("corpus/records/"+id+".csv", "area,indicator,period,kind,value,unit\n"+strings.Join(rows, "\n")+"\n")
}

func (o *office) remove(name string) {
	o.t.Helper()
	if err := os.Remove(filepath.Join(o.dir, name)); err != nil {
		o.t.Fatal(err)
	}
}

func (o *office) open() *Index {
	o.t.Helper()
	x, err := Open(context.Background(), OpenOptions{Data: o.dir})
	if err != nil {
		o.t.Fatal(err)
	}
	o.t.Cleanup(func() { x.Close() })
	return x
}

func (o *office) generation() int {
	o.t.Helper()
	g, ok := newFolder(OpenOptions{Data: o.dir}).newest()
	if !ok {
		o.t.Fatal("no generation on disk")
	}
	return g.number
}

func ids(t *testing.T, x *Index, q Query) string {
	t.Helper()
	if q.Audiences == nil {
		q.Audiences = []string{Everything}
	}
	hits, err := x.Search(context.Background(), q)
	if err != nil {
		t.Fatal(err)
	}
	var found []string
	for _, h := range hits {
		found = append(found, h.ID)
	}
	return strings.Join(found, " ")
}

func TestOpenFollowsTheFolder(t *testing.T) {
	o := newOffice(t)
	muoi := Query{Text: "muối bạch sa", In: ArticlesOnly}
	if got := ids(t, o.open(), muoi); got != "A1" {
		t.Errorf("first open found %q, want A1", got)
	}
	o.article("A3", "2022-05-02", "Muối Bạch Sa có thương hiệu", "Muối Bạch Sa được cấp nhãn hiệu.")
	if got := ids(t, o.open(), muoi); got != "A3 A1" {
		t.Errorf("with a new article found %q, want A3 A1", got)
	}
	o.article("A1", "2021-12-30", "Huyện Đông Khê tổng kết phong trào trồng cói", "Cói Hải Thanh được giá.")
	if got := ids(t, o.open(), muoi); got != "A3" {
		t.Errorf("with an article changed found %q, want A3", got)
	}
	o.remove("corpus/articles/2022/A3.md")
	if got := ids(t, o.open(), muoi); strings.Contains(got, "A3") {
		t.Errorf("with A3 removed found %q", got)
	}
}

func TestOpenLeavesAGenerationThatIsUpToDate(t *testing.T) {
	o := newOffice(t)
	o.open()
	old := time.Now().Add(-time.Hour)
	for _, dir := range []string{"corpus/articles", "corpus/articles/2021", "corpus/articles/2022"} {
		if err := os.Chtimes(filepath.Join(o.dir, dir), old, old); err != nil {
			t.Fatal(err)
		}
	}
	o.open()
	before := o.generation()
	o.open()
	if after := o.generation(); after != before {
		t.Errorf("opening again made generation %d after %d", after, before)
	}
}

func TestRecordsComeAndGoWithTheirFile(t *testing.T) {
	o := newOffice(t)
	o.records("A1", "Huyện Đông Khê,san-luong-muoi,2021,actual,1200,tấn", "Huyện Đông Khê,san-luong-muoi,2020,actual,900,tấn")
	if got := periods(t, o.open()); got != "2020 2021" {
		t.Errorf("records of %q, want 2020 2021", got)
	}
	o.records("A1", "Huyện Đông Khê,san-luong-muoi,2021,actual,1250,tấn")
	if got := periods(t, o.open()); got != "2021" {
		t.Errorf("after a change records of %q, want 2021", got)
	}
	o.remove("corpus/records/A1.csv")
	if got := periods(t, o.open()); got != "" {
		t.Errorf("after removal records of %q, want none", got)
	}
}

func periods(t *testing.T, x *Index) string {
	t.Helper()
	records, err := x.recordsOf(context.Background(), recordFilter{Indicators: []string{"san-luong-muoi"}})
	if err != nil {
		t.Fatal(err)
	}
	var found []string
	for _, r := range records {
		found = append(found, r.Period.String())
	}
	return strings.Join(found, " ")
}

func TestBrokenIndexIsRebuilt(t *testing.T) {
	for name, harm := range map[string]func(t *testing.T, dir string){
		"taken away":  func(t *testing.T, dir string) { must(t, os.RemoveAll(filepath.Join(dir, indexDir))) },
		"no manifest": func(t *testing.T, dir string) { each(t, dir, "*/gen-*/"+manifestFile, os.Remove) },
		"no listing":  func(t *testing.T, dir string) { each(t, dir, "*/gen-*/"+listingFile, os.Remove) },
		"cut short": func(t *testing.T, dir string) {
			each(t, dir, "*/gen-*/*.zap", func(p string) error { return os.Truncate(p, 40) })
		},
		"overwritten": func(t *testing.T, dir string) { each(t, dir, "*/gen-*/*.zap", overwrite) },
		"root lost":   func(t *testing.T, dir string) { each(t, dir, "*/gen-*/"+rootFile, overwrite) },
		"unfinished": func(t *testing.T, dir string) {
			must(t, os.MkdirAll(filepath.Join(dir, indexDir, "own", "new-1"), 0o700))
			each(t, dir, "*/gen-*/"+manifestFile, os.Remove)
		},
	} {
		t.Run(name, func(t *testing.T) {
			o := newOffice(t)
			must(t, o.open().Close())
			harm(t, o.dir)
			if got := ids(t, o.open(), Query{Text: "cầu vọng hải", In: ArticlesOnly}); got != "A2" {
				t.Errorf("found %q, want A2", got)
			}
			if left, _ := filepath.Glob(filepath.Join(o.dir, indexDir, "*", unfinishedPrefix+"*")); len(left) > 0 {
				t.Errorf("left behind: %v", left)
			}
		})
	}
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func each(t *testing.T, dir, pattern string, f func(string) error) {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(dir, indexDir, pattern))
	must(t, err)
	if len(names) == 0 {
		t.Fatalf("no file is like %s", pattern)
	}
	for _, n := range names {
		must(t, f(n))
	}
}

// overwrite replaces the bytes of a file by as many others.
func overwrite(name string) error {
	b, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	for i := range b {
		b[i] = byte(i * 7)
	}
	return os.WriteFile(name, b, 0o600)
}

func TestOverBuiltinTheFolderWins(t *testing.T) {
	base, err := corpus.Open(os.DirFS(newOffice(t).dir))
	must(t, err)
	o := &office{t, t.TempDir()}
	o.article("A2", "2023-01-05", "Cầu Vọng Hải sửa xong", "Cầu thông xe trở lại.")
	x, err := Open(context.Background(), OpenOptions{Data: o.dir, Builtin: base})
	must(t, err)
	a, ok, err := x.article(context.Background(), "A2", nil)
	if err != nil || !ok || a.Date != "2023-01-05" {
		t.Errorf("article A2 is of %q (%v, %v), want that of the folder", a.Date, ok, err)
	}
	if got := ids(t, x, Query{Text: "muối bạch sa", In: ArticlesOnly}); got != "A1" {
		t.Errorf("found %q, want A1 of the base", got)
	}
	must(t, x.Close())
	o.remove("corpus/articles/2023/A2.md")
	x, err = Open(context.Background(), OpenOptions{Data: o.dir, Builtin: base})
	must(t, err)
	defer x.Close()
	a, ok, err = x.article(context.Background(), "A2", nil)
	if err != nil || !ok || a.Date != "2022-03-01" {
		t.Errorf("article A2 is of %q (%v, %v), want that of the base again", a.Date, ok, err)
	}
}

func TestReadOnlyFolderIsSearchedInMemory(t *testing.T) {
	o := newOffice(t)
	x, err := Open(context.Background(), OpenOptions{Data: o.dir, ReadOnly: true})
	must(t, err)
	defer x.Close()
	if got := ids(t, x, Query{Text: "cầu vọng hải", In: ArticlesOnly}); got != "A2" {
		t.Errorf("found %q, want A2", got)
	}
	if _, err := os.Stat(filepath.Join(o.dir, indexDir)); err == nil {
		t.Error("an index was written")
	}
}

func TestAudiences(t *testing.T) {
	o := newOffice(t)
	o.article("B1", "2022-06-01", "Thường trực huyện ủy bàn về muối Bạch Sa", "Nội dung họp nội bộ.", "thuong-truc")
	x := o.open()
	for name, row := range map[string]struct {
		audiences []string
		want      string
	}{
		"stranger":   {[]string{}, "A1"},
		"other":      {[]string{"van-phong"}, "A1"},
		"member":     {[]string{"van-phong", "thuong-truc"}, "A1 B1"},
		"everything": {[]string{Everything}, "A1 B1"},
	} {
		hits, err := x.Search(context.Background(), Query{Text: "muối bạch sa", In: ArticlesOnly, Audiences: row.audiences, Filter: Filter{}})
		must(t, err)
		seen := map[string]bool{}
		for _, h := range hits {
			seen[h.ID] = true
		}
		for _, id := range []string{"A1", "B1"} {
			if seen[id] != strings.Contains(row.want, id) {
				t.Errorf("%s: %s found: %v", name, id, seen[id])
			}
		}
		if _, ok, _ := x.article(context.Background(), "B1", row.audiences); ok != strings.Contains(row.want, "B1") {
			t.Errorf("%s: article B1 readable: %v", name, ok)
		}
	}
}

func TestWatchFindsWhatIsWritten(t *testing.T) {
	o := newOffice(t)
	x := o.open()
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() { done <- x.Watch(ctx, func(err error) { t.Error(err) }) }()
	o.article("A3", "2022-05-02", "Lễ hội Vọng Phu", "Lễ hội Vọng Phu mở ngày 12.")
	waitFor(t, x, "vọng phu", "A3")
	// An edit in place, which changes no folder.
	must(t, os.WriteFile(filepath.Join(o.dir, "corpus/articles/2022/A3.md"), []byte("---\nid: A3\ntitle: Hội đua thuyền\ndate: 2022-05-02\npublisher: Báo Đông Khê\n---\n\nĐua thuyền trên sông Lạch Giang.\n"), 0o600))
	waitFor(t, x, "lạch giang", "A3")
	cancel()
	if err := <-done; err != context.Canceled {
		t.Errorf("watch ended with %v", err)
	}
}

func TestWatchFollowsAnEmptyFolder(t *testing.T) {
	o := &office{t, t.TempDir()}
	x := o.open()
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() { done <- x.Watch(ctx, func(err error) { t.Error(err) }) }()
	must(t, pause(ctx, 150*time.Millisecond)) // the watch has begun
	o.article("A1", "2023-01-01", "Bài đầu tiên", "Đập Hói Cả tích nước.")
	waitFor(t, x, "hói cả", "A1")
	o.article("A2", "2024-01-01", "Bài của năm sau", "Cống Lạch Môn.")
	waitFor(t, x, "lạch môn", "A2")
	cancel()
	<-done
}

// waitFor searches until the article is found; it must be within a second, and
// is given five on a busy machine.
func waitFor(t *testing.T, x *Index, text, want string) {
	t.Helper()
	for end := time.Now().Add(5 * time.Second); time.Now().Before(end); {
		if strings.HasPrefix(ids(t, x, Query{Text: text, In: ArticlesOnly}), want) {
			return
		}
		must(t, pause(context.Background(), 10*time.Millisecond))
	}
	t.Fatalf("%q is not found for %q", want, text)
}

// TestTwoProcesses has another process open the folder while this one does, both
// before and after a change.
func TestTwoProcesses(t *testing.T) {
	if dir := os.Getenv("THIDUABOT_TEST_OPEN"); dir != "" {
		x, err := Open(context.Background(), OpenOptions{Data: dir})
		must(t, err)
		defer x.Close()
		if got := ids(t, x, Query{Text: os.Getenv("THIDUABOT_TEST_QUERY"), In: ArticlesOnly}); got != os.Getenv("THIDUABOT_TEST_WANT") {
			t.Fatalf("the other process found %q", got)
		}
		return
	}
	o := newOffice(t)
	x := o.open()
	other(t, o, "cầu vọng hải", "A2")
	o.article("A4", "2022-07-01", "Chợ đêm Gò Vàng", "Chợ đêm Gò Vàng mở cửa.")
	other(t, o, "gò vàng", "A4")
	must(t, x.Refresh(context.Background()))
	if got := ids(t, x, Query{Text: "gò vàng", In: ArticlesOnly}); got != "A4" {
		t.Errorf("found %q, want A4, which the other process indexed", got)
	}
}

func other(t *testing.T, o *office, query, want string) {
	t.Helper()
	cmd := exec.Command(os.Args[0], "-test.run=^TestTwoProcesses$")
	cmd.Env = append(os.Environ(), "THIDUABOT_TEST_OPEN="+o.dir, "THIDUABOT_TEST_QUERY="+query, "THIDUABOT_TEST_WANT="+want)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
}

func TestBusyWriterIsNotWaitedFor(t *testing.T) {
	o := newOffice(t)
	o.open()
	f := newFolder(OpenOptions{Data: o.dir})
	unlock, err := lockFile(filepath.Join(f.dir, "lock"))
	must(t, err)
	defer unlock()
	o.article("A5", "2022-08-01", "Kè Mỏ Neo", "Kè Mỏ Neo hoàn thành.")
	start := time.Now()
	if got := ids(t, o.open(), Query{Text: "cầu vọng hải", In: ArticlesOnly}); got != "A2" {
		t.Errorf("found %q, want A2", got)
	}
	if took := time.Since(start); took > 3*time.Second {
		t.Errorf("opening beside a writer took %v", took)
	}
}
