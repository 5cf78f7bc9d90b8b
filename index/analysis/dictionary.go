package analysis

import "encoding/binary"

// A dictionary is put together from pieces of sample texts, the pieces whose
// letters turn up most in the other samples (after COVER: Liao, Petri, Moffat and
// Wirth, "Effective Construction of Relative Lempel-Ziv Dictionaries", 2016).
const (
	dictionarySize  = 16 << 10 // more saves little, and each text pays for it when it is packed
	dictionaryPiece = 64       // bytes
	gramSize        = 6        // bytes; about a syllable and the blank before it
	gramBits        = 18
)

// Dictionary returns what a Packer is best given for texts like the samples.
func Dictionary(samples []string) []byte {
	g := &grams{freq: make([]uint16, 1<<gramBits), in: make([]uint16, 1<<gramBits)}
	all := g.count(samples)
	stretch := max(len(all)*dictionaryPiece/dictionarySize, dictionaryPiece+gramSize)
	var dictionary []byte
	for len(all) >= stretch {
		if piece := g.best(all[:stretch]); piece != nil {
			dictionary = append(dictionary, piece...)
		}
		all = all[stretch:]
	}
	return dictionary
}

// grams counts the samples that have each run of gramSize bytes, by hash.
type grams struct {
	freq []uint16 // less one: what only one sample has is of no use
	in   []uint16 // times in the window of best
}

func gramAt(b []byte, i int) uint32 {
	v := uint64(binary.LittleEndian.Uint32(b[i:])) | uint64(binary.LittleEndian.Uint16(b[i+4:]))<<32
	return uint32(v * 0x9E3779B185EBCA87 >> (64 - gramBits))
}

// count counts the samples and returns them joined.
func (g *grams) count(samples []string) (all []byte) {
	last := make([]uint16, len(g.freq))
	for n, s := range samples {
		b := []byte(s)
		for i := 0; i+gramSize <= len(b); i++ {
			h, number := gramAt(b, i), uint16(n+1)
			if last[h] != number {
				last[h] = number
				g.freq[h]++
			}
		}
		all = append(all, b...)
	}
	for h, n := range g.freq {
		g.freq[h] = max(n, 1) - 1
	}
	return all
}

// best returns the piece of a stretch that has most, nil if all have nothing, and
// takes what it has from the counts.
func (g *grams) best(stretch []byte) []byte {
	const window = dictionaryPiece - gramSize + 1 // grams in a piece
	score, top, at := 0, 0, 0
	ends := len(stretch) - gramSize
	for i := 0; i <= ends; i++ {
		h := gramAt(stretch, i)
		if g.in[h] == 0 {
			score += int(g.freq[h])
		}
		g.in[h]++
		if i >= window {
			gone := gramAt(stretch, i-window)
			if g.in[gone]--; g.in[gone] == 0 {
				score -= int(g.freq[gone])
			}
		}
		if i >= window-1 && score > top {
			top, at = score, i-window+1
		}
	}
	for i := max(0, ends-window); i <= ends; i++ {
		g.in[gramAt(stretch, i)] = 0
	}
	if top == 0 {
		return nil
	}
	piece := stretch[at : at+dictionaryPiece]
	for i := range window {
		g.freq[gramAt(piece, i)] = 0
	}
	return piece
}
