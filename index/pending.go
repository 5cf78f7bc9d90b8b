package index

func (d *deliberation) follow() {}
func (d *deliberation) smalltalk() error {
	d.answer.Kind = Smalltalk
	d.answer.Text = "Chào anh/chị."
	return nil
}
func (d *deliberation) reminder() error      { d.answer.Kind = Reminder; return nil }
func (d *deliberation) deadlines() error     { d.answer.Kind = Due; return nil }
func (d *deliberation) announcements() error { return nil }
func (d *deliberation) passage() error       { return nil }
func (d *deliberation) source() error        { return nil }
func (d *deliberation) list() error          { return nil }
func (d *deliberation) compare() error       { return nil }
func (d *deliberation) trend() error         { return nil }
func (d *deliberation) extreme() error       { return nil }
func (d *deliberation) unnamed() error       { d.answer.Text = "Tôi chưa hiểu câu hỏi."; return nil }
