package corpus

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// A skeletonFile is one file of a new data folder: its header, and an example in
// comment lines, which the reader leaves out.
type skeletonFile struct {
	name    string
	columns []string
	example []string
}

// skeleton is what WriteSkeleton writes. The places of the examples are invented.
var skeleton = []skeletonFile{
	{sourcesFile, SourceColumns, []string{
		"Nguồn chưa có tệp bài trong corpus/articles; bài nào có tệp riêng thì không cần ghi ở đây.",
		"bc-2026-06,Báo cáo kinh tế - xã hội 6 tháng đầu năm 2026,Văn phòng UBND huyện Đông Khê,2026-06-20,https://example.org/bc-2026-06",
	}},
	{catalogueFile, IndicatorColumns, []string{
		"Chỉ tiêu của đơn vị: mã (chữ thường không dấu, nối bằng -), tên, tên gọi khác cách nhau bằng dấu chấm phẩy.",
		"better: more nếu càng nhiều càng tốt, less nếu càng ít càng tốt. readings: các chỉ tiêu mà tên chung có thể chỉ tới.",
		"asked: tên chỉ người hỏi mới dùng. kind: flow nếu cộng dồn được qua các năm, stock nếu tính tại một ngày, rate nếu là tỷ lệ, bình quân, chỉ số.",
		"cay-xanh,Số cây xanh trồng mới,trồng cây;cây xanh;cây trồng mới,cây,more,,,,,,,trồng thêm cây,flow",
	}},
	{areasFile, AreaColumns, []string{
		"Địa bàn: level là country, region, province, city, district, ward hoặc commune; parent là tên địa bàn cấp trên trong bảng này.",
		"Xã Đông Khê,commune,Tỉnh Bình Sơn,Đông Khê;xã Đông Khê,2025-07-01,,",
	}},
	{campaignsFile, CampaignColumns, []string{
		"Phong trào thi đua: chỉ tiêu cụ thể ghi trong corpus/records với kind là target; indicators liệt kê mã các chỉ tiêu đó.",
		"TD2026,Phong trào thi đua năm 2026,Xã Đông Khê,2025-12-30,2026-01-01,2026-12-31,9,,,,,cay-xanh;ty-le-ho-ngheo",
	}},
	{deadlinesFile, DeadlineColumns, []string{
		"Hạn phải làm của phong trào: due là ngày hoặc ngày giờ; days_before là số ngày nhắc trước, để trống thì nhắc trước 7, 3, 1, 0 ngày.",
		"H1,TD2026,Nộp báo cáo kết quả quý III,Ban chỉ đạo thi đua,2026-09-25,,7;3;1",
	}},
	{holidaysFile, HolidayColumns, []string{
		"Ngày nghỉ (off) và ngày làm bù (work) theo thông báo từng năm.",
		"2026-09-01,Nghỉ Quốc khánh,off",
	}},
	{recordsDir + "/example.csv", RecordColumns, []string{
		"Số liệu của một nguồn: tên tệp là mã nguồn. Số viết bằng dấu chấm thập phân, không dấu phân cách nghìn (3426.5).",
		"period: 2026, 2026-H1, 2026-Q3, 2026-05, 2026-09M, 2021/2025. kind: actual, estimate hoặc target.",
		"Xã Đông Khê,commune,cay-xanh,2026-H1,half,actual,1250,cây,8.1,so với cùng kỳ,62.5,bc-2026-06,,,,,,,,,,,,,,",
	}},
}

// WriteSkeleton makes the folder of a new office: every table with its header
// and a commented example, and a place for articles. Files that are there
// already are left as they are. The examples are comments: the new folder holds
// no record and no problem.
func WriteSkeleton(dir string) error {
	if err := os.MkdirAll(filepath.Join(dir, filepath.FromSlash(articlesDir)), 0o700); err != nil {
		return fmt.Errorf("make data folder: %w", err)
	}
	for _, f := range skeleton {
		if err := f.write(dir); err != nil {
			return fmt.Errorf("make data folder: %w", err)
		}
	}
	return nil
}

func (f skeletonFile) write(dir string) error {
	name := filepath.Join(dir, filepath.FromSlash(f.name))
	if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
		return err
	}
	file, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if errors.Is(err, fs.ErrExist) {
		return nil
	}
	if err != nil {
		return err
	}
	_, err = file.WriteString(strings.Join(f.columns, ",") + "\n# " + strings.Join(f.example, "\n# ") + "\n")
	return errors.Join(err, file.Sync(), file.Close())
}
