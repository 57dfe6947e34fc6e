//! Mistakes in a settings or rules file, told where they are and in Chinese.

use std::fmt;
use std::sync::LazyLock;

use regex::Regex;

/// Where a TOML file is wrong, and how. Line and column count from one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TomlFault {
    pub line: usize,
    pub column: usize,
    pub message: String,
}

impl TomlFault {
    /// A mistake at a byte of the text.
    pub fn at(text: &str, byte: usize, message: impl Into<String>) -> TomlFault {
        let before = text.get(..byte).unwrap_or(text);
        let column = before.rsplit('\n').next().unwrap_or("").chars().count() + 1;
        TomlFault { line: before.matches('\n').count() + 1, column, message: message.into() }
    }

    /// What the parser says, in the reader's language, with the line as it stands.
    pub fn from(text: &str, error: &toml::de::Error) -> TomlFault {
        let fault = TomlFault::at(text, error.span().map_or(0, |s| s.start), "");
        let line = text.lines().nth(fault.line - 1).unwrap_or("").trim();
        TomlFault { message: format!("{}：{line}", in_chinese(error.message())), ..fault }
    }
}

impl fmt::Display for TomlFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "第{}行第{}列，{}", self.line, self.column, self.message)
    }
}

fn in_chinese(message: &str) -> String {
    static KINDS: LazyLock<[(Regex, &str); 8]> = LazyLock::new(|| {
        [
            (r"unknown field `(.*?)`", "不认识的项“$1”"),
            (r"missing field `(.*?)`", "缺少“$1”一项"),
            (r"unknown variant `(.*?)`, expected (?:one of )?(.*)", "“$1”不能用，只能是 $2"),
            (r"duplicate (?:field|key)", "同一项写了两次"),
            (r"expected (?:f64|a number)", "这里应当是数字"),
            (r"expected (?:u32|an integer)", "这里应当是整数"),
            (r"expected a (?:string|sequence)", "这里应当是带引号的文字"),
            (r"string values must be quoted|invalid string", "文字要放在英文引号里"),
        ]
        .map(|(pattern, chinese)| (Regex::new(pattern).unwrap(), chinese))
    });
    let found = KINDS.iter().find_map(|(kind, chinese)| {
        let captures = kind.captures(message)?;
        let mut said = String::new();
        captures.expand(chinese, &mut said);
        Some(said.replace('`', "").replace(", ", "、"))
    });
    found.unwrap_or_else(|| "写法不对".into())
}

/// TOML with its Chinese keys quoted, which the format asks for and nobody would guess: `单位 = "…"` and
/// `[词汇.mark]`. Lines stay where they are.
pub fn quote_keys(text: &str) -> String {
    static KEY: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"(?m)^([ \t]*)([\p{Han}\w/]*\p{Han}[\p{Han}\w/]*)([ \t]*=)").unwrap());
    static TABLE: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"(?m)^([ \t]*\[+)([\p{Han}\w]*\p{Han}[\p{Han}\w]*)").unwrap());
    let keys = KEY.replace_all(text, "$1\"$2\"$3");
    TABLE.replace_all(&keys, "$1\"$2\"").into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_keys_need_no_quotes() {
        let quoted = quote_keys("单位 = \"甲\"\n[词汇.mark]\npresent = [\"参训 = 1\"]\n");
        assert_eq!(quoted, "\"单位\" = \"甲\"\n[\"词汇\".mark]\npresent = [\"参训 = 1\"]\n");
    }

    #[test]
    fn mistakes_are_told_in_chinese() {
        #[derive(serde::Deserialize)]
        #[serde(deny_unknown_fields)]
        struct Settings {
            #[serde(rename = "次数")]
            _times: u32,
        }
        for (text, said) in [
            ("次数 = \"三\"", "第1行第8列，这里应当是整数：\"次数\" = \"三\""),
            ("次数 = 三", "第1行第8列，文字要放在英文引号里：\"次数\" = 三"),
            ("次数 = 3\n几次 = 1", "第2行第1列，不认识的项“几次”：\"几次\" = 1"),
            ("", "第1行第1列，缺少“次数”一项："),
        ] {
            let text = quote_keys(text);
            let fault = toml::from_str::<Settings>(&text).map(|_| ()).unwrap_err();
            assert_eq!(TomlFault::from(&text, &fault).to_string(), said);
        }
    }
}
