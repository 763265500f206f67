//! Makes what is sealed small: reasons repeat themselves, and everybody has hundreds of them.
//!
//! What must not happen here: an unpacked text larger than anything that was ever packed.

use std::io::Read as _;

use flate2::read::DeflateDecoder;
use flate2::{Compress, Compression, FlushCompress, Status};
use zeroize::Zeroizing;

/// No JSON begins with it: tells packed texts from those that an older program wrote.
const PACKED: u8 = 1;
/// Shorter texts stay as they are.
const WORTH: usize = 256;
/// The largest text that is unpacked, in bytes.
const MOST: u64 = 4 * 1024 * 1024;

/// Packs texts one after the other. Its tables are large: making them takes longer than packing a text does.
#[derive(Debug, Default)]
pub(super) struct Packer(Option<Compress>);

impl Packer {
    /// The text, packed where that is worth it.
    pub(super) fn pack(&mut self, json: Zeroizing<Vec<u8>>) -> Zeroizing<Vec<u8>> {
        if json.len() < WORTH {
            return json;
        }
        let tables = self
            .0
            .get_or_insert_with(|| Compress::new(Compression::fast(), false));
        tables.reset();
        let mut packed = Zeroizing::new(Vec::with_capacity(json.len() / 2 + 128));
        packed.push(PACKED);
        loop {
            // It packs into what is reserved, and no further.
            packed.reserve(64);
            let read = usize::try_from(tables.total_in()).unwrap_or(usize::MAX);
            let rest = json.get(read..).unwrap_or_default();
            match tables.compress_vec(rest, &mut packed, FlushCompress::Finish) {
                Ok(Status::StreamEnd) => return packed,
                Ok(Status::Ok) => {}
                // Packing into memory does not fail; if it ever did, the text itself is as good.
                Ok(Status::BufError) | Err(_) => return json,
            }
        }
    }
}

/// The text again; `None` where it is none that was packed here.
pub(super) fn unpack(bytes: Zeroizing<Vec<u8>>) -> Option<Zeroizing<Vec<u8>>> {
    let Some((&PACKED, packed)) = bytes.split_first() else {
        return Some(bytes);
    };
    let mut json = Zeroizing::new(Vec::new());
    let read = DeflateDecoder::new(packed)
        .take(MOST + 1)
        .read_to_end(&mut json);
    (read.is_ok() && json.len() as u64 <= MOST).then_some(json)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn round(text: &str) -> (usize, String) {
        let packed = Packer::default().pack(Zeroizing::new(text.as_bytes().to_vec()));
        let length = packed.len();
        let json = unpack(packed).expect("it was packed here");
        (length, String::from_utf8(json.to_vec()).expect("a text"))
    }

    #[test]
    fn what_is_packed_comes_back_as_it_was() {
        let long = "[\"Your work as a baker is near to it\"]".repeat(50);
        let (length, again) = round(&long);
        assert_eq!(again, long);
        assert!(length < long.len() / 5, "{length} of {}", long.len());
        for short in ["", "{}", "[1]"] {
            assert_eq!(round(short), (short.len(), short.to_owned()));
        }
    }

    #[test]
    fn one_packer_packs_text_after_text() {
        let mut packer = Packer::default();
        for count in [300, 7, 20_000, 1, 300] {
            let text: String = (0..count)
                .map(|at| format!("reason {at} of many; "))
                .collect();
            let packed = packer.pack(Zeroizing::new(text.clone().into_bytes()));
            let alone = Packer::default().pack(Zeroizing::new(text.clone().into_bytes()));
            assert_eq!(*packed, *alone, "nothing of the one before is left");
            let again = unpack(packed).expect("it was packed here");
            assert_eq!(*again, text.into_bytes());
        }
    }

    #[test]
    fn what_was_not_packed_here_is_refused() {
        for bytes in [&[PACKED, 0xff, 0xff][..], &[PACKED, 7]] {
            assert!(unpack(Zeroizing::new(bytes.to_vec())).is_none());
        }
        let bomb = Packer::default().pack(Zeroizing::new(vec![b' '; 5 * 1024 * 1024]));
        assert!(unpack(bomb).is_none(), "it would fill the memory");
    }
}
