package corpus

import (
	"testing"
	"time"
)

func TestParsePeriod(t *testing.T) {
	for _, c := range []struct{ name, in, first, after string }{
		{"year", "2021", "2021-01-01", "2022-01-01"},
		{"second half", "2022-H2", "2022-07-01", "2023-01-01"},
		{"last quarter", "2021-Q4", "2021-10-01", "2022-01-01"},
		{"month", "2021-12", "2021-12-01", "2022-01-01"},
		{"nine months", "2021-09M", "2021-01-01", "2021-10-01"},
		{"span of years", "2015/2020", "2015-01-01", "2021-01-01"},
		{"leap day", "2024-02-29", "2024-02-29", "2024-03-01"},
	} {
		p, err := ParsePeriod(c.in)
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if got := p.First().Format(time.DateOnly); got != c.first {
			t.Errorf("%s: first day %s, want %s", c.name, got, c.first)
		}
		if got := p.After().Format(time.DateOnly); got != c.after {
			t.Errorf("%s: day after %s, want %s", c.name, got, c.after)
		}
	}
}

func TestParsePeriodRejects(t *testing.T) {
	for _, s := range []string{"21", "2021-13", "2021-Q5", "2021-H0", "2020/2015", "2023-02-29", "2021-00M", "năm 2021", "2021 ", "-001", "2021-+1"} {
		if p, err := ParsePeriod(s); err == nil {
			t.Errorf("ParsePeriod(%q) = %v, want an error", s, p)
		}
	}
}

func TestPeriodOfFirstMonths(t *testing.T) {
	for n, want := range map[int]string{1: "2022-01", 3: "2022-Q1", 6: "2022-H1", 9: "2022-09M", 12: "2022"} {
		if got := FirstMonths(2022, n).String(); got != want {
			t.Errorf("first %d months: %s, want %s", n, got, want)
		}
	}
}

func TestPeriodYearBefore(t *testing.T) {
	for in, want := range map[string]string{"2021": "2020", "2022-H1": "2021-H1", "2016/2020": "2015/2019", "2024-02-29": "2023-02-28", "": ""} {
		p, err := ParsePeriod(in)
		if err != nil {
			t.Fatal(err)
		}
		if got := p.YearBefore().String(); got != want {
			t.Errorf("year before %s: %s, want %s", in, got, want)
		}
	}
}

func FuzzParsePeriod(f *testing.F) {
	for _, s := range []string{"", "2021", "2022-H1", "2021-Q3", "2021-05", "2021-09M", "2021-03M", "2015/2020", "2021-12-31", "9999-12-31", "2021-12M"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		p, err := ParsePeriod(s)
		if err != nil {
			return
		}
		if again, err := ParsePeriod(p.String()); err != nil || again != p {
			t.Errorf("%q is %v, whose notation %q reads as %v, %v", s, p, p.String(), again, err)
		}
		if p.IsZero() {
			return
		}
		if q, ok := PeriodOf(p.First(), p.After()); ok && (!q.First().Equal(p.First()) || !q.After().Equal(p.After())) {
			t.Errorf("%v covers %v", p, q)
		}
		if !p.Contains(p) || p.Compare(p) != 0 {
			t.Errorf("%v does not contain or equal itself", p)
		}
	})
}
