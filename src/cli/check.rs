//! `taizhang check`: the issues only, on the screen and as `问题清单.xlsx`.

use std::collections::BTreeMap;
use std::io::Write;

use super::args::CheckArgs;
use super::stop::Stop;
use super::{Done, count, excerpt, has_errors, paint};
use taizhang::issue::{Issue, Severity};
use taizhang::report::{Links, Stamp, issue_list, save};
use taizhang::workspace::{DEFAULT_OUT, Workspace};

pub fn run(args: &CheckArgs) -> Result<Done, Stop> {
    let out = args.out.clone().unwrap_or_else(|| args.folder.join(DEFAULT_OUT));
    let workspace = super::read(&args.folder, Some(&out))?;
    let links = Links::between(&out, &args.folder);
    let list = issue_list::write(&workspace.ledger, &links, &Stamp::of(&workspace, None))?;
    save::all(&out, vec![list])?;
    // A pipe that closes early is no fault.
    let mut screen = std::io::stdout().lock();
    let _ = print(&workspace, &mut screen)
        .and_then(|()| writeln!(screen, "问题清单已写到：{}", out.join(issue_list::FILE).display()));
    Ok(Done { faulty: has_errors(&workspace) })
}

/// Issues by book, each with the row that it is about, the cell marked, and what to do.
fn print(workspace: &Workspace, screen: &mut dyn Write) -> std::io::Result<()> {
    let ledger = &workspace.ledger;
    let mut by_book: BTreeMap<&str, Vec<&Issue>> = BTreeMap::new();
    for issue in &ledger.issues {
        by_book.entry(issue.place.book().map_or("", |b| ledger.shelf.path(b))).or_default().push(issue);
    }
    for (path, issues) in by_book {
        writeln!(screen, "{}", paint::strong(if path.is_empty() { "整个文件夹" } else { path }))?;
        let book = issues[0].place.book().and_then(|b| workspace.reread(b));
        for issue in issues {
            let (_, sheet, cell) = ledger.shelf.name(issue.place);
            let place = [sheet, cell].into_iter().filter(|t| !t.is_empty()).collect::<Vec<_>>().join(" › ");
            let label = paint::severity(
                issue.severity(),
                &format!("{}[{}]", issue.severity().chinese(), issue.code.entry().code),
            );
            writeln!(screen, "  {label} {}", issue.message)?;
            if !place.is_empty() {
                writeln!(screen, "    {} {place}", paint::faint("-->"))?;
            }
            if let Some(book) = &book {
                excerpt::print(screen, book, issue.place)?;
            }
            writeln!(screen, "    {}{}", paint::faint("怎么办："), issue.hint)?;
            writeln!(screen)?;
        }
    }
    let (errors, warnings) = (count(workspace, Severity::Error), count(workspace, Severity::Warning));
    match (errors, warnings) {
        (0, 0) => writeln!(screen, "没有发现需要处理的问题。"),
        _ => writeln!(screen, "共 {errors} 处没能采用（错误），{warnings} 处请核对（提醒）。"),
    }
}
