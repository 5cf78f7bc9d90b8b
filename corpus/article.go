package corpus

// Article is a text with a source and a date.
type Article struct {
	ID        string   `json:"id"`
	Title     string   `json:"title"`
	Date      string   `json:"date"` // 2021, 2021-12 or 2021-12-30
	Publisher string   `json:"publisher"`
	Author    string   `json:"author,omitempty"`
	URL       string   `json:"url"`
	Areas     []string `json:"areas"`
	Kind      string   `json:"kind"`               // news, announcement, plan, decision, report
	Audience  []string `json:"audience,omitempty"` // empty: everybody
	Tags      []string `json:"tags,omitempty"`
	Text      string   `json:"text"` // paragraphs parted by an empty line
	At        Place    `json:"-"`    // where it stands in the files
}

// Source returns the article as the source of a record.
func (a Article) Source() Source {
	return Source{ID: a.ID, Title: a.Title, Publisher: a.Publisher, Date: a.Date, URL: a.URL, At: a.At}
}

// article returns the article that a source without a file of its own makes: it
// can be found by title, publisher and date, and has no text.
func (s Source) article() Article {
	return Article{ID: s.ID, Title: s.Title, Publisher: s.Publisher, Date: s.Date, URL: s.URL, Kind: Kinds[0], At: s.At}
}
