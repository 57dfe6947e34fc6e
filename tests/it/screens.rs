//! What the clerk reads on the screen, word for word.

use super::support::{folder, sample, taizhang};

fn screen(args: &[&str], dir: &std::path::Path) -> String {
    let output = taizhang().args(args).current_dir(dir).output().unwrap();
    let text = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
    // Where the test runs is nobody's business.
    let here = dir.canonicalize().unwrap().display().to_string();
    text.replace(&here, "〔此处〕").replace(&dir.display().to_string(), "〔此处〕").replace('\\', "/")
}

#[test]
fn help() {
    let here = std::env::temp_dir();
    insta::assert_snapshot!("help", screen(&["--help"], &here));
    insta::assert_snapshot!("help_run", screen(&["run", "--help"], &here));
}

#[test]
fn the_summary_of_a_run() {
    let dir = tempfile::tempdir().unwrap();
    let sample = sample();
    let args = ["run", sample.to_str().unwrap(), "--period", "2026Q1", "--out", "报告"];
    insta::assert_snapshot!(screen(&args, dir.path()));
}

#[test]
fn the_issues_of_a_check() {
    let sample = sample();
    let out = tempfile::tempdir().unwrap();
    insta::assert_snapshot!(
        screen(&["check", ".", "--out", out.path().to_str().unwrap()], &sample)
            .replace(&out.path().display().to_string(), "〔报告〕")
    );
}

#[test]
fn a_book_inspected() {
    insta::assert_snapshot!(
        "inspect_matrix",
        screen(&["inspect", "第二支部/第二支部2026年考勤表.xlsx"], &sample())
    );
    let dir = folder(&[(
        "签到.csv",
        "第一支部党课签到表\n时间：2026年3月5日,地点：会议室\n姓名,签到,备注,心得\n张三,√,,\n李四,,病假,\n",
    )]);
    insta::assert_snapshot!("inspect_sign_in", screen(&["inspect", "签到.csv"], dir.path()));
    insta::assert_snapshot!("inspect_json", screen(&["inspect", "签到.csv", "--json"], dir.path()));
}
