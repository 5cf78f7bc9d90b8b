package ingest

import (
	"errors"
	"fmt"
	"sync"
	"time"

	pdfium "github.com/klippa-app/go-pdfium"
	pdferrors "github.com/klippa-app/go-pdfium/errors"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/webassembly"
)

// Bounds of reading a PDF.
const (
	maxPages   = 500
	pdfTimeout = 60 * time.Second // for one file
)

// ErrNoTextLayer says that a PDF holds pictures of pages only.
var ErrNoTextLayer = errors.New("no text layer: the pages are pictures; recognise their text first")

// pdfEngine is PDFium in WebAssembly: a sandbox with memory of its own, so that a
// hostile file can harm nothing else. Its start takes a second or two, hence
// only once a process and only when a PDF is read.
var pdfEngine = sync.OnceValues(func() (pdfium.Pool, error) {
	return webassembly.Init(webassembly.Config{MinIdle: 1, MaxIdle: 1, MaxTotal: 2})
})

// readPDF reads the text layer of a PDF.
func readPDF(_ string, b []byte) (Item, error) {
	if len(b) < 5 || string(b[:5]) != "%PDF-" {
		return Item{}, errors.New("not a PDF file")
	}
	type result struct {
		text string
		err  error
	}
	done := make(chan result, 1)
	instance, err := pdfInstance()
	if err != nil {
		return Item{}, err
	}
	go func() {
		text, err := pdfText(instance, b)
		done <- result{text, err}
	}()
	select {
	case r := <-done:
		instance.Close()
		if r.err != nil {
			return Item{}, r.err
		}
		return document(r.text), nil
	case <-time.After(pdfTimeout):
		instance.Kill()
		return Item{}, fmt.Errorf("not read within %s", pdfTimeout)
	}
}

func pdfInstance() (pdfium.Pdfium, error) {
	pool, err := pdfEngine()
	if err != nil {
		return nil, fmt.Errorf("start the PDF reader: %w", err)
	}
	instance, err := pool.GetInstance(pdfTimeout)
	if err != nil {
		return nil, fmt.Errorf("start the PDF reader: %w", err)
	}
	return instance, nil
}

func pdfText(in pdfium.Pdfium, b []byte) (string, error) {
	doc, err := in.OpenDocument(&requests.OpenDocument{File: &b})
	switch {
	case errors.Is(err, pdferrors.ErrPassword), errors.Is(err, pdferrors.ErrSecurity):
		return "", ErrProtected
	case err != nil:
		return "", fmt.Errorf("broken PDF: %w", err)
	}
	count, err := in.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: doc.Document})
	if err != nil {
		return "", fmt.Errorf("broken PDF: %w", err)
	}
	if count.PageCount > maxPages {
		return "", fmt.Errorf("%d pages; at most %d are read", count.PageCount, maxPages)
	}
	pages := make([]pdfPage, count.PageCount)
	for i := range pages {
		if pages[i], err = readPage(in, doc.Document, i); err != nil {
			return "", err
		}
	}
	text := pagesText(pages)
	if text == "" {
		return "", ErrNoTextLayer
	}
	return text, nil
}
