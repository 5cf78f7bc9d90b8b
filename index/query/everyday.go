package query

// everyday are wordings of everyday speech for what the catalogue names otherwise, with
// the form that it has.
var everyday = []shorthand{
	short(`(^|\s)(?:người\s+)?dân\s+(.{0,40}?)(?:mỗi\s+năm\s+|một\s+năm\s+|bình\s+quân\s+|trung\s+bình\s+)*(?:kiếm|làm\s+ra|có\s+thu\s+nhập)\s+(?:được\s+)?(?:trung\s+bình\s+|bình\s+quân\s+)?(bao\s+nhiêu|mấy)(?:\s+tiền)?(\s+(?:triệu|nghìn)(?:\s+đồng)?)?(?:\s+(?:một|mỗi|1)\s+năm)?(\s+(?:một|mỗi|1)\s+tháng)?(\s|[?.,]|$)`,
		"${1}thu nhập bình quân đầu người$5 $2 là $3$4$6").unless(`(?:nong|tang|thue|luong|lai|dan so|nhan dan|cong dan)\b`),
	short(`(^|\s)thu\s+nhập(\s+(?:một|mỗi|1)\s+tháng)?\s+(?:của\s+)?(?:người\s+)?dân\s+(.{0,40}?)(?:bình\s+quân|trung\s+bình)\s+(mấy|bao\s+nhiêu)(\s+(?:triệu|nghìn)(?:\s+đồng)?)?(?:\s*(?:/|một|mỗi|1)\s*người)?(\s|[?.,]|$)`,
		"${1}thu nhập bình quân đầu người$2 $3 là $4$5$6").unless(`nong\b`),
	short(`(^|\s)(xã|thị\s+trấn|thôn|xóm)\s+(?:đạt\s+)?(kiểu\s+mẫu|nâng\s+cao)(\s|[?.,]|$)`, "${1}$2 nông thôn mới $3$4"),
	short(`(^|\s)(?:lên|về\s+đích|cán\s+đích|được\s+công\s+nhận|đạt)\s+(ntm|nông\s+thôn\s+mới)\s+(kiểu\s+mẫu|nâng\s+cao)(\s|[?.,]|$)`, "${1}đạt chuẩn nông thôn mới $3$4"),
	short(`(^|\s)(?:lên|về\s+đích|cán\s+đích)\s+(ntm|nông\s+thôn\s+mới)(\s|[?.,]|$)`, "${1}đạt chuẩn nông thôn mới$3"),
	short(`(^|\s)(?:được\s+)?(?:lên|nâng\s+lên)\s+(đô\s+thị|thị\s+xã|thị\s+trấn)(\s)`, "${1}được công nhận $2$3"),
	short(`(^|\s)((?:mấy|bao\s+nhiêu|số)\s+)nhà\s+(nghèo|cận\s+nghèo)(\s|[?.,]|$)`, "${1}${2}hộ $3$4"),
	short(`(^|\s)(?:mở|lập|thành\s+lập|ra\s+đời|khai\s+sinh)\s+(?:mới\s+|thêm\s+|được\s+)*(bao\s+nhiêu|mấy)\s+(?:doanh\s+nghiệp|dn|công\s+ty)(?:\s+mới)?(\s|[?.,]|$)`, "${1}$2 doanh nghiệp thành lập mới$3"),
	short(`(^|\s)(?:các\s+)?ngân\s+hàng\s+cho\s+vay\s+(.{0,30}?)dư\s+nợ(\s|[?.,]|$)`, "${1}$2 dư nợ$3"),
}
