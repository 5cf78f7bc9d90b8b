package telegram

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"

	"github.com/go-telegram/bot"
	"github.com/go-telegram/bot/models"

	"thiduabot/bot/message"
	"thiduabot/bot/store"
)

// fileIDs maps Media.Cache to Telegram's own reference, by which a file is sent
// again without its bytes.
var fileIDs = store.NewTable[string]("telegram_file")

// photoBytes is the limit of a photo; larger pictures go as documents.
const photoBytes = 10 << 20

// sendMedia sends a picture or a file with the text as its caption.
func (s *service) sendMedia(ctx context.Context, d *draft) (int, error) {
	m := d.r.Media
	photo := !d.asDoc && strings.HasPrefix(m.Type, "image/") && len(m.Bytes) <= photoBytes
	ref := m.Ref
	if d.fresh {
		ref = ""
	} else if ref == "" {
		ref = s.fileID(m, photo)
	}
	if ref == "" && len(m.Bytes) == 0 {
		return 0, &APIError{Method: "sendDocument", Code: 400, Text: "file without contents"}
	}
	method, field, params := d.mediaParams(photo, ref)
	if !s.remember.has(method, d.r.Chat.ID) {
		return s.sendText(ctx, d)
	}
	var out sentMessage
	var err error
	if ref != "" {
		err = s.client.call(ctx, method, params, &out)
	} else {
		err = s.client.upload(ctx, method, params, attachment{field, fileName(m), m.Bytes}, &out)
	}
	if _, ok := errors.AsType[*unreadError](err); ok {
		err = nil
	}
	if lacksMedia(err) {
		s.remember.drop(method, d.r.Chat.ID, err)
		return s.sendText(ctx, d)
	}
	if err == nil && ref == "" {
		s.keepFileID(m, photo, out)
	}
	return out.ID, err
}

// lacksMedia reports whether an answer says that the server has no such method:
// the caption then goes alone. A proxy that has lost the server (502 and its
// like) says nothing of the kind.
func lacksMedia(err error) bool {
	api, ok := errors.AsType[*APIError](err)
	if !ok {
		return false
	}
	code := api.code()
	return code == http.StatusNotFound || code == http.StatusNotImplemented || api.Foreign && code == http.StatusInternalServerError
}

// mediaParams returns the call that sends the file by ref, or, without one, the
// fields beside the uploaded file.
func (d *draft) mediaParams(photo bool, ref string) (method, field string, params map[string]any) {
	method, field = "sendDocument", "document"
	if photo {
		method, field = "sendPhoto", "photo"
	}
	params = map[string]any{"chat_id": d.r.Chat.ID}
	if text, mode := d.text(captionUnits); text != "" {
		params["caption"] = text
		if mode != "" {
			params["parse_mode"] = mode
		}
	}
	if ref != "" {
		params[field] = ref
	}
	if d.r.Chat.Topic != 0 {
		params["message_thread_id"] = d.r.Chat.Topic
	}
	if d.r.Silent {
		params["disable_notification"] = true
	}
	if r := d.replyTo(); r != nil {
		params["reply_parameters"] = r
	}
	if k := d.markup(); k != nil {
		params["reply_markup"] = k
	}
	if d.only != nil {
		params["ephemeral_message_parameters"] = d.only
	}
	return method, field, params
}

func fileName(m *message.Media) string {
	name := strings.Map(func(r rune) rune {
		if r < ' ' || strings.ContainsRune(`/\"`, r) {
			return '_'
		}
		return r
	}, clean(m.Name))
	if name == "" {
		name = "file"
	}
	return name
}

func cacheKey(m *message.Media, photo bool) []byte {
	if photo {
		return []byte("photo/" + m.Cache)
	}
	return []byte("document/" + m.Cache)
}

func (s *service) fileID(m *message.Media, photo bool) (ref string) {
	if m.Cache == "" {
		return ""
	}
	err := s.cfg.Store.View(func(tx *store.Tx) (err error) {
		ref, _, err = fileIDs.Lookup(tx, cacheKey(m, photo))
		return err
	})
	if err != nil {
		return "" // it is uploaded again
	}
	return ref
}

func (s *service) keepFileID(m *message.Media, photo bool, out sentMessage) {
	ref := ""
	switch {
	case photo && len(out.Photo) > 0:
		ref = out.Photo[len(out.Photo)-1].FileID
	case !photo && out.Document != nil:
		ref = out.Document.FileID
	}
	if ref == "" || m.Cache == "" {
		return
	}
	err := s.cfg.Store.Batch(func(tx *store.Tx) error { return fileIDs.Put(tx, cacheKey(m, photo), ref) })
	if err != nil {
		s.log.Warn("file reference not kept", "error", err)
	}
}

// Adapter is what the rest of the program may ask of a running Serve.
type Adapter struct{ s *service }

// ErrTooLarge says that a file is larger than was allowed.
var ErrTooLarge = errors.New("file too large")

// MaxDownload is the size in bytes of the largest file that a bot can fetch
// (Bot API, getFile).
const MaxDownload = 20 << 20

// Download fetches an attachment, at most limit bytes of it; 0 and more than
// MaxDownload mean MaxDownload. It returns ErrTooLarge for a larger one. The
// address of the file holds the token and is not shown to anybody.
func (a *Adapter) Download(ctx context.Context, ref string, limit int64) ([]byte, error) {
	if limit <= 0 || limit > MaxDownload {
		limit = MaxDownload
	}
	var f models.File
	if err := a.s.client.call(ctx, "getFile", &bot.GetFileParams{FileID: ref}, &f); err != nil {
		if api, ok := errors.AsType[*APIError](err); ok && api.says("file is too big") {
			return nil, ErrTooLarge
		}
		return nil, err
	}
	if f.FileSize > limit {
		return nil, ErrTooLarge
	}
	if f.FilePath == "" || strings.Contains(f.FilePath, "..") {
		return nil, errors.New("getFile: the file cannot be fetched")
	}
	return a.s.client.fetch(ctx, f.FilePath, limit)
}

func (c *client) fetch(ctx context.Context, path string, limit int64) ([]byte, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, c.files+"/"+strings.TrimPrefix(path, "/"), nil)
	if err != nil {
		return nil, errors.New("download: the address could not be made")
	}
	res, err := c.http.Do(req)
	if err != nil {
		return nil, &lostError{"download", true, c.clean(err)}
	}
	defer res.Body.Close()
	if res.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("download: %s", res.Status)
	}
	content, err := io.ReadAll(io.LimitReader(res.Body, limit+1))
	if err != nil {
		return nil, &lostError{"download", true, c.clean(err)}
	}
	if int64(len(content)) > limit {
		return nil, ErrTooLarge
	}
	return content, nil
}
