package bottest

import (
	"context"
	"encoding/json"
	"net/http"
	"time"
)

// Fault is what goes wrong with one call. The zero value is no fault: it lets a
// call through in a script.
type Fault struct {
	Status      int    // of the answer; with Body it need not be JSON
	Description string // of an answer in the form of the Bot API
	Body        string
	RetryAfter  int // seconds
	MigrateTo   int64
	CutBefore   bool // the connection ends before the call is done
	CutAfter    bool // the connection ends after it was done
	Delay       time.Duration
}

type scripted struct {
	method string
	chat   int64
	f      Fault
}

// Script makes the next calls of a method fail, one fault each. A chat of 0
// means any.
func (s *Server) Script(method string, chat int64, faults ...Fault) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, f := range faults {
		s.faults = append(s.faults, scripted{method, chat, f})
	}
}

// fault takes the next fault scripted for a call.
func (s *Server) fault(method string, chat int64) Fault {
	s.mu.Lock()
	defer s.mu.Unlock()
	for i, f := range s.faults {
		if f.method == method && (f.chat == 0 || f.chat == chat) {
			s.faults = append(s.faults[:i:i], s.faults[i+1:]...)
			return f.f
		}
	}
	return Fault{}
}

// Hold makes the calls that match hang, unanswered and not done, until release
// is called.
func (s *Server) Hold(match func(Call) bool) (release func()) {
	s.mu.Lock()
	defer s.mu.Unlock()
	gate := make(chan struct{})
	s.gate, s.hangs = gate, match
	return func() {
		s.mu.Lock()
		defer s.mu.Unlock()
		s.hangs = nil
		close(gate)
	}
}

// Held returns how many calls hang.
func (s *Server) Held() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.held
}

// await lets a call hang that Hold speaks of.
func (s *Server) await(ctx context.Context, n int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.hangs == nil || !s.hangs(s.calls[n]) {
		return
	}
	gate := s.gate
	s.held++
	s.change()
	s.mu.Unlock()
	select {
	case <-gate:
	case <-ctx.Done():
	}
	s.mu.Lock()
	s.held--
}

func (f Fault) answers() bool { return f.Status != 0 }

func (f Fault) write(w http.ResponseWriter) {
	if f.Body != "" {
		w.Header().Set("Content-Type", "text/html")
		w.WriteHeader(f.Status)
		w.Write([]byte(f.Body))
		return
	}
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(f.Status)
	parameters := map[string]any{}
	if f.RetryAfter > 0 {
		parameters["retry_after"] = f.RetryAfter
	}
	if f.MigrateTo != 0 {
		parameters["migrate_to_chat_id"] = f.MigrateTo
	}
	json.NewEncoder(w).Encode(map[string]any{"ok": false, "error_code": f.Status, "description": f.Description, "parameters": parameters})
}

func bad(text string) *Fault { return &Fault{Status: 400, Description: "Bad Request: " + text} }
