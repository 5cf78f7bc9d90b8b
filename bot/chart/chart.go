package chart

import (
	"container/list"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"sync"

	"thiduabot/corpus"
)

// ErrTooFew says that the records show no movement: there are less than two
// comparable periods.
var ErrTooFew = errors.New("too few figures for a chart")

// Title says what a picture is of.
type Title struct {
	Name string // of the indicator, or of the campaign
	Area string

	// Like is the record that was asked for: its unit, kind of period and measure
	// are drawn. Zero: what most records have.
	Like corpus.Record
}

// Picture is a drawn chart. It must not be changed.
type Picture struct {
	PNG  []byte
	Name string // of the file
	Key  string // the same for the same picture
	Alt  string // what it shows, in words
}

// Drawer draws pictures and remembers the last ones. It is safe for concurrent
// use.
type Drawer struct {
	mu    sync.Mutex
	size  int
	order *list.List // of *Picture, newest first
	known map[string]*list.Element
}

// New returns a drawer that remembers size pictures.
func New(size int) *Drawer {
	return &Drawer{size: size, order: list.New(), known: map[string]*list.Element{}}
}

// Series draws the records of one indicator and area in order of time. It
// returns ErrTooFew where there is no movement to show.
func (d *Drawer) Series(t Title, records []corpus.Record) (*Picture, error) {
	s, ok := arrange(t, records)
	if !ok {
		return nil, ErrTooFew
	}
	return d.once(s, "bieu-do", func() (*Picture, error) {
		png, err := drawSeries(s)
		return &Picture{PNG: png, Alt: s.alt()}, err
	})
}

// Progress draws how far each target of a campaign has come.
func (d *Drawer) Progress(p Progress) (*Picture, error) {
	if len(p.Targets) == 0 {
		return nil, ErrTooFew
	}
	if len(p.Targets) > maxTargets {
		p.Targets = p.Targets[:maxTargets]
	}
	return d.once(p, "tien-do", func() (*Picture, error) {
		png, err := drawProgress(p)
		return &Picture{PNG: png, Alt: p.alt()}, err
	})
}

// Enough reports whether Series would draw the records.
func Enough(t Title, records []corpus.Record) bool {
	_, ok := arrange(t, records)
	return ok
}

// once returns the remembered picture of what, or draws it.
func (d *Drawer) once(what any, name string, draw func() (*Picture, error)) (*Picture, error) {
	raw, err := json.Marshal(what)
	if err != nil {
		return nil, fmt.Errorf("draw chart: %w", err)
	}
	sum := sha256.Sum256(append(raw, layout...))
	key := hex.EncodeToString(sum[:12])
	if p := d.lookup(key); p != nil {
		return p, nil
	}
	p, err := draw()
	if err != nil {
		return nil, fmt.Errorf("draw chart: %w", err)
	}
	p.Key, p.Name = key, name+"-"+key[:6]+".png"
	d.keep(p)
	return p, nil
}

// layout changes when pictures are drawn otherwise, so that no adapter sends an
// old one again.
const layout = "2"

func (d *Drawer) lookup(key string) *Picture {
	d.mu.Lock()
	defer d.mu.Unlock()
	e := d.known[key]
	if e == nil {
		return nil
	}
	d.order.MoveToFront(e)
	return e.Value.(*Picture)
}

func (d *Drawer) keep(p *Picture) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.known[p.Key] != nil {
		return
	}
	d.known[p.Key] = d.order.PushFront(p)
	for d.order.Len() > d.size {
		last := d.order.Back()
		delete(d.known, last.Value.(*Picture).Key)
		d.order.Remove(last)
	}
}
