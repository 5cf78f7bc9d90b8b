package index

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"hash/fnv"
	"strings"

	"github.com/blevesearch/bleve/v2/index/scorch"
	bleve "github.com/blevesearch/bleve_index_api"

	"thiduabot/corpus"
	"thiduabot/corpus/viet"
	"thiduabot/index/analysis"
)

// Build makes an index of c in memory.
func Build(ctx context.Context, c *corpus.Corpus) (*Index, error) {
	s, err := newStore(map[string]any{"path": ""})
	if err != nil {
		return nil, fmt.Errorf("build index: %w", err)
	}
	b := newBatcher(s)
	for i := range c.Articles {
		if err := b.article(ctx, &c.Articles[i]); err != nil {
			return nil, fmt.Errorf("build index: %w", err)
		}
	}
	for i := range c.Records {
		if err := b.record(ctx, &c.Records[i]); err != nil {
			return nil, fmt.Errorf("build index: %w", err)
		}
	}
	if err := b.flush(); err != nil {
		return nil, fmt.Errorf("build index: %w", err)
	}
	v, err := newView(s, tablesOf(c))
	if err != nil {
		return nil, fmt.Errorf("build index: %w", err)
	}
	x := &Index{}
	x.current.Store(v)
	return x, nil
}

// tablesOf returns c without its articles and records.
func tablesOf(c *corpus.Corpus) *corpus.Corpus {
	t := *c
	t.Articles, t.Records = nil, nil
	return &t
}

// store is a scorch index and the workers that analyze for it.
type store struct {
	bleve.Index
	queue  *bleve.AnalysisQueue
	texts  *analysis.Packer
	onDisk bool // so that texts are worth packing
}

func newStore(config map[string]any) (*store, error) {
	queue := bleve.NewAnalysisQueue(1)
	s, err := scorch.NewScorch(scorch.Name, config, queue)
	if err == nil {
		err = s.Open()
	}
	if err != nil {
		queue.Close()
		return nil, err
	}
	path, _ := config["path"].(string)
	kept := &store{Index: s, queue: queue, onDisk: path != ""}
	if err := kept.recall(); err != nil {
		return nil, errors.Join(err, kept.Close())
	}
	return kept, nil
}

func (s *store) Close() error {
	err := s.Index.Close()
	s.queue.Close()
	return err
}

// batchSize is the number of documents given to scorch at once. Batches of 100
// are slower, those of 10,000 need more than a GiB.
const batchSize = 1000

// batcher fills a store, a batch at a time.
type batcher struct {
	store  *store
	reader analysis.Reader
	batch  *bleve.Batch
	n      int
}

func newBatcher(s *store) *batcher { return &batcher{store: s, batch: bleve.NewBatch()} }

func (b *batcher) add(ctx context.Context, c analysis.Content) error {
	b.batch.Update(b.reader.Document(c))
	if b.n++; b.n < batchSize {
		return nil
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	return b.flush()
}

func (b *batcher) flush() error {
	if b.n == 0 {
		return nil
	}
	err := b.store.Batch(b.batch)
	b.batch, b.n = bleve.NewBatch(), 0
	return err
}

// article adds the leaves of an article.
func (b *batcher) article(ctx context.Context, a *corpus.Article) error {
	keys := articleKeys(a)
	for _, l := range leavesOf(a) {
		head, err := json.Marshal(l)
		if err != nil {
			return fmt.Errorf("article %s: %w", a.ID, err)
		}
		err = b.add(ctx, analysis.Content{ID: l.docID(), Text: l.text, Keys: keys, Kept: b.store.keep(head, l.text)})
		if err != nil {
			return fmt.Errorf("article %s: %w", a.ID, err)
		}
	}
	return nil
}

func articleKeys(a *corpus.Article) []string {
	keys := []string{
		analysis.KindKey(articleKind), analysis.SourceKey(a.ID), analysis.DatePrefix + a.Date,
		analysis.GenreKey(a.Kind), analysis.PublisherKey(viet.SearchKey(viet.Normalize(a.Publisher))),
	}
	for _, area := range a.Areas {
		keys = append(keys, analysis.AreaKey(area))
	}
	return append(keys, audienceKeys(a.Audience)...)
}

func audienceKeys(names []string) []string {
	if len(names) == 0 {
		return []string{analysis.AudienceKey("")}
	}
	keys := make([]string, len(names))
	for i, n := range names {
		keys[i] = analysis.AudienceKey(n)
	}
	return keys
}

// record adds a record; one of a thing that the catalogue lacks goes by an
// identifier made of its name.
func (b *batcher) record(ctx context.Context, r *corpus.Record) error {
	if r.Indicator == "" {
		named := *r
		named.Indicator = corpus.ImpliedID(r.Name)
		r = &named
	}
	head, err := json.Marshal(r)
	if err != nil {
		return fmt.Errorf("record of %s: %w", r.Source.ID, err)
	}
	keys := append(audienceKeys(r.Audience),
		analysis.KindKey(recordKind), analysis.SourceKey(r.Source.ID), analysis.DatePrefix+r.Source.Date,
		analysis.IndicatorKey(r.Indicator), analysis.AreaKey(r.Area), analysis.FileKey(ownerOf(r)),
		analysis.PublisherKey(viet.SearchKey(viet.Normalize(r.Source.Publisher))))
	return b.add(ctx, analysis.Content{ID: recordDocID(r, head), Text: recordText(r), Keys: keys, Kept: b.store.keep(head, "")})
}

// The kinds of document, and of hit.
const (
	articleKind = "article"
	passageKind = "passage"
	recordKind  = "record"
)

func recordDocID(r *corpus.Record, head []byte) string {
	h := fnv.New32a()
	h.Write(head)
	return fmt.Sprintf("%s/%s#%s-%08x", recordKind, r.Source.ID, strings.ReplaceAll(r.Period.String(), "/", "_"), h.Sum32())
}

// recordText returns the words that a record is found by: its title (what was
// measured, where and when), then what is said about it.
func recordText(r *corpus.Record) string {
	title := recordTitle(r)
	rest := []string{r.Printed, r.Scope, r.Note, r.Evidence, r.Source.Title}
	var b strings.Builder
	b.WriteString(viet.Normalize(title))
	for _, s := range rest {
		if s = viet.Normalize(s); s != "" {
			b.WriteString(paragraphBreak)
			b.WriteString(s)
		}
	}
	return b.String()
}

func recordTitle(r *corpus.Record) string {
	parts := []string{r.Name, r.Area, periodWords(r.Period), statusWords[r.Status]}
	kept := parts[:0]
	for _, p := range parts {
		if p != "" {
			kept = append(kept, p)
		}
	}
	return strings.Join(kept, " · ")
}

var statusWords = map[corpus.Status]string{
	corpus.Actual: "thực hiện", corpus.Estimate: "ước", corpus.Target: "mục tiêu kế hoạch",
}

// periodWords returns a period as people write it.
func periodWords(p corpus.Period) string {
	switch p.Kind {
	case corpus.Span:
		return fmt.Sprintf("giai đoạn %d-%d", p.Year, p.End)
	case corpus.Year:
		return fmt.Sprintf("năm %d", p.Year)
	case corpus.Half:
		return [...]string{"6 tháng đầu năm ", "6 tháng cuối năm "}[(p.N-1)&1] + fmt.Sprint(p.Year)
	case corpus.Months:
		return fmt.Sprintf("%d tháng %d", p.N, p.Year)
	case corpus.Quarter:
		return "quý " + [...]string{"I", "II", "III", "IV"}[(p.N-1)&3] + fmt.Sprintf(" năm %d", p.Year)
	case corpus.Month:
		return fmt.Sprintf("tháng %d năm %d", p.N, p.Year)
	case corpus.Day:
		return fmt.Sprintf("ngày %d/%d/%d", p.End, p.N, p.Year)
	}
	return ""
}
