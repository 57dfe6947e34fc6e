//! A folder that is watched: reported again when a book is dropped in, with what has changed.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::time::Duration;

use super::support::folder;

#[test]
fn a_book_dropped_in_is_reported_with_what_changed() {
    let dir = folder(&[
        ("花名册.csv", "第一支部党员花名册\n姓名,入党时间\n张三,2010-05-01\n李四,2010-05-01\n"),
        ("考勤.csv", "第一支部2026年考勤表\n姓名,3月5日主题党日\n张三,√\n李四,待定\n"),
    ]);
    let mut child = Command::new(assert_cmd::cargo::cargo_bin("taizhang"))
        .args(["watch", "--every", "0.2"])
        .arg(dir.path())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let (send, lines) = mpsc::channel();
    let stdout = child.stdout.take().unwrap();
    std::thread::spawn(move || {
        for line in BufReader::new(stdout).lines().map_while(Result::ok) {
            let _ = send.send(line);
        }
    });
    // Waits for a line; a machine under load may take its time.
    let until = |wanted: &str| {
        let mut seen = Vec::new();
        loop {
            let line = lines.recv_timeout(Duration::from_secs(60));
            let line = line.map_err(|_| format!("{wanted} did not come: {seen:?}")).unwrap();
            if line.contains(wanted) {
                return seen;
            }
            seen.push(line);
        }
    };
    until("按 Ctrl+C 停止");
    std::fs::write(
        dir.path().join("考勤.csv"),
        "第一支部2026年考勤表\n姓名,3月5日主题党日\n张三,√\n李四,×\n",
    )
    .unwrap();
    std::fs::write(dir.path().join("党课.csv"), "第一支部2026年考勤表\n姓名,3月6日党课\n张三,√\n赵六,√\n")
        .unwrap();
    until("新放入：党课.csv");
    until("有改动：考勤.csv");
    let said = until("按 Ctrl+C 停止").join("\n");
    child.kill().unwrap();
    let _ = child.wait();
    assert!(said.contains("已解决　考勤.csv › 考勤 › B4：不认识记号“待定”"), "{said}");
    assert!(said.contains("新问题　党课.csv › 党课 › A4："), "{said}");
    assert!(said.contains("第一支部：") && said.contains(" → "), "{said}");
}
