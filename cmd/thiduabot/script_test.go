package main

import (
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"thiduabot": main})
}

// TestScript tells the behaviour of the commands, each in a script of its own.
func TestScript(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Setup: func(env *testscript.Env) error {
			env.Setenv("THIDUABOT_DATA", "")
			env.Setenv("THIDUABOT_HOME", "")
			env.Setenv("TELEGRAM_BOT_TOKEN", "")
			return nil
		},
	})
}
