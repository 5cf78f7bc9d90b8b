package store

import (
	"encoding/binary"
	"encoding/json"
	"fmt"
	"iter"
	"time"
)

// Table is a named table of rows of one type, ordered by key.
type Table[T any] struct{ name string }

// NewTable names a table; it is created when first written.
func NewTable[T any](name string) Table[T] { return Table[T]{name} }

// Lookup returns the row under key; ok is false if there is none.
func (t Table[T]) Lookup(tx *Tx, key []byte) (row T, ok bool, err error) {
	b := tx.tx.Bucket([]byte(t.name))
	if b == nil {
		return row, false, nil
	}
	v := b.Get(key)
	if v == nil {
		return row, false, nil
	}
	if err := json.Unmarshal(v, &row); err != nil {
		return row, false, fmt.Errorf("read %s %x: %w", t.name, key, err)
	}
	return row, true, nil
}

// Has reports whether there is a row under key.
func (t Table[T]) Has(tx *Tx, key []byte) bool {
	b := tx.tx.Bucket([]byte(t.name))
	return b != nil && b.Get(key) != nil
}

// Put writes the row under key, over what was there.
func (t Table[T]) Put(tx *Tx, key []byte, row T) error {
	b, err := tx.tx.CreateBucketIfNotExists([]byte(t.name))
	if err != nil {
		return fmt.Errorf("write %s: %w", t.name, err)
	}
	v, err := json.Marshal(row)
	if err != nil {
		return fmt.Errorf("write %s %x: %w", t.name, key, err)
	}
	return b.Put(key, v)
}

// Delete removes the row under key, if there is one.
func (t Table[T]) Delete(tx *Tx, key []byte) error {
	b := tx.tx.Bucket([]byte(t.name))
	if b == nil {
		return nil
	}
	return b.Delete(key)
}

// Next returns a number that the table has not given before, from 1.
func (t Table[T]) Next(tx *Tx) (uint64, error) {
	b, err := tx.tx.CreateBucketIfNotExists([]byte(t.name))
	if err != nil {
		return 0, fmt.Errorf("write %s: %w", t.name, err)
	}
	return b.NextSequence()
}

// Range yields the rows with from <= key < to in order; nil bounds are open. A
// row that cannot be read is skipped. Rows must not be changed while ranging:
// collect the keys first.
func (t Table[T]) Range(tx *Tx, from, to []byte) iter.Seq2[[]byte, T] {
	return func(yield func([]byte, T) bool) {
		b := tx.tx.Bucket([]byte(t.name))
		if b == nil {
			return
		}
		c := b.Cursor()
		for k, v := c.Seek(from); k != nil && (to == nil || string(k) < string(to)); k, v = c.Next() {
			var row T
			if json.Unmarshal(v, &row) != nil {
				continue
			}
			if !yield(append([]byte(nil), k...), row) {
				return
			}
		}
	}
}

// Keys returns at most limit keys with from <= key < to, in order; a limit of 0
// means all.
func (t Table[T]) Keys(tx *Tx, from, to []byte, limit int) (keys [][]byte) {
	b := tx.tx.Bucket([]byte(t.name))
	if b == nil {
		return nil
	}
	c := b.Cursor()
	for k, _ := c.Seek(from); k != nil && (to == nil || string(k) < string(to)); k, _ = c.Next() {
		if limit > 0 && len(keys) == limit {
			break
		}
		keys = append(keys, append([]byte(nil), k...))
	}
	return keys
}

// Int returns the key of a number; keys sort as the numbers do.
func Int(n int64) []byte {
	return binary.BigEndian.AppendUint64(nil, uint64(n)^(1<<63))
}

// IntOf returns the number whose key opens k; it is 0 for a shorter key.
func IntOf(k []byte) int64 {
	if len(k) < 8 {
		return 0
	}
	return int64(binary.BigEndian.Uint64(k) ^ (1 << 63))
}

// Instant returns the key of an instant, to the nanosecond; keys sort as the
// instants do.
func Instant(t time.Time) []byte { return Int(t.UnixNano()) }

// Key joins keys into one.
func Key(parts ...[]byte) []byte {
	var k []byte
	for _, p := range parts {
		k = append(k, p...)
	}
	return k
}
