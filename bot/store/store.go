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
// a table: Int and Instant give keys that sort as numbers and times do. What a
// new field cannot express is a numbered step in migrate.go.
//
// bbolt locks its file for one process. A backup beside a running bot therefore
// asks that bot for a copy through a file in the same folder: see snapshot.go.
//
// # Errors
//
// ErrLocked and ErrNewer are what a caller may branch on. A full disk or a
// read-only folder comes back as the error of the system, wrapped; nothing of
// the transaction is kept.
package store

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sync"
	"time"

	"go.etcd.io/bbolt"
	berrors "go.etcd.io/bbolt/errors"
)

// ErrLocked says that another process holds the file.
var ErrLocked = errors.New("state.db is in use by another process")

// Store is an open state.db. It is safe for concurrent use.
type Store struct {
	db   *bbolt.DB
	temp string // folder to remove at Close

	mu       sync.Mutex
	watchers map[string][]chan struct{}
	batch    batch
}

// Tx is a transaction; it is valid only within the function it is handed to.
type Tx struct {
	tx    *bbolt.Tx
	store *Store
}

// Open opens or creates the file and brings it to the newest version. It
// returns ErrLocked if another process holds it for longer than a second, and
// ErrNewer if a later program wrote it.
func Open(path string) (*Store, error) {
	return open(path, bbolt.Options{Timeout: time.Second})
}

// OpenTemp opens an empty store in a temporary folder that Close removes. It
// promises nothing after a loss of power.
func OpenTemp() (*Store, error) {
	dir, err := os.MkdirTemp("", "thiduabot")
	if err != nil {
		return nil, fmt.Errorf("open temporary state: %w", err)
	}
	s, err := open(filepath.Join(dir, "state.db"), bbolt.Options{NoSync: true, NoFreelistSync: true})
	if err != nil {
		return nil, errors.Join(err, os.RemoveAll(dir))
	}
	s.temp = dir
	return s, nil
}

func open(path string, o bbolt.Options) (*Store, error) {
	o.FreelistType = bbolt.FreelistMapType
	db, err := bbolt.Open(path, 0o600, &o)
	if errors.Is(err, berrors.ErrTimeout) {
		return nil, ErrLocked
	}
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", path, err)
	}
	if err := migrate(db, migrations); err != nil {
		return nil, errors.Join(fmt.Errorf("open %s: %w", path, err), db.Close())
	}
	return &Store{db: db, watchers: map[string][]chan struct{}{}}, nil
}

// Close waits for running transactions and closes the file.
func (s *Store) Close() error {
	err := s.db.Close()
	if s.temp != "" {
		err = errors.Join(err, os.RemoveAll(s.temp))
	}
	return err
}

// Path returns the path of the file.
func (s *Store) Path() string { return s.db.Path() }

// View runs f on a consistent snapshot.
func (s *Store) View(f func(*Tx) error) error {
	return s.db.View(func(tx *bbolt.Tx) error { return f(&Tx{tx, s}) })
}

// Update runs f alone and commits with an fsync if it returns nil; otherwise
// nothing of it is kept.
func (s *Store) Update(f func(*Tx) error) error {
	return s.db.Update(func(tx *bbolt.Tx) error { return f(&Tx{tx, s}) })
}

// Backup writes a consistent copy of the file to w while the store is in use.
func (s *Store) Backup(w io.Writer) error {
	err := s.db.View(func(tx *bbolt.Tx) error {
		_, err := tx.WriteTo(w)
		return err
	})
	if err != nil {
		return fmt.Errorf("back up %s: %w", s.Path(), err)
	}
	return nil
}

// Signal wakes those who Watch the topic, once the transaction has committed.
func (tx *Tx) Signal(topic string) {
	tx.tx.OnCommit(func() { tx.store.Signal(topic) })
}

// Signal wakes those who Watch the topic.
func (s *Store) Signal(topic string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, c := range s.watchers[topic] {
		select {
		case c <- struct{}{}:
		default:
		}
	}
}

// Watch returns a channel that holds a value after one or more Signals of the
// topic, and a function that ends the watch.
func (s *Store) Watch(topic string) (<-chan struct{}, func()) {
	c := make(chan struct{}, 1)
	s.mu.Lock()
	defer s.mu.Unlock()
	s.watchers[topic] = append(s.watchers[topic], c)
	return c, func() { s.unwatch(topic, c) }
}

func (s *Store) unwatch(topic string, c chan struct{}) {
	s.mu.Lock()
	defer s.mu.Unlock()
	list := s.watchers[topic]
	for i := range list {
		if list[i] == c {
			s.watchers[topic] = append(list[:i:i], list[i+1:]...)
			return
		}
	}
}
