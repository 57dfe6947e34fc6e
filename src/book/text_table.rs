//! CSV and TSV in the encodings that Excel and WPS write.

use std::path::Path;

use encoding_rs::{Encoding, GB18030, UTF_8, UTF_16BE, UTF_16LE};

use super::{Book, Refusal, Value, cells::Cells};

/// The text, and whether it came in the Chinese legacy encoding.
///
/// A mark at the start decides; else what is valid UTF-8 is UTF-8, what has a NUL in every other
/// byte is UTF-16, and the rest is GB18030, which Excel in China calls ANSI.
pub fn decode(bytes: &[u8]) -> (String, bool) {
    let encoding = match Encoding::for_bom(bytes) {
        Some((encoding, _)) => encoding,
        None if looks_like_utf16(bytes, 1) => UTF_16LE,
        None if looks_like_utf16(bytes, 0) => UTF_16BE,
        None if valid_utf8(bytes) => UTF_8,
        None => GB18030,
    };
    (encoding.decode(bytes).0.into_owned(), encoding == GB18030)
}

/// A cut through the middle of the last character is no fault.
fn valid_utf8(bytes: &[u8]) -> bool {
    std::str::from_utf8(bytes).map_or_else(|e| e.error_len().is_none(), |_| true)
}

fn looks_like_utf16(bytes: &[u8], zero_at: usize) -> bool {
    let pairs = bytes.len().min(2000) / 2;
    let zeros = bytes.chunks_exact(2).take(pairs).filter(|pair| pair[zero_at] == 0).count();
    pairs > 4 && zeros * 4 > pairs
}

pub fn read(stem: &str, path: &Path, bytes: &[u8]) -> Result<Book, Refusal> {
    let (text, legacy_text) = decode(bytes);
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let delimiter = [b'\t', b',', b';']
        .into_iter()
        .max_by_key(|&d| text.bytes().take(8192).filter(|&b| b == d).count())
        .unwrap_or(b',');
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(text.as_bytes());
    let mut cells = Cells::default();
    // The reader skips blank lines and cells may hold breaks: rows are counted here, as Excel shows them.
    let (mut widest, mut row, mut counted, mut inner_breaks) = (0, 0u32, 0usize, 0u32);
    for record in reader.records() {
        let record = record.map_err(|_| Refusal::Unreadable("文字表格的格式有误".into()))?;
        widest = widest.max(record.len());
        let start = record.position().map_or(counted, |p| p.byte() as usize);
        let start = start + text.as_bytes()[start..].iter().take_while(|&&b| b == b'\n').count();
        row += text.as_bytes()[counted..start].iter().filter(|&&b| b == b'\n').count() as u32 - inner_breaks;
        counted = start;
        inner_breaks = record.iter().map(|field| field.matches('\n').count() as u32).sum();
        for (col, field) in record.iter().enumerate() {
            cells.put(row, col as u32, Value::Text(field.into()))?;
        }
    }
    let is_prose = path.extension().is_some_and(|e| e.eq_ignore_ascii_case("txt")) && widest < 2;
    if is_prose {
        return Err(Refusal::NotABook);
    }
    Ok(Book { sheets: vec![cells.into_sheet(stem.to_string(), false, Vec::new())], legacy_text })
}
