package outbox

import (
	"errors"
	"time"

	"thiduabot/bot/message"
	"thiduabot/bot/store"
)

// file is the contents of a Media with a Cache key, kept once for all the rows
// that carry it.
type file struct {
	Bytes []byte    `json:"bytes"`
	Used  time.Time `json:"used"`
}

var files = store.NewTable[file]("outbox_file")

// detach takes the bytes of a file out of a reply that names them by a key.
func detach(tx *store.Tx, r *message.Reply) error {
	if r.Media == nil || r.Media.Cache == "" || len(r.Media.Bytes) == 0 {
		return nil
	}
	m := *r.Media
	f := file{m.Bytes, time.Now()}
	m.Bytes = nil
	r.Media = &m
	return files.Put(tx, []byte(m.Cache), f)
}

// attach puts the bytes back.
func attach(tx *store.Tx, r *Row) error {
	m := r.Reply.Media
	if m == nil || m.Cache == "" || len(m.Bytes) > 0 {
		return nil
	}
	f, ok, err := files.Lookup(tx, []byte(m.Cache))
	if ok {
		with := *m
		with.Bytes = f.Bytes
		r.Reply.Media = &with
	}
	return err
}

// remembered is how long a done row and its key are kept.
const remembered = 30 * 24 * time.Hour

// forget removes up to limit rows that were done longer ago than that, and
// reports whether there may be more.
func forget(st *store.Store, now time.Time, limit int) (more bool, err error) {
	err = st.Update(func(tx *store.Tx) error {
		old := dones.Keys(tx, nil, store.Instant(now.Add(-remembered)), limit)
		more = len(old) == limit
		for _, k := range old {
			row, ok, err := rows.Lookup(tx, k[8:])
			if err != nil {
				return err
			}
			if ok {
				err = errors.Join(keys.Delete(tx, []byte(row.Key)), rows.Delete(tx, k[8:]))
			}
			if err := errors.Join(err, dones.Delete(tx, k)); err != nil {
				return err
			}
		}
		return nil
	})
	return more, err
}

// forgetFiles removes the files that no row was added with for as long.
func forgetFiles(st *store.Store, now time.Time) error {
	return st.Update(func(tx *store.Tx) error {
		var old [][]byte
		for k, f := range files.Range(tx, nil, nil) {
			if now.Sub(f.Used) > remembered {
				old = append(old, k)
			}
		}
		for _, k := range old {
			if err := files.Delete(tx, k); err != nil {
				return err
			}
		}
		return nil
	})
}
