//! `taizhang run`: the main job. Reads everything, writes every report, ends with a short summary.

use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};

use super::args::RunArgs;
use super::stop::Stop;
use super::{Done, count, has_errors};
use taizhang::assessment::{Rules, score};
use taizhang::issue::{Code, Issue, Place, Severity};
use taizhang::ledger::facts::Facts;
use taizhang::metrics::{self, newest_month};
use taizhang::period::Period;
use taizhang::report::{self, Dossier, Links, save};
use taizhang::workspace::{DEFAULT_OUT, Workspace};

pub fn run(args: &RunArgs) -> Result<Done, Stop> {
    let out = args.out.clone().unwrap_or_else(|| args.folder.join(DEFAULT_OUT));
    let mut workspace = super::read(&args.folder, Some(&out))?;
    let rules = rules(&mut workspace);
    let newest = newest_month(&workspace.ledger).map(Period::month);
    let period = args.period.or(newest).ok_or_else(|| Stop::NothingToReport(args.folder.clone()))?;
    let facts = Facts::from(&workspace.ledger)?;
    let figures =
        metrics::compute(&workspace.ledger, &facts, period, &rules.standards, &workspace.vocabulary)?;
    let scores = score::score(&workspace.ledger, &figures, &rules);
    let links = Links::between(&out, &args.folder);
    let dossier = Dossier {
        workspace: &workspace,
        facts: &facts,
        figures: &figures,
        scores: &scores,
        rules: &rules,
        links,
    };
    let outputs = report::all(&dossier)?;
    let beside = save::all(&out, outputs)?;
    say(&dossier, &out, &beside);
    Ok(Done { faulty: args.strict && has_errors(&workspace) })
}

/// The rules of the workspace; where they cannot be used, an issue, and the built-in ones.
fn rules(workspace: &mut Workspace) -> Rules {
    let Some(path) = workspace.settings.rules.clone() else { return Rules::built_in() };
    let read = std::fs::read_to_string(workspace.folder.join(&path))
        .map_err(|_| format!("找不到考核规则文件“{}”", path.display()))
        .and_then(|text| Rules::parse(&text).map_err(|fault| format!("考核规则{fault}")));
    read.unwrap_or_else(|fault| {
        workspace.ledger.issues.push(Issue::new(
            Code::BadSettings,
            Place::Folder,
            path.display().to_string(),
            fault,
        ));
        Rules::built_in()
    })
}

/// The summary. What cannot be written to a closed pipe is not worth a fault.
fn say(dossier: &Dossier, out: &Path, beside: &[save::Beside]) {
    let workspace = dossier.workspace;
    let mut lines = vec![
        format!(
            "{}：已生成{}的报告。",
            if workspace.bureau().is_empty() { "台账" } else { workspace.bureau() },
            dossier.period().chinese()
        ),
        format!(
            "  读取报表 {} 份，党员 {} 名，会议和活动 {} 次（本期 {} 次）",
            workspace.books_used(),
            workspace.ledger.members.len(),
            workspace.ledger.sessions.len(),
            dossier.sessions().count()
        ),
    ];
    let (errors, warnings) = (count(workspace, Severity::Error), count(workspace, Severity::Warning));
    lines.push(match (errors, warnings) {
        (0, 0) => "  没有发现问题".to_string(),
        _ => format!(
            "  问题：{errors} 处没能采用，{warnings} 处请核对，逐处列在“{}”",
            report::issue_list::FILE
        ),
    });
    lines.push(format!("  报告在：{}", shown(out).display()));
    lines.push(format!("  先看“考核报告 {}.xlsx”；各支部的评分表在“评分表”文件夹", dossier.period()));
    for file in beside {
        let name = |p: &PathBuf| p.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
        lines.push(format!(
            "  注意：“{}”正被别的程序打开，新的写成了“{}”。关闭后重新运行即可。",
            name(&file.locked),
            name(&file.written)
        ));
    }
    let mut out = std::io::stdout().lock();
    let strong = out.is_terminal();
    for (i, line) in lines.iter().enumerate() {
        let _ = if i == 0 && strong {
            writeln!(out, "{}", owo_colors::OwoColorize::bold(&line))
        } else {
            writeln!(out, "{line}")
        };
    }
}

/// The folder as the clerk would look for it.
fn shown(out: &Path) -> PathBuf {
    std::path::absolute(out).unwrap_or_else(|_| out.to_path_buf())
}
