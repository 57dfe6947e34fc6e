//! Whether a text can be a person's name.

use crate::text::is_han;

/// Surnames of two characters that are nobody's whole name: 公孙到来缺席 is about 公孙到来.
const SURNAMES: [&str; 29] = [
    "欧阳", "司马", "上官", "诸葛", "司徒", "夏侯", "尉迟", "令狐", "公孙", "皇甫", "慕容", "宇文", "长孙",
    "端木", "西门", "南宫", "独孤", "轩辕", "申屠", "闻人", "澹台", "公冶", "淳于", "钟离", "宗政", "濮阳",
    "呼延", "赫连", "万俟",
];

/// Whether a text begins with a surname of two characters: then 公孙到来 is a whole name.
pub fn has_long_surname(text: &str) -> bool {
    SURNAMES.iter().any(|surname| text.starts_with(surname))
}

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
    if SURNAMES.contains(&bare) {
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
