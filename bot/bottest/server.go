package bottest

import (
	"encoding/json"
	"io"
	"mime"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"sync"
	"time"
)

// Options are how strict and how slow the server is.
type Options struct {
	Strict  *Limits         // refuses what is faster; nil: takes all
	Absent  map[string]bool // methods that it does not know
	Latency time.Duration   // of every answer
	Token   string          // default: a made-up one
	Name    string          // of the bot; default thidua_bot
}

// Server is a running fake. It is safe for concurrent use.
type Server struct {
	o    Options
	http *httptest.Server

	mu       sync.Mutex
	changed  chan struct{} // closed and replaced at every change
	updates  []pending
	nextID   int64
	polling  bool
	webhook  webhook
	chats    map[int64]map[string]any
	messages map[int64][]*Message
	lastID   map[int64]int
	calls    []Call
	faults   []scripted
	meter    meter
	files    map[string][]byte
	sizes    map[string]int // that getFile tells, where not the true ones
	fetched  int            // files asked for
	gate     chan struct{}  // closed when the calls that hang may go on
	hangs    func(Call) bool
	held     int
	pressed  map[string]int // messages of presses, by the id of the query
}

type pending struct {
	id  int64
	raw json.RawMessage
}

// Call is one request that reached the server.
type Call struct {
	At     time.Time
	Method string
	Chat   int64
	Params map[string]any
	Length int64 // of the body as announced, -1 if it was not
	Kind   string
	Status int // 0: none given yet, or an answer of 200
}

// New starts a server.
func New(o Options) *Server {
	if o.Token == "" {
		o.Token = "987654321:AAE-made-up-token-of-the-fake-server"
	}
	if o.Name == "" {
		o.Name = "thidua_bot"
	}
	s := &Server{o: o, nextID: 1000, changed: make(chan struct{}), chats: map[int64]map[string]any{},
		messages: map[int64][]*Message{}, lastID: map[int64]int{}, files: map[string][]byte{}, sizes: map[string]int{}, pressed: map[string]int{}}
	s.http = httptest.NewServer(http.HandlerFunc(s.serve))
	return s
}

// URL returns the address of the server, without the token.
func (s *Server) URL() string { return s.http.URL }

// Token returns the token that the server knows.
func (s *Server) Token() string { return s.o.Token }

// Close ends the server.
func (s *Server) Close() {
	s.http.CloseClientConnections()
	s.http.Close()
}

// change wakes everybody who waits; the lock must be held.
func (s *Server) change() {
	close(s.changed)
	s.changed = make(chan struct{})
}

func (s *Server) botID() int64 {
	id, _, _ := strings.Cut(s.o.Token, ":")
	n, _ := strconv.ParseInt(id, 10, 64)
	return n
}

func (s *Server) serve(w http.ResponseWriter, r *http.Request) {
	if rest, ok := strings.CutPrefix(r.URL.Path, "/file/bot"+s.o.Token+"/"); ok {
		s.serveFile(w, rest)
		return
	}
	rest, ok := strings.CutPrefix(r.URL.Path, "/bot")
	token, method, ok2 := strings.Cut(rest, "/")
	if !ok || !ok2 {
		fail(w, 404, "Not Found")
		return
	}
	if token != s.o.Token {
		fail(w, 401, "Unauthorized")
		return
	}
	params, files, err := readParams(r)
	if err != nil {
		fail(w, 400, "Bad Request: "+err.Error())
		return
	}
	time.Sleep(s.o.Latency)
	s.dispatch(w, r, method, params, files)
}

// dispatch applies the fault scripted for a call, then runs its method.
func (s *Server) dispatch(w http.ResponseWriter, r *http.Request, method string, p params, files map[string][]byte) {
	chat := p.int64("chat_id")
	f := s.fault(method, chat)
	rec := &recorder{ResponseWriter: w}
	n := s.record(r, method, chat, p)
	defer func() { s.answered(n, rec.status) }()
	s.await(r.Context(), n)
	if f.CutBefore {
		cutConnection(w)
		return
	}
	if f.Delay > 0 {
		time.Sleep(f.Delay)
	}
	if f.answers() {
		f.write(rec)
		return
	}
	run := methodOf(method)
	if run == nil || s.o.Absent[method] {
		fail(rec, 404, "Not Found")
		return
	}
	result, bad := run(s, r, p, files)
	if f.CutAfter {
		cutConnection(w)
		return
	}
	if bad != nil {
		bad.write(rec)
		return
	}
	answer(rec, map[string]any{"ok": true, "result": result})
}

type recorder struct {
	http.ResponseWriter
	status int
}

// WriteHeader notes the status.
func (r *recorder) WriteHeader(status int) {
	r.status = status
	r.ResponseWriter.WriteHeader(status)
}

func (s *Server) record(r *http.Request, method string, chat int64, p params) (n int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	kind, _, _ := mime.ParseMediaType(r.Header.Get("Content-Type"))
	s.calls = append(s.calls, Call{At: time.Now(), Method: method, Chat: chat, Params: p, Length: r.ContentLength, Kind: kind})
	s.change()
	return len(s.calls) - 1
}

func (s *Server) answered(n, status int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.calls[n].Status = status
	s.change()
}

// Calls returns the calls of a method so far; of all methods for "".
func (s *Server) Calls(method string) (calls []Call) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, c := range s.calls {
		if method == "" || c.Method == method {
			calls = append(calls, c)
		}
	}
	return calls
}

func answer(w http.ResponseWriter, v any) {
	w.Header().Set("Content-Type", "application/json")
	json.NewEncoder(w).Encode(v)
}

func fail(w http.ResponseWriter, status int, text string) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	json.NewEncoder(w).Encode(map[string]any{"ok": false, "error_code": status, "description": text})
}

func cutConnection(w http.ResponseWriter) {
	c, _, err := w.(http.Hijacker).Hijack()
	if err == nil {
		c.Close()
	}
}

// params are the fields of a call.
type params map[string]any

func (p params) int64(name string) int64 {
	switch v := p[name].(type) {
	case float64:
		return int64(v)
	case json.Number:
		n, _ := v.Int64()
		return n
	case string:
		n, _ := strconv.ParseInt(v, 10, 64)
		return n
	}
	return 0
}

func (p params) text(name string) string {
	t, _ := p[name].(string)
	return t
}

// object returns a field that is JSON, also where a form carries it as text.
func (p params) object(name string, v any) {
	switch t := p[name].(type) {
	case nil:
	case string:
		json.Unmarshal([]byte(t), v)
	default:
		b, _ := json.Marshal(t)
		json.Unmarshal(b, v)
	}
}

func readParams(r *http.Request) (params, map[string][]byte, error) {
	kind, attr, _ := mime.ParseMediaType(r.Header.Get("Content-Type"))
	if kind == "multipart/form-data" {
		return readForm(multipart.NewReader(r.Body, attr["boundary"]))
	}
	p := params{}
	body, err := io.ReadAll(r.Body)
	if err != nil || len(body) == 0 {
		return p, nil, err
	}
	d := json.NewDecoder(strings.NewReader(string(body)))
	d.UseNumber()
	return p, nil, d.Decode(&p)
}

func readForm(m *multipart.Reader) (params, map[string][]byte, error) {
	p, files := params{}, map[string][]byte{}
	for {
		part, err := m.NextPart()
		if err == io.EOF {
			return p, files, nil
		}
		if err != nil {
			return nil, nil, err
		}
		b, err := io.ReadAll(part)
		if err != nil {
			return nil, nil, err
		}
		if part.FileName() != "" {
			files[part.FormName()] = b
		} else {
			p[part.FormName()] = string(b)
		}
	}
}
