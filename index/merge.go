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
// each is an open file, and the memory that merging maps.
const maxUnmerged = 30

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
	c["scorchMergePlanOptions"] = map[string]any{
		"MaxSegmentsPerTier": maxUnmerged, "SegmentsPerMergeTask": maxUnmerged / 2,
		"FloorSegmentSize": 1, // smaller ones than that would be too many however few
	}
	return c
}

// settle merges all segments into one.
func (s *store) settle(ctx context.Context) error {
	debug.FreeOSMemory() // merging maps as much as building had allocated
	o := mergeplan.SingleSegmentMergePlanOptions
	o.SegmentsPerMergeTask = 1000 // all
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

// merge merges segments and waits until the outcome is on disk. Where merging
// fails they stay as they are, which is no error: the index is whole, if larger.
func (s *store) merge(ctx context.Context, o mergeplan.MergePlanOptions) error {
	sc, ok := s.Index.(*scorch.Scorch)
	if !ok {
		return fmt.Errorf("no scorch but %T", s.Index)
	}
	outcome, ended := make(chan error, 1), make(chan error, 1)
	go func() { ended <- sc.ForceMerge(mergeContext{ctx, outcome}, &o) }() // until the store is closed, if merging fails
	select {
	case err := <-outcome:
		if err == nil {
			<-ended
		}
	case err := <-ended:
		if err != nil {
			return err
		}
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	b := bleve.NewBatch() // scorch returns from one when all before it is written
	b.SetInternal([]byte("merged"), []byte(strconv.Itoa(o.MaxSegmentsPerTier)))
	return s.Batch(b)
}

// mergeContext asks scorch to tell how a merge ended and not to try a failed one
// for ever.
type mergeContext struct {
	context.Context
	outcome chan error
}

// Value returns the channel for the key that scorch looks it up by (mergeDoneKey
// in its merge.go).
func (c mergeContext) Value(key any) any {
	if key == "mergeDone" {
		return c.outcome
	}
	return c.Context.Value(key)
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
