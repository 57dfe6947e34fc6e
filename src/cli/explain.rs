//! `taizhang explain`: one member's or branch's figures and points, each with the cells behind it.

use std::io::Write;

use super::args::ExplainArgs;
use super::assess::Assessed;
use super::stop::Stop;
use super::{Done, paint};
use taizhang::report::explain::{self, Explanation, Unclear};
use taizhang::workspace::DEFAULT_OUT;

pub fn run(args: &ExplainArgs) -> Result<Done, Stop> {
    let out = args.folder.join(DEFAULT_OUT);
    let assessed = Assessed::read(&args.folder, &out, args.period)?;
    let dossier = assessed.dossier(&args.folder, &out);
    let subject = explain::find(&dossier, &args.name).map_err(|unclear| match unclear {
        Unclear::Nobody(near) => Stop::Nobody(args.name.clone(), asked(&near)),
        Unclear::Several(names) => Stop::Several(args.name.clone(), names.join("、"), names[0].clone()),
    })?;
    // A pipe that closes early is no fault.
    let _ = print(&explain::explain(&dossier, &subject), &mut std::io::stdout().lock());
    Ok(Done { faulty: false })
}

fn asked(near: &[String]) -> String {
    match near {
        [] => String::new(),
        near => format!("是不是{}？", near.iter().map(|n| format!("“{n}”")).collect::<Vec<_>>().join("、")),
    }
}

fn print(explanation: &Explanation, screen: &mut dyn Write) -> std::io::Result<()> {
    writeln!(screen, "{}", paint::strong(&explanation.heading))?;
    for said in &explanation.summary {
        writeln!(screen, "{said}")?;
    }
    for section in &explanation.sections {
        writeln!(screen, "\n{}", paint::strong(&section.title))?;
        for line in &section.lines {
            writeln!(screen, "  {}", line.said)?;
            if !line.source.is_empty() {
                writeln!(screen, "      {} {}", paint::faint("-->"), paint::faint(&line.source))?;
            }
        }
    }
    Ok(())
}
