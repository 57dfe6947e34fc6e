//! What a file is, told by its content.

use std::borrow::Cow;
use std::io::{Cursor, Read};
use std::path::Path;

use super::Refusal;

/// A zip archive in memory.
pub type Archive<'a> = zip::ZipArchive<Cursor<&'a [u8]>>;

/// A kind of file that holds sheets.
pub enum Format<'a> {
    Xlsx(Archive<'a>),
    Xlsb(Archive<'a>),
    Ods(Archive<'a>),
    /// The records of an .xls or of WPS's .et.
    Xls(Cow<'a, [u8]>),
    /// HTML tables, whatever the file's name.
    Html,
    /// Separated values.
    Text,
}

/// Extensions under which text is taken for a table; other text files are none of ours.
const TABLE_EXTENSIONS: [&str; 9] = ["csv", "tsv", "txt", "xls", "xlsx", "et", "xlsm", "ods", "xlsb"];

pub fn sniff<'a>(path: &Path, bytes: &'a [u8]) -> Result<Format<'a>, Refusal> {
    let extension = path.extension().map(|e| e.to_string_lossy().to_lowercase()).unwrap_or_default();
    let named_like_a_table =
        TABLE_EXTENSIONS.contains(&extension.as_str()) || matches!(extension.as_str(), "htm" | "html");
    if bytes.is_empty() {
        return Err(if named_like_a_table {
            Refusal::Unreadable("文件是空的（0 字节）".into())
        } else {
            Refusal::NotABook
        });
    }
    if bytes.starts_with(b"PK") {
        return archive(bytes, named_like_a_table);
    }
    if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
        return compound(bytes, named_like_a_table);
    }
    if !named_like_a_table {
        return Err(Refusal::NotABook);
    }
    // Programs of the web write the records of one sheet and nothing around them; the first has eight bytes or more.
    if bytes.starts_with(&[0x09, 0x08, 0x08, 0x00]) || bytes.starts_with(&[0x09, 0x08, 0x10, 0x00]) {
        return Ok(Format::Xls(bytes.into()));
    }
    let head = super::text_table::decode(&bytes[..bytes.len().min(4096)]).0.to_lowercase();
    let head = head.trim_start();
    if head.starts_with('<')
        && ["<html", "<table", "<!doctype html", "<meta", "<head"].iter().any(|tag| head.contains(tag))
    {
        return Ok(Format::Html);
    }
    if head.starts_with("<?xml") {
        return Err(Refusal::Unreadable("是 XML 格式，不是普通的表格文件".into()));
    }
    let odd = head.chars().filter(|c| c.is_control() && !c.is_whitespace() || *c == '\u{fffd}').count();
    if odd * 20 > head.chars().count() {
        return Err(Refusal::Unreadable("内容不是表格，或者已损坏".into()));
    }
    Ok(Format::Text)
}

fn archive(bytes: &[u8], named_like_a_table: bool) -> Result<Format<'_>, Refusal> {
    let Ok(archive) = zip::ZipArchive::new(Cursor::new(bytes)) else {
        return Err(if named_like_a_table {
            Refusal::Unreadable("文件不完整，可能没有传完".into())
        } else {
            Refusal::NotABook
        });
    };
    let has = |part: &str| archive.file_names().any(|name| name.eq_ignore_ascii_case(part));
    if has("xl/workbook.bin") {
        Ok(Format::Xlsb(archive))
    } else if archive.file_names().any(|name| name.ends_with("workbook.xml")) {
        Ok(Format::Xlsx(archive))
    } else if has("content.xml") && has("mimetype") && !named_like_a_document(bytes) {
        Ok(Format::Ods(archive))
    } else if named_like_a_table {
        Err(Refusal::Unreadable("压缩包里没有工作表".into()))
    } else {
        Err(Refusal::NotABook)
    }
}

/// OpenDocument texts and slides carry their kind in the first, unpacked part.
fn named_like_a_document(bytes: &[u8]) -> bool {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(120)]);
    head.contains("opendocument.text") || head.contains("opendocument.presentation")
}

fn compound(bytes: &[u8], named_like_a_table: bool) -> Result<Format<'_>, Refusal> {
    let refused = |what: &str| {
        if named_like_a_table { Err(Refusal::Unreadable(what.into())) } else { Err(Refusal::NotABook) }
    };
    let Ok(mut file) = cfb::CompoundFile::open(Cursor::new(bytes)) else {
        return refused("文件不完整，可能没有传完");
    };
    if file.is_stream("/EncryptedPackage") {
        return Err(Refusal::Encrypted);
    }
    // A book may hold itself a second time, as Excel 5 and 95 read it.
    let Some(name) = ["/Workbook", "/Book"].into_iter().find(|name| file.is_stream(name)) else {
        return refused("里面没有工作表");
    };
    // A stream that claims to be longer than its file goes round in circles.
    if file.entry(name).is_ok_and(|entry| entry.len() > bytes.len() as u64) {
        return refused("文件不完整或已损坏");
    }
    let mut records = Vec::new();
    match file.open_stream(name).and_then(|mut stream| stream.read_to_end(&mut records)) {
        Ok(_) => Ok(Format::Xls(records.into())),
        Err(_) => Err(Refusal::Unreadable("文件不完整或已损坏".into())),
    }
}
