package reminder

import (
	"testing"

	"thiduabot/corpus"
)

func TestWorkingDays(t *testing.T) {
	table := NewCalendar([]corpus.Holiday{
		{Date: "2026-11-24", Name: "Ngày Văn hóa", Kind: "off"}, {Date: "2026-11-28", Name: "Làm bù", Kind: "work"},
		{Date: "2028-04-29", Name: "Hội làng", Kind: "off"}, {Date: "hỏng", Name: "hỏng"},
	})
	for _, row := range []struct {
		name, date string
		cal        Calendar
		want       bool
	}{
		{"plain Tuesday", "2026-11-17", Calendar{}, true},
		{"Saturday", "2026-11-21", Calendar{}, false},
		{"day of the table", "2026-11-24", table, false},
		{"the same without the table", "2026-11-24", Calendar{}, true},
		{"swapped Saturday", "2026-11-28", table, true},
		{"New Year on a Saturday", "2028-01-01", Calendar{}, false},
		{"made up on the Monday", "2028-01-03", Calendar{}, false},
		{"and no longer", "2028-01-04", Calendar{}, true},
		{"Labour Day on a Saturday made up", "2027-05-03", Calendar{}, false},
		{"Giỗ Tổ", "2027-04-16", Calendar{}, false},
		{"first day of Tết", "2027-02-06", Calendar{}, false},
		{"Tết made up once", "2027-02-10", Calendar{}, false},
		{"Tết made up twice", "2027-02-11", Calendar{}, false},
		{"Tết over", "2027-02-12", Calendar{}, true},
		{"weekend row of the table made up after 1 May", "2028-05-02", table, false},
	} {
		if got := row.cal.Working(dayOf(row.date)); got != row.want {
			t.Errorf("%s: Working(%s) = %v, want %v", row.name, row.date, got, row.want)
		}
	}
}

func TestAddWorking(t *testing.T) {
	cal := Calendar{}
	if got := cal.AddWorking(dayOf("2027-05-04"), -1); !got.Equal(dayOf("2027-04-29")) {
		t.Errorf("one working day before 4/5/2027: %s", got)
	}
	if got := cal.AddWorking(dayOf("2026-11-27"), 2); !got.Equal(dayOf("2026-12-01")) {
		t.Errorf("two working days after 27/11/2026: %s", got)
	}
}
