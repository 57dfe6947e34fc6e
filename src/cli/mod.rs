//! The command line: what it understands, and what each command does.
//!
//! Exit status: 0 done, whatever the issue list holds; 1 from `check`, and from any command with
//! `--strict`, where the list holds errors; 2 nothing was done, with one sentence that says why.

mod args;
mod assess;
mod check;
mod excerpt;
mod explain;
mod facts;
mod init;
mod inspect;
mod paint;
mod progress;
mod run;
mod stop;
mod watch;

use std::path::Path;
use std::process::ExitCode;

use args::Command;
use stop::Stop;
use taizhang::issue::Severity;
use taizhang::workspace::{self, Workspace};

/// What a command found, as far as the exit status depends on it.
struct Done {
    /// The issue list holds errors, and the command was asked to say so.
    faulty: bool,
}

pub fn main() -> ExitCode {
    // Broken files may panic inside their readers; each is fenced and reported by name, not by a trace. Whatever
    // gets past the fences is told in a sentence like any other reason to stop.
    std::panic::set_hook(Box::new(|_| {}));
    let done = std::panic::catch_unwind(run).unwrap_or_else(|_| Err(Stop::Internal("程序内部出错".into())));
    match done {
        Ok(Done { faulty: false }) => ExitCode::SUCCESS,
        Ok(Done { faulty: true }) => ExitCode::from(1),
        Err(Stop::Said(code)) => code,
        Err(stop) => {
            eprintln!("{stop}");
            ExitCode::from(2)
        }
    }
}

fn run() -> Result<Done, Stop> {
    match args::parse().map_err(Stop::Said)? {
        Command::Run(args) => run::run(&args),
        Command::Check(args) => check::run(&args),
        Command::Inspect(args) => inspect::run(&args),
        Command::Facts(args) => facts::run(&args),
        Command::Explain(args) => explain::run(&args),
        Command::Init(args) => init::run(&args),
        Command::Watch(args) => watch::run(&args),
    }
}

/// Reads a folder with a progress bar on a terminal. `skip` is where the outputs go: never read as books.
fn read(folder: &Path, skip: Option<&Path>) -> Result<Workspace, Stop> {
    let bar = progress::Bar::new();
    let workspace = workspace::open(folder, skip, &|done, all| bar.tick(done, all))?;
    bar.finish();
    Ok(workspace)
}

fn count(workspace: &Workspace, severity: Severity) -> usize {
    workspace.ledger.issues.iter().filter(|i| i.severity() == severity).count()
}

fn has_errors(workspace: &Workspace) -> bool {
    count(workspace, Severity::Error) > 0
}
