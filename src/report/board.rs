//! `看板.html`: one page to show, opened by a double click in any browser, without a network.
//!
//! The overview, tables to sort and to filter, the charts, and behind each branch and member the evidence of every
//! figure. The page is `templates/board.html`; whatever comes from a book is escaped by the template engine.

use minijinja::{Environment, Value};
use serde::Serialize;

use super::charts::Drawn;
use super::explain::{self, Explanation, Subject};
use super::{Dossier, Output, WriteError, findings, headline};
use crate::issue::Severity;
use crate::metrics::Figure;

pub const FILE: &str = "看板.html";

const PAGE: &str = include_str!("../../templates/board.html");

#[derive(Serialize)]
struct Head {
    text: &'static str,
    number: bool,
}

#[derive(Serialize)]
struct Row {
    branch: String,
    name: String,
    cells: Vec<Cell>,
}

#[derive(Default, Serialize)]
struct Cell {
    text: String,
    /// What it is sorted by, where that is not its text.
    sort: Option<f64>,
    class: String,
    /// The explanation that it opens.
    opens: Option<String>,
}

#[derive(Serialize)]
struct Why {
    id: String,
    #[serde(flatten)]
    explanation: Explanation,
}

#[derive(Serialize)]
struct Issue {
    severity: &'static str,
    branch: String,
    place: String,
    message: String,
    hint: String,
}

#[derive(Serialize)]
struct Page {
    title: String,
    subtitle: String,
    cards: Vec<headline::Card>,
    said: Vec<String>,
    branch_heads: Vec<Head>,
    branches: Vec<Row>,
    charts: Vec<String>,
    member_heads: Vec<Head>,
    members: Vec<Row>,
    issues: Vec<Issue>,
    explanations: Vec<Why>,
}

pub fn write(dossier: &Dossier, charts: &[Drawn]) -> Result<Output, WriteError> {
    let stamp = dossier.stamp();
    let page = Page {
        title: format!("{}党支部考核看板", stamp.bureau),
        subtitle: format!(
            "{}　{}个支部　{}名党员　{}次会议和活动",
            stamp.period,
            dossier.scores.branches.len(),
            dossier.scores.members.len(),
            dossier.sessions().count()
        ),
        cards: headline::figures(dossier),
        said: vec![
            findings::ranking(dossier),
            findings::meetings(dossier),
            findings::absences(dossier),
            findings::ages(dossier),
            findings::coverage(dossier),
            findings::watched(dossier),
        ],
        branch_heads: heads(&BRANCH_HEADS),
        branches: branches(dossier),
        charts: charts.iter().map(|c| c.svg.clone()).collect(),
        member_heads: heads(&MEMBER_HEADS),
        members: members(dossier),
        issues: issues(dossier),
        explanations: explanations(dossier),
    };
    let mut engine = Environment::new();
    // The name's ending turns the escaping on.
    engine.add_template("board.html", PAGE).map_err(fault)?;
    let text = engine
        .get_template("board.html")
        .and_then(|t| t.render(Value::from_serialize(&page)))
        .map_err(fault)?;
    Ok(Output::new(FILE, text.into_bytes()))
}

fn fault(error: minijinja::Error) -> WriteError {
    WriteError::Page(error.to_string())
}

const BRANCH_HEADS: [(&str, bool); 10] = [
    ("名次", true),
    ("支部", false),
    ("党员", true),
    ("总分", true),
    ("等次", false),
    ("参会率", true),
    ("会议召开率", true),
    ("学习覆盖率", true),
    ("学时完成率", true),
    ("主要扣分", false),
];

const MEMBER_HEADS: [(&str, bool); 9] = [
    ("姓名", false),
    ("支部", false),
    ("人员类别", false),
    ("应到", true),
    ("实到", true),
    ("参会率", true),
    ("学习覆盖率", true),
    ("得分", true),
    ("等次", false),
];

fn heads(heads: &[(&'static str, bool)]) -> Vec<Head> {
    heads.iter().map(|(text, number)| Head { text, number: *number }).collect()
}

fn text(text: impl Into<String>) -> Cell {
    Cell { text: text.into(), ..Cell::default() }
}

fn number(value: Option<f64>, show: impl Fn(f64) -> String) -> Cell {
    Cell { text: value.map(show).unwrap_or_default(), sort: value, class: "n".into(), opens: None }
}

fn rate(figure: Option<Figure>) -> Cell {
    let cell = number(figure.and_then(Figure::value), crate::text::percent);
    let low = cell.sort.is_some_and(|v| v < 0.8);
    Cell { class: if low { "n low".into() } else { cell.class }, ..cell }
}

fn branches(dossier: &Dossier) -> Vec<Row> {
    let row = |card: &&crate::assessment::Card| {
        let of = |metric| dossier.figure(&card.name, "all", metric);
        let losses = findings::losses(card);
        let notes: Vec<String> = card.vetoes.iter().chain(losses.iter().take(3)).cloned().collect();
        Row {
            branch: card.name.clone(),
            name: String::new(),
            cells: vec![
                number((card.rank > 0).then_some(card.rank as f64), |r| r.to_string()),
                Cell { opens: Some(format!("b{}", card.branch)), ..text(card.name.as_str()) },
                number(Some(dossier.members_of(card.branch).count() as f64), |n| n.to_string()),
                number(card.total, |t| format!("{t:.1}")),
                text(card.grade.as_str()),
                rate(of("attendance_rate")),
                rate(of("frequency")),
                rate(of("coverage_rate")),
                rate(of("hours")),
                Cell { class: "wide".into(), ..text(notes.join("；")) },
            ],
        }
    };
    dossier.ranked().iter().map(row).collect()
}

fn members(dossier: &Dossier) -> Vec<Row> {
    let ledger = dossier.ledger();
    let row = |(id, card): (usize, &crate::assessment::Card)| {
        let branch = ledger.branch_name(card.branch).to_string();
        let attendance = dossier.member_figure(card, "attendance_rate");
        let whole = |part: fn(Figure) -> f64| number(attendance.map(part), |n| n.to_string());
        Row {
            cells: vec![
                Cell { opens: Some(format!("m{id}")), ..text(card.name.as_str()) },
                text(branch.as_str()),
                text(ledger.members[id].category.map_or("", |c| c.chinese())),
                whole(|f| f.denominator),
                whole(|f| f.numerator),
                rate(attendance),
                rate(dossier.member_figure(card, "coverage_rate")),
                number(card.total, |t| format!("{t:.1}")),
                text(card.grade.as_str()),
            ],
            branch,
            name: card.name.clone(),
        }
    };
    dossier.scores.members.iter().enumerate().map(row).collect()
}

fn issues(dossier: &Dossier) -> Vec<Issue> {
    let ledger = dossier.ledger();
    let told = ledger.issues.iter().filter(|i| i.severity() != Severity::Info);
    let mut issues: Vec<(Severity, Issue)> = told
        .map(|i| {
            let (file, sheet, cell) = ledger.shelf.name(i.place);
            let parts: Vec<String> = [file, sheet, cell].into_iter().filter(|t| !t.is_empty()).collect();
            let issue = Issue {
                severity: i.severity().chinese(),
                branch: ledger
                    .branch_of(i.place)
                    .map_or(String::new(), |b| ledger.branch_name(b).to_string()),
                place: parts.join(" › "),
                message: i.message.clone(),
                hint: i.hint.clone(),
            };
            (i.severity(), issue)
        })
        .collect();
    // Errors first.
    issues.sort_by_key(|(severity, _)| *severity != Severity::Error);
    issues.into_iter().map(|(_, issue)| issue).collect()
}

fn explanations(dossier: &Dossier) -> Vec<Why> {
    let branches = dossier.ledger().branches.ids().map(|b| (format!("b{b}"), Subject::Branch(b)));
    let members = (0..dossier.scores.members.len()).map(|m| (format!("m{m}"), Subject::Member(m)));
    let why = |(id, subject)| Why { id, explanation: explain::explain(dossier, &subject) };
    branches.chain(members).map(why).collect()
}
