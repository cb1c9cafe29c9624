//! Other words for the keys of the content format: what people and other programs write, and what it is called here.

use crate::text;

/// The key, and what else it is called.
const SYNONYMS: &[(&str, &[&str])] = &[
    ("nama", &["name", "nama_lengkap", "nama_unit", "nama_layanan", "nama_program"]),
    ("nama_singkat", &["short_name", "singkatan", "alias"]),
    ("judul", &["title", "headline", "nama", "heading"]),
    ("tanggal", &["date", "tgl", "waktu", "hari"]),
    ("ringkasan", &["summary", "description", "excerpt", "deskripsi", "intisari"]),
    ("fasilitas", &["facility", "facilities", "upt", "unit", "lapas"]),
    ("topik", &["tags", "tag", "topics", "topic", "kategori", "label"]),
    ("kontributor", &["author", "authors", "penulis", "contributor", "by"]),
    ("foto", &["image", "photo", "gambar", "cover", "thumbnail"]),
    ("draf", &["draft", "konsep"]),
    ("tayang", &["publish_at", "publishdate", "terbit", "published"]),
    ("kedaluwarsa", &["expires_at", "expirydate", "kadaluarsa", "kadaluwarsa", "kedaluarsa"]),
    ("alamat", &["address", "lokasi", "location"]),
    ("telepon", &["phone", "telp", "tlp", "telephone", "hp", "no_hp", "no_telp", "nomor_telepon"]),
    ("email", &["surel", "mail", "e_mail"]),
    ("situs", &["website", "web", "url"]),
    ("medsos", &["social", "media_sosial", "sosmed"]),
    ("kontak", &["contact", "contacts", "hubungi"]),
    ("jenis", &["type", "tipe", "kind", "kategori"]),
    ("kategori", &["category", "golongan", "jenis"]),
    ("kelas", &["class", "klas"]),
    ("zona_waktu", &["timezone", "zona", "tz"]),
    ("jam_layanan", &["hours", "jam", "jam_buka", "jam_operasional", "jam_pelayanan"]),
    ("pimpinan", &["head", "kepala", "kalapas", "karutan", "pejabat"]),
    ("induk", &["parent", "affiliation", "kementerian"]),
    ("biaya", &["fee", "tarif", "harga", "ongkos", "cost", "price", "biaya_tarif"]),
    ("persyaratan", &["syarat", "requirements", "syarat_syarat"]),
    ("prosedur", &["procedure", "alur", "mekanisme", "tata_cara"]),
    ("jangka_waktu", &["duration", "waktu", "lama", "waktu_penyelesaian", "durasi"]),
    ("produk", &["products", "product", "hasil", "keluaran", "output"]),
    ("sarana", &["amenities", "prasarana", "fasilitas", "sarana_prasarana"]),
    ("kompetensi", &["competence", "kompetensi_pelaksana"]),
    ("pengawasan_internal", &["supervision", "pengawasan"]),
    ("penanganan_pengaduan", &["complaints", "pengaduan", "aduan"]),
    ("dasar_hukum", &["legal_basis", "hukum", "dasar", "peraturan"]),
    ("jumlah_pelaksana", &["staff", "pelaksana", "jumlah_petugas"]),
    ("jaminan_pelayanan", &["guarantee", "jaminan"]),
    ("jaminan_keamanan", &["safety", "jaminan_keselamatan", "keamanan"]),
    ("evaluasi", &["evaluation", "evaluasi_kinerja"]),
    ("jadwal", &["schedule", "agenda"]),
    ("pengguna", &["users", "penerima", "sasaran"]),
    ("ditinjau", &["reviewed", "ditinjau_pada", "tanggal_tinjau"]),
    ("berlaku_sejak", &["valid_from", "mulai_berlaku", "since"]),
    ("berlaku_sampai", &["valid_to", "berakhir", "until"]),
    ("diperiksa", &["checked", "verified", "diverifikasi"]),
    ("jumlah", &["amount", "nilai", "total", "nominal"]),
    ("satuan", &["unit", "units"]),
    ("nilai", &["value", "angka", "skor", "score"]),
    ("sumber", &["source", "sources", "rujukan"]),
    ("catatan", &["note", "notes", "keterangan"]),
    ("keterangan", &["caption", "catatan", "teks"]),
    ("berkas", &["file", "dokumen", "lampiran"]),
    ("kredit", &["credit", "fotografer"]),
    ("lembaga", &["institution", "institutions", "instansi"]),
    ("temuan", &["findings", "finding"]),
    ("rekomendasi", &["recommendations", "saran"]),
    ("tenggat", &["due", "deadline", "batas", "jatuh_tempo"]),
    ("penanggung_jawab", &["owner", "pic", "pj"]),
    ("isi", &["text", "teks", "content", "body", "uraian"]),
    ("mulai", &["start", "dari", "sejak"]),
    ("selesai", &["end", "sampai", "akhir"]),
    ("dari", &["from", "mulai", "sejak"]),
    ("sampai", &["to", "until", "selesai", "akhir"]),
    ("sejak", &["since", "from", "mulai", "dari"]),
];

/// Returns the known key that a key means by another word; nothing where two known keys go by that word.
pub fn meant<'k>(key: &str, known: impl Iterator<Item = &'k str>) -> Option<&'k str> {
    let key = key.trim().to_lowercase().replace(['-', ' '], "_");
    let goes_by = |name: &str| SYNONYMS.iter().any(|(of, words)| *of == name && words.contains(&key.as_str()));
    let mut found = known.filter(|name| goes_by(name));
    let first = found.next()?;
    found.next().is_none().then_some(first)
}

/// Returns the known key that a key certainly is: by another word, or but for one slip.
pub fn certain<'k>(key: &str, known: impl Iterator<Item = &'k str> + Clone) -> Option<&'k str> {
    text::certain(key, known.clone()).or_else(|| meant(key, known))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_words_are_known_where_they_mean_one_key() {
        let known = ["nama", "biaya", "jangka_waktu", "kategori", "jenis"];
        for (key, expected) in [
            ("tarif", Some("biaya")),
            ("Waktu", Some("jangka_waktu")),
            ("nama-lengkap", Some("nama")),
            ("type", Some("jenis")),
            ("biya", Some("biaya")),
            ("syarat", None),
            ("kategori2", Some("kategori")),
        ] {
            assert_eq!(certain(key, known.into_iter()), expected, "{key}");
        }
        assert_eq!(meant("sejak", ["mulai", "dari"].into_iter()), None);
    }
}
