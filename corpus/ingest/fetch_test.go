package ingest

import (
	"errors"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"testing"
)

func TestPublicAddresses(t *testing.T) {
	for addr, want := range map[string]bool{
		"8.8.8.8": true, "2001:4860:4860::8888": true,
		"127.0.0.1": false, "::1": false, "10.0.0.1": false, "192.168.1.1": false, "172.20.0.1": false,
		"169.254.169.254": false, "100.64.0.1": false, "0.0.0.0": false, "fe80::1": false, "fd00::1": false,
		"64:ff9b::7f00:1": false, "224.0.0.1": false,
	} {
		if got := public(netip.MustParseAddr(addr)); got != want {
			t.Errorf("public(%s) = %v", addr, got)
		}
	}
}

func TestFetcherStaysOutside(t *testing.T) {
	inside := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		t.Error("a server inside was reached")
	}))
	defer inside.Close()
	f := NewFetcher(nil)
	for _, link := range []string{inside.URL, strings.Replace(inside.URL, "127.0.0.1", "localhost", 1), "file:///etc/passwd", "ftp://x.example/", "http://user:pw@x.example/", "nothing", ""} {
		if _, err := f.Page(t.Context(), link, ReadOptions{Date: "2021"}); !errors.Is(err, ErrAddress) {
			t.Errorf("%s: %v", link, err)
		}
	}
}

func TestFetcherReadsPageAndBoundsIt(t *testing.T) {
	web := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/huge":
			for range 17 {
				w.Write(make([]byte, 1<<20))
			}
		case "/gone":
			http.NotFound(w, r)
		case "/away":
			http.Redirect(w, r, "http://10.0.0.1/", http.StatusFound)
		default:
			w.Header().Set("Content-Type", "text/plain; charset=utf-8")
			w.Write([]byte(" date 2021-12 Tổng kết\n\nĐoạn một.\n"))
		}
	}))
	defer web.Close()
	f := NewFetcher(func(a netip.Addr) bool { return a.IsLoopback() })
	item, err := f.Page(t.Context(), web.URL+"/bai", ReadOptions{})
	if err != nil || item.Article.Title != "Tổng kết" || item.Article.URL != web.URL+"/bai" {
		t.Errorf("%+v, %v", item, err)
	}
	for _, path := range []string{"/huge", "/gone", "/away"} {
		if _, err := f.Page(t.Context(), web.URL+path, ReadOptions{Date: "2021"}); err == nil {
			t.Errorf("%s: no error", path)
		}
	}
}
