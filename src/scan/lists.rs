//! Which words are of which kind, in small letters. Lists, because no rule tells `Kamis` from `Klau`; a word may stand in several.

use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Words for one person in custody.
const CUSTODY: &str =
    "narapidana napi wbp tahanan terpidana terdakwa tersangka residivis andikpas klien abh inmate prisoner detainee";

/// Words for people who come to the counter.
const VISITORS: &str = "pelapor pengadu pengunjung pembesuk penitip";

/// Posts, ranks and professions: who bears one acts in office.
const POSTS: &str = "kepala kalapas karutan kakanwil kadivpas kabapas kalpka karupbasan ka plt plh pjs kasi kasubsi kasubag kasubbag \
    kabag kabid kadiv kaur kplp kpr ketua wakil sekretaris bendahara direktur dirjen sesditjen inspektur irjen \
    menteri wamen presiden gubernur bupati wali walikota camat lurah kades komandan kapolda kapolres kapolsek \
    kapolresta danrem dandim kajari kajati jaksa hakim penyidik advokat pengacara penasihat notaris dokter dr drg \
    perawat bidan psikolog psikiater pendeta pdt pastor romo rm uskup ustaz ustadz kiai kyai imam bhikkhu pandita \
    suster sr bruder pembimbing penyuluh pelatih instruktur pengajar guru dosen profesor prof rektor dekan petugas \
    pegawai staf staff pejabat humas operator pengelola koordinator manajer pemimpin pimpinan komisioner anggota \
    asisten analis auditor duta relawan pendamping fasilitator narasumber wartawan jurnalis fotografer kontributor \
    editor penulis juru kolonel letkol mayor kapten jenderal brigjen kombes akbp kompol akp iptu ipda aiptu bripka \
    kasat kanit officer head minister director";

/// Bodies, their parts and programmes, kinds of people, and whatever else stands beside custody with a capital.
const THINGS: &str = "lapas rutan lpka lpas bapas rupbasan upt lpp kanwil ditjenpas kemenkumham kemenimipas kumham imipas kementerian \
    direktorat kantor wilayah lembaga pemasyarakatan balai rumah tahanan negara sakit dinas polres polresta polsek \
    polda polri kepolisian kejaksaan kejari kejati pengadilan mahkamah ombudsman komnas kpk bnn bnnp bnnk bnpt tni \
    ri kota kabupaten kab provinsi kecamatan kec desa kelurahan kel pulau kepulauan blok kamar sel wisma kelas klas \
    pos unit tim panitia satgas divisi bidang seksi subseksi sub bagian subbagian bimbingan perawatan registrasi \
    pelayanan keamanan tata usaha program kegiatan pelatihan pembinaan pendidikan kesehatan keterampilan standar \
    layanan komponen undang-undang peraturan pasal nomor tahun surat keputusan berita acara negeri tinggi agung \
    islam muslim muslimah kristen kristiani protestan katolik katholik nasrani hindu buddha budha konghucu gereja \
    masjid musala kapel pura vihara natal paskah idulfitri iduladha waisak nyepi imlek ramadan ramadhan lebaran \
    kemerdekaan hari teroris terorisme narkotika narkoba tipikor korupsi pidana umum khusus perempuan wanita pria \
    laki-laki lansia dewasa anak remaja pemuda asing baru lama titipan binaan didik warga narapidana napi wbp \
    tersangka terdakwa terpidana residivis andikpas klien pengunjung pelapor pengadu keluarga masyarakat posyandu \
    pramuka paket remisi asimilasi integrasi grasi amnesti kemandirian kepribadian reintegrasi paud imigrasi hukum \
    hak asasi manusia badan biro pusat daerah nasional internasional republik universitas sekolah yayasan puskesmas \
    klinik poliklinik rsud lbh koperasi bank pt cv ppid sdp tpp lapor maklumat whatsapp instagram facebook youtube \
    google zoom covid covid-19 hiv aids tbc odgj wni wna abh aula lapangan ruang gedung gerbang bus mobil pertanian \
    perikanan peternakan perkebunan catatan sipil kependudukan dukcapil sosial tenaga kerja perindustrian \
    perdagangan bahasa inggris sumpah proklamasi pancasila merdeka risiko rendah menengah sangat maksimum minimum \
    medium inovasi aksi perubahan duta slta sltp sma smk smp sd sarjana the";

/// Countries, provinces and towns that are named most beside facilities; those of the site come from its records.
const PLACES: &str = "indonesia malaysia singapura thailand filipina vietnam tiongkok cina india iran nigeria australia belanda \
    amerika timor-leste timor leste aceh sumatera sumatra riau jambi bengkulu lampung bangka belitung banten jakarta \
    jawa bandung bogor depok bekasi tangerang semarang surakarta solo yogyakarta surabaya malang madura bali \
    denpasar nusa tenggara barat timur tengah selatan utara daya laut kalimantan pontianak banjarmasin samarinda \
    balikpapan sulawesi manado gorontalo palu makassar kendari maluku ambon ternate papua jayapura sorong merauke \
    manokwari medan padang pekanbaru palembang batam kupang flores sumba alor rote sabu lembata solor adonara \
    atambua belu malaka soe kefamenanu ende maumere sikka larantuka bajawa ngada nagekeo ruteng manggarai borong \
    waingapu waikabubak oelamasi oesapa penfui kalabahi lewoleba labuan bajo pangkalpinang pangkal pinang sungailiat \
    muntok mentok toboali koba manggar tanjungpandan nusakambangan cilacap cipinang salemba sukamiskin cirebon \
    madiun kediri mataram oepura naibonat tilamuta nunukan ntt ntb babel kepri diy dki jatim jateng jabar";

/// Words with a capital only because a sentence begins with them, and pronouns.
const OPENERS: &str = "saya kami kita anda mereka ia dia beliau ini itu yang para untuk bagi dalam pada di ke dari oleh dengan bersama \
    kepada setelah sesudah sebelum saat ketika sementara selain selama sejak menurut sejumlah seluruh semua setiap \
    tiap sebanyak puluhan ratusan belasan ribuan seorang salah satu dua tiga empat lima enam tujuh delapan sembilan \
    sepuluh beberapa banyak sebagian namun tetapi tapi karena sebab agar supaya jika bila apabila kalau meski walau \
    walaupun meskipun dan atau serta juga pun maka lalu kemudian selanjutnya adapun demikian sebagai melalui \
    terhadap tentang antara tanpa hingga sampai seperti bahkan hanya masih sudah telah akan sedang tidak bukan belum \
    foto gambar keterangan nama judul isi catatan sumber teks peserta penerima pelaku korban saksi sasaran jumlah \
    status hadir turut nampak tampak terlihat usai guna demi tak sang si apa siapa bagaimana bapak ibu mengapa kapan \
    hari kini besok kemarin kata ujar tutur ungkap jelas tegas terima ikuti ikut jalani gelar panen rayakan dapat \
    raih bebas pulang belajar latih dilatih diberi diajak dibekali antusias semangat produktif siap sukses kreatif \
    mandiri sehat aktif unggul saudara";

/// Given names that are common in Indonesia, most of all in the east: among words that all have capitals they tell a name.
const GIVEN: &str = "abdul abdullah abraham achmad ade adelheid adi adolf adrianus agnes agung agus agustina agustinus ahmad aisyah \
    albert albertus aldi alex alexander alfons alfonsius ali alfred aloysius amir ana anastasia andi andika andre \
    andreas andri ani anita anna anselmus anton antonia antonius ari arif aris arnoldus asep astuti augustinus ayu \
    bambang barnabas bartolomeus bayu benediktus beni benny benyamin bernadeta bernadetha bernadus bernardus bertha \
    budi cahyo carolus christina daniel daud david debora deni denny desi dewi dian didik dimas dina dominggus \
    dominikus donatus doni dony dwi edi eduardus edy efraim eko elisabeth elisabet elias emanuel emilia endang erik \
    erna ernesta ester eva fadli fajar fauzi fatimah febri feliks felix ferdinandus ferry fitri florensia frans \
    fransisca fransiska fransiskus gabriel galih gregorius gunawan hadi hamid hana hari haris hartono hasan hendra \
    hendrik hendrika hengki heri herman hermanus heru hironimus ibrahim ignasius ika ilham imanuel imelda indah \
    indra intan irfan irma irwan isak ismail iwan jefri jeremias joao joko johanes johannes jonathan josef joseph \
    juan julius junus kamil karel karolus kornelis kornelius kristian kristina kristoforus laurensius lazarus \
    leonardus lestari lidia linda lukas magdalena margareta maria marianus marius markus marlina marselina \
    marselinus marta martha marthen martinus maryam matius maya maksimus mega melkianus mikael mikhael milka moses \
    muhamad muhammad mulyadi mohamad mohammad nanda nikolaus nikodemus nita novi nurul nur oktavianus oktovianus \
    pascalis paskalis paulina paulus petronela petrus putra putri putu rafael rahmat ratna regina rendi reza ricky \
    rian rina rini riski rizal rizki robert robertus roni rosa rosalia rudi rusdi ruben ruth sari samuel santi \
    santoso sarah sebastianus selvi sergius silvester simon siprianus siti slamet soleman sri stefanus stefania \
    sudirman sugeng sulaiman supardi suryani susanto susi teguh teresia theresia thobias thomas timotius titus tomas \
    toni tri untung ujang valentinus vera veronika viktor vinsensius wahyu wati wayan welmince wilhelmus wulan yakob \
    yakobus yanto yanuarius yasinta yeremias yoga yohana yohanes yohanis yonathan yosef yosefina yosep yoseph yuda \
    yudi yulia yuliana yulianus yulius yunus yustina yusuf zainal zakarias zulkifli";

/// What may stand between custody and a name: `napi kasus narkotika Rudi`.
const OFFENCES: &str = "kasus perkara tindak pidana narkotika narkoba sabu pencurian penganiayaan pembunuhan korupsi tipikor teroris \
    terorisme asusila pencabulan perlindungan anak penipuan penggelapan pria wanita perempuan laki-laki titipan muda \
    dewasa lansia";

/// What leads from a name to custody: `Yohanes adalah seorang mantan narapidana`, `Yuliana, ibu dari tahanan`.
const LEADING: &str = "seorang salah satu mantan eks bekas dari ibu ayah istri suami anak kakak adik orang tua keluarga kerabat kandung \
    sebagai selaku adalah merupakan ialah menjadi berstatus ditetapkan resmi dijadikan is was an a former";

/// What is said of a person in custody right after: `Yohanes, narapidana kasus pencurian`.
const SAID: &str = "kasus perkara asal di lapas rutan lpka blok kamar penghuni tindak";

/// What a name is announced for in sentences without a word of custody.
const ENTITLEMENTS: &str =
    "remisi asimilasi bebas pembebasan besuk kunjungan kamar sel ditahan dipenjara vonis hukuman";

/// Words of a case beside those of custody.
const CASES: &str = "kasus perkara pelaku korban ditangkap ditahan dititipkan pencurian penganiayaan pembunuhan narkotika narkoba \
    sabu penyidik hukum anak";

/// Months, whole and short, in both languages.
const MONTHS: &str = "januari februari maret april mei juni juli agustus september oktober november desember jan feb mar apr jun jul \
    agu ags sep sept okt nov des january february march may june july august october";

/// Days of the week.
const WEEKDAYS: &str = "senin selasa rabu kamis jumat jum'at sabtu minggu";

/// A kind of words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A person in custody.
    Custody,
    /// A visitor or a complainant.
    Visitor,
    /// An office or a profession.
    Post,
    /// A body, a place, a kind of people.
    Thing,
    /// A pronoun, or what sentences begin with.
    Opener,
    /// A given name.
    Given,
    /// What a person is accused of, or how held.
    Offence,
    /// What leads from a name to custody.
    Leading,
    /// What is said of a person in custody.
    Said,
    /// What people in custody receive.
    Entitled,
    /// A word of a criminal case.
    Case,
    /// A month.
    Month,
    /// A day of the week.
    Weekday,
}

/// The kinds of a word.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Kinds(u16);

impl Kinds {
    /// Whether this kind is among them.
    pub(super) fn has(self, kind: Kind) -> bool {
        self.0 & (1 << kind as u16) != 0
    }

    /// Whether a word with a capital is known to be no name.
    pub(super) fn is_no_name(self) -> bool {
        [Kind::Custody, Kind::Visitor, Kind::Post, Kind::Thing, Kind::Opener, Kind::Month, Kind::Weekday]
            .into_iter()
            .any(|kind| self.has(kind))
    }
}

/// The words by their first letter and length: where one is looked up, a few of the same length stand.
static SHELVES: LazyLock<Vec<Vec<(&str, Kinds)>>> = LazyLock::new(|| {
    let lists = [
        (Kind::Custody, CUSTODY),
        (Kind::Visitor, VISITORS),
        (Kind::Post, POSTS),
        (Kind::Thing, THINGS),
        (Kind::Thing, PLACES),
        (Kind::Opener, OPENERS),
        (Kind::Given, GIVEN),
        (Kind::Offence, OFFENCES),
        (Kind::Leading, LEADING),
        (Kind::Said, SAID),
        (Kind::Entitled, ENTITLEMENTS),
        (Kind::Case, CASES),
        (Kind::Month, MONTHS),
        (Kind::Weekday, WEEKDAYS),
    ];
    let mut all: BTreeMap<&str, Kinds> = BTreeMap::new();
    for (kind, list) in lists {
        for word in list.split_whitespace() {
            all.entry(word).or_default().0 |= 1 << kind as u16;
        }
    }
    let mut shelves = vec![Vec::new(); LETTERS * LONGEST];
    for (word, kinds) in all {
        shelves[shelf(word).expect("a test looks every word up")].push((word, kinds));
    }
    shelves
});

const LETTERS: usize = 26;
/// No word of the lists is longer.
const LONGEST: usize = 20;

fn shelf(word: &str) -> Option<usize> {
    let letter = word.as_bytes().first()?.checked_sub(b'a').map(usize::from)?;
    (letter < LETTERS && word.len() < LONGEST).then_some(letter * LONGEST + word.len())
}

/// Returns the kinds of a word in small letters.
pub(super) fn kinds(low: &str) -> Kinds {
    let shelf = shelf(low).map(|at| &SHELVES[at]);
    let found = shelf.and_then(|shelf| shelf.iter().find(|(word, _)| *word == low));
    found.map(|(_, kinds)| *kinds).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_may_be_of_several_kinds() {
        assert!(kinds("klien").has(Kind::Custody) && kinds("klien").has(Kind::Thing));
        assert!(kinds("undang-undang").is_no_name() && kinds("the").is_no_name());
        for unknown in ["", "klie", "klienn", "Klien", "é", "kesewenang-wenanganlah"] {
            assert_eq!(kinds(unknown), Kinds::default(), "{unknown}");
        }
    }
}
