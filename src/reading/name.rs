//! Whether a text can be a person's name.

use crate::text::is_han;

/// Two to four characters, longer with the dot of a minority name, perhaps a bracketed suffix.
pub fn looks_like_name(text: &str) -> bool {
    let bare = text.split('(').next().unwrap_or("");
    // `除张三(病假)外` is about somebody.
    if bare.len() < text.len() && !text.ends_with(')') {
        return false;
    }
    // 第一次 only counts.
    if bare.starts_with('第') && bare.ends_with(['次', '期', '批', '届', '场']) {
        return false;
    }
    let dotted = bare.contains(['·', '•', '・', '.']);
    let length = bare.chars().count();
    let limit = if dotted { 20 } else { 5 };
    // A rare character saved in a legacy encoding is left as `?`.
    let lost = bare.chars().filter(|&c| c == '?').count();
    (2..=limit).contains(&length)
        && lost <= 1
        && length > lost
        && bare.chars().all(|c| is_han(c) || matches!(c, '·' | '•' | '・' | '.' | '?'))
}
