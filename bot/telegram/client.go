package telegram

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime/multipart"
	"net/http"
	"net/http/httptrace"
	"net/url"
	"strings"
	"sync/atomic"
	"time"
)

// maxAnswer is how much of an answer is read, in bytes: a full batch of long
// updates stays well below.
const maxAnswer = 32 << 20

// client calls the methods of the Bot API. Calls without a file are JSON bodies
// with a length, which every proxy and emulator can read; the library would
// stream multipart bodies, without a length, and lose the status of an answer.
type client struct {
	http   *http.Client
	base   string // up to and with the token, no slash at its end
	files  string // the same for downloads
	secret secret
}

// newClient returns a client with connections of its own. The proxy is that of
// the environment.
func newClient(apiURL, token string) (*client, error) {
	if apiURL == "" {
		apiURL = "https://api.telegram.org"
	}
	u, err := url.Parse(apiURL)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return nil, errors.New("the Bot API address must be an http or https URL")
	}
	t := http.DefaultTransport.(*http.Transport).Clone()
	t.Proxy = http.ProxyFromEnvironment
	t.MaxIdleConnsPerHost = 16
	t.MaxConnsPerHost = 64
	t.IdleConnTimeout = 30 * time.Second
	t.ResponseHeaderTimeout = 0 // bounded by the context of each call
	root := strings.TrimRight(apiURL, "/")
	return &client{
		http:   &http.Client{Transport: t, CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }},
		base:   root + "/bot" + token,
		files:  root + "/file/bot" + token,
		secret: newSecret(token),
	}, nil
}

func (c *client) close() { c.http.CloseIdleConnections() }

// APIError is an answer of the server that is not ok. Code is 0 in the JSON of
// servers that give none; Status is always there.
type APIError struct {
	Method     string
	Status     int // of the HTTP answer
	Code       int
	Text       string
	RetryAfter time.Duration
	MigrateTo  int64
	Foreign    bool // not in the form of the Bot API: from a proxy or another server
}

func (e *APIError) Error() string {
	return fmt.Sprintf("%s: %d %s", e.Method, e.code(), e.Text)
}

func (e *APIError) code() int {
	if e.Code != 0 {
		return e.Code
	}
	return e.Status
}

// refusesToken reports whether the server does not know the token.
func (e *APIError) refusesToken() bool {
	return !e.Foreign && (e.code() == http.StatusUnauthorized || e.code() == http.StatusNotFound)
}

// says reports whether the description holds one of the words, in any case.
func (e *APIError) says(words ...string) bool {
	text := strings.ToLower(e.Text)
	for _, w := range words {
		if strings.Contains(text, strings.ToLower(w)) {
			return true
		}
	}
	return false
}

// lostError is a call without an answer.
type lostError struct {
	method string
	left   bool // bytes of it left
	err    error
}

func (e *lostError) Error() string { return e.method + ": " + e.err.Error() }
func (e *lostError) Unwrap() error { return e.err }

// call calls a method and decodes its result into out, unless that is nil. The
// errors are *APIError and *lostError, neither with the token in its text.
func (c *client) call(ctx context.Context, method string, params, out any) error {
	body, err := json.Marshal(params)
	if err != nil {
		return fmt.Errorf("%s: encode: %w", method, err)
	}
	return c.post(ctx, method, "application/json", body, out)
}

// attachment is a file that goes out with a call.
type attachment struct {
	field, name string
	content     []byte
}

// upload calls a method with a file; params are its other fields.
func (c *client) upload(ctx context.Context, method string, params any, a attachment, out any) error {
	var body bytes.Buffer
	w := multipart.NewWriter(&body)
	if err := writeFields(w, params); err != nil {
		return fmt.Errorf("%s: encode: %w", method, err)
	}
	part, err := w.CreateFormFile(a.field, a.name)
	if err != nil {
		return fmt.Errorf("%s: encode: %w", method, err)
	}
	if _, err := part.Write(a.content); err != nil {
		return fmt.Errorf("%s: encode: %w", method, err)
	}
	if err := w.Close(); err != nil {
		return fmt.Errorf("%s: encode: %w", method, err)
	}
	return c.post(ctx, method, w.FormDataContentType(), body.Bytes(), out)
}

// writeFields writes the members of params as form fields: texts as they are,
// all else as JSON.
func writeFields(w *multipart.Writer, params any) error {
	encoded, err := json.Marshal(params)
	if err != nil {
		return err
	}
	var fields map[string]json.RawMessage
	if err := json.Unmarshal(encoded, &fields); err != nil {
		return err
	}
	for name, raw := range fields {
		text := string(raw)
		var s string
		if json.Unmarshal(raw, &s) == nil {
			text = s
		}
		if err := w.WriteField(name, text); err != nil {
			return err
		}
	}
	return nil
}

func (c *client) post(ctx context.Context, method, kind string, body []byte, out any) error {
	var left atomic.Bool
	trace := &httptrace.ClientTrace{WroteHeaders: func() { left.Store(true) }}
	req, err := http.NewRequestWithContext(httptrace.WithClientTrace(ctx, trace), http.MethodPost, c.base+"/"+method, bytes.NewReader(body))
	if err != nil {
		return &lostError{method, false, errors.New("the request could not be made")}
	}
	req.Header.Set("Content-Type", kind)
	res, err := c.http.Do(req)
	if err != nil {
		return &lostError{method, left.Load(), c.clean(err)}
	}
	defer res.Body.Close()
	answer, err := io.ReadAll(io.LimitReader(res.Body, maxAnswer))
	if err != nil {
		return &lostError{method, true, c.clean(err)}
	}
	return c.decode(method, res.StatusCode, answer, out)
}

// clean returns the error without the address and the token, keeping what
// errors.Is can tell of its cause.
func (c *client) clean(err error) error {
	if u, ok := errors.AsType[*url.Error](err); ok {
		err = u.Err
	}
	if text := c.secret.hide(err.Error()); text != err.Error() {
		return errors.New(text)
	}
	return err
}

// unreadable is said of an answer with status 200 that is not JSON.
const unreadable = "the answer could not be read"

// response is the envelope of every answer.
type response struct {
	OK          bool            `json:"ok"`
	Result      json.RawMessage `json:"result"`
	ErrorCode   int             `json:"error_code"`
	Description string          `json:"description"`
	Parameters  struct {
		RetryAfter int   `json:"retry_after"`
		MigrateTo  int64 `json:"migrate_to_chat_id"`
	} `json:"parameters"`
}

func (c *client) decode(method string, status int, answer []byte, out any) error {
	var r response
	if err := json.Unmarshal(answer, &r); err != nil || !r.OK && r.ErrorCode == 0 && r.Description == "" {
		if status == http.StatusOK {
			return &lostError{method, true, errors.New(unreadable)}
		}
		return &APIError{Method: method, Status: status, Text: http.StatusText(status), Foreign: true}
	}
	if !r.OK {
		return &APIError{Method: method, Status: status, Code: r.ErrorCode, Text: c.secret.hide(cut(r.Description, 300)),
			RetryAfter: time.Duration(r.Parameters.RetryAfter) * time.Second, MigrateTo: r.Parameters.MigrateTo}
	}
	if out == nil {
		return nil
	}
	if err := json.Unmarshal(r.Result, out); err != nil {
		return &unreadError{method, err}
	}
	return nil
}

// unreadError is an answer that is ok, but whose result is not as expected.
type unreadError struct {
	method string
	err    error
}

func (e *unreadError) Error() string { return e.method + ": result: " + e.err.Error() }
func (e *unreadError) Unwrap() error { return e.err }

// cut returns at most n bytes of s, whole characters only.
func cut(s string, n int) string {
	if len(s) <= n {
		return s
	}
	return strings.ToValidUTF8(s[:n], "")
}
