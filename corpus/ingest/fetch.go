package ingest

import (
	"context"
	"errors"
	"fmt"
	"io"
	"mime"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"path"
	"strings"
	"syscall"
	"time"
)

// Bounds of fetching a page.
const (
	maxPage      = 16 << 20 // bytes
	fetchTimeout = 30 * time.Second
	maxRedirects = 5
)

// ErrAddress says that a link does not lead to the public web.
var ErrAddress = errors.New("the link must be http or https and lead to the public web")

// Fetcher gets pages from the public web, and from nowhere else: the address of
// each connection is checked after its name was resolved, so that no name and no
// redirect leads inside.
type Fetcher struct{ client *http.Client }

// NewFetcher returns a fetcher. Allow tells which addresses may be spoken to;
// nil: those of the public Internet.
func NewFetcher(allow func(netip.Addr) bool) *Fetcher {
	if allow == nil {
		allow = public
	}
	dialer := &net.Dialer{Timeout: 10 * time.Second, Control: func(_, address string, _ syscall.RawConn) error {
		ap, err := netip.ParseAddrPort(address)
		if err != nil || !allow(ap.Addr().Unmap()) {
			return ErrAddress
		}
		return nil
	}}
	return &Fetcher{client: &http.Client{
		Timeout:   fetchTimeout,
		Transport: &http.Transport{DialContext: dialer.DialContext, TLSHandshakeTimeout: 10 * time.Second, DisableKeepAlives: true},
		CheckRedirect: func(r *http.Request, via []*http.Request) error {
			if len(via) >= maxRedirects {
				return errors.New("too many redirects")
			}
			return checkLink(r.URL)
		},
	}}
}

// public reports whether an address is one of the public Internet.
func public(a netip.Addr) bool {
	return a.IsGlobalUnicast() && !a.IsPrivate() && !shared.Contains(a) && !nat64.Contains(a)
}

// Ranges that are no part of the public Internet though they look so: addresses
// shared behind a carrier's NAT (RFC 6598) and IPv4 embedded in IPv6 (RFC 6052).
var (
	shared = netip.MustParsePrefix("100.64.0.0/10")
	nat64  = netip.MustParsePrefix("64:ff9b::/96")
)

func checkLink(u *url.URL) error {
	if u.Scheme != "http" && u.Scheme != "https" || u.Host == "" || u.User != nil {
		return ErrAddress
	}
	return nil
}

// Page fetches a link and reads it as an item, by its media type.
func (f *Fetcher) Page(ctx context.Context, link string, o ReadOptions) (Item, error) {
	u, err := url.Parse(strings.TrimSpace(link))
	if err != nil {
		return Item{}, ErrAddress
	}
	if err := checkLink(u); err != nil {
		return Item{}, err
	}
	body, media, err := f.get(ctx, u)
	if err != nil {
		return Item{}, err
	}
	item := Bytes("page"+ending(media, u), body, o)[0]
	if item.Err != nil {
		return item, item.Err
	}
	item.File = u.String()
	if item.Article.URL == "" {
		item.Article.URL = u.String()
	}
	return item, nil
}

func (f *Fetcher) get(ctx context.Context, u *url.URL) (body []byte, media string, err error) {
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, u.String(), nil)
	if err != nil {
		return nil, "", ErrAddress
	}
	r.Header.Set("User-Agent", "thiduabot")
	resp, err := f.client.Do(r)
	if err != nil {
		if errors.Is(err, ErrAddress) {
			return nil, "", ErrAddress
		}
		return nil, "", fmt.Errorf("fetch %s: %w", u.Host, err)
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return nil, "", fmt.Errorf("fetch %s: %s", u.Host, resp.Status)
	}
	body, err = io.ReadAll(io.LimitReader(resp.Body, maxPage+1))
	if err != nil {
		return nil, "", fmt.Errorf("fetch %s: %w", u.Host, err)
	}
	if len(body) > maxPage {
		return nil, "", fmt.Errorf("fetch %s: more than %d MiB", u.Host, maxPage>>20)
	}
	return body, resp.Header.Get("Content-Type"), nil
}

// ending returns the file ending for a media type, or that of the address.
func ending(contentType string, u *url.URL) string {
	media, _, _ := mime.ParseMediaType(contentType)
	switch media {
	case "application/pdf":
		return ".pdf"
	case "application/vnd.openxmlformats-officedocument.wordprocessingml.document":
		return ".docx"
	case "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet":
		return ".xlsx"
	case "text/plain":
		return ".txt"
	}
	if ext := strings.ToLower(path.Ext(u.Path)); ext == ".pdf" || ext == ".docx" || ext == ".xlsx" {
		return ext
	}
	return ".html"
}
