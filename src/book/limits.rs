//! Refusing, before reading, a file that would take unbounded memory.

use super::Refusal;
use super::cells::MAX_COLS;

/// The most bytes that an archive may unpack to.
pub const MAX_UNPACKED: u64 = 400 << 20;

pub fn unpacks_too_large() -> Refusal {
    Refusal::TooLarge("压缩包展开后过大".into())
}

/// The most bytes that a file of text may have: Excel saves a million cells in less.
const MAX_TEXT_FILE: usize = 32 << 20;
/// The most that tags of an HTML page may lie within each other; an export has a dozen.
const MAX_DEPTH: usize = 256;

/// Text is copied several times on its way to cells, and a line of separators is a cell each.
pub fn check_text(bytes: &[u8]) -> Result<(), Refusal> {
    if bytes.len() > MAX_TEXT_FILE {
        return Err(Refusal::TooLarge(format!("文字表格超过{}兆", MAX_TEXT_FILE >> 20)));
    }
    let separators = |line: &[u8]| line.iter().filter(|b| matches!(b, b',' | b'\t' | b';')).count();
    if bytes.split(|b| *b == b'\n').any(|line| separators(line) > 4 * MAX_COLS as usize) {
        return Err(Refusal::TooLarge("一行里的列太多".into()));
    }
    Ok(())
}

/// The time that a page takes grows with the square of how deep its tags lie within each other.
pub fn check_html(text: &str) -> Result<(), Refusal> {
    // Tags that need not be closed, or never are.
    const OPEN_ENDED: [&str; 20] = [
        "td", "th", "tr", "p", "li", "br", "hr", "img", "meta", "link", "input", "col", "option", "dt", "dd",
        "thead", "tbody", "tfoot", "colgroup", "base",
    ];
    let mut depth = 0usize;
    for tag in text.split('<').skip(1) {
        let closing = tag.starts_with('/');
        let name: String =
            tag.trim_start_matches('/').chars().take_while(char::is_ascii_alphanumeric).collect();
        if name.is_empty()
            || OPEN_ENDED.contains(&name.to_lowercase().as_str())
            || tag.split('>').next().is_some_and(|t| t.ends_with('/'))
        {
            continue;
        }
        depth = if closing { depth.saturating_sub(1) } else { depth + 1 };
        if depth > MAX_DEPTH {
            return Err(Refusal::TooLarge("网页表格嵌套过深".into()));
        }
    }
    Ok(())
}
