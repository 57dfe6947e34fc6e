//! Study records in the ways in which branches keep them, each the smallest book that shows it.

use super::support::{folder, table, taizhang};

const ROSTER: &str =
    "第一支部党员花名册\n姓名,入党时间\n赵文博,2010-05-01\n钱进,2010-05-01\n孙丽华,2010-05-01\n";

/// What a book is, its text (CSV), and the records: name, date, topic, hours, points, cell.
const BOOKS: &[(&str, &str, &[&str])] = &[
    (
        "one row a person",
        "第一支部2026年3月学时登记\n姓名,学时\n赵文博,2\n钱进,1.5小时\n",
        &["赵文博 2026-03  2  B3", "钱进 2026-03  1.5  B4"],
    ),
    (
        "months across, in hours",
        "第一支部2026年自学学时统计\n姓名,1月,2月,合计\n赵文博,2,3.5,5.5\n钱进,0,1,1\n",
        &["赵文博 2026-01  2  B3", "赵文博 2026-02  3.5  C3", "钱进 2026-02  1  C4"],
    ),
    (
        "months across, in points",
        "第一支部2026年学习强国积分\n姓名,一月份,二月份\n赵文博,120,90\n钱进,/,1\n",
        &["赵文博 2026-01   120 B3", "赵文博 2026-02   90 C3", "钱进 2026-02   1 C4"],
    ),
    (
        "topics across, with ticks",
        "第一支部2026年3月线上学习完成情况\n姓名,党章总纲,廉洁自律准则,备注\n赵文博,√,×,\n钱进,√,√,\n孙丽华,,√,补学\n",
        &[
            "赵文博 2026-03 党章总纲   B3",
            "钱进 2026-03 党章总纲   B4",
            "钱进 2026-03 廉洁自律准则   C4",
            "孙丽华 2026-03 廉洁自律准则   C5",
        ],
    ),
    (
        "topics across, in hours",
        "第一支部2026年3月自学学时\n姓名,党章总纲,廉洁自律准则\n赵文博,2,\n钱进,1,0.5\n",
        &[
            "赵文博 2026-03 党章总纲 2  B3",
            "钱进 2026-03 党章总纲 1  B4",
            "钱进 2026-03 廉洁自律准则 0.5  C4",
        ],
    ),
];

/// What counts something else is no study: nothing is read, and it is told.
#[test]
fn counts_of_other_things_are_no_topics() {
    for text in [
        "第一支部2026年3月学习情况统计\n姓名,心得篇数,笔记字数\n赵文博,2,3000\n钱进,1,500\n",
        "第一支部2026年3月学习情况统计\n姓名,党章总纲,参加场次\n赵文博,√,3\n钱进,×,2\n",
        "第一支部2026年3月学时统计\n姓名,党章总纲,心得篇数\n赵文博,2,3\n钱进,1,1\n",
    ] {
        let dir = folder(&[("花名册.csv", ROSTER), ("study.csv", text)]);
        let out = tempfile::tempdir().unwrap();
        taizhang().arg("facts").arg(dir.path()).arg("--out").arg(out.path()).assert().success();
        let records = table(&out.path().join("study_records.csv"));
        assert!(records.iter().all(|r| r["topic"] == "党章总纲"), "{text}\n{records:?}");
        let issues = table(&out.path().join("issues.csv"));
        assert!(!issues.is_empty(), "{text}");
    }
}

#[test]
fn each_way_of_keeping_study() {
    for (what, text, expected) in BOOKS {
        let dir = folder(&[("花名册.csv", ROSTER), ("study.csv", text)]);
        let out = tempfile::tempdir().unwrap();
        taizhang().arg("facts").arg(dir.path()).arg("--out").arg(out.path()).assert().success();
        let said: Vec<String> = table(&out.path().join("study_records.csv"))
            .iter()
            .map(|r| {
                let cell = r["source"].rsplit(' ').next().unwrap();
                format!("{} {} {} {} {} {cell}", r["name"], r["date"], r["topic"], r["hours"], r["points"])
            })
            .collect();
        let issues = std::fs::read_to_string(out.path().join("issues.csv")).unwrap();
        assert_eq!(&said, expected, "{what}\n{issues}");
        assert_eq!(issues.lines().count(), 1, "{what}\n{issues}");
    }
}
