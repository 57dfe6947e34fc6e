//! `taizhang watch`: reports again whenever books are dropped in or changed.
//!
//! The folder is looked at every few seconds rather than asked to tell: that works on every disk and share. A change
//! counts when the folder has stood still for one look, so that a file that is still being copied is left alone.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::thread::sleep;
use std::time::Duration;

use super::args::WatchArgs;
use super::assess::Assessed;
use super::stop::Stop;
use super::{Done, run as running};
use taizhang::issue::Severity;
use taizhang::workspace::{Change, DEFAULT_OUT, FolderError, Snapshot};

/// How a run ended, as far as the next one is compared with it.
#[derive(Default)]
struct Ended {
    /// Totals by branch.
    totals: BTreeMap<String, String>,
    /// Issues that somebody has to deal with.
    issues: BTreeSet<String>,
}

pub fn run(args: &WatchArgs) -> Result<Done, Stop> {
    let folder = &args.folder;
    if !folder.is_dir() {
        return Err(FolderError::Missing(folder.clone()).into());
    }
    let out = args.out.clone().unwrap_or_else(|| folder.join(DEFAULT_OUT));
    let pause = Duration::from_secs_f64(args.every.max(0.1));
    let (mut reported, mut last): (Option<Snapshot>, Option<Snapshot>) = (None, None);
    let mut before: Option<Ended> = None;
    loop {
        let now = Snapshot::take(folder, Some(&out));
        let still = last.as_ref() == Some(&now);
        if reported.as_ref() != Some(&now) && (still || reported.is_none()) {
            if let Some(reported) = &reported {
                say(&changed(&reported.changes(&now, folder)));
            }
            match running::report(folder, &out, args.period) {
                Ok(assessed) => {
                    let ended = ended(&assessed, &out, folder);
                    say(&compared(before.as_ref(), &ended));
                    before = Some(ended);
                }
                // A folder that holds nothing yet, or a report that is open: told, and waited on.
                Err(stop) => say(&[stop.to_string()]),
            }
            say(&[format!("正在看着“{}”，有变化会自动重新生成报告；按 Ctrl+C 停止。", folder.display())]);
            reported = Some(now.clone());
        }
        last = Some(now);
        sleep(pause);
    }
}

fn say(lines: &[String]) {
    let mut screen = std::io::stdout().lock();
    for line in lines {
        let _ = writeln!(screen, "{line}");
    }
    let _ = screen.flush();
}

fn changed(changes: &[Change]) -> Vec<String> {
    let line = |change: &Change| match change {
        Change::Added(name) => format!("新放入：{name}"),
        Change::Changed(name) => format!("有改动：{name}"),
        Change::Gone(name) => format!("移走了：{name}"),
    };
    std::iter::once(String::new()).chain(changes.iter().map(line)).collect()
}

fn ended(assessed: &Assessed, out: &std::path::Path, folder: &std::path::Path) -> Ended {
    let dossier = assessed.dossier(folder, out);
    let ledger = dossier.ledger();
    let total = |t: Option<f64>| t.map_or("没有总分".into(), |t| format!("{t:.1}分"));
    let issues = ledger.issues.iter().filter(|i| i.severity() != Severity::Info);
    Ended {
        totals: dossier.branches().map(|(_, name, card)| (name.to_string(), total(card.total))).collect(),
        issues: issues
            .map(|i| {
                let (file, sheet, cell) = ledger.shelf.name(i.place);
                let parts: Vec<String> = [file, sheet, cell].into_iter().filter(|t| !t.is_empty()).collect();
                format!("{}：{}", parts.join(" › "), i.message)
            })
            .collect(),
    }
}

/// What is other than it was after the last run.
fn compared(before: Option<&Ended>, now: &Ended) -> Vec<String> {
    let Some(before) = before else { return Vec::new() };
    let moved = now.totals.iter().filter_map(|(branch, total)| {
        let was = before.totals.get(branch)?;
        (was != total).then(|| format!("  {branch}：{was} → {total}"))
    });
    let solved = before.issues.difference(&now.issues).map(|i| format!("  已解决　{i}"));
    let new = now.issues.difference(&before.issues).map(|i| format!("  新问题　{i}"));
    let lines: Vec<String> = moved.chain(solved).chain(new).collect();
    let first = if lines.is_empty() {
        "与上一次相比，得分和问题都没有变化。"
    } else {
        "与上一次相比："
    };
    std::iter::once(first.to_string()).chain(lines).collect()
}
