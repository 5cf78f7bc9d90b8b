package ingest

import (
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// maxCells is how many cells of one table in a page are laid out, those counted
// that a cell spans.
const maxCells = 100_000

// spellTables puts the text of each table of figures in its place: the rows as
// paragraphs, their cells parted by bars. Tables that lay out the page, holding
// paragraphs or further tables, stay as they are.
func spellTables(root *html.Node) {
	var tables []*html.Node
	for n := range root.Descendants() {
		if n.DataAtom == atom.Table && !holdsLayout(n) {
			tables = append(tables, n)
		}
	}
	for _, table := range tables {
		rows := tableRows(table)
		if len(rows) < 2 || len(rows[0]) < 2 {
			continue
		}
		block := &html.Node{Type: html.ElementNode, Data: "div", DataAtom: atom.Div}
		for row := range strings.SplitSeq(gridText(rows), "\n\n") {
			p := &html.Node{Type: html.ElementNode, Data: "p", DataAtom: atom.P}
			p.AppendChild(&html.Node{Type: html.TextNode, Data: row})
			block.AppendChild(p)
		}
		table.Parent.InsertBefore(block, table)
		table.Parent.RemoveChild(table)
	}
}

// holdsLayout reports whether a table holds what no cell of figures does.
func holdsLayout(table *html.Node) bool {
	for n := range table.Descendants() {
		switch n.DataAtom {
		case atom.Table, atom.Form, atom.Ul, atom.Img, atom.H1, atom.H2, atom.H3:
			return true
		}
		if n.Type == html.TextNode && len(n.Data) > 600 {
			return true
		}
	}
	return false
}

// tableRows lays the cells of a table out, a cell that spans columns or rows in
// each of them.
func tableRows(table *html.Node) [][]string {
	var rows [][]string
	type hanging struct {
		text string
		rows int
	}
	var above []hanging // by column, cells that reach into the rows below
	laid := 0
	for tr := range table.Descendants() {
		if tr.DataAtom != atom.Tr || laid > maxCells {
			continue
		}
		var row []string
		hang := func() {
			for len(row) < len(above) && above[len(row)].rows > 0 {
				above[len(row)].rows--
				row = append(row, above[len(row)].text)
			}
		}
		for cell := range tr.ChildNodes() {
			if cell.DataAtom != atom.Td && cell.DataAtom != atom.Th {
				continue
			}
			hang()
			text, down := nodeText(cell), spanOf(cell, "rowspan")-1
			for range spanOf(cell, "colspan") {
				for len(above) <= len(row) {
					above = append(above, hanging{})
				}
				above[len(row)] = hanging{text, down}
				row = append(row, text)
			}
		}
		hang()
		laid += len(row)
		rows = append(rows, row)
	}
	return slices.DeleteFunc(rows, func(row []string) bool { return len(row) == 0 })
}

// spanOf returns how many columns or rows a cell spans, at least one.
func spanOf(cell *html.Node, key string) int {
	n, err := strconv.Atoi(strings.TrimSpace(attribute(cell, key)))
	if err != nil {
		return 1
	}
	return min(max(n, 1), maxSpan)
}

// nodeText returns the words below a node, parted by single spaces.
func nodeText(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
			b.WriteByte(' ')
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}
