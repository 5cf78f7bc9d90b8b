package store

import (
	"encoding/binary"
	"errors"
	"fmt"

	"go.etcd.io/bbolt"
)

// ErrNewer says that a later version of the program wrote the file.
var ErrNewer = errors.New("state.db was written by a newer version of the program")

// A migration brings a file from the version before it to its own. It runs in
// one transaction with the note of the new version.
type migration func(*bbolt.Tx) error

// migrations are numbered from 1 by their place. A step that has been released
// is never changed: a correction is another step.
var migrations = []migration{
	begin, // 1
}

// begin is the first version: every table is created by its first row, and rows
// are JSON, so there is nothing to lay out.
func begin(*bbolt.Tx) error { return nil }

var (
	metaBucket = []byte("meta")
	versionKey = []byte("version")
)

// migrate runs the steps that the file has not seen.
func migrate(db *bbolt.DB, steps []migration) error {
	return db.Update(func(tx *bbolt.Tx) error {
		at := version(tx)
		if at > len(steps) {
			return fmt.Errorf("%w: version %d, this program knows %d", ErrNewer, at, len(steps))
		}
		if at == len(steps) {
			return nil
		}
		for i, step := range steps[at:] {
			if err := step(tx); err != nil {
				return fmt.Errorf("migrate to version %d: %w", at+i+1, err)
			}
		}
		return setVersion(tx, len(steps))
	})
}

// version returns the version of a file, 0 for an empty one.
func version(tx *bbolt.Tx) int {
	b := tx.Bucket(metaBucket)
	if b == nil {
		return 0
	}
	v := b.Get(versionKey)
	if len(v) != 8 {
		return 0
	}
	return int(binary.BigEndian.Uint64(v))
}

func setVersion(tx *bbolt.Tx, n int) error {
	b, err := tx.CreateBucketIfNotExists(metaBucket)
	if err != nil {
		return fmt.Errorf("write version: %w", err)
	}
	return b.Put(versionKey, binary.BigEndian.AppendUint64(nil, uint64(n)))
}
