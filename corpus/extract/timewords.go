package extract

// words holds the spelling of the words that times are made of.
type words struct {
	nam, quy, thang, ngay, tu, den, het, toi, cuoi, dau, vao, tinh, ca, trong                                                                   string
	sang, chieu, toi2, trua, hoc, nay, qua, vua, ngoai, truoc, sau, tiep                                                                        string
	theo, mot, hai, ba, bon, tuN, cua, thoi, diem, tuoi, hien, voi, giam, dat, tren, so, quan, moi, vu, cho, ky, duoc, tho, gap, doi, ruoi, lan string
	giaiDoan, nhiemKy, thoiKy, nua                                                                                                              [2]string
}

func wordsFor(s func(string) string) words {
	return words{
		nam: s("năm"), quy: s("quý"), thang: s("tháng"), ngay: s("ngày"), tu: s("từ"), den: s("đến"), het: s("hết"),
		toi: s("tới"), cuoi: s("cuối"), dau: s("đầu"), vao: s("vào"), tinh: s("tính"), ca: s("cả"), trong: s("trong"),
		sang: s("sáng"), chieu: s("chiều"), toi2: s("tối"), trua: s("trưa"), hoc: s("học"), nay: s("nay"), qua: s("qua"),
		vua: s("vừa"), ngoai: s("ngoái"), truoc: s("trước"), sau: s("sau"), tiep: s("tiếp"), theo: s("theo"),
		mot: s("một"), hai: s("hai"), ba: s("ba"), bon: s("bốn"), tuN: s("tư"), cua: s("của"), thoi: s("thời"), diem: s("điểm"), tuoi: s("tuổi"), hien: s("hiện"), voi: s("với"), giam: s("giảm"), dat: s("đạt"), tren: s("trên"), so: s("số"), quan: s("quân"), moi: s("mỗi"), vu: s("vụ"), cho: s("cho"), duoc: s("được"), ky: s("kỳ"), tho: s("thọ"), gap: s("gấp"), doi: s("đôi"), ruoi: s("rưỡi"), lan: s("lần"),
		giaiDoan: [2]string{s("giai"), s("đoạn")}, nhiemKy: [2]string{s("nhiệm"), s("kỳ")},
		thoiKy: [2]string{s("thời"), s("kỳ")}, nua: [2]string{s("nửa"), ""},
	}
}
