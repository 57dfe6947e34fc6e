//! A challenge answered: figures, points, reasons and cells on the screen; and the folder that `init` makes ready.

use predicates::prelude::*;

use super::support::{folder, sample, table, taizhang};

const ROSTERS: [(&str, &str); 2] = [
    (
        "第一支部花名册.csv",
        "第一支部党员花名册\n姓名,入党时间,身份证号\n张伟,2010-05-01,990101198001010110\n张伟,2012-05-01,990101198501010117\n李四,2011-05-01,\n",
    ),
    ("第二支部花名册.csv", "第二支部党员花名册\n姓名,入党时间\n张伟,2010-05-01\n王五,2011-05-01\n"),
];

#[test]
fn a_member_and_a_branch_are_explained() {
    let said = |name: &str| {
        let done =
            taizhang().arg("explain").arg(name).arg(sample()).args(["--period", "2026Q1"]).assert().success();
        String::from_utf8(done.get_output().stdout.clone()).unwrap()
    };
    insta::assert_snapshot!("a_member_explained", said("马志强"));
    insta::assert_snapshot!("a_branch_explained", said("第一支部"));
}

#[test]
fn namesakes_are_asked_apart() {
    let mut files = ROSTERS.to_vec();
    files.push(("第二支部考勤.csv", "第二支部2026年考勤表\n姓名,3月5日主题党日\n张伟,√\n王五,×\n"));
    let dir = folder(&files);
    let explain = |name: &str| taizhang().arg("explain").arg(name).arg(dir.path()).assert();
    explain("张伟")
        .code(2)
        .stderr(predicate::str::contains("第一支部/张伟、第一支部/张伟[2]、第二支部/张伟"));
    explain("第二支部/张伟").success().stdout(predicate::str::contains("应到1次，实到1次"));
    explain("第一支部/张伟[2]")
        .success()
        .stdout(predicate::str::contains("第一支部花名册.csv › 第一支部花名册 › A4"));
    explain("第一支部/张伟").success().stdout(predicate::str::contains("第一支部花名册 › A3"));
    explain("王伍").code(2).stderr(predicate::str::contains("没有叫“王伍”的党员或支部。是不是“王五”？"));
}

#[test]
fn a_list_of_the_whole_bureau_tells_namesakes_apart_by_department() {
    let roster = |branch: &str, department: &str| {
        format!("{branch}党员花名册\n姓名,入党时间,部门\n张伟,2010-05-01,{department}\n")
    };
    let (first, second) = (roster("第一支部", "办公室"), roster("第二支部", "财务股"));
    let dir = folder(&[
        ("第一支部.csv", first.as_str()),
        ("第二支部.csv", second.as_str()),
        ("业务.csv", "2026年业务考核得分\n部门,姓名,得分\n财务股,张伟,91\n仲裁院,张伟,85\n"),
    ]);
    let out = tempfile::tempdir().unwrap();
    taizhang().arg("facts").arg(dir.path()).arg("--out").arg(out.path()).assert().success();
    let of_whom: Vec<String> = table(&out.path().join("evidence.csv"))
        .iter()
        .map(|row| format!("{} {} {}", row["branch"], row["name"], row["value"]))
        .collect();
    // Of a department that is neither's, nobody can tell.
    assert_eq!(of_whom, ["第二支部 张伟 91", " 张伟 85"]);
}

#[test]
fn a_folder_made_ready_is_read_without_a_fault() {
    for rules in ["百分制", "加减分制", "星级"] {
        let dir = tempfile::tempdir().unwrap();
        let init = || taizhang().arg("init").arg(dir.path()).args(["--rules", rules]).assert().success();
        init();
        let settings = dir.path().join("taizhang.toml");
        std::fs::write(&settings, "单位 = \"青山县人社局\"\n规则 = \"考核规则.toml\"\n").unwrap();
        // What the clerk has set is kept.
        init().stdout(predicate::str::contains("没有改动"));
        assert!(std::fs::read_to_string(&settings).unwrap().starts_with("单位"));
        for (name, text) in ROSTERS {
            std::fs::write(dir.path().join(name), text).unwrap();
        }
        let book = "第二支部2026年考勤表\n姓名,3月5日主题党日\n张伟,√\n王五,×\n";
        std::fs::write(dir.path().join("第二支部考勤.csv"), book).unwrap();
        taizhang()
            .arg("run")
            .arg(dir.path())
            .assert()
            .success()
            .stdout(predicate::str::contains("没有发现问题"));
        let scores = table(&dir.path().join("台账报告/数据/scores.csv"));
        assert!(scores.iter().any(|s| s["indicator"] == "total" && !s["points"].is_empty()), "{rules}");
    }
}

#[test]
fn the_settings_that_init_writes_are_well_formed_with_every_line_in_use() {
    let dir = tempfile::tempdir().unwrap();
    taizhang().arg("init").arg(dir.path()).assert().success();
    let text = std::fs::read_to_string(dir.path().join("taizhang.toml")).unwrap();
    // Every setting that is explained, switched on.
    let used: Vec<String> = text
        .lines()
        .map(|l| match l.strip_prefix("# ") {
            Some(rest) if rest.starts_with('[') || rest.contains(" = ") => rest.to_string(),
            _ => l.to_string(),
        })
        .collect();
    std::fs::write(dir.path().join("taizhang.toml"), used.join("\n")).unwrap();
    for (name, text) in ROSTERS {
        std::fs::write(dir.path().join(name), text).unwrap();
    }
    std::fs::create_dir(dir.path().join("第二支部")).unwrap();
    let book = "第二支部2026年3月考勤表\n\n甲,乙,丙,丁\n子,张伟,丑,√\n子,王五,丑,×\n";
    std::fs::write(dir.path().join("第二支部/3月考勤.csv"), book).unwrap();
    let out = tempfile::tempdir().unwrap();
    taizhang().arg("facts").arg(dir.path()).arg("--out").arg(out.path()).assert().success();
    let issues = table(&out.path().join("issues.csv"));
    let settings: Vec<_> =
        issues.iter().filter(|i| i["code"] == "bad-settings").map(|i| &i["message"]).collect();
    // The example pins a sheet called 3月, which a CSV file has not.
    assert_eq!(
        settings,
        ["设置文件有误：taizhang.toml 的[[表格]]“第二支部/*考勤*.xlsx，工作表 3月”没有对应的表。"]
    );
}
