package phrase

import (
	"fmt"
	"strings"
)

// Why something an editor sent cannot be taken in.
const (
	FilesNotRead = "Tôi chưa đọc được tệp ở đây. Anh/chị hãy dán nội dung vào tin nhắn."
	LinksNotRead = "Tôi chưa đọc được liên kết ở đây. Anh/chị hãy dán nội dung vào tin nhắn."

	WhichIndicator = "Tôi chưa rõ anh/chị nhập chỉ tiêu nào. Ví dụ: cập nhật thu nội địa 6 tháng 2022 1.900 tỷ đồng."
	WhichPeriod    = "Anh/chị cho biết số này của kỳ nào, ví dụ: năm 2022, 6 tháng 2022, quý III/2022."
	WhichValue     = "Anh/chị ghi đúng một giá trị kèm đơn vị, ví dụ: 1.900 tỷ đồng."
	WhichArea      = "Anh/chị cho biết số này của địa bàn nào, chỉ một nơi."

	WhyProtected = "tệp có mật khẩu"
	WhyOldOffice = "tệp Office kiểu cũ, anh/chị lưu lại thành .docx hoặc .xlsx giúp tôi"
	WhyNoText    = "tệp chỉ có ảnh chụp, không có chữ"
	WhyEncoding  = "bảng mã chữ không nhận ra được, anh/chị lưu lại bằng UTF-8"
	WhySecret    = "văn bản đóng dấu mật"
	WhyNoDate    = "chưa có ngày đăng"
	WhyUnread    = "định dạng không đọc được hoặc tệp bị hỏng"

	NotePublisher = "Người biên tập nhập"
)

// OneArticleOnly says that a file of several articles cannot be taken in from
// the chat.
func OneArticleOnly(n int) string {
	return fmt.Sprintf("Tệp này có %d bài. Trong trò chuyện tôi chỉ nhận mỗi lần một bài.", n)
}

// LinkFailed says that a link could not be read; inside: it leads to an address
// that is not of the public web.
func LinkFailed(inside bool) string {
	if inside {
		return "Liên kết này không dẫn tới một trang công khai, tôi không mở."
	}
	return "Tôi chưa mở được liên kết này. Anh/chị thử lại sau, hoặc dán nội dung vào tin nhắn."
}

// NotTaken says that something was not taken in, and why.
func NotTaken(why string) string { return "Tôi chưa nhận được: " + why + "." }

// IndicatorReadings asks which of several indicators is meant.
func IndicatorReadings(names []string) string {
	return "Có nhiều chỉ tiêu mang tên này. Anh/chị ghi rõ một trong các tên: " + strings.Join(names, "; ") + "."
}

// NoteTitle is the title of the note that holds a typed figure.
func NoteTitle(text string) string { return "Số liệu cập nhật: " + text }

// NoteWords says a typed figure after it was corrected.
func NoteWords(name, area, period, status, value string) string {
	return name + ", " + area + ", " + period + ", " + status + ": " + value
}

// Corrected is the evidence of a value that an editor put right: what the source
// says, named as such.
func Corrected(words string) string { return "Người biên tập sửa lại; nguồn ghi: " + words }

// PostTitle is the title of a channel post: its first line, or the channel.
func PostTitle(first, channel string) string {
	if first == "" {
		return "Thông báo của " + channel
	}
	return first
}

// Example is a question that shows a newcomer how to ask for an indicator.
func Example(indicator string, year int) string {
	return fmt.Sprintf("%s năm %d", indicator, year)
}
