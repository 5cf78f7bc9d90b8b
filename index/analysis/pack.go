package analysis

import (
	"bytes"
	"compress/flate"
	"fmt"
	"io"
	"strings"
	"sync"
)

// packLevel is the least that finds matches in a dictionary; higher ones save
// two bytes in a hundred and take twice the time.
const packLevel = 3

// The first byte of a packed text says how the rest is to be read.
const (
	plainText = iota
	deflatedText
)

// Packer packs the texts that an index stores: Vietnamese takes up to three bytes
// a letter, which scorch's own quick compression leaves nearly as they are. With
// a dictionary of the corpus (see Dictionary) a text of 300 words takes two
// thirds of what it takes without, and unpacks in some ten microseconds. It is
// safe for concurrent use.
type Packer struct {
	dictionary []byte
	writers    sync.Pool
	readers    sync.Pool
	buffers    sync.Pool
}

// NewPacker returns a packer with a dictionary, which may be empty. It reads what
// a packer with the same one packed.
func NewPacker(dictionary []byte) *Packer {
	p := &Packer{dictionary: dictionary}
	p.writers.New = func() any {
		w, err := flate.NewWriterDict(io.Discard, packLevel, dictionary)
		if err != nil {
			panic(err) // the level is a valid one
		}
		return w
	}
	p.readers.New = func() any { return flate.NewReaderDict(strings.NewReader(""), dictionary) }
	p.buffers.New = func() any { return &bytes.Buffer{} }
	return p
}

// Plain returns the stored form of a text that is not worth packing.
func Plain(parts ...[]byte) []byte {
	return append([]byte{plainText}, bytes.Join(parts, nil)...)
}

// Pack returns the stored form of a text given in parts.
func (p *Packer) Pack(parts ...[]byte) []byte {
	var b bytes.Buffer
	b.WriteByte(deflatedText)
	w := p.writers.Get().(*flate.Writer)
	defer p.writers.Put(w)
	w.Reset(&b)
	for _, part := range parts {
		if _, err := w.Write(part); err != nil {
			panic(err) // a buffer takes everything
		}
	}
	if err := w.Close(); err != nil {
		panic(err)
	}
	return b.Bytes()
}

// Unpack returns the text that was packed.
func (p *Packer) Unpack(stored []byte) (string, error) {
	if len(stored) == 0 {
		return "", fmt.Errorf("unpack text: nothing is stored")
	}
	if stored[0] == plainText {
		return string(stored[1:]), nil
	}
	r := p.readers.Get().(io.Reader)
	defer p.readers.Put(r)
	if err := r.(flate.Resetter).Reset(bytes.NewReader(stored[1:]), p.dictionary); err != nil {
		return "", fmt.Errorf("unpack text: %w", err)
	}
	b := p.buffers.Get().(*bytes.Buffer)
	defer p.buffers.Put(b)
	b.Reset()
	if _, err := b.ReadFrom(r); err != nil {
		return "", fmt.Errorf("unpack text: %w", err)
	}
	return b.String(), nil
}
