package ingest

import (
	"errors"
	"fmt"
	"strings"
	"sync"
	"time"
	"unicode"
	"unicode/utf8"

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
	var lines []string
	for i := range count.PageCount {
		page, err := in.GetPageText(&requests.GetPageText{Page: requests.Page{ByIndex: &requests.PageByIndex{Document: doc.Document, Index: i}}})
		if err != nil {
			return "", fmt.Errorf("page %d: %w", i+1, err)
		}
		lines = append(lines, pageLines(page.Text)...)
	}
	if len(lines) == 0 {
		return "", ErrNoTextLayer
	}
	return joinLines(lines), nil
}

// pageLines returns the lines of a page without its number.
func pageLines(text string) []string {
	var lines []string
	for line := range strings.Lines(strings.ReplaceAll(text, "\r\n", "\n")) {
		line = strings.TrimSpace(line)
		if line != "" && strings.Trim(line, "0123456789-– ") != "" {
			lines = append(lines, line)
		}
	}
	return lines
}

// joinLines makes paragraphs of printed lines. A paragraph ends where a line is
// short, or ends a sentence and the next begins like a new paragraph.
func joinLines(lines []string) string {
	width := 0
	for _, line := range lines {
		width = max(width, utf8.RuneCountInString(line))
	}
	var b strings.Builder
	for i, line := range lines {
		b.WriteString(line)
		switch {
		case i == len(lines)-1:
		case endsParagraph(line, lines[i+1], width):
			b.WriteString("\n\n")
		default:
			b.WriteByte(' ')
		}
	}
	return b.String()
}

func endsParagraph(line, next string, width int) bool {
	first, _ := utf8.DecodeRuneInString(next)
	begins := unicode.IsUpper(first) || unicode.IsDigit(first) || strings.ContainsRune("-+•*–“", first)
	last, _ := utf8.DecodeLastRuneInString(line)
	short := utf8.RuneCountInString(line) < width*3/4
	return begins && (short || strings.ContainsRune(".:;!?", last) && strings.ContainsRune("-+•*–", first)) || short && strings.ContainsRune(".!?", last)
}
