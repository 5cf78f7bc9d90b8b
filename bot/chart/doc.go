// Package chart draws records as PNG pictures that are read on a phone.
//
//	d := chart.New(100)
//	picture, err := d.Series(chart.Title{Name: "Thu ngân sách", Area: "Huyện Đông Khê"}, records)
//
// # Design
//
// A picture is a white card, so that it reads the same in a light and a dark
// client. The axis begins at zero. Nothing is joined that may not be compared:
// figures of another scope have a colour of their own behind a dashed line, and
// a line is broken where a period is missing. An estimate is drawn paler than
// what was reached, a plan as an orange tick; other published values of the
// same period are hollow dots. Unit, source and date stand in the picture,
// because pictures are forwarded without their caption.
//
// The library draws shapes and letters; where they stand is reckoned here, as
// it offers neither breaks of scope nor a plan for each bar.
package chart
