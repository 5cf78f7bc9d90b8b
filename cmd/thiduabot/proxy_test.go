package main

import (
	"context"
	"encoding/base64"
	"encoding/pem"
	"io"
	"log"
	"net"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"thiduabot/bot/bottest"
)

// gate is a proxy that lets only those through who know its password, and leads
// them to one server whatever they ask for.
type gate struct {
	plain, secure string // addresses behind it, for http and for https
	passed        atomic.Int64
	refused       atomic.Int64
	asked         atomic.Pointer[string] // the host asked for last
}

// ServeHTTP passes a request on, or opens a tunnel.
func (g *gate) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("Proxy-Authorization") != "Basic "+base64.StdEncoding.EncodeToString([]byte("bot:mat-khau")) {
		g.refused.Add(1)
		http.Error(w, "who are you", http.StatusProxyAuthRequired)
		return
	}
	g.passed.Add(1)
	host := r.Host
	g.asked.Store(&host)
	if r.Method == http.MethodConnect {
		tunnel(w, g.secure)
		return
	}
	pass(g.plain).ServeHTTP(w, r)
}

// pass hands requests on to the server at addr.
func pass(addr string) http.Handler {
	p := httputil.NewSingleHostReverseProxy(&url.URL{Scheme: "http", Host: addr})
	p.ErrorLog = log.New(io.Discard, "", 0) // of polls that end with the bot
	return p
}

// tunnel joins the connection of a request with one to addr.
func tunnel(w http.ResponseWriter, addr string) {
	to, err := net.Dial("tcp", addr)
	if err != nil {
		http.Error(w, "no server", http.StatusBadGateway)
		return
	}
	from, _, err := w.(http.Hijacker).Hijack()
	if err != nil {
		to.Close()
		return
	}
	io.WriteString(from, "HTTP/1.1 200 Connection established\r\n\r\n")
	go func() {
		defer to.Close()
		io.Copy(to, from)
	}()
	defer from.Close()
	io.Copy(from, to)
}

// TestServeThroughProxy runs serve where the server's name leads nowhere but
// through the proxy that the environment names, as in a network that keeps
// Telegram out. A process of its own, as the environment is read once.
func TestServeThroughProxy(t *testing.T) {
	api := bottest.New(bottest.Options{})
	defer api.Close()
	behind, err := url.Parse(api.URL())
	if err != nil {
		t.Fatal(err)
	}
	secure := httptest.NewTLSServer(pass(behind.Host))
	defer secure.Close()
	roots := filepath.Join(t.TempDir(), "roots.pem")
	if err := os.WriteFile(roots, pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: secure.Certificate().Raw}), 0o600); err != nil {
		t.Fatal(err)
	}
	for i, row := range []struct{ variable, api, host string }{
		{"HTTPS_PROXY", "https://example.com", "example.com:443"},
		{"HTTP_PROXY", "http://bot-api.example", "bot-api.example"},
	} {
		g := &gate{plain: behind.Host, secure: secure.Listener.Addr().String()}
		proxy := httptest.NewServer(g)
		defer proxy.Close()
		at := strings.Replace(proxy.URL, "http://", "http://bot:mat-khau@", 1)
		said := through(t, api, int64(7+i), "SSL_CERT_FILE="+roots, row.variable+"="+at, "THIDUABOT_API_URL="+row.api)
		if g.passed.Load() == 0 || g.refused.Load() > 0 || *g.asked.Load() != row.host {
			t.Errorf("%s: %d passed, %d refused, last asked for %v", row.variable, g.passed.Load(), g.refused.Load(), g.asked.Load())
		}
		if strings.Contains(said, "mat-khau") || strings.Contains(said, api.Token()) {
			t.Errorf("a secret stands in the log: %s", said)
		}
	}
}

// through runs serve in that environment until it has answered a question, and
// returns its log.
func through(t *testing.T, api *bottest.Server, chat int64, env ...string) string {
	t.Helper()
	program, err := exec.LookPath("thiduabot")
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, program, "--data", t.TempDir(), "serve", "--open")
	var out output
	cmd.Stderr = &out
	cmd.Env = append(append(os.Environ(), "NO_PROXY=", "TELEGRAM_BOT_TOKEN="+api.Token()), env...)
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	api.Say(chat, "thu ngân sách 2021")
	all, err := api.Wait(ctx, chat, 1)
	if err != nil || !strings.Contains(all[0].Text, "3.426 tỷ đồng") {
		t.Errorf("%v: %v %v", env, all, err)
	}
	if err := cmd.Process.Signal(os.Interrupt); err != nil {
		t.Error(err)
	}
	if err := cmd.Wait(); err != nil {
		t.Errorf("%v: %v", err, out.String())
	}
	return out.String()
}
