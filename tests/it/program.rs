//! The whole program: what it writes, and what it says when it cannot.

use std::fs;

use predicates::prelude::*;
use taizhang::assessment::rules::RuleSet;

use super::support::{files, folder, reports, sample, table, taizhang};

const ROSTER: &str = "第一支部党员花名册\n序号,姓名,性别,入党时间,党员类别,党内职务\n1,张三,男,2010-05-01,正式党员,书记\n2,李四,女,2010-05-01,正式党员,\n3,王五,男,2025-10-01,预备党员,\n";
const LOG: &str = "第一支部2026年三会一课台账\n时间,会议类型,会议主题,应到,实到,请假人员,缺席人员\n2026年3月5日,党员大会,学习,3,2,李四（病假）,无\n";

#[test]
fn run_writes_every_file() {
    let out = reports();
    let written: Vec<String> = files(out.path()).into_keys().collect();
    insta::assert_snapshot!(written.join("\n"));
}

#[test]
fn two_runs_write_the_same_bytes() {
    let (first, second) = (files(reports().path()), files(reports().path()));
    assert_eq!(first.keys().collect::<Vec<_>>(), second.keys().collect::<Vec<_>>());
    for (path, bytes) in &first {
        assert!(bytes == &second[path], "{path} differs");
    }
}

#[test]
fn the_books_are_never_changed() {
    let before = files(&sample());
    reports();
    assert!(before == files(&sample()));
}

#[test]
fn no_output_holds_a_whole_identity_number() {
    let out = reports();
    for (path, bytes) in files(out.path()).iter().filter(|(p, _)| p.ends_with(".csv")) {
        assert!(!String::from_utf8_lossy(bytes).contains("990101"), "{path}");
    }
}

#[test]
fn a_bare_folder_works_without_a_period() {
    let dir = folder(&[("花名册.csv", ROSTER), ("台账.csv", LOG)]);
    taizhang().arg("run").arg(dir.path()).assert().success().stdout(predicate::str::contains("2026年3月"));
    let out = dir.path().join("台账报告");
    let attendance = table(&out.join("数据/attendance.csv"));
    let said: Vec<[&str; 3]> =
        attendance.iter().map(|r| ["name", "status", "leave_type"].map(|k| r[k].as_str())).collect();
    assert_eq!(said, [["张三", "present", ""], ["李四", "leave", "sick"], ["王五", "present", ""]]);
    // What was written is not read as a book the next time.
    taizhang()
        .arg("run")
        .arg(dir.path())
        .assert()
        .success()
        .stdout(predicate::str::contains("读取报表 2 份"));
}

#[test]
fn facts_writes_the_contract_s_columns() {
    let out = tempfile::tempdir().unwrap();
    taizhang().arg("facts").arg(sample()).arg("--out").arg(out.path()).assert().success();
    let heads: Vec<String> = files(out.path())
        .iter()
        .map(|(path, bytes)| format!("{path}: {}", String::from_utf8_lossy(bytes).lines().next().unwrap()))
        .collect();
    insta::assert_snapshot!(heads.join("\n"));
}

#[test]
fn facts_writes_parquet_too() {
    let out = tempfile::tempdir().unwrap();
    taizhang()
        .arg("facts")
        .arg(sample())
        .args(["--format", "parquet", "--out"])
        .arg(out.path())
        .assert()
        .success();
    let files = files(out.path());
    assert_eq!(files.len(), 7);
    assert!(files.iter().all(|(path, bytes)| path.ends_with(".parquet")
        && bytes.starts_with(b"PAR1")
        && bytes.ends_with(b"PAR1")));
}

#[test]
fn check_and_strict_tell_errors_by_the_exit_status() {
    let (faulty, out) = (sample(), tempfile::tempdir().unwrap());
    taizhang().arg("check").arg(&faulty).arg("--out").arg(out.path()).assert().code(1);
    assert_eq!(files(out.path()).into_keys().collect::<Vec<_>>(), ["问题清单.xlsx"]);
    taizhang().arg("facts").arg(&faulty).arg("--strict").arg("--out").arg(out.path()).assert().code(1);
    let clean = folder(&[("花名册.csv", ROSTER), ("台账.csv", LOG)]);
    taizhang()
        .arg("check")
        .arg(clean.path())
        .assert()
        .code(0)
        .stdout(predicate::str::contains("没有发现需要处理的问题"));
}

/// As `taizhang check | head` has it: nobody reads what is said any more.
#[test]
fn a_pipe_that_closes_early_is_no_fault() {
    let dir = folder(&[("花名册.csv", ROSTER), ("台账.csv", LOG)]);
    for command in ["init", "check", "run", "inspect"] {
        let what =
            if command == "inspect" { dir.path().join("台账.csv") } else { dir.path().to_path_buf() };
        let mut program = std::process::Command::new(taizhang().get_program());
        program.arg(command).arg(what).stdout(std::process::Stdio::piped());
        let mut running = program.stderr(std::process::Stdio::piped()).spawn().unwrap();
        drop(running.stdout.take());
        let done = running.wait_with_output().unwrap();
        assert_eq!((done.status.code(), &*String::from_utf8_lossy(&done.stderr)), (Some(0), ""), "{command}");
    }
    assert!(dir.path().join("空白表格").is_dir());
}

#[test]
fn one_broken_file_costs_only_itself() {
    let dir = folder(&[
        ("花名册.csv", ROSTER),
        ("台账.csv", LOG),
        ("空的.xlsx", ""),
        ("坏的.xlsx", "PK\u{3}\u{4}截断"),
        ("说明.docx", "文字"),
    ]);
    fs::write(dir.path().join("加密.xlsx"), include_bytes!("../files/encrypted.xlsx")).unwrap();
    let out = tempfile::tempdir().unwrap();
    taizhang().arg("facts").arg(dir.path()).arg("--out").arg(out.path()).assert().success();
    assert_eq!(table(&out.path().join("attendance.csv")).len(), 3);
    let issues = table(&out.path().join("issues.csv"));
    let said: Vec<[&str; 2]> = issues.iter().map(|r| ["file", "code"].map(|k| r[k].as_str())).collect();
    assert_eq!(
        said,
        [
            ["加密.xlsx", "encrypted"],
            ["坏的.xlsx", "unreadable"],
            ["空的.xlsx", "unreadable"],
            ["说明.docx", "not-a-book"]
        ]
    );
}

/// Nothing was done: exit status 2, one sentence, no file.
#[test]
fn what_cannot_be_done_is_said_in_one_sentence() {
    let (empty, out) = (folder(&[]), tempfile::tempdir().unwrap());
    let blocked = folder(&[("文件", "")]);
    let path = |p: &std::path::Path| p.display().to_string();
    let (nowhere, file) = (path(&out.path().join("没有")), path(&blocked.path().join("文件")));
    let (sample, inside) = (path(&sample()), path(&blocked.path().join("文件/里面")));
    for (args, sentence) in [
        (vec!["run", &nowhere], "找不到文件夹"),
        (vec!["check", &nowhere], "找不到文件夹"),
        (vec!["facts", &nowhere, "--out", &nowhere], "找不到文件夹"),
        (vec!["inspect", &nowhere], "找不到文件"),
        (vec!["run", &file], "是一个文件，请给出放表格的文件夹"),
        (vec!["run", &path(empty.path())], "没有读到任何会议或学习记录"),
        (vec!["run", &sample, "--period", "一季度", "--out", &nowhere], "看不懂时间范围"),
        (vec!["run", &sample, "--period", "2026Q1", "--out", &inside], "写不进文件夹"),
        (vec!["run", &sample, "--何时"], "不认识的参数"),
        (vec!["报告"], "没有“报告”这个命令"),
    ] {
        let done = taizhang().args(&args).assert().code(2).stdout("");
        let said = String::from_utf8(done.get_output().stderr.clone()).unwrap();
        assert!(said.contains(sentence) && said.trim().lines().count() == 1, "{args:?}: {said}");
    }
    assert!(files(out.path()).is_empty() && files(blocked.path()).len() == 1);
}

#[test]
fn a_workspace_s_own_wordings_and_rules_are_used() {
    let dir = folder(&[
        ("花名册.csv", ROSTER),
        ("签到.csv", "第一支部党课签到表\n时间：2026年3月5日\n同志们,签到\n张三,参训\n李四,病假\n王五,√\n"),
        (
            "taizhang.toml",
            "单位 = \"青山县人社局\"\n规则 = \"规则.toml\"\n[词汇.heading]\nname = [\"同志们\"]\n[词汇.mark]\npresent = [\"参训\"]\n",
        ),
        ("规则.toml", &RuleSet::Percent.text().replacen("full = 40", "full = 四十", 1)),
    ]);
    let done = taizhang().arg("run").arg(dir.path()).assert().success();
    assert!(
        String::from_utf8_lossy(&done.get_output().stdout).starts_with("青山县人社局：已生成2026年3月的报告")
    );
    let data = dir.path().join("台账报告/数据");
    assert_eq!(table(&data.join("attendance.csv")).len(), 3);
    let issues = table(&data.join("issues.csv"));
    let said: Vec<[&str; 2]> = issues.iter().map(|r| ["code", "value"].map(|k| r[k].as_str())).collect();
    assert_eq!(said, [["bad-settings", "规则.toml"]]);
    let line = RuleSet::Percent.text().lines().position(|l| l == "full = 40").unwrap() + 1;
    assert!(
        issues[0]["message"].contains(&format!("第{line}行第8列，文字要放在英文引号里：full = 四十")),
        "{}",
        issues[0]["message"]
    );
}
