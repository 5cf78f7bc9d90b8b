package bot

import (
	"slices"
	"strings"
	"unicode"

	"thiduabot/bot/message"
	"thiduabot/bot/phrase"
	"thiduabot/corpus/viet"
)

// command is something a person can ask for by name.
type command struct {
	names   []string // "/hoi": the first is shown
	words   []string // the command in words, folded: the whole text ...
	full    bool     // ... or with full the opening of a longer one
	either  bool     // with or without more behind them
	about   string   // description in the list of commands
	need    Role
	private bool // not in groups
	hidden  bool // not in the list of commands
	run     func(b *Bot, t *turn, rest string) error
}

// Listed is a command as a chat client lists it.
type Listed struct{ Name, About string }

// Commands returns the commands to list to people of a role in a kind of chat,
// without the slash.
func Commands(kind message.ChatKind, role Role) []Listed {
	var list []Listed
	for _, c := range commandTable() {
		if c.hidden || c.need > role || c.private && kind != message.Private {
			continue
		}
		list = append(list, Listed{strings.TrimPrefix(c.names[0], "/"), c.about})
	}
	return list
}

func commandTable() []command {
	return []command{
		{names: []string{"/start", "/batdau"}, words: []string{"bat dau"}, about: phrase.AboutStart, run: (*Bot).start},
		{names: []string{"/hoi", "/ask"}, words: []string{"hoi"}, full: true, about: phrase.AboutAsk, need: Cadre, run: (*Bot).askCommand},
		{names: []string{"/tim", "/timkiem", "/search"}, words: []string{"tim kiem", "tim"}, full: true, about: phrase.AboutSearch, need: Cadre, run: (*Bot).searchCommand},
		{names: []string{"/nhac", "/remind"}, words: []string{"nhac toi", "nhac"}, either: true, about: phrase.AboutRemind, need: Cadre, run: (*Bot).remindCommand},
		{names: []string{"/loinhac", "/reminders"}, words: []string{"xem loi nhac", "xem cac loi nhac", "danh sach loi nhac", "cac loi nhac", "loi nhac"}, about: phrase.AboutReminders, need: Cadre, run: (*Bot).listCommand},
		{names: []string{"/xoanhac"}, words: []string{"xoa loi nhac", "xoa nhac", "huy loi nhac", "huy nhac", "bo nhac"}, either: true, hidden: true, need: Cadre, run: (*Bot).deleteReminder},
		{names: []string{"/dungnhac"}, words: []string{"tam dung nhac", "tam dung loi nhac", "dung nhac", "tat nhac"}, either: true, hidden: true, need: Cadre, run: (*Bot).pauseReminder},
		{names: []string{"/nhactiep"}, words: []string{"tiep tuc nhac", "tiep tuc loi nhac", "bat lai nhac", "bat lai loi nhac"}, either: true, hidden: true, need: Cadre, run: (*Bot).resumeReminder},
		{names: []string{"/doinhac"}, words: []string{"doi loi nhac", "doi nhac", "sua loi nhac", "sua nhac", "doi gio nhac", "sua gio nhac", "doi lich nhac", "doi gio loi nhac"}, either: true, hidden: true, need: Cadre, run: (*Bot).changeReminder},
		{names: []string{"/bantin", "/tiendo"}, words: []string{"ban tin"}, about: phrase.AboutDigest, need: Cadre, run: (*Bot).digest},
		{names: []string{"/dangky"}, words: []string{"dang ky nhan ban tin", "dang ky ban tin", "nhan ban tin", "gui ban tin", "gui cho toi ban tin", "gui toi ban tin", "cho toi ban tin", "dat ban tin", "dat lich ban tin", "dat lich gui ban tin", "dat gio ban tin", "hen ban tin", "hen gio ban tin", "len lich ban tin", "cai ban tin", "cai dat ban tin", "doi gio ban tin", "doi lich ban tin"}, either: true, about: phrase.AboutSubscribe, need: Cadre, hidden: true, run: (*Bot).subscribe},
		{names: []string{"/huydangky"}, words: []string{"huy dang ky ban tin", "huy dang ky nhan ban tin", "huy ban tin", "thoi nhan ban tin", "thoi gui ban tin", "thoi ban tin", "tat ban tin", "dung ban tin", "dung gui ban tin", "ngung gui ban tin", "khong nhan ban tin", "dung nhan ban tin"}, either: true, about: phrase.AboutUnsubscribe, need: Cadre, hidden: true, run: (*Bot).unsubscribe},
		{names: []string{"/help", "/trogiup", "/huongdan"}, words: []string{"tro giup", "huong dan su dung", "huong dan"}, about: phrase.AboutHelp, run: (*Bot).help},
		{names: []string{"/caidat", "/settings"}, words: []string{"cai dat"}, about: phrase.AboutSettings, need: Cadre, run: (*Bot).settings},
		{names: []string{"/trangthai", "/status"}, words: []string{"trang thai"}, about: phrase.AboutStatus, need: Cadre, run: (*Bot).status},
		{names: []string{"/id"}, about: phrase.AboutID, run: (*Bot).id},
		{names: []string{"/xoadulieu", "/xoa_du_lieu"}, words: []string{"xoa du lieu"}, about: phrase.AboutErase, private: true, run: (*Bot).erase},
		{names: []string{"/huy", "/cancel"}, words: []string{"huy", "thoi"}, about: phrase.AboutCancel, run: (*Bot).cancel},
		{names: []string{"/capnhat"}, words: []string{"cap nhat"}, either: true, about: phrase.AboutUpdate, need: Editor, private: true, run: (*Bot).updateCommand},
		{names: []string{"/han", "/deadline"}, about: phrase.AboutDeadlines, need: Editor, private: true, run: (*Bot).deadlineCommand},
		{names: []string{"/thongbao"}, about: phrase.AboutCast, need: Editor, private: true, run: (*Bot).castCommand},
		{names: []string{"/chuatraloi"}, about: phrase.AboutNotes, need: Editor, private: true, run: (*Bot).notesCommand},
		{names: []string{"/quyen"}, about: phrase.AboutPeople, need: Editor, run: (*Bot).peopleCommand},
		{names: []string{"/nhatky"}, about: phrase.AboutLog, need: Editor, private: true, run: (*Bot).logCommand},
		{names: []string{"/chubot", "/nhanquyen", "/claim"}, about: phrase.AboutClaim, private: true, hidden: true, run: (*Bot).claim},
	}
}

// call is a command that a text makes, with what stands after its name.
type call struct {
	command *command
	rest    string
}

// parseCommand reads a text that begins with a command, or with a mention of
// the bot. forMe is false for commands of other bots. A command nobody knows is
// taken as text without its slash.
func (b *Bot) parseCommand(text string) (c call, forMe bool) {
	text = strings.TrimSpace(b.stripMention(text))
	if !strings.HasPrefix(text, "/") {
		return call{rest: text}, true
	}
	word, rest := text, ""
	if i := strings.IndexFunc(text, unicode.IsSpace); i >= 0 {
		word, rest = text[:i], strings.TrimSpace(text[i:])
	}
	word, whom, addressed := strings.Cut(word, "@")
	if addressed && !strings.EqualFold(whom, b.username.String()) {
		return call{}, false
	}
	if cmd := b.commandNamed(word); cmd != nil {
		return call{cmd, rest}, true
	}
	return call{rest: strings.TrimPrefix(text, "/")}, true
}

func (b *Bot) commandNamed(word string) *command {
	word = strings.ReplaceAll(viet.Fold(word), "_", "")
	for i := range b.commands {
		for _, n := range b.commands[i].names {
			if word == strings.ReplaceAll(n, "_", "") {
				return &b.commands[i]
			}
		}
	}
	return nil
}

// stripMention takes "@TenBot" out of a text, wherever it stands as a word.
func (b *Bot) stripMention(text string) string {
	me := b.username.String()
	if me == "" || len(text) > maxMention {
		return text
	}
	fields := strings.Fields(text)
	kept := slices.DeleteFunc(fields, func(w string) bool {
		return strings.EqualFold(strings.TrimRight(w, ",:;.!?"), "@"+me)
	})
	if len(kept) == len(strings.Fields(text)) {
		return text
	}
	return strings.Join(kept, " ")
}

// maxMention is how long a text is looked through for the bot's name, in bytes.
const maxMention = 8192

// wordCommand finds a command that the text opens with in words: "tìm quy
// hoạch". Only what the person may do counts, everything else is a question.
func (b *Bot) wordCommand(t *turn, text string) (call, bool) {
	for i := range b.commands {
		c := &b.commands[i]
		if c.need > t.person.Role && !(b.letIn(t) && c.need <= Cadre) || c.private && t.u.Chat.Kind != message.Private {
			continue
		}
		for _, w := range c.words {
			if rest, ok := cutWords(text, w); ok && (c.either || c.full == (rest != "")) {
				return call{c, rest}, true
			}
		}
	}
	return call{}, false
}

// cutWords cuts folded opening words off a text. A word typed with marks must
// be the one meant: "nhạc" is not "nhắc", but "nhac" is.
func cutWords(text, opening string) (rest string, ok bool) {
	rest = strings.TrimSpace(text)
	for _, w := range strings.Fields(opening) {
		end := strings.IndexFunc(rest, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.Is(unicode.M, r) })
		if end < 0 {
			end = len(rest)
		}
		typed := rest[:end]
		if viet.Fold(typed) != w || viet.HasMarks(typed) && !markedAs(typed, w) {
			return "", false
		}
		rest = strings.TrimLeft(rest[end:], " \n\t:,-")
	}
	return rest, true
}

// marked are the words of commands as they are rightly spelled, each way.
var marked = map[string]string{
	"hoi": "hỏi", "tim": "tìm", "nhac": "nhắc", "kiem": "kiếm", "tro": "trợ", "giup": "giúp",
	"huong": "hướng", "dan": "dẫn", "su": "sử", "dung": "dụng dừng đừng", "cai": "cài", "dat": "đặt",
	"trang": "trạng", "thai": "thái", "xoa": "xóa", "du": "dữ", "lieu": "liệu", "huy": "hủy",
	"thoi": "thôi", "bat": "bắt bật", "dau": "đầu", "cap": "cập", "nhat": "nhật", "sua": "sửa",
	"doi": "đổi", "sang": "sang", "thanh": "thành", "vao": "vào", "tam": "tạm", "loi": "lời", "xem": "xem", "cac": "các", "thong": "thông", "bao": "báo",
}

func markedAs(typed, folded string) bool {
	want, ok := marked[folded]
	typed = viet.Normalize(strings.ToLower(typed))
	return !ok || slices.ContainsFunc(strings.Fields(want), func(w string) bool { return viet.Normalize(w) == typed })
}

// runCommand runs a command the person may use.
func (b *Bot) runCommand(t *turn, c call) error {
	if t.session.Waiting != "" {
		t.settle()
	}
	if c.command.private && t.u.Chat.Kind != message.Private {
		t.tell(phrase.OnlyPrivate)
		return nil
	}
	switch {
	case c.command.need == Stranger || t.may(c.command.need):
	case c.command.need == Cadre && b.letIn(t):
	case t.person.Role == Stranger && !b.letIn(t):
		return b.refuse(t)
	default:
		t.tell(phrase.NotAllowed)
		return nil
	}
	return c.command.run(b, t, c.rest)
}
