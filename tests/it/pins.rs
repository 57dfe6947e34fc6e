//! What a clerk says in `taizhang.toml` of how a single sheet is to be read.

use super::support::{folder, table, taizhang};

const ROSTER: &str = "第一支部党员花名册\n姓名,入党时间\n赵文博,2010-05-01\n钱进,2010-05-01\n";

/// The settings, the book, and what comes of it: attendance as `name status`, issues as `code detail`.
const CASES: &[(&str, &str, &[&str], &[&str])] = &[
    (
        "[[表格]]\n文件 = \"book.csv\"\n表头 = 3\n列 = { A = \"姓名\", C = \"备注\" }\n",
        "第一支部2026年\n甲,乙,丙\n人,3月5日党员大会,别的\n赵文博,√,x\n钱进,×,y\n",
        &["赵文博 present", "钱进 absent"],
        &[],
    ),
    (
        "[[表格]]\n文件 = \"book.csv\"\n类型 = \"不读\"\n",
        "第一支部2026年\n姓名,3月5日党员大会\n赵文博,√\n钱进,×\n",
        &[],
        &["foreign-table 工作表“book”没有读取：taizhang.toml 里写明不读。"],
    ),
    (
        "[[表格]]\n文件 = \"book.csv\"\n列 = { A = \"姓明\" }\n\n[[表格]]\n文件 = \"没有.xlsx\"\n",
        "第一支部2026年\n姓名,3月5日党员大会\n赵文博,√\n钱进,×\n",
        &["赵文博 present", "钱进 absent"],
        &[
            "bad-settings 设置文件有误：taizhang.toml 的[[表格]]“book.csv”：“姓明”不是程序认识的表头，是不是“姓名”？。",
            "bad-settings 设置文件有误：taizhang.toml 的[[表格]]“没有.xlsx”没有对应的表。",
        ],
    ),
    (
        "[[表格]]\n文件 = \"book.csv\"\n类型 = \"学习计划\"\n",
        "第一支部2026年\n姓名,3月5日党员大会\n赵文博,√\n钱进,×\n",
        &[],
        &[
            "nothing-read 这张表认作学习计划，却没有读到可用的内容。",
            "unknown-heading 列标题“3月5日党员大会”不认识，这一列没有采用。",
        ],
    ),
];

#[test]
fn a_sheet_is_read_as_the_clerk_says() {
    for (settings, text, expected, issues_expected) in CASES {
        let dir = folder(&[("花名册.csv", ROSTER), ("book.csv", text), ("taizhang.toml", settings)]);
        let out = tempfile::tempdir().unwrap();
        taizhang().arg("facts").arg(dir.path()).arg("--out").arg(out.path()).assert().success();
        let facts = table(&out.path().join("attendance.csv"));
        let said: Vec<String> = facts.iter().map(|f| format!("{} {}", f["name"], f["status"])).collect();
        let issues = table(&out.path().join("issues.csv"));
        let issues: Vec<String> = issues.iter().map(|i| format!("{} {}", i["code"], i["message"])).collect();
        assert_eq!(&said, expected, "{settings}");
        assert_eq!(&issues, issues_expected, "{settings}");
    }
}
