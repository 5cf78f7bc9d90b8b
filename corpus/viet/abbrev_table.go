package viet

// abbreviations lists what offices shorten, one line an abbreviation, with its
// readings parted by "|". After a reading, "<" begins words that speak for it
// when they stand just before, ">" words just after ("_" joins words, folded).
// "~" before the abbreviation: readers know it better than its meaning, so it
// is expanded only on request. "!" before a reading: it is far the most usual.
// Bodies and departments bear their names of before and after March 2025.
// Chosen by hand from the habits of provincial offices.
const abbreviations = `
UBND ủy ban nhân dân
HĐND hội đồng nhân dân
TU tỉnh ủy
TVTU thường vụ tỉnh ủy
BTVTU ban thường vụ tỉnh ủy
BTV !ban thường vụ|biên tập viên
BCH !ban chấp hành|ban chỉ huy >quan_su quan pctt phong
BCT !bộ chính trị|bộ công thương
BBT ban bí thư|ban biên tập <truong thanh_vien
TW trung ương
TƯ trung ương
HU !huyện ủy
ĐU !đảng ủy
MTTQ mặt trận tổ quốc
UBMTTQ ủy ban mặt trận tổ quốc
LĐLĐ liên đoàn lao động
LHPN liên hiệp phụ nữ
HPN hội phụ nữ
HND hội nông dân
CCB cựu chiến binh
ĐTN !đoàn thanh niên|đào tạo nghề <lao_dong so ty_le
UBKT ủy ban kiểm tra
BTG ban tuyên giáo
BTGTU ban tuyên giáo tỉnh ủy
BTC ban tổ chức >tu tinh_uy hoi hoi_nghi le <truong pho|bộ tài chính <cua thong_tu tt
BTCTU ban tổ chức tỉnh ủy
BDV ban dân vận
BNC ban nội chính
BCĐ ban chỉ đạo
BQL ban quản lý
VP !văn phòng|vi phạm <su_vu hanh_vi xu_phat >hanh_chinh
VPTU văn phòng tỉnh ủy
VPUBND văn phòng ủy ban nhân dân
QH quốc hội <dai_bieu db ubtv >khoa|quy hoạch <lap dieu_chinh cong_tac >chi_tiet chung tong_the
CP !chính phủ|chi phí
TTg thủ tướng
TTCP thủ tướng chính phủ|thanh tra chính phủ
TAND tòa án nhân dân
VKSND viện kiểm sát nhân dân
CA công an <giam_doc truong >tinh huyen xa phuong
BCHQS bộ chỉ huy quân sự
BĐBP bộ đội biên phòng
KBNN kho bạc nhà nước
NHNN ngân hàng nhà nước
NHCSXH ngân hàng chính sách xã hội
CTK cục thống kê
BHXH bảo hiểm xã hội
BHYT bảo hiểm y tế
BHTN bảo hiểm thất nghiệp
KHĐT kế hoạch và đầu tư
KH&ĐT kế hoạch và đầu tư
LĐTBXH lao động, thương binh và xã hội
LĐ-TB&XH lao động, thương binh và xã hội
TNMT tài nguyên và môi trường
TN&MT tài nguyên và môi trường
NNPTNT nông nghiệp và phát triển nông thôn
NN&PTNT nông nghiệp và phát triển nông thôn
NNMT nông nghiệp và môi trường
NN&MT nông nghiệp và môi trường
PTNT phát triển nông thôn
GDĐT giáo dục và đào tạo
GD&ĐT giáo dục và đào tạo
GD-ĐT giáo dục và đào tạo
KHCN khoa học và công nghệ
KH&CN khoa học và công nghệ
TTTT thông tin và truyền thông
TT&TT thông tin và truyền thông
VHTTDL văn hóa, thể thao và du lịch
VHTT&DL văn hóa, thể thao và du lịch
VHTT văn hóa và thông tin
GTVT giao thông vận tải
DTTG dân tộc và tôn giáo
ANQP an ninh quốc phòng
QPAN quốc phòng, an ninh
QP-AN quốc phòng - an ninh
ANTT an ninh trật tự
TTATXH trật tự an toàn xã hội
TTATGT trật tự an toàn giao thông
ATGT an toàn giao thông
TNGT tai nạn giao thông
ATTP an toàn thực phẩm
PCCC phòng cháy chữa cháy
PCTT phòng chống thiên tai
TKCN tìm kiếm cứu nạn
PCTN phòng chống tham nhũng
PCTNTC phòng chống tham nhũng, tiêu cực
KNTC khiếu nại, tố cáo
KTXH kinh tế - xã hội
VL việc làm
KT-XH kinh tế - xã hội
~GRDP tổng sản phẩm trên địa bàn
~GDP tổng sản phẩm quốc nội
~IIP chỉ số sản xuất công nghiệp
~CPI chỉ số giá tiêu dùng
~FDI vốn đầu tư trực tiếp nước ngoài
~ODA vốn hỗ trợ phát triển chính thức
~PPP đối tác công tư
~PCI chỉ số năng lực cạnh tranh cấp tỉnh
~PAPI chỉ số hiệu quả quản trị và hành chính công
~SIPAS chỉ số hài lòng
~DTI chỉ số chuyển đổi số
~DDCI chỉ số năng lực cạnh tranh cấp sở, huyện
~OCOP mỗi xã một sản phẩm
~VA giá trị tăng thêm
GTSX giá trị sản xuất
GTSXCN giá trị sản xuất công nghiệp
GTTT giá trị tăng thêm
TĐTT tốc độ tăng trưởng
BQ bình quân
BQĐN bình quân đầu người
TNBQ thu nhập bình quân
NSNN ngân sách nhà nước
NSTW ngân sách trung ương
NSĐP ngân sách địa phương
NS !ngân sách|nước sạch <dung su_dung
XNK xuất nhập khẩu
XK xuất khẩu
NK nhập khẩu
KNXK kim ngạch xuất khẩu
KNNK kim ngạch nhập khẩu
KNXNK kim ngạch xuất nhập khẩu
KN kim ngạch <tong >xk nk xuat nhap xnk|khiếu nại >tc to_cao
XDCB xây dựng cơ bản
ĐTXD đầu tư xây dựng
ĐTPT đầu tư phát triển
ĐTC đầu tư công
ĐTNN đầu tư nước ngoài
ĐTTXH đầu tư toàn xã hội
VĐTTXH vốn đầu tư toàn xã hội
VĐT vốn đầu tư
GPMB giải phóng mặt bằng
TĐC tái định cư
KCN khu công nghiệp
CCN cụm công nghiệp
KKT khu kinh tế
KĐT khu đô thị
KDC khu dân cư
DN doanh nghiệp
DNNVV doanh nghiệp nhỏ và vừa
DNNN doanh nghiệp nhà nước
HTX hợp tác xã
THT tổ hợp tác
CN-XD công nghiệp - xây dựng
TM-DV thương mại - dịch vụ
CNXD công nghiệp - xây dựng
TMDV thương mại dịch vụ
NLTS nông, lâm, thủy sản
NLN nông, lâm nghiệp
TTCN tiểu thủ công nghiệp
SXKD sản xuất kinh doanh
SXCN sản xuất công nghiệp
SXNN sản xuất nông nghiệp
TMBLHH tổng mức bán lẻ hàng hóa
QSDĐ quyền sử dụng đất
SDĐ sử dụng đất
NTM nông thôn mới
NTMNC nông thôn mới nâng cao
NTMKM nông thôn mới kiểu mẫu
XDNTM xây dựng nông thôn mới
MTQG mục tiêu quốc gia
CTMTQG chương trình mục tiêu quốc gia
THCS trung học cơ sở
THPT trung học phổ thông
GDTX giáo dục thường xuyên
GDNN giáo dục nghề nghiệp
CSVC cơ sở vật chất
SDD suy dinh dưỡng
KCB khám chữa bệnh
ATVSTP an toàn vệ sinh thực phẩm
NCC người có công
ASXH an sinh xã hội
DTTS dân tộc thiểu số
DTGT diện tích gieo trồng
XKLĐ xuất khẩu lao động
LĐQĐT lao động qua đào tạo
GQVL giải quyết việc làm
TDTT thể dục thể thao
CCHC cải cách hành chính
TTHC thủ tục hành chính
DVC dịch vụ công
DVCTT dịch vụ công trực tuyến
CĐS chuyển đổi số
CNTT công nghệ thông tin
CNH công nghiệp hóa
HĐH hiện đại hóa
CNH-HĐH công nghiệp hóa, hiện đại hóa
CBCCVC cán bộ, công chức, viên chức
CBCC cán bộ, công chức
CBCNV cán bộ, công nhân viên
CCVC công chức, viên chức
CNVC công nhân, viên chức
CNVCLĐ công nhân, viên chức, lao động
NLĐ người lao động
TCCSĐ tổ chức cơ sở đảng
TĐKT thi đua khen thưởng
GĐVH gia đình văn hóa
ĐTH đô thị hóa
CTR chất thải rắn
QLNN quản lý nhà nước
VBQPPL văn bản quy phạm pháp luật
PBGDPL phổ biến giáo dục pháp luật
TGPL trợ giúp pháp lý
VSMT vệ sinh môi trường
BVMT bảo vệ môi trường
TNCS thanh niên cộng sản
KHHGĐ kế hoạch hóa gia đình
DS-KHHGĐ dân số - kế hoạch hóa gia đình
NQ nghị quyết
QĐ quyết định
KL kết luận
QyĐ quy định
CTr chương trình
CTHĐ chương trình hành động
ĐA đề án
HD !hướng dẫn
BC !báo cáo|bí thư chi <dong_chi
TTr tờ trình
CV !công văn|chuyên viên <nhiem_vu la >chinh cao_cap
GM giấy mời
NĐ nghị định <theo >cp so|Nam Định <tinh tp thanh_pho o
QC quy chế
KH !kế hoạch|khoa học <nghien_cuu de_tai hoi_dong >cong_nghe cn
TB !thông báo|trung bình <muc diem so >la thang nam|thiết bị <mua may >y_te day_hoc
CT !chỉ thị <thuc_hien theo >so ttg tu|chủ tịch <pho dong_chi d/c >ubnd hdnd nuoc tinh huyen xa hoi|công thương <so bo nganh phong|chương trình >mtqg hanh_dong ocop ntm
TT thông tư <theo >so lien_tich btc bnv bgddt|thị trấn <xa phuong huyen tai o >ninh|trung tâm <giam_doc >y_te giao_duc hanh_chinh van_hoa phuc_vu|thường trực <dong_chi ban bi_thu hop >tinh_uy hdnd huyen_uy tu ubnd|thông tin >truyen_thong
TP !thành phố|tư pháp <so bo nganh phong|trưởng phòng <pho dong_chi
ĐT đầu tư <von chi du_an >cong xay_dung phat_trien nuoc_ngoai xdcb|đào tạo <giao_duc qua >nghe nguon_nhan_luc|đô thị <khu quan_ly >hoa loai|điện thoại <so
KT kinh tế <tang_truong co_cau phat_trien >xh xa_hoi|kiểm tra <uy_ban doan cong_tac >giam_sat
XH !xã hội
GD !giáo dục|giám đốc <pho dong_chi >so|giai đoạn
GĐ giám đốc <pho dong_chi >so trung_tam cong_ty|giai đoạn >2015 2016 2020 2021 2025 2026|gia đình <ho >van_hoa chinh_sach
LĐ !lao động <nguoi luc_luong so >qua nong_thon viec_lam|lãnh đạo <dong_chi >tinh so huyen
HN !hội nghị|hộ nghèo <ty_le so giam|Hà Nội <tp thanh_pho o tai ve
HCN hộ cận nghèo
TH thực hiện <ket_qua >nam thang nhiem_vu ke_hoach nghi_quyet|tiểu học <truong >va thcs|tổng hợp <phong bao_cao
TX thị xã <ubnd thanh_uy >hong|thường xuyên <chi
CB !cán bộ|chế biến <cong_nghiep
CQ !cơ quan|chính quyền
ĐV đảng viên <ket_nap so >moi|đơn vị <co_quan cac|đoàn viên <doan cong_doan >thanh_nien
ĐC đồng chí <cac
Đ/C đồng chí
NN nhà nước <ngan_sach quan_ly|nông nghiệp <san_xuat so nganh >va nong_thon ptnt|nước ngoài <dau_tu von
CN công nghiệp <san_xuat khu cum >xay_dung nong_nghiep tieu_thu|công nghệ <khoa_hoc >thong_tin cao|chủ nhật <sang chieu toi ngay
XD !xây dựng
DV dịch vụ <thuong_mai tm >cong tieu_dung|dân vận <ban
TM thương mại >dich_vu dv|thay mặt
KV !khu vực
PT !phát triển
BV bệnh viện <giam_doc >da_khoa|bảo vệ <rung >moi_truong rung
MT môi trường <tai_nguyen bao_ve ve_sinh|mục tiêu <chuong_trinh|mặt trận >to_quoc
VH văn hóa <gia_dinh lang >the_thao xa_hoi
KK khó khăn|khuyến khích
SL !sản lượng|số lượng
NSLĐ năng suất lao động
VLXD vật liệu xây dựng
QL quản lý <ban >nha_nuoc thi_truong|quốc lộ >1 10 21 37 38
TNCN thu nhập cá nhân
TNDN thu nhập doanh nghiệp
GTGT giá trị gia tăng
CLB câu lạc bộ
CNXH chủ nghĩa xã hội
ĐBQH đại biểu quốc hội
ĐBSH đồng bằng sông Hồng
ĐH !đại hội|đại học <truong
TTHTCĐ trung tâm học tập cộng đồng
YTCS y tế cơ sở
SDĐNN sử dụng đất nông nghiệp
QK quý khách
LLVT lực lượng vũ trang
NVQS nghĩa vụ quân sự
`

// chatAbbreviations lists what people shorten when they type fast. They are
// read in lower case only.
const chatAbbreviations = `
k không
ko không
kô không
kg không
hok không
hk không
hông không
khg không
kp không phải
dc được
đc được
đk được|đăng ký|điều kiện
vs với
j gì
gj gì
bn bao nhiêu
bnh bao nhiêu
bnhieu bao nhiêu
bnhiu bao nhiêu
bh bao giờ|bây giờ
ntn như thế nào
ntnào như thế nào
tnao thế nào
lm làm
mk mình
ng !người
nc nước
ns !ngân sách
bt !biết|bình thường|bí thư
cty công ty
sđt số điện thoại
sdt số điện thoại
trđ triệu đồng
tgian thời gian
hnay hôm nay
hqua hôm qua
nnao như nào
tn !thế nào|thanh niên
ah à
ak à
uh ừ
cx cũng
cg cũng
nv nhân viên|nội vụ|nhiệm vụ
v/v về việc
đ/c đồng chí
d/c đồng chí
đvị đơn vị
bcáo báo cáo
tbáo thông báo
hđộng hoạt động
thg tháng
qđ quyết định
`
