package index

import (
	"context"
	"flag"
	"fmt"
	"hash/fnv"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"thiduabot/corpus"
)

var update = flag.Bool("update", false, "write golden files anew")

// ranked is a question with the text that answers it.
type ranked struct {
	set, text string
	id        string // or several, parted by commas, any of which answers
	paragraph int    // 0: any
}

// rankCorpus is the built-in corpus and the news of invented communes.
func rankCorpus() *corpus.Corpus {
	c := *corpus.Default()
	c.Articles = append(append([]corpus.Article{}, c.Articles...), invented()...)
	return &c
}

// The news of invented communes: every commune has an article on every topic, so
// that neither the place nor the topic alone finds it.
var (
	communes = strings.Split("Xã Đông Khê|Xã Hải Vân Trung|Xã Bạch Sa|Xã Thạch Lũng|Xã Yên Mẫn|Xã Phú Lạc Hạ|Xã Trung Quán|Xã Mỹ Điền Thượng|Xã Vĩnh Hòa Đoài|Xã Kim Động Bắc|Xã Quảng Lưu|Xã Tân Giang|Xã Hồng Thụy|Xã Cẩm Hưng|Xã Lương Sơn Hạ|Xã Đại Nghĩa Trang", "|")
	topics   = []struct{ title, text, question string }{
		{"khánh thành trường mầm non", "Sáng nay, %s khánh thành trường mầm non mười hai phòng học, kinh phí do nhân dân và doanh nghiệp đóng góp.\n\nTrường đón ba trăm cháu vào năm học mới; cô giáo ở xa được bố trí nhà công vụ.", "trường mầm non mới của %s có mấy phòng"},
		{"làm đường trục thôn", "Nhân dân %s hiến đất mở rộng đường trục thôn, phá dỡ tường rào và chặt bỏ cây lâu năm.\n\nSau sáu tháng, toàn bộ đường trục thôn được đổ bê tông, xe tải vào tận ngõ.", "dân %s hiến đất làm đường trục thôn thế nào"},
		{"tiêm phòng cho đàn gia súc", "Ban thú y %s bắt đầu tiêm phòng lở mồm long móng cho trâu bò và tụ huyết trùng cho lợn.\n\nHộ nào không tiêm phải tự chịu chi phí khi có dịch.", "lịch tiêm phòng lở mồm long móng ở %s"},
		{"đón bằng công nhận di tích", "Đình làng cổ của %s được xếp hạng di tích lịch sử cấp tỉnh sau nhiều năm trùng tu.\n\nLễ rước kiệu có đội tế nữ quan và mười hai giáp tham gia.", "đình làng %s xếp hạng di tích khi nào"},
		{"ra quân thu gom rác thải", "Đoàn thanh niên %s ra quân thu gom rác thải nhựa dọc bờ kênh và lắp thùng phân loại tại chợ.\n\nMỗi hộ nộp phí vệ sinh theo tháng cho tổ tự quản.", "ai thu gom rác thải nhựa ở %s"},
		{"hiến máu tình nguyện", "Hội chữ thập đỏ %s tổ chức ngày hội hiến máu tình nguyện, cán bộ và giáo viên đăng ký từ sớm.\n\nLượng máu chuyển về bệnh viện đa khoa trong buổi chiều.", "ngày hội hiến máu của %s"},
		{"vay vốn nuôi cá lồng", "Tổ tiết kiệm và vay vốn %s giải ngân cho các hộ nuôi cá lồng trên sông, lãi suất ưu đãi trong ba năm.\n\nNgân hàng chính sách kiểm tra việc dùng vốn mỗi quý.", "hộ nuôi cá lồng %s vay vốn lãi suất bao nhiêu"},
		{"diễn tập phòng chống bão", "%s diễn tập phương án di dân khi bão đổ bộ, huy động xuồng máy và loa truyền thanh.\n\nĐội xung kích gia cố đoạn đê xung yếu bằng bao cát.", "phương án di dân khi có bão ở %s"},
	}
)

func invented() []corpus.Article {
	var articles []corpus.Article
	for i, place := range communes {
		for j, t := range topics {
			articles = append(articles, corpus.Article{
				ID: fmt.Sprintf("X%02d%d", i, j), Title: place + " " + t.title, Kind: "news", Publisher: "Bản tin thử",
				Date: fmt.Sprintf("2020-%02d-%02d", 1+i%12, 1+j), Text: strings.ReplaceAll(t.text, "%s", place),
			})
		}
	}
	return articles
}

// askings returns the questions: by rule on the invented news; on the built-in
// articles their titles with words left out, and the words of their sentences.
func askings(c *corpus.Corpus) []ranked {
	var all []ranked
	for i, place := range communes {
		for j, t := range topics {
			if (i+j)%2 == 0 {
				all = append(all, ranked{"invented", strings.ReplaceAll(t.question, "%s", strings.ToLower(place)), fmt.Sprintf("X%02d%d", i, j), 0})
			}
		}
	}
	r := rand.New(rand.NewPCG(1, 2))
	for i := range corpus.Default().Articles {
		a := &c.Articles[i]
		all = append(all, ranked{"title", thinned(r, a.Title, 0.6), a.ID, 0})
		for p, text := range paragraphs(a.Text) {
			if words := strings.Fields(text); len(words) > 12 && p%2 == 0 {
				at := r.IntN(len(words) - 10)
				all = append(all, ranked{"sentence", thinned(r, strings.Join(words[at:at+11], " "), 0.7), a.ID, p + 1})
			}
		}
	}
	return all
}

// handAsked returns the questions of testdata/retrieval, in sets called after the
// files.
func handAsked(t *testing.T) []ranked {
	t.Helper()
	var all []ranked
	for _, set := range []string{"asked", "heldout"} {
		b, err := os.ReadFile("testdata/retrieval/" + set + ".tsv")
		must(t, err)
		for line := range strings.Lines(string(b)) {
			if text, ids, ok := strings.Cut(strings.TrimSpace(line), "\t"); ok && !strings.HasPrefix(line, "#") {
				all = append(all, ranked{set, text, ids, 0})
			}
		}
	}
	return all
}

// thinned keeps about share of the words.
func thinned(r *rand.Rand, text string, share float64) string {
	var kept []string
	for _, w := range strings.Fields(text) {
		if r.Float64() < share {
			kept = append(kept, strings.Trim(w, ".,;:()\"“”"))
		}
	}
	if len(kept) < 3 {
		return text
	}
	return strings.Join(kept, " ")
}

// rankStats counts at which place the answers stood.
type rankStats struct {
	n, first, five int
	reciprocal     float64
}

func (s *rankStats) add(place int) {
	s.n++
	if place == 0 {
		return
	}
	if place == 1 {
		s.first++
	}
	if place <= 5 {
		s.five++
	}
	if place <= 10 {
		s.reciprocal += 1 / float64(place)
	}
}

func (s rankStats) String() string {
	n := float64(max(s.n, 1))
	return fmt.Sprintf("n %d recall@1 %.3f recall@5 %.3f mrr %.3f", s.n, float64(s.first)/n, float64(s.five)/n, s.reciprocal/n)
}

// TestRankStats holds the quality of ranking against testdata/rank_stats.golden,
// for questions as they are and damaged. Go test with -update writes it anew.
func TestRankStats(t *testing.T) {
	c := rankCorpus()
	x, err := Build(context.Background(), c)
	must(t, err)
	defer x.Close()
	var out strings.Builder
	total := map[string]rankStats{}
	for _, form := range typedForms {
		bySet := map[string]rankStats{}
		for i, a := range append(askings(c), handAsked(t)...) {
			q := Query{Text: form.damage(a.text, i+1), In: ArticlesOnly, Audiences: []string{Everything}}
			if a.paragraph > 0 {
				q.In = PassagesOnly
			}
			hits, err := x.Search(context.Background(), q)
			must(t, err)
			place := 0
			for k, h := range hits {
				if slices.Contains(strings.Split(a.id, ","), h.ID) && (a.paragraph == 0 || h.Paragraph == a.paragraph) {
					place = k + 1
					break
				}
			}
			sets := []string{a.set, "all"}
			if a.set == "asked" || a.set == "heldout" {
				sets = sets[:1] // "all" are those by rule
			}
			for _, set := range sets {
				s := bySet[set]
				s.add(place)
				bySet[set] = s
			}
			if place != 1 && testing.Verbose() {
				t.Logf("%s %s %d: %q want %s p%d", form.name, a.set, place, q.Text, a.id, a.paragraph)
			}
		}
		for _, set := range []string{"invented", "title", "sentence", "all", "asked", "heldout"} {
			fmt.Fprintf(&out, "%-14s %-9s %v\n", form.name, set, bySet[set])
		}
		total[form.name] = bySet["all"]
	}
	clean := total["clean"].reciprocal / float64(total["clean"].n)
	for name, s := range total {
		if mrr := s.reciprocal / float64(s.n); mrr < clean-0.005 {
			t.Errorf("%s: mrr %.3f is far behind the clean %.3f", name, mrr, clean)
		}
	}
	compareStats(t, "testdata/rank_stats.golden", corpusLine(c), out.String())
}

// corpusLine names the texts that the statistics speak of.
func corpusLine(c *corpus.Corpus) string {
	h := fnv.New32a()
	for i := range c.Articles {
		fmt.Fprintln(h, c.Articles[i].Title, c.Articles[i].Text)
	}
	return fmt.Sprintf("%d articles, %08x", len(c.Articles), h.Sum32())
}

// compareStats compares with the golden statistics: to the letter over the same
// texts, and for a loss of more than .01 when the built-in corpus has changed.
func compareStats(t *testing.T, name, about, got string) {
	t.Helper()
	if *update {
		must(t, os.WriteFile(name, []byte(about+"\n"+got), 0o600))
		return
	}
	b, err := os.ReadFile(name)
	must(t, err)
	was, want, _ := strings.Cut(string(b), "\n")
	if was == about {
		if diff := cmp.Diff(strings.Split(want, "\n"), strings.Split(got, "\n")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
		return
	}
	t.Logf("%s is of other texts: run go test -run RankStats -update", name)
	for form, before := range overall(want) {
		if after := overall(got)[form]; after < before-0.01 {
			t.Errorf("%s: mrr fell to %.3f from %.3f", form, after, before)
		}
	}
}

// overall returns the mrr of all questions by form.
func overall(stats string) map[string]float64 {
	mrr := map[string]float64{}
	for _, line := range strings.Split(stats, "\n") {
		if f := strings.Fields(line); len(f) > 2 && f[1] == "all" {
			mrr[f[0]], _ = strconv.ParseFloat(f[len(f)-1], 64)
		}
	}
	return mrr
}
