//! The page to show: whole, escaped, and working in a browser where there is one.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::support::{folder, reports, taizhang};

fn board(out: &Path) -> String {
    std::fs::read_to_string(out.join("看板.html")).unwrap()
}

#[test]
fn the_page_is_whole_and_needs_no_network() {
    let out = reports();
    let page = board(out.path());
    for (what, times) in [("<svg ", 7), ("<template id=\"b", 4), ("<template id=\"m", 52), ("data-name=", 52)]
    {
        assert_eq!(page.matches(what).count(), times, "{what}");
    }
    // Nothing is fetched: the only addresses are names of XML.
    let addresses: Vec<&str> = page.split("http").skip(1).filter(|rest| rest.starts_with("://")).collect();
    assert!(addresses.iter().all(|a| a.starts_with("://www.w3.org/2000/svg")), "{addresses:?}");
    assert!(!page.contains(" src=") && !page.contains("<link"));
    assert!(page.contains("清河县人社局党员花名册（在职）.xlsx › 第二支部 › B14"));
}

#[test]
fn what_stands_in_a_book_is_escaped() {
    let dir = folder(&[
        (
            "花名册.csv",
            "第一支部党员花名册\n姓名,入党时间,部门\n张三,2010-05-01,办公室\n李四,2010-05-01,办公室\n",
        ),
        ("考勤.csv", "第一支部2026年考勤表\n姓名,3月5日主题党日\n张三,<script>alert(1)</script>\n李四,√\n"),
    ]);
    taizhang().arg("run").arg(dir.path()).assert().success();
    let page = board(&dir.path().join("台账报告"));
    assert!(page.contains("&lt;script&gt;alert(1)&lt;") && !page.contains("<script>alert"));
}

fn browser() -> Option<PathBuf> {
    ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]
        .map(PathBuf::from)
        .into_iter()
        .find(|p| p.exists())
}

/// What a script finds in the page after using it; the script puts its findings into the page's title.
fn driven(page: &str, script: &str) -> Option<String> {
    let browser = browser()?;
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("page.html");
    let used = page.replace(
        "</body>",
        &format!("<script>\ndocument.title = (() => {{ {script} }})();\n</script></body>"),
    );
    std::fs::write(&path, used).unwrap();
    let dom = Command::new(browser)
        .args(["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"])
        .args([
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--dump-dom",
        ])
        .arg(format!("--user-data-dir={}", dir.path().join("profile").display()))
        .arg(format!("file://{}", path.display()))
        .output()
        .unwrap();
    let dom = String::from_utf8_lossy(&dom.stdout).into_owned();
    let title = dom.split("<title>").nth(1)?.split("</title>").next()?;
    Some(title.to_string())
}

#[test]
fn the_page_sorts_filters_and_shows_the_evidence() {
    let page = board(reports().path());
    let uses = [
        // Sorting by attendance, both ways.
        (
            "const head = document.querySelectorAll('table')[0].tHead.rows[0].cells[5]; const first = () => document.querySelectorAll('table')[0].tBodies[0].rows[0].cells[1].textContent; head.firstElementChild.click(); const low = first(); head.firstElementChild.click(); return [low, first(), head.getAttribute('aria-sort')].join();",
            "第一党支部,第三党支部,descending",
        ),
        // Filtering by branch, then by name.
        (
            "branch.value = '第四党支部'; branch.dispatchEvent(new Event('change')); const all = count.textContent; search.value = '王'; search.dispatchEvent(new Event('input')); return [all, count.textContent].join();",
            "共10名,共1名",
        ),
        // A member's evidence opens, names cells, and closes.
        (
            "const button = [...document.querySelectorAll('[data-opens]')].find(b => b.textContent === '马志强'); button.click(); const said = why.textContent; const open = why.open; why.querySelector('form button').click(); return [open, said.includes('参会率44.4%'), said.includes('1月 › D14'), why.open].join();",
            "true,true,true,false",
        ),
        // Nothing is wider than the window.
        ("return document.documentElement.scrollWidth <= window.innerWidth;", "true"),
    ];
    for (script, expected) in uses {
        let Some(found) = driven(&page, script) else {
            eprintln!("no browser here: the page was not driven");
            return;
        };
        assert_eq!(found, expected, "{script}");
    }
}
