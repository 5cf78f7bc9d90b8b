package main

import (
	"cmp"
	"errors"
	"fmt"
	"net"
	"net/url"
	"os"
	"slices"
	"strconv"
	"strings"

	"thiduabot/bot/telegram"
)

// validate names all that is wrong with the configuration at once.
func (c *serveCmd) validate(sh *shared) (token string, err error) {
	var wrong []error
	if sh.Data == "" {
		wrong = append(wrong, errors.New("serve needs --data DIR for its state"))
	} else if f, err := os.Stat(sh.Data); err == nil && !f.IsDir() {
		wrong = append(wrong, fmt.Errorf("--data %s is not a folder", sh.Data))
	}
	token, err = c.token()
	if err == nil {
		_, err = telegram.CleanToken(token)
	}
	wrong = append(wrong, err, checkURL("--api-url", c.APIURL, "http", "https"), checkProxy(),
		checkListen(c.Listen), c.checkWebhook())
	return token, joined(wrong)
}

// checkWebhook holds the webhook against what Telegram calls: https on one of
// four ports (Bot API, setWebhook). An own server calls any port.
func (c *serveCmd) checkWebhook() error {
	if c.Webhook == "" {
		return nil
	}
	wrong := []error{checkURL("--webhook", c.Webhook, "https")}
	if u, err := url.Parse(c.Webhook); err == nil && c.APIURL == "" && !slices.Contains([]string{"", "443", "80", "88", "8443"}, u.Port()) {
		wrong = append(wrong, fmt.Errorf("--webhook: Telegram calls the ports 443, 80, 88 and 8443 only, not %s", u.Port()))
	}
	if c.Listen == "" {
		wrong = append(wrong, errors.New("--webhook needs --listen ADDR, the address that its URL leads to"))
	}
	return joined(wrong)
}

// checkProxy holds the proxies that the environment names against what can be
// one: net/http goes past one that it cannot read without a word.
func checkProxy() error {
	var wrong []error
	for _, name := range []string{"HTTPS_PROXY", "HTTP_PROXY"} {
		v := cmp.Or(os.Getenv(name), os.Getenv(strings.ToLower(name)))
		if v != "" && !isProxy(v) && (strings.Contains(v, "://") || !isProxy("http://"+v)) {
			wrong = append(wrong, fmt.Errorf("%s: want an address such as http://proxy.example:3128", name))
		}
	}
	return joined(wrong)
}

func isProxy(s string) bool {
	u, err := url.Parse(s)
	return err == nil && u.Host != "" && slices.Contains([]string{"http", "https", "socks5", "socks5h"}, u.Scheme)
}

func checkListen(addr string) error {
	if addr == "" {
		return nil
	}
	_, port, err := net.SplitHostPort(addr)
	if n, bad := strconv.ParseUint(port, 10, 16); err != nil || bad != nil || n == 0 {
		return errors.New("--listen: want HOST:PORT such as 127.0.0.1:8080")
	}
	return nil
}

func (c *serveCmd) token() (string, error) {
	if c.TokenFile != "" {
		b, err := os.ReadFile(c.TokenFile)
		return string(b), err
	}
	if t := os.Getenv(tokenVariable); t != "" {
		return t, nil
	}
	return "", fmt.Errorf("no token: set %s or --token-file", tokenVariable)
}

func checkURL(flag, s string, schemes ...string) error {
	if s == "" {
		return nil
	}
	u, err := url.Parse(s)
	if err == nil && u.Host != "" {
		for _, scheme := range schemes {
			if u.Scheme == scheme {
				return nil
			}
		}
	}
	return fmt.Errorf("%s: want an address such as %s://bot.example", flag, schemes[0])
}

// joined returns the errors as one line, or nil if there is none.
func joined(errs []error) error {
	var lines []string
	for _, err := range errs {
		if err != nil {
			lines = append(lines, err.Error())
		}
	}
	if len(lines) == 0 {
		return nil
	}
	return errors.New(strings.Join(lines, "; "))
}
