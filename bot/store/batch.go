package store

// batch gathers the transactions that wait while one is being committed, so
// that they share the next fsync: the slower the disk, the more they share.
type batch struct {
	waiting []*call
	leading bool // somebody commits
}

type call struct {
	f    func(*Tx) error
	done chan error
}

// Batch is Update for many callers at once: those that wait for a commit are
// committed together. f may run more than once and must leave nothing behind
// outside the transaction but its last run.
func (s *Store) Batch(f func(*Tx) error) error {
	c := &call{f, make(chan error, 1)}
	s.mu.Lock()
	s.batch.waiting = append(s.batch.waiting, c)
	lead := !s.batch.leading
	s.batch.leading = true
	s.mu.Unlock()
	if lead {
		s.commitWaiting()
	}
	return <-c.done
}

// commitWaiting commits what waits now; if more has come meanwhile, another
// goroutine goes on, which ends with the last of those who wait.
func (s *Store) commitWaiting() {
	s.mu.Lock()
	calls := s.batch.waiting
	s.batch.waiting = nil
	s.mu.Unlock()
	s.commit(calls)
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.batch.waiting) == 0 {
		s.batch.leading = false
		return
	}
	go s.commitWaiting()
}

// commit runs the calls in one transaction; if one fails, each in its own.
func (s *Store) commit(calls []*call) {
	err := s.Update(func(tx *Tx) error {
		for _, c := range calls {
			if err := c.f(tx); err != nil {
				return err
			}
		}
		return nil
	})
	for _, c := range calls {
		if err != nil && len(calls) > 1 {
			c.done <- s.Update(c.f)
		} else {
			c.done <- err
		}
	}
}
