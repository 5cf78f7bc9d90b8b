package ingest

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"thiduabot/corpus"
)

// maxUnzipped is how much of one part of a .docx is read, in bytes. A part that
// is larger, as in a zip bomb, is refused.
const maxUnzipped = 64 << 20

// ErrProtected says that a file cannot be read without its password.
var ErrProtected = errors.New("protected by a password")

// ErrOldOffice says that a file has the format that Office used before 2007.
var ErrOldOffice = errors.New("an Office file of the kind before 2007: save it as .docx or .xlsx")

// oleHeader begins Office files of before 2007 and encrypted new ones.
var oleHeader = []byte{0xd0, 0xcf, 0x11, 0xe0}

// encryptedPart names the part of such a file that holds an encrypted new one,
// in UTF-16.
var encryptedPart = []byte("E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00")

// oldOffice returns why a file with an oleHeader cannot be read, nil for others.
func oldOffice(b []byte) error {
	switch {
	case !bytes.HasPrefix(b, oleHeader):
		return nil
	case bytes.Contains(b, encryptedPart):
		return ErrProtected
	}
	return ErrOldOffice
}

// readDocx reads the paragraphs and tables of a Word document.
func readDocx(_ string, b []byte) (Item, error) {
	z, err := openZip(b)
	if err != nil {
		return Item{}, err
	}
	body, err := zipPart(z, "word/document.xml")
	if err != nil {
		return Item{}, err
	}
	text, err := wordText(bytes.NewReader(body))
	if err != nil {
		return Item{}, fmt.Errorf("read word/document.xml: %w", err)
	}
	if level := marginSecrecy(z); level != "" {
		return Item{}, fmt.Errorf("stamped %s: %w", level, ErrSecret)
	}
	return document(text), nil
}

var margin = regexp.MustCompile(`^word/(header|footer)\d*\.xml$`)

// marginSecrecy returns the level of secrecy that stands in a header or a footer.
func marginSecrecy(z *zip.Reader) string {
	for i, f := range z.File {
		if i > maxParts || !margin.MatchString(f.Name) {
			continue
		}
		part, err := zipPart(z, f.Name)
		if err != nil {
			continue
		}
		text, err := wordText(bytes.NewReader(part))
		if level := secrecy(text); err == nil && level != "" {
			return level
		}
	}
	return ""
}

// maxParts is how many parts of a file are looked at for headers and footers.
const maxParts = 2000

// document makes an article of the text of an office document.
func document(text string) Item {
	a := corpus.Article{Text: paragraphs(fromLegacyLetters(text))}
	a.Title, a.Kind = titleIn(a.Text)
	a.Date, a.Publisher = dateIn(a.Text), uncapped(issuerIn(a.Text), a.Text)
	return Item{Article: a}
}

func openZip(b []byte) (*zip.Reader, error) {
	if err := oldOffice(b); err != nil {
		return nil, err
	}
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		return nil, fmt.Errorf("not a zipped office file: %w", err)
	}
	return z, nil
}

// zipPart returns one part of a zipped office file.
func zipPart(z *zip.Reader, name string) ([]byte, error) {
	for _, f := range z.File {
		if f.Name == name {
			return unzip(f)
		}
	}
	return nil, fmt.Errorf("no %s in the file", name)
}

func unzip(f *zip.File) ([]byte, error) {
	r, err := f.Open()
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", f.Name, err)
	}
	defer r.Close()
	part, err := io.ReadAll(io.LimitReader(r, maxUnzipped+1))
	if err != nil {
		return nil, fmt.Errorf("unzip %s: %w", f.Name, err)
	}
	if len(part) > maxUnzipped {
		return nil, fmt.Errorf("%s unzips to more than %d MiB", f.Name, maxUnzipped>>20)
	}
	return part, nil
}

// wordText returns the text of word/document.xml: paragraphs parted by an empty
// line, the cells of a table row by " | ".
func wordText(r io.Reader) (string, error) {
	w := wordReader{}
	d := xml.NewDecoder(r)
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return w.out.String(), nil
		}
		if err != nil {
			return "", err
		}
		switch t := token.(type) {
		case xml.StartElement:
			if t.Name.Local == "Fallback" { // the same text box once more, for old programs
				if err := d.Skip(); err != nil {
					return "", err
				}
				continue
			}
			w.start(t)
		case xml.EndElement:
			w.end(t.Name.Local)
		case xml.CharData:
			if w.inText {
				w.cell.WriteString(fromFont(w.font, string(t)))
			}
		}
	}
}

// wordReader holds where in a document the reading is.
type wordReader struct {
	out    strings.Builder
	cell   strings.Builder // text of the paragraph or cell so far
	table  [][]string      // rows of the outermost table
	row    []string
	span   int    // columns that the cell spans
	below  bool   // the cell continues the one above it
	font   string // of the run
	inText bool
	inRow  int
}

func (w *wordReader) start(t xml.StartElement) {
	switch t.Name.Local {
	case "t":
		w.inText = true
	case "tab":
		w.cell.WriteByte('\t')
	case "br", "cr":
		w.cell.WriteByte('\n')
	case "noBreakHyphen":
		w.cell.WriteByte('-')
	case "r":
		w.font = ""
	case "rFonts":
		for _, a := range t.Attr {
			if a.Name.Local == "hAnsi" || a.Name.Local == "ascii" && w.font == "" {
				w.font = a.Value
			}
		}
	case "txbxContent":
		if w.inRow == 0 && w.cell.Len() > 0 {
			w.out.WriteString(w.take() + "\n\n")
		}
	default:
		w.startCell(t)
	}
}

// startCell notes the start of a row or a cell and what the cell spans.
func (w *wordReader) startCell(t xml.StartElement) {
	value := ""
	for _, a := range t.Attr {
		if a.Name.Local == "val" {
			value = a.Value
		}
	}
	switch t.Name.Local {
	case "tr":
		w.inRow++
	case "gridSpan":
		if n, err := strconv.Atoi(value); err == nil && w.inRow == 1 {
			w.span = min(max(n, 1), maxSpan)
		}
	case "vMerge":
		w.below = w.inRow == 1 && value != "restart"
	}
}

// maxSpan is how many columns a cell may span.
const maxSpan = 100

func (w *wordReader) end(name string) {
	switch name {
	case "t":
		w.inText = false
	case "p":
		if w.inRow > 0 {
			w.cell.WriteByte('\n')
			return
		}
		w.out.WriteString(w.take() + "\n\n")
	case "tc":
		if w.inRow == 1 {
			w.endCell()
		}
	case "tr":
		if w.inRow--; w.inRow == 0 {
			w.table = append(w.table, w.row)
			w.row = nil
		}
	case "tbl":
		if w.inRow == 0 {
			w.out.WriteString(tableText(w.table) + "\n\n")
			w.table = nil
		}
	}
}

// endCell puts the cell into its row, once for each column that it spans.
func (w *wordReader) endCell() {
	text := w.take()
	if n := len(w.table); w.below && n > 0 && len(w.row) < len(w.table[n-1]) {
		text = w.table[n-1][len(w.row)]
	}
	for range max(w.span, 1) {
		w.row = append(w.row, text)
	}
	w.span, w.below = 0, false
}

// tableText returns the text of a table: its rows, but each line by itself in the
// rows that lay out the letterhead of an official document.
func tableText(rows [][]string) string {
	var out []string
	for len(rows) > 0 && slices.ContainsFunc(rows[0], holdsLetterhead) {
		lines := strings.Join(slices.Compact(slices.Clone(rows[0])), "\n")
		out = append(out, strings.ReplaceAll(lines, "\n", "\n\n"))
		rows = rows[1:]
	}
	return strings.Join(append(out, gridText(rows)), "\n\n")
}

func holdsLetterhead(cell string) bool {
	return slices.ContainsFunc(strings.Split(cell, "\n"), isLetterhead)
}

func (w *wordReader) take() string {
	s := w.cell.String()
	w.cell.Reset()
	return s
}
