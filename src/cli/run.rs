//! `taizhang run`: the main job. Reads everything, writes every report, ends with a short summary.

use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};

use super::args::RunArgs;
use super::assess::Assessed;
use super::stop::Stop;
use super::{Done, count, has_errors};
use taizhang::issue::Severity;
use taizhang::period::Period;
use taizhang::report::{self, Dossier, save};
use taizhang::workspace::DEFAULT_OUT;

pub fn run(args: &RunArgs) -> Result<Done, Stop> {
    let out = args.out.clone().unwrap_or_else(|| args.folder.join(DEFAULT_OUT));
    let assessed = report(&args.folder, &out, args.period)?;
    Ok(Done { faulty: args.strict && has_errors(&assessed.workspace) })
}

/// Reads the folder, writes every report and says so.
pub fn report(folder: &Path, out: &Path, period: Option<Period>) -> Result<Assessed, Stop> {
    let assessed = Assessed::read(folder, out, period)?;
    let dossier = assessed.dossier(folder, out);
    let outputs = report::all(&dossier)?;
    let beside = save::all(out, outputs)?;
    say(&dossier, out, &beside);
    Ok(assessed)
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
