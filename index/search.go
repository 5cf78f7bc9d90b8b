package index

// In tells what a search looks through.
type In string

// Where to search.
const (
	All          In = "all"
	ArticlesOnly In = "articles"
	RecordsOnly  In = "records"
	PassagesOnly In = "passages"
)

// Query is a plain ranked search.
type Query struct {
	Text      string
	In        In
	Limit     int // 0: 10
	Offset    int
	Audiences []string
	Explain   bool
	Filter    Filter
}

// Filter narrows a search; zero fields do not.
type Filter struct {
	From, To  string // dates of the article, To included: 2021-12-01
	Area      string
	Kind      string
	Publisher string
	Newest    bool // order by date, not by relevance
}

// Hit is one thing found, best first. For a record Paragraph is 0 and ID is
// "ARTICLE#record-key"; with ArticlesOnly no id comes twice.
type Hit struct {
	ID        string  `json:"id"`
	Title     string  `json:"title"`
	Date      string  `json:"date"`
	Score     float64 `json:"score"`
	Snippet   string  `json:"snippet"`
	Paragraph int     `json:"paragraph"`
	Kind      string  `json:"kind"` // article, passage or record
	Explain   string  `json:"explain,omitempty"`
}
