//! The first look: the bytes a file begins with.

/// What the first bytes promise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::features::resumes) enum Kind {
    /// A PDF header.
    Pdf,
    /// A zip archive, which a Word file is.
    Zip,
    /// An Office file locked with a password.
    Encrypted,
    /// Something else.
    Other,
}

/// Readers accept a PDF header anywhere in the first 1024 bytes (ISO 32000-1, annex H, note 13).
const PDF_HEADER_WITHIN: usize = 1024;

pub(in crate::features::resumes) fn sniff(bytes: &[u8]) -> Kind {
    // Zip first: a PDF inside an uncompressed archive may start within the first 1024 bytes.
    if bytes.starts_with(b"PK\x03\x04") {
        return Kind::Zip;
    }
    if bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        // An OLE file: Word 97's .doc, or the wrapper of an encrypted .docx, whose streams are
        // named in UTF-16 ([MS-OFFCRYPTO] 2.3.4.4).
        let name: Vec<u8> = "EncryptedPackage"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        let locked = bytes.windows(name.len()).any(|window| window == name);
        return if locked { Kind::Encrypted } else { Kind::Other };
    }
    let head = &bytes[..bytes.len().min(PDF_HEADER_WITHIN)];
    if head.windows(5).any(|window| window == b"%PDF-") {
        Kind::Pdf
    } else {
        Kind::Other
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds() {
        let ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
        let mut locked = ole.clone();
        locked.extend(
            "..EncryptedPackage"
                .encode_utf16()
                .flat_map(u16::to_le_bytes),
        );
        let late = [&[b' '; 1019][..], b"%PDF-1.7"].concat();
        let too_late = [&[b' '; 1020][..], b"%PDF-1.7"].concat();
        for (bytes, kind) in [
            (&b"%PDF-1.7"[..], Kind::Pdf),
            (b"\xef\xbb\xbf%PDF-1.4", Kind::Pdf),
            (&late, Kind::Pdf),
            (&too_late, Kind::Other),
            (b"PK\x03\x04", Kind::Zip),
            (b"PK\x03\x04 then %PDF-1.7", Kind::Zip),
            (&ole, Kind::Other),
            (&locked, Kind::Encrypted),
            (b"MZ\x90", Kind::Other),
            (b"{\\rtf1", Kind::Other),
            (b"%PDF", Kind::Other),
            (b"", Kind::Other),
        ] {
            assert_eq!(sniff(bytes), kind, "{:?}", &bytes[..bytes.len().min(12)]);
        }
    }
}
