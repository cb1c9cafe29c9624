//! What kind of word a word is: custody, post, body, place, or perhaps part of a name. All lists are in small letters.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use super::Known;
use super::words::{Word, is_month, is_weekday, lower};

/// Words for one person in custody.
const CUSTODY: &str = "narapidana napi wbp tahanan terpidana terdakwa tersangka residivis andikpas klien abh inmate \
    prisoner detainee";

/// Words for people who come to the counter.
const VISITORS: &str = "pelapor pengadu pengunjung pembesuk penitip";

/// Posts, ranks and professions: who bears one acts in office.
const POSTS: &str = "kepala kalapas karutan kakanwil kadivpas kabapas kalpka karupbasan ka plt plh pjs kasi kasubsi \
    kasubag kasubbag kabag kabid kadiv kaur kplp kpr ketua wakil sekretaris bendahara direktur dirjen sesditjen \
    inspektur irjen menteri wamen presiden gubernur bupati wali walikota camat lurah kades komandan kapolda kapolres \
    kapolsek kapolresta danrem dandim kajari kajati jaksa hakim penyidik advokat pengacara penasihat notaris dokter dr \
    drg perawat bidan psikolog psikiater pendeta pdt pastor romo rm uskup ustaz ustadz kiai kyai imam bhikkhu pandita \
    suster sr bruder pembimbing penyuluh pelatih instruktur pengajar guru dosen profesor prof rektor dekan petugas \
    pegawai staf staff pejabat humas operator pengelola koordinator manajer pemimpin pimpinan komisioner anggota \
    asisten analis auditor duta relawan pendamping fasilitator narasumber wartawan jurnalis fotografer kontributor \
    editor penulis juru bapak ibu kolonel letkol mayor kapten jenderal brigjen kombes akbp kompol akp iptu ipda aiptu \
    bripka kasat kanit officer head minister director";

/// Bodies, their parts, their programmes, kinds of people and other words that custody words stand beside with capitals.
const THINGS: &str = "lapas rutan lpka lpas bapas rupbasan upt lpp kanwil ditjenpas kemenkumham kemenimipas kumham imipas \
    kementerian direktorat kantor wilayah lembaga pemasyarakatan balai rumah tahanan negara sakit dinas polres polresta \
    polsek polda polri kepolisian kejaksaan kejari kejati pengadilan mahkamah ombudsman komnas kpk bnn bnnp bnnk bnpt tni \
    ri kota kabupaten kab provinsi kecamatan kec desa kelurahan kel pulau kepulauan blok kamar sel wisma kelas klas pos \
    unit tim panitia satgas divisi bidang seksi subseksi sub bagian subbagian bimbingan perawatan registrasi pelayanan \
    keamanan tata usaha program kegiatan pelatihan pembinaan pendidikan kesehatan keterampilan standar layanan komponen \
    undang-undang peraturan pasal nomor tahun surat keputusan berita acara negeri tinggi agung islam muslim muslimah \
    kristen kristiani protestan katolik katholik nasrani hindu buddha budha konghucu gereja masjid musala kapel pura \
    vihara natal paskah idulfitri iduladha waisak nyepi imlek ramadan ramadhan lebaran kemerdekaan hari teroris \
    terorisme narkotika narkoba tipikor korupsi pidana umum khusus perempuan wanita pria laki-laki lansia dewasa anak \
    remaja pemuda asing baru lama titipan binaan didik warga narapidana napi wbp tersangka terdakwa terpidana residivis \
    andikpas klien pengunjung pelapor pengadu keluarga masyarakat posyandu pramuka paket remisi asimilasi integrasi \
    grasi amnesti kemandirian kepribadian reintegrasi paud imigrasi hukum hak asasi manusia badan biro pusat daerah \
    nasional internasional republik universitas sekolah yayasan puskesmas klinik poliklinik rsud lbh koperasi bank pt cv \
    ppid sdp tpp lapor maklumat pelayanan whatsapp instagram facebook youtube google zoom covid covid-19 hiv aids tbc \
    odgj wni wna abh aula lapangan ruang gedung gerbang bus mobil pertanian perikanan peternakan perkebunan catatan \
    sipil kependudukan dukcapil sosial tenaga kerja perindustrian perdagangan bahasa inggris sumpah proklamasi pancasila \
    merdeka risiko tinggi rendah menengah sangat maksimum minimum medium inovasi aksi perubahan duta slta sltp sma smk \
    smp sd sarjana the";

/// Countries, provinces and towns that are named most beside facilities; the site's own come from its records.
const PLACES: &str = "indonesia malaysia singapura thailand filipina vietnam tiongkok cina india iran nigeria australia \
    belanda amerika timor-leste timor leste aceh sumatera sumatra riau jambi bengkulu lampung bangka belitung banten \
    jakarta jawa bandung bogor depok bekasi tangerang semarang surakarta solo yogyakarta surabaya malang madura bali \
    denpasar nusa tenggara barat timur tengah selatan utara daya laut kalimantan pontianak banjarmasin samarinda \
    balikpapan sulawesi manado gorontalo palu makassar kendari maluku ambon ternate papua jayapura sorong merauke \
    manokwari medan padang pekanbaru palembang batam kupang flores sumba alor rote sabu lembata solor adonara atambua \
    belu malaka soe kefamenanu ende maumere sikka larantuka bajawa ngada nagekeo ruteng manggarai borong waingapu \
    waikabubak oelamasi oesapa penfui kalabahi lewoleba labuan bajo pangkalpinang pangkal pinang sungailiat muntok mentok \
    toboali koba manggar tanjungpandan nusakambangan cilacap cipinang salemba sukamiskin cirebon madiun kediri mataram \
    oepura naibonat tilamuta nunukan ntt ntb babel kepri diy dki jatim jateng jabar";

/// Words with a capital only because a sentence begins with them, and pronouns.
const OPENERS: &str = "saya kami kita anda mereka ia dia beliau ini itu yang para untuk bagi dalam pada di ke dari oleh \
    dengan bersama kepada setelah sesudah sebelum saat ketika sementara selain selama sejak menurut sejumlah seluruh \
    semua setiap tiap sebanyak puluhan ratusan belasan ribuan seorang salah satu dua tiga empat lima enam tujuh delapan \
    sembilan sepuluh beberapa banyak sebagian namun tetapi tapi karena sebab agar supaya jika bila apabila kalau meski \
    walau walaupun meskipun dan atau serta juga pun maka lalu kemudian selanjutnya selain adapun demikian sebagai melalui \
    terhadap tentang antara tanpa hingga sampai seperti bahkan hanya masih sudah telah akan sedang tidak bukan belum foto \
    gambar keterangan nama judul isi catatan sumber teks peserta penerima pelaku korban saksi sasaran jumlah status hadir \
    turut nampak tampak terlihat usai guna demi tak sang si apa siapa bagaimana mengapa kapan hari ini kini besok kemarin \
    kata ujar tutur ungkap jelas tegas terima ikuti ikut jalani gelar panen rayakan dapat raih bebas pulang belajar latih \
    dilatih diberi diajak dibekali antusias semangat produktif siap sukses kreatif mandiri sehat aktif unggul saudara";

/// Given names that are common in Indonesia, most of all in the east: among words that all have capitals they tell a name.
const GIVEN: &str = "abdul abdullah abraham achmad ade adelheid adi adolf adrianus agnes agung agus agustina agustinus \
    ahmad aisyah albert albertus aldi alex alexander alfons alfonsius ali alfred aloysius amir ana anastasia andi andika \
    andre andreas andri ani anita anna anselmus anton antonia antonius ari arif aris arnoldus asep astuti augustinus ayu \
    bambang barnabas bartolomeus bayu benediktus beni benny benyamin bernadeta bernadetha bernadus bernardus bertha budi \
    cahyo carolus christina daniel daud david debora deni denny desi dewi dian didik dimas dina dominggus dominikus donatus \
    doni dony dwi edi eduardus edy efraim eko elisabeth elisabet elias emanuel emilia endang erik erna ernesta ester eva \
    fadli fajar fauzi fatimah febri feliks felix ferdinandus ferry fitri florensia frans fransisca fransiska fransiskus \
    gabriel galih gregorius gunawan hadi hamid hana hari haris hartono hasan hendra hendrik hendrika hengki heri herman \
    hermanus heru hironimus ibrahim ignasius ika ilham imanuel imelda indah indra intan irfan irma irwan isak ismail iwan \
    jefri jeremias joao joko johanes johannes jonathan josef joseph juan julius junus kamil karel karolus kornelis \
    kornelius kristian kristina kristoforus laurensius lazarus leonardus lestari lidia linda lukas magdalena margareta \
    maria marianus marius markus marlina marselina marselinus marta martha marthen martinus maryam matius maya maksimus \
    mega melkianus mikael mikhael milka moses muhamad muhammad mulyadi mohamad mohammad nanda nikolaus nikodemus nita \
    novi nurul nur oktavianus oktovianus pascalis paskalis paulina paulus petronela petrus putra putri putu rafael rahmat \
    ratna regina rendi reza ricky rian rina rini riski rizal rizki robert robertus roni rosa rosalia rudi rusdi ruben \
    ruth sari samuel santi santoso sarah sebastianus selvi sergius silvester simon siprianus siti slamet soleman sri \
    stefanus stefania sudirman sugeng sulaiman supardi suryani susanto susi teguh teresia theresia thobias thomas timotius \
    titus tomas toni tri untung ujang valentinus vera veronika viktor vinsensius wahyu wati wayan welmince wilhelmus \
    wulan yakob yakobus yanto yanuarius yasinta yeremias yoga yohana yohanes yohanis yonathan yosef yosefina yosep \
    yoseph yuda yudi yulia yuliana yulianus yulius yunus yustina yusuf zainal zakarias zulkifli";

/// Small words inside names.
const PARTICLES: &[&str] = &["da", "dos", "de", "do", "van", "bin", "binti", "al", "di'", "la"];

/// What a word with a capital and such a beginning is, if it is no given name: `Berprestasi`, `Menjahit`, `Pembinaan`.
const PREFIXES: &[&str] = &["ber", "mem", "men", "meng", "meny", "pem", "pen", "peng", "per", "ter", "di"];

type Words = LazyLock<BTreeSet<&'static str>>;

static SETS: [(Kind, Words); 7] = [
    (Kind::Custody, LazyLock::new(|| CUSTODY.split_whitespace().collect())),
    (Kind::Visitor, LazyLock::new(|| VISITORS.split_whitespace().collect())),
    (Kind::Post, LazyLock::new(|| POSTS.split_whitespace().collect())),
    (Kind::Thing, LazyLock::new(|| THINGS.split_whitespace().collect())),
    (Kind::Thing, LazyLock::new(|| PLACES.split_whitespace().collect())),
    (Kind::Opener, LazyLock::new(|| OPENERS.split_whitespace().collect())),
    (Kind::Given, LazyLock::new(|| GIVEN.split_whitespace().collect())),
];

/// What a word is, as far as lists know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A person in custody.
    Custody,
    /// A visitor or a complainant.
    Visitor,
    /// An office or a profession.
    Post,
    /// A body, a place, a time, a kind of people.
    Thing,
    /// A pronoun, or what sentences begin with.
    Opener,
    /// A given name.
    Given,
}

/// Whether a list holds a word.
pub(super) fn is(low: &str, kind: Kind) -> bool {
    SETS.iter().any(|(other, words)| *other == kind && words.contains(low))
}

/// Whether a word alone, or the end of `warga binaan`, means somebody in custody.
pub(super) fn is_custody_word(low: &str) -> bool {
    low == "binaan" || is(low, Kind::Custody)
}

/// Whether the words up to this one mean somebody in custody: `narapidana`, `warga binaan`, not `rumah tahanan`.
pub(super) fn custody_end(words: &[Word], at: usize) -> bool {
    let word = &words[at];
    let before = at.checked_sub(1).map(|before| words[before].low.as_str()).filter(|_| word.adjoins());
    match word.low.as_str() {
        "binaan" => matches!(before, Some("warga" | "anak")),
        "pemasyarakatan" => matches!(before, Some("didik")),
        "tahanan" => !matches!(before, Some("rumah" | "kamar" | "ruang" | "mobil" | "sel" | "pelayanan")),
        low => is(low, Kind::Custody),
    }
}

/// How many words of custody end at a place: `warga binaan` are two.
pub(super) fn custody_length(words: &[Word], at: usize) -> usize {
    match words[at].low.as_str() {
        "binaan" => 2,
        "pemasyarakatan" => 3,
        _ => 1,
    }
}

/// Whether a word can be part of a name.
pub(super) fn is_name_part(word: &Word, known: &Known) -> bool {
    let low = word.low.as_str();
    let letters = word.text.chars().all(|c| c.is_alphabetic() || matches!(c, '\'' | '’' | '-' | '.'));
    let shape = word.is_capital() && letters && (word.text.len() == 1 || word.text.contains(char::is_lowercase));
    let shouted = word.is_capital() && is(low, Kind::Given);
    (shape || shouted) && (is(low, Kind::Given) || !is_other(low, known)) && !is_degree(word)
}

/// Whether a word with a capital is known to be no name.
pub(super) fn is_other(low: &str, known: &Known) -> bool {
    known.bodies.contains(low)
        || [Kind::Custody, Kind::Visitor, Kind::Post, Kind::Thing, Kind::Opener].iter().any(|kind| is(low, *kind))
        || is_month(low)
        || is_weekday(low)
}

/// Whether a word is a small one inside names.
pub(super) fn is_particle(low: &str) -> bool {
    PARTICLES.contains(&low)
}

/// Whether a word looks like a verb or noun made with a prefix.
pub(super) fn is_derived(low: &str) -> bool {
    low.len() > 6 && !is(low, Kind::Given) && PREFIXES.iter().any(|prefix| low.starts_with(prefix))
}

/// Whether a word is an academic degree: `S.H`, `A.Md.P`, `M.Si`.
pub(super) fn is_degree(word: &Word) -> bool {
    let text = word.text;
    text.contains('.')
        && matches!(text.split('.').next(), Some("S" | "M" | "A" | "Dr" | "Amd" | "D" | "Sp" | "Ph"))
        && text.len() > 2
        || matches!(text, "SH" | "MH" | "SE" | "MM" | "MSi")
}

/// The words of a person's name, without degrees.
pub(super) fn person(name: &str) -> BTreeSet<String> {
    let plain = name.split(',').next().unwrap_or_default();
    let words = plain.split(|c: char| !(c.is_alphabetic() || matches!(c, '\'' | '’' | '-')));
    words.map(lower).filter(|word| word.chars().count() > 1 && !is(word, Kind::Post)).collect()
}

/// The words of a body's name.
pub(super) fn body(name: &str) -> Vec<String> {
    name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(lower).collect()
}

/// Whether every word of a name belongs to one person in office.
pub(super) fn is_known(name: &[Word], known: &Known) -> bool {
    known.people.iter().any(|person| name.iter().all(|word| person.contains(&word.low)))
}
