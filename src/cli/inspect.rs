//! `taizhang inspect`: how a book was understood — the top of each sheet with the role of each row, the
//! meaning of each column, and what was read.

use std::io::Write;

use owo_colors::Style;
use serde_json::{Value, json};
use taizhang::address::column_letters;
use taizhang::book::Sheet;
use taizhang::reading::{Layout, Reading, RowRole, TableKind};
use taizhang::workspace::{self, Inspected};
use unicode_width::UnicodeWidthStr;

use super::args::InspectArgs;
use super::stop::Stop;
use super::{Done, excerpt, paint};

/// Rows and columns of a sheet that are shown.
const ROWS: u32 = 14;
const COLUMNS: u32 = 10;

pub fn run(args: &InspectArgs) -> Result<Done, Stop> {
    let seen: Vec<Inspected> =
        args.files.iter().map(|path| workspace::inspect(path)).collect::<Result<_, _>>()?;
    let mut screen = std::io::stdout().lock();
    // A pipe that closes early is no fault.
    let _ = if args.json {
        let books: Vec<Value> = seen.iter().map(as_json).collect();
        writeln!(screen, "{}", serde_json::to_string_pretty(&books).unwrap_or_default())
    } else {
        seen.iter().try_for_each(|inspected| print(&mut screen, inspected))
    };
    Ok(Done { faulty: false })
}

fn print(screen: &mut dyn Write, seen: &Inspected) -> std::io::Result<()> {
    writeln!(screen, "{}", paint::strong(seen.shelf.path(0)))?;
    for (index, sheet) in seen.book.iter().flat_map(|b| b.sheets.iter().enumerate()) {
        let layouts: Vec<&Layout> =
            seen.reading.layouts.iter().filter(|l| usize::from(l.sheet) == index).collect();
        let state = match (sheet.hidden, layouts.is_empty()) {
            (true, _) => "（隐藏，没有读取）",
            (false, true) => "（没有找到表头）",
            _ => "",
        };
        writeln!(screen, "\n工作表“{}”{state}", sheet.name)?;
        grid(screen, sheet, &layouts)?;
        for layout in layouts {
            table(screen, layout)?;
        }
    }
    writeln!(screen, "\n{}", read(&seen.reading))?;
    for issue in seen.reading.all_issues() {
        let (_, sheet, cell) = seen.shelf.name(issue.place);
        let label = paint::severity(issue.severity(), issue.severity().chinese());
        writeln!(screen, "  {label} {sheet} {cell} {}{}", issue.message, issue.hint)?;
    }
    Ok(())
}

/// The top of the sheet, each row with its role at the left and in its colour.
fn grid(screen: &mut dyn Write, sheet: &Sheet, layouts: &[&Layout]) -> std::io::Result<()> {
    let (rows, cols) = (sheet.rows().min(ROWS), sheet.cols().min(COLUMNS));
    let text = |row, col| excerpt::shown(sheet, row, col);
    let widths: Vec<usize> =
        (0..cols).map(|c| (0..rows).map(|r| text(r, c).width()).max().unwrap_or(0).max(2)).collect();
    let letters: Vec<String> =
        (0..cols).map(|c| excerpt::pad(&column_letters(c), widths[c as usize])).collect();
    writeln!(screen, "  {}", paint::faint(&format!("{}│ {}", " ".repeat(11), letters.join(" │ "))))?;
    for row in 0..rows {
        let role = layouts.iter().flat_map(|l| &l.rows).find(|(r, _)| *r == row).map(|(_, role)| *role);
        let (name, style) = role.map_or(("", Style::new().dimmed()), appearance);
        let cells: Vec<String> = (0..cols).map(|c| excerpt::pad(&text(row, c), widths[c as usize])).collect();
        let gutter = paint::faint(&format!("{} {:>5} │", excerpt::pad(name, 4), row + 1));
        writeln!(screen, "  {gutter} {}", paint::painted(cells.join(" │ ").trim_end(), style))?;
    }
    if sheet.rows() > rows || sheet.cols() > cols {
        writeln!(
            screen,
            "  {}",
            paint::faint(&format!("（共 {} 行 {} 列，只显示左上角）", sheet.rows(), sheet.cols()))
        )?;
    }
    Ok(())
}

fn appearance(role: RowRole) -> (&'static str, Style) {
    match role {
        RowRole::Title => ("标题", Style::new().magenta()),
        RowRole::Header => ("表头", Style::new().bold().cyan()),
        RowRole::Data => ("数据", Style::new()),
        RowRole::Section => ("分段", Style::new().magenta()),
        RowRole::Total => ("合计", Style::new().dimmed()),
        RowRole::Counts => ("人数", Style::new().dimmed()),
        RowRole::Said => ("会议", Style::new().cyan()),
    }
}

fn table(screen: &mut dyn Write, layout: &Layout) -> std::io::Result<()> {
    let (first, last) = (layout.header.0 + 1, layout.header.1 + 1);
    let rows = if first == last { format!("第 {first} 行") } else { format!("第 {first}–{last} 行") };
    let kind = paint::strong(layout.kind.chinese());
    // These have no header.
    if matches!(layout.kind, TableKind::Legend | TableKind::MeetingForm | TableKind::MemberForm) {
        return writeln!(screen, "  认作：{kind}（{}）。", layout.because);
    }
    let shape = match layout.on_its_side {
        true => format!("表是横着放的，左边是各项的名称，{} 列数据", layout.data_rows),
        false => format!("{rows}是表头，{} 行数据", layout.data_rows),
    };
    writeln!(screen, "  认作：{kind}（{}）；{shape}。", layout.because)?;
    for column in &layout.columns {
        let meaning = if column.meaning.is_empty() {
            paint::marked("不认识，没有采用")
        } else {
            column.meaning.clone()
        };
        let heading = excerpt::pad(&excerpt::cut(&column.heading), excerpt::WIDEST);
        let place = match layout.on_its_side {
            true => format!("第{}行", column.column + 1),
            false => column_letters(column.column),
        };
        writeln!(screen, "    {place:>3}  {heading} → {meaning}")?;
    }
    Ok(())
}

/// What was read, counted.
fn read(reading: &Reading) -> String {
    let marks: usize = reading.sessions.iter().map(|s| s.marks.len()).sum();
    let counts = [
        (reading.members.len(), "名党员"),
        (reading.sessions.len(), "次会议"),
        (marks, "条考勤"),
        (reading.plan.len(), "个计划主题"),
        (reading.study.len(), "条学习记录"),
        (reading.evidence.len(), "条佐证材料"),
    ];
    let said: Vec<String> =
        counts.iter().filter(|(n, _)| *n > 0).map(|(n, what)| format!("{n}{what}")).collect();
    if said.is_empty() {
        "没有读到可用的内容。".into()
    } else {
        format!("读到：{}。", said.join("，"))
    }
}

fn as_json(seen: &Inspected) -> Value {
    let reading = &seen.reading;
    let cite = |at| seen.shelf.cite(at);
    json!({
        "file": seen.shelf.path(0),
        "tables": reading.layouts.iter().map(|l| json!({
            "sheet": seen.shelf.sheet(0, l.sheet),
            "layout": l,
        })).collect::<Vec<_>>(),
        "members": reading.members.iter().map(|m| json!({
            "name": m.name,
            "source": m.at.map(cite),
        })).collect::<Vec<_>>(),
        "sessions": reading.sessions.iter().map(|s| json!({
            "date": s.when.to_string(),
            "kinds": s.kinds.iter().map(|k| k.name()).collect::<Vec<_>>(),
            "group": s.group,
            "topic": s.topic,
            "source": cite(s.at),
            "marks": s.marks.iter().map(|m| json!({
                "name": m.name.value,
                "mark": m.text,
                "meaning": m.mark.chinese(),
                "source": cite(m.at),
            })).collect::<Vec<_>>(),
        })).collect::<Vec<_>>(),
        "study_plan": reading.plan.iter().map(|p| json!({
            "month": p.month.month().to_string(),
            "topic": p.topic,
            "source": cite(p.at),
        })).collect::<Vec<_>>(),
        "study_records": reading.study.iter().map(|r| json!({
            "name": r.name.value,
            "topic": r.topic,
            "hours": r.hours,
            "points": r.points,
            "source": cite(r.at),
        })).collect::<Vec<_>>(),
        "issues": reading.all_issues().map(|i| {
            let (_, sheet, cell) = seen.shelf.name(i.place);
            json!({
                "severity": i.severity().name(),
                "code": i.code.entry().code,
                "sheet": sheet,
                "cell": cell,
                "value": i.value,
                "message": i.message,
                "hint": i.hint,
            })
        }).collect::<Vec<_>>(),
    })
}
