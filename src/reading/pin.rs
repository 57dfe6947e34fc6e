//! How a sheet is to be read, where the clerk has said so in `taizhang.toml`.
//!
//! ```toml
//! [[表格]]
//! 文件 = "第二支部/*考勤*.xlsx"   # 文件名或路径，* 代表任意文字
//! 工作表 = "3月"                  # 可不写：各张都算
//! 类型 = "考勤表"                 # 可不写：由程序判断；“不读”则整张跳过
//! 表头 = "3-4"                    # 可不写：表头所在的行
//! 列 = { B = "姓名", D = "签到" } # 可不写：这一列当作写着这个表头
//! ```
//!
//! What a pin leaves out is told as ever. A header that a pin gives is the only one of its sheet.

use std::collections::BTreeMap;

use serde::Deserialize;
use wildmatch::WildMatch;

use super::record::TableKind;
use crate::address::column_letters;
use crate::text::squash;
use crate::vocabulary::Vocabulary;

/// One entry `[[表格]]`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pin {
    #[serde(rename = "文件")]
    file: String,
    #[serde(rename = "工作表", default)]
    sheet: Option<String>,
    #[serde(rename = "类型", default)]
    pub kind: Option<TableKind>,
    #[serde(rename = "表头", default)]
    header: Option<Rows>,
    /// Headings by the letters of columns.
    #[serde(rename = "列", default)]
    columns: BTreeMap<String, String>,
}

/// `3` or `"3-4"`: rows as Excel numbers them.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(try_from = "RowsText")]
struct Rows(u32, u32);

#[derive(Deserialize)]
#[serde(untagged)]
enum RowsText {
    One(u32),
    Span(String),
}

impl TryFrom<RowsText> for Rows {
    type Error = &'static str;

    fn try_from(text: RowsText) -> Result<Rows, Self::Error> {
        let span = match text {
            RowsText::One(row) => Some((row, row)),
            RowsText::Span(text) => {
                let (first, last) = text.split_once('-').unwrap_or((&text, &text));
                first.trim().parse().ok().zip(last.trim().parse().ok())
            }
        };
        match span {
            Some((first, last)) if (1..=last).contains(&first) => Ok(Rows(first - 1, last - 1)),
            _ => Err("header rows"),
        }
    }
}

impl Pin {
    /// Whether the pin is for this sheet. `path` is relative to the workspace, with `/`; the file's name alone, or
    /// the end of the path, will do.
    pub fn is_for(&self, path: &str, sheet: &str) -> bool {
        let pattern = WildMatch::new(&self.file.replace('\\', "/"));
        let tails = path.match_indices('/').map(|(i, _)| &path[i + 1..]);
        let named = self.sheet.as_ref().is_none_or(|s| WildMatch::new(&squash(s)).matches(&squash(sheet)));
        named && std::iter::once(path).chain(tails).any(|tail| pattern.matches(tail))
    }

    /// First and last row of the header, counted from zero.
    pub fn header(&self) -> Option<(u32, u32)> {
        self.header.map(|Rows(first, last)| (first, last))
    }

    /// The heading that a column is to be read as having.
    pub fn heading(&self, col: u32) -> Option<&str> {
        let letters = column_letters(col);
        self.columns
            .iter()
            .find(|(l, _)| l.eq_ignore_ascii_case(&letters))
            .map(|(_, heading)| heading.as_str())
    }

    /// A heading of this pin that the vocabulary does not know, or a column that has no such letters.
    pub fn fault(&self, vocabulary: &Vocabulary) -> Option<String> {
        let odd = |l: &String| l.is_empty() || l.len() > 3 || !l.chars().all(|c| c.is_ascii_alphabetic());
        let unknown = |h: &String| vocabulary.heading(&squash(h)).is_empty();
        let letters =
            self.columns.keys().find(|l| odd(l)).map(|l| format!("列“{l}”应当用 A、B、C 这样的列标"));
        letters.or_else(|| {
            let (_, heading) = self.columns.iter().find(|(_, h)| unknown(h))?;
            let near = vocabulary.nearest_heading(heading).map(|n| format!("，是不是“{n}”？"));
            Some(format!("“{heading}”不是程序认识的表头{}", near.unwrap_or_default()))
        })
    }

    /// The pin as the clerk would look for it.
    pub fn name(&self) -> String {
        match &self.sheet {
            Some(sheet) => format!("{}，工作表 {sheet}", self.file),
            None => self.file.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pin(text: &str) -> Pin {
        toml::from_str(&crate::toml_fault::quote_keys(text)).unwrap()
    }

    #[test]
    fn which_sheets_a_pin_is_for() {
        for (text, path, sheet, is_for) in [
            ("文件 = \"3月.xlsx\"", "第二支部/3月.xlsx", "Sheet1", true),
            ("文件 = \"第二支部/*.xlsx\"", "第二支部/3月.xlsx", "Sheet1", true),
            ("文件 = \"二支部/*.xlsx\"", "第二支部/3月.xlsx", "Sheet1", false),
            ("文件 = '第二支部\\3月.xlsx'", "第二支部/3月.xlsx", "Sheet1", true),
            ("文件 = \"3月.xlsx\"\n工作表 = \"考勤*\"", "3月.xlsx", "考勤 1", true),
            ("文件 = \"3月.xlsx\"\n工作表 = \"考勤*\"", "3月.xlsx", "Sheet1", false),
        ] {
            assert_eq!(pin(text).is_for(path, sheet), is_for, "{text} {path}");
        }
    }

    #[test]
    fn what_a_pin_says() {
        let pin =
            pin("文件 = \"a\"\n类型 = \"考勤表\"\n表头 = \"3-4\"\n列 = { b = \"姓 名\", D = \"姓明\" }");
        assert_eq!((pin.header(), pin.heading(1), pin.heading(0)), (Some((2, 3)), Some("姓 名"), None));
        assert_eq!(pin.kind, Some(TableKind::Matrix));
        let fault = pin.fault(Vocabulary::built_in()).unwrap();
        assert!(fault.contains("姓明") && fault.contains("姓名"), "{fault}");
        assert!(toml::from_str::<Pin>("\"文件\" = \"a\"\n\"表头\" = \"4-3\"").is_err());
    }
}
