package main

import (
	"fmt"
	"runtime"
	"runtime/debug"
)

// version is that of the product; README lists the changes of each.
const version = "1.0.0"

type versionCmd struct{}

// Run prints the version, the revision it was built from and the Go release.
func (versionCmd) Run(s *streams) error {
	revision := ""
	if b, ok := debug.ReadBuildInfo(); ok {
		for _, kv := range b.Settings {
			if kv.Key == "vcs.revision" && len(kv.Value) >= 12 {
				revision = " " + kv.Value[:12]
			}
		}
	}
	_, err := fmt.Fprintf(s.out, "thiduabot %s%s %s\n", version, revision, runtime.Version())
	return err
}
