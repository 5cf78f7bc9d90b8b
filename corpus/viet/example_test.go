package viet_test

import (
	"fmt"

	"thiduabot/corpus/viet"
)

func ExampleNormalize() {
	fmt.Println(viet.Normalize("Hoà\u00a0Bình, lựơng  2020–2021"))
	// Output: Hòa Bình, lượng 2020-2021
}

func ExampleFold() {
	fmt.Println(viet.Fold("Đường sắt"))
	// Output: duong sat
}

func ExampleDecode() {
	fmt.Println(viet.Decode("xuaats khaaur quys III"))
	fmt.Println(viet.Decode("xuat khau quy III"))
	// Output:
	// xuất khẩu quý III true
	// xuat khau quy III false
}

func ExampleExpandAll() {
	fmt.Println(viet.ExpandAll("UBND tỉnh, Sở TP, TP Nam Định"))
	// Output: ủy ban nhân dân tỉnh, Sở tư pháp, thành phố Nam Định
}

func ExampleSplitSyllable() {
	s, _ := viet.SplitSyllable("nghiệm")
	fmt.Println(s.Onset, s.Rhyme, s.Tone == viet.Nang)
	// Output: ngh iêm true
}
