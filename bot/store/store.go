// Package store keeps the state of the bot in one bbolt file, state.db: typed
// tables that the packages around it declare, read and written in transactions.
// It is the only package that knows bbolt.
//
// A package declares its rows and tables itself:
//
//	var chats = store.NewTable[Chat]("chats")
//
//	err := st.Update(func(tx *store.Tx) error { return chats.Put(tx, store.Int(c.ID), c) })
//
// # Design
//
// Values are JSON, so that a field can be added without a migration. Keys order
// a table: Int and Instant give keys that sort as numbers and times do.
package store

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"time"

	"go.etcd.io/bbolt"
)

// ErrLocked says that another process holds the file.
var ErrLocked = errors.New("state.db is in use by another process")

// Store is an open state.db. It is safe for concurrent use.
type Store struct{ db *bbolt.DB }

// Tx is a transaction; it is valid only within the function it is handed to.
type Tx struct{ tx *bbolt.Tx }

// Open opens or creates the file. It returns ErrLocked if another process holds
// it for longer than a second.
func Open(path string) (*Store, error) {
	db, err := bbolt.Open(path, 0o600, &bbolt.Options{Timeout: time.Second, FreelistType: bbolt.FreelistMapType})
	if errors.Is(err, bbolt.ErrTimeout) {
		return nil, ErrLocked
	}
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", path, err)
	}
	return &Store{db: db}, nil
}

// Close waits for running transactions and closes the file.
func (s *Store) Close() error { return s.db.Close() }

// View runs f on a consistent snapshot.
func (s *Store) View(f func(*Tx) error) error {
	return s.db.View(func(tx *bbolt.Tx) error { return f(&Tx{tx}) })
}

// Update runs f alone and commits with an fsync if it returns nil; otherwise
// nothing of it is kept.
func (s *Store) Update(f func(*Tx) error) error {
	return s.db.Update(func(tx *bbolt.Tx) error { return f(&Tx{tx}) })
}

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

// Int returns the key of a number; keys sort as the numbers do.
func Int(n int64) []byte {
	return binary.BigEndian.AppendUint64(nil, uint64(n)^(1<<63))
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
