//! What holds of any workspace, whatever is in its books.

use std::path::Path;

use proptest::prelude::*;
use taizhang::assessment::rules::RuleSet;
use taizhang::assessment::{Rules, Scores, score};
use taizhang::book;
use taizhang::ledger::facts::Facts;
use taizhang::metrics::{self, Figures};
use taizhang::period::Period;
use taizhang::reading::mark::{self, Legend, Mark};
use taizhang::reading::{self, Lexicon, legend, prose};
use taizhang::vocabulary::Vocabulary;
use taizhang::when::{self, Around};
use taizhang::workspace::{self, Workspace};

use super::support::folder;

const NAMES: [&str; 6] = ["赵文博", "钱进", "孙丽华", "李思远", "周海燕", "吴桂兰"];
const MARKS: [&str; 8] = ["√", "×", "病假", "事假", "迟到", "/", "", "免"];
const KINDS: [&str; 5] = ["主题党日", "党课", "支委会", "党员大会", "集中学习"];

/// A branch's sessions: day of the quarter, kind, and each member's mark.
type Sessions = Vec<(u32, usize, Vec<usize>)>;

fn sessions() -> impl Strategy<Value = Sessions> {
    let session = (0u32..84, 0..KINDS.len(), prop::collection::vec(0..MARKS.len(), NAMES.len()));
    prop::collection::vec(session, 1..9).prop_map(|mut all| {
        // One session of a kind a day.
        all.sort_by_key(|(day, kind, _)| (*day, *kind));
        all.dedup_by_key(|(day, kind, _)| (*day, *kind));
        all
    })
}

fn date(day: u32) -> String {
    format!("{}月{}日", day / 28 + 1, day % 28 + 1)
}

fn roster() -> String {
    let posts = ["书记", "组织委员", "宣传委员", "", "", ""];
    let rows: String = NAMES.iter().zip(posts).map(|(n, p)| format!("{n},2010-05-01,{p}\n")).collect();
    format!("第一支部党员花名册\n姓名,入党时间,党内职务\n{rows}")
}

/// A book of one session each, as an attendance sheet.
fn book((day, kind, marks): &(u32, usize, Vec<usize>)) -> String {
    let rows: String = NAMES.iter().zip(marks).map(|(n, m)| format!("{n},{}\n", MARKS[*m])).collect();
    format!("第一支部2026年考勤表\n姓名,{}{}\n{rows}", date(*day), KINDS[*kind])
}

struct Assessed {
    workspace: Workspace,
    figures: Figures,
    scores: Scores,
}

fn assess(books: &[(String, String)], rules: &Rules) -> Assessed {
    let roster = roster();
    let files: Vec<(&str, &str)> = std::iter::once(("花名册.csv", roster.as_str()))
        .chain(books.iter().map(|(n, t)| (n.as_str(), t.as_str())))
        .collect();
    let dir = folder(&files);
    let workspace = workspace::open(Path::new(dir.path()), None, &|_, _| ()).unwrap();
    let facts = Facts::from(&workspace.ledger).unwrap();
    let period: Period = "2026Q1".parse().unwrap();
    let figures =
        metrics::compute(&workspace.ledger, &facts, period, &rules.standards, &workspace.vocabulary).unwrap();
    let scores = score::score(&workspace.ledger, &figures, rules);
    Assessed { workspace, figures, scores }
}

fn named(sessions: &Sessions, name: impl Fn(usize) -> String) -> Vec<(String, String)> {
    sessions.iter().enumerate().map(|(i, s)| (format!("{}.csv", name(i)), book(s))).collect()
}

/// Scope, branch, name, slice, metric, numerator and denominator of each figure.
fn rows(figures: &Figures) -> Vec<(String, f64, f64)> {
    let text = |name: &str| figures.frame.column(name).unwrap().str().unwrap().clone();
    let number = |name: &str| figures.frame.column(name).unwrap().f64().unwrap().clone();
    let keys = ["scope", "branch", "name", "slice", "metric"].map(text);
    let (n, d) = (number("numerator"), number("denominator"));
    (0..figures.frame.height())
        .map(|i| {
            let key: Vec<&str> = keys.iter().map(|k| k.get(i).unwrap()).collect();
            (key.join(" "), n.get(i).unwrap(), d.get(i).unwrap())
        })
        .collect()
}

proptest! {
    /// As the fuzz targets have it, which this keeps building: they are no part of the everyday build.
    #[test]
    fn no_text_is_too_much(text in "[年月日0-9第一支部党课病假：，√×张三\t\n,（）]{0,60}") {
        let vocabulary = Vocabulary::built_in();
        let _ = when::find(&text, Around::in_text(&text));
        let mut known = Legend::default();
        legend::add(&mut known, &text, vocabulary);
        let _ = mark::parse(&text, &known, vocabulary);
        let _ = mark::reason(&text, vocabulary);
        prop_assert!(prose::parse(&text, Mark::Absent, vocabulary).named.iter().all(|n| !n.name.is_empty()));
        let name = "第一支部2026年3月考勤.csv";
        if let Ok(book) = book::read(Path::new(name), text.as_bytes()) {
            reading::read(&book, 0, name, &Lexicon::new(vocabulary), &[]);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn rates_lie_between_nothing_and_all_and_parts_add_up(sessions in sessions()) {
        let assessed = assess(&named(&sessions, |i| format!("{i}")), &Rules::built_in());
        let figures = rows(&assessed.figures);
        let of = |key: &str| figures.iter().find(|f| f.0 == key).map(|f| (f.1, f.2));
        for (key, n, d) in &figures {
            if key.contains("_rate") || key.contains("frequency") {
                prop_assert!(*n >= 0.0 && n <= d, "{key} {n}/{d}");
            }
        }
        if let Some((came, due)) = of("bureau   all attendance_rate") {
            let part = |metric: &str| of(&format!("bureau   all {metric}")).unwrap().0;
            prop_assert_eq!(came + part("leave_rate") + part("absence_rate"), due);
            // The parts of every slice are the whole.
            for (prefix, metric) in [("month:", "attendance_rate"), ("kind:", "attendance_rate"), ("post:", "absence_rate")] {
                let whole = of(&format!("bureau   all {metric}")).unwrap();
                let parts = figures.iter().filter(|f| f.0.starts_with(&format!("bureau   {prefix}")) && f.0.ends_with(&format!(" {metric}")));
                let sum = parts.fold((0.0, 0.0), |sum, f| (sum.0 + f.1, sum.1 + f.2));
                prop_assert_eq!(sum, whole, "{} {}", prefix, metric);
            }
        }
        for card in assessed.scores.members.iter().chain(&assessed.scores.branches) {
            prop_assert!(card.total.is_none_or(|t| (0.0..=100.0).contains(&t)));
        }
    }

    #[test]
    fn one_more_absence_never_raises_a_score(sessions in sessions(), which in any::<prop::sample::Index>(), who in 0..NAMES.len()) {
        for set in RuleSet::ALL {
            let rules = Rules::parse(&set.text()).unwrap();
            let before = assess(&named(&sessions, |i| format!("{i}")), &rules);
            let mut worse = sessions.clone();
            let session = which.index(worse.len());
            // Somebody who came did not: being due is what it was.
            prop_assume!(matches!(MARKS[worse[session].2[who]], "√" | "迟到"));
            worse[session].2[who] = 1;
            let after = assess(&named(&worse, |i| format!("{i}")), &rules);
            let totals = |a: &Assessed| -> Vec<Option<f64>> { a.scores.branches.iter().chain(&a.scores.members).map(|c| c.total).collect() };
            for (before, after) in totals(&before).into_iter().zip(totals(&after)) {
                prop_assert!(after <= before, "{}: {before:?} {after:?}", set.name());
            }
        }
    }

    #[test]
    fn the_order_of_files_does_not_matter(sessions in sessions()) {
        let rules = Rules::built_in();
        let forward = assess(&named(&sessions, |i| format!("a{i:02}")), &rules);
        let backward = assess(&named(&sessions, |i| format!("a{:02}", 99 - i)), &rules);
        prop_assert_eq!(rows(&forward.figures), rows(&backward.figures));
        prop_assert_eq!(forward.workspace.ledger.attendance.len(), backward.workspace.ledger.attendance.len());
        let totals = |a: &Assessed| -> Vec<Option<f64>> { a.scores.members.iter().map(|c| c.total).collect() };
        prop_assert_eq!(totals(&forward), totals(&backward));
    }
}
