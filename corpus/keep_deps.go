//go:build keepdeps

package corpus

import (
	_ "codeberg.org/readeck/go-readability/v2"
	_ "github.com/JohannesKaufmann/html-to-markdown/v2"
	_ "github.com/alecthomas/kong"
	_ "github.com/arran4/golang-ical"
	_ "github.com/blevesearch/bleve/v2"
	_ "github.com/blevesearch/bleve/v2/index/scorch"
	_ "github.com/fsnotify/fsnotify"
	_ "github.com/go-analyze/charts"
	_ "github.com/go-telegram/bot"
	_ "github.com/goccy/go-yaml"
	_ "github.com/google/go-cmp/cmp"
	_ "github.com/klippa-app/go-pdfium/webassembly"
	_ "github.com/ledongthuc/pdf"
	_ "github.com/prometheus/client_golang/prometheus/promhttp"
	_ "github.com/robfig/cron/v3"
	_ "github.com/rogpeppe/go-internal/testscript"
	_ "github.com/schollz/progressbar/v3"
	_ "github.com/teambition/rrule-go"
	_ "github.com/xuri/excelize/v2"
	_ "go.etcd.io/bbolt"
	_ "go.uber.org/goleak"
	_ "golang.org/x/net/html"
	_ "golang.org/x/sync/errgroup"
	_ "golang.org/x/sys/unix"
	_ "golang.org/x/term"
	_ "golang.org/x/text/collate"
	_ "golang.org/x/time/rate"
	_ "pgregory.net/rapid"
)
