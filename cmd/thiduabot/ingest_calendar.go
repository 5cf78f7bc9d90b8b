package main

import (
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"thiduabot/bot/intake"
)

// calendars parts the iCalendar files, whose events are deadlines, from the other
// paths.
func calendars(paths []string) (ics, rest []string) {
	for _, p := range paths {
		if strings.EqualFold(filepath.Ext(p), ".ics") {
			ics = append(ics, p)
		} else {
			rest = append(rest, p)
		}
	}
	return ics, rest
}

// takeCalendars takes deadlines into the folder, or shows what that would change.
// It returns errNothingTaken if every file was rejected.
func takeCalendars(dir string, files []string, write bool, out io.Writer) error {
	count := map[string]int{}
	rejected := 0
	for _, file := range files {
		changes, err := intake.TakeCalendar(dir, file, write)
		if err != nil {
			rejected++
			fmt.Fprintf(out, "%s: rejected: %v\n", file, err)
			continue
		}
		for _, c := range changes {
			count[c.State]++
			fmt.Fprintf(out, "%s: %s %s: %s, due %s\n", file, c.State, c.ID, c.What, c.Due)
		}
	}
	fmt.Fprintf(out, "deadlines: %d new, %d changed, %d equal; %d files rejected", count["new"], count["changed"], count["equal"], rejected)
	if !write {
		fmt.Fprint(out, " (nothing written; add --write to carry this out)")
	}
	fmt.Fprintln(out)
	if rejected == len(files) {
		return errNothingTaken
	}
	return nil
}
