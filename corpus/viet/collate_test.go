package viet

import (
	"slices"
	"strings"
	"sync"
	"testing"

	"golang.org/x/text/unicode/norm"
)

func TestCompare(t *testing.T) {
	want := strings.Fields("ca cà cả cã cá cạ căn cân chi da dân đa Đa oà uy ưu")
	got := slices.Clone(want)
	slices.Reverse(got)
	slices.SortFunc(got, Compare)
	if !slices.Equal(got, want) {
		t.Errorf("sorted %v, want %v", got, want)
	}
	if Compare("được", norm.NFD.String("được")) != 0 {
		t.Error("NFC and NFD differ")
	}
}

func TestCompareFromManyGoroutines(t *testing.T) {
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 200 {
				if Compare("ân", "ăn") <= 0 {
					t.Error("ân before ăn")
					return
				}
			}
		})
	}
	wg.Wait()
}
