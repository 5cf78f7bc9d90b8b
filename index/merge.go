package index

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
	"strconv"

	"github.com/blevesearch/bleve/v2/index/scorch"
	"github.com/blevesearch/bleve/v2/index/scorch/mergeplan"
	bleve "github.com/blevesearch/bleve_index_api"
	segment "github.com/blevesearch/scorch_segment_api/v2"
)

// Each segment costs every search a look into its dictionaries, and disk for
// every pair that others have as well: 100,000 articles take 282 MiB in twelve
// segments. So a new index is merged into one; while it is built nothing is
// merged, since that would be done over again.

// maxSegments is the number of segments from which an update merges small ones.
const maxSegments = 12

// smallSegment is the number of documents up to which tidying merges: those it
// makes are merged again when there are as many of them.
const smallSegment = 20000

// maxUnmerged is the number of segments from which a build merges before its end:
// each is an open file.
const maxUnmerged = 200

// writing is the configuration of a store that is changed.
func writing(dir string) map[string]any {
	return map[string]any{
		"path": dir, "bolt_timeout": "500ms", "numSnapshotsToKeep": 1,
	}
}

// building is the configuration of a store that is filled.
func building(dir string) map[string]any {
	c := writing(dir)
	c["scorchPersisterOptions"] = map[string]any{"MemoryPressurePauseThreshold": 0} // no merging in memory
	c["scorchMergePlanOptions"] = map[string]any{"MaxSegmentsPerTier": maxUnmerged, "SegmentsPerMergeTask": maxUnmerged / 2}
	return c
}

// settle merges all segments into one.
func (s *store) settle(ctx context.Context) error {
	debug.FreeOSMemory() // merging maps as much as building had allocated
	o := mergeplan.SingleSegmentMergePlanOptions
	o.SegmentsPerMergeTask = 2 * maxUnmerged
	return s.merge(ctx, o)
}

// tidy merges small segments where there are many.
func (s *store) tidy(ctx context.Context) error {
	live, err := s.segments()
	if err != nil || len(live) <= maxSegments {
		return err
	}
	o := mergeplan.DefaultMergePlanOptions
	o.MaxSegmentsPerTier, o.SegmentsPerMergeTask, o.MaxSegmentSize = 2, maxSegments, smallSegment
	return s.merge(ctx, o)
}

// merge merges segments and waits until the outcome is on disk.
func (s *store) merge(ctx context.Context, o mergeplan.MergePlanOptions) error {
	sc, ok := s.Index.(*scorch.Scorch)
	if !ok {
		return fmt.Errorf("no scorch but %T", s.Index)
	}
	if err := sc.ForceMerge(ctx, &o); err != nil {
		return err
	}
	b := bleve.NewBatch() // scorch returns from one when all before it is written
	b.SetInternal([]byte("merged"), []byte(strconv.Itoa(o.MaxSegmentsPerTier)))
	return s.Batch(b)
}

// segments returns the files of the live segments.
func (s *store) segments() (map[string]bool, error) {
	r, err := s.Reader()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	snap, ok := r.(*scorch.IndexSnapshot)
	if !ok {
		return nil, fmt.Errorf("no snapshot but %T", r)
	}
	live := map[string]bool{}
	for _, ss := range snap.Segments() {
		if p, ok := ss.Segment().(segment.PersistedSegment); ok {
			live[filepath.Base(p.Path())] = true
		}
	}
	return live, nil
}

// dropMerged removes the files of segments that were merged into others.
func dropMerged(dir string) error {
	s, err := newStore(readingOnly(dir))
	if err != nil {
		return err
	}
	live, err := s.segments()
	if err := errors.Join(err, s.Close()); err != nil {
		return err
	}
	files, err := filepath.Glob(filepath.Join(dir, "*.zap"))
	for _, f := range files {
		if err == nil && !live[filepath.Base(f)] {
			err = os.Remove(f)
		}
	}
	return err
}

// readingOnly is the configuration of a store that is only read.
func readingOnly(dir string) map[string]any {
	return map[string]any{"path": dir, "read_only": true, "bolt_timeout": "500ms"}
}
