//! Room 4: facts and a period become figures.
//!
//! Knows the definitions of `DESIGN.md`, one file a metric; knows neither points nor sheets. A
//! figure is a numerator over a denominator; where the denominator is nothing the figure is empty,
//! never 0 %. All figures stand in one long frame ([`Figures::frame`], written as `figures.csv`), and
//! can be looked up one by one ([`Figures::get`]).

mod books;
pub mod coverage;
pub mod development;
mod evidence;
mod exempt;
pub mod hours;
pub mod leadership;
pub mod meetings;
mod participation;
pub mod trend;
mod variety;
pub mod watch;

pub use evidence::item;
pub use exempt::Exemption;

use std::collections::HashMap;

use polars::prelude::*;

use crate::ledger::facts::Facts;
use crate::ledger::{BranchId, Ledger};
use crate::period::{Month, Period};
use crate::vocabulary::{Kind, Vocabulary};
use crate::when::When;
use trend::Earlier;

/// Whom a figure is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Scope {
    Bureau,
    Branch,
    Group,
    Member,
}

impl Scope {
    pub fn name(self) -> &'static str {
        match self {
            Scope::Bureau => "bureau",
            Scope::Branch => "branch",
            Scope::Group => "group",
            Scope::Member => "member",
        }
    }
}

/// A ratio with its parts. The value is empty where nothing was due.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Figure {
    pub numerator: f64,
    pub denominator: f64,
}

impl Figure {
    pub fn value(self) -> Option<f64> {
        (self.denominator > 0.0).then(|| self.numerator / self.denominator)
    }
}

/// How often a kind of meeting is required; a setting of the rules file.
#[derive(Debug, Clone, PartialEq, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Requirement {
    pub kind: Kind,
    /// Sessions required in each unit of time.
    pub times: u32,
    pub per: Per,
    /// The regulation it rests on.
    pub basis: String,
}

/// The unit of time in which sessions are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Per {
    Month,
    Quarter,
    Year,
}

impl Per {
    pub fn chinese(self) -> &'static str {
        match self {
            Per::Month => "月",
            Per::Quarter => "季度",
            Per::Year => "年",
        }
    }
}

/// What the office requires, as far as figures depend on it; read from the rules file.
#[derive(Debug, Clone, PartialEq, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Standards {
    /// Hours of study a year for a member (《中国共产党党员教育管理工作条例》: 32).
    pub hours_a_year: f64,
    /// Hours for secretaries and members of a committee (56).
    pub hours_a_year_committee: f64,
    /// Hours credited for a session where neither a book nor the plan gives any.
    pub hours_of_a_session: f64,
    /// Unexcused absences in the period from which a member is on the watch list.
    pub watch_absences: u32,
    /// Months in a row without coming from which a member is watched, and from which it is an alarm.
    pub watch_months: u32,
    pub alarm_months: u32,
    /// Different forms of study in a period.
    #[serde(default = "three")]
    pub study_forms: u32,
    /// Months that an activist is observed, and that probation lasts, at least (《发展党员工作细则》: 12 each).
    #[serde(default = "twelve")]
    pub activist_months: u32,
    #[serde(default = "twelve")]
    pub probation_months: u32,
    /// Who is not assessed.
    #[serde(default)]
    pub exempt: Vec<Exemption>,
    pub meetings: Vec<Requirement>,
}

fn three() -> u32 {
    3
}

fn twelve() -> u32 {
    12
}

type Key = (Scope, String, String, String, &'static str);

/// Everything computed for a period.
#[derive(Debug)]
pub struct Figures {
    pub period: Period,
    /// Columns: scope, branch, name, slice, metric, numerator, denominator, value.
    pub frame: DataFrame,
    pub meetings: Vec<meetings::Held>,
    /// General and committee meetings without a quorum.
    pub quorum: Vec<meetings::Quorum>,
    pub coverage: Vec<coverage::Pair>,
    /// Study hours that each session is worth, by its index in [`Ledger::sessions`].
    pub worth: Vec<f64>,
    pub watch: Vec<watch::Watched>,
    pub lectures: Vec<leadership::Lecture>,
    pub development: Vec<development::Lasted>,
    /// For each member why the figures leave them out, where they do.
    pub exempt: Vec<Option<String>>,
    index: HashMap<Key, Figure>,
    /// The newest month that the books cover.
    pub covered_until: Option<Month>,
}

/// One row of the long frame.
#[derive(Debug, Clone)]
pub struct Row {
    pub scope: Scope,
    pub branch: String,
    pub name: String,
    pub slice: String,
    pub metric: &'static str,
    pub figure: Figure,
}

impl Figures {
    /// The figure, where there is one. `branch` and `name` are empty where the scope has none.
    pub fn get(
        &self,
        scope: Scope,
        branch: &str,
        name: &str,
        slice: &str,
        metric: &'static str,
    ) -> Option<Figure> {
        self.index.get(&(scope, branch.to_string(), name.to_string(), slice.to_string(), metric)).copied()
    }

    pub fn branch(&self, branch: &str, slice: &str, metric: &'static str) -> Option<Figure> {
        self.get(Scope::Branch, branch, "", slice, metric)
    }

    pub fn bureau(&self, slice: &str, metric: &'static str) -> Option<Figure> {
        self.get(Scope::Bureau, "", "", slice, metric)
    }
}

/// The newest month that any session or study record of the books falls into.
pub fn newest_month(ledger: &Ledger) -> Option<Month> {
    let sessions = ledger.sessions.iter().map(|s| s.when.month());
    let study = ledger.study.iter().filter_map(|s| s.when).map(|w| w.month());
    sessions.chain(study).max()
}

/// Computes all figures of a period.
pub fn compute(
    ledger: &Ledger,
    facts: &Facts,
    period: Period,
    standards: &Standards,
    vocabulary: &Vocabulary,
) -> PolarsResult<Figures> {
    let covered_until = newest_month(ledger);
    let exempt = exempt::reasons(ledger, period, &standards.exempt);
    let study = Study { ledger, facts, standards, vocabulary, covered_until, exempt: &exempt };
    let (mut rows, held, mut quorum, coverage) = study.core(period)?;
    rows.extend(meetings::quorum_figures(ledger, &quorum));
    quorum.retain(|q| !q.is_met());
    let people = people(ledger, facts, period, vocabulary, &exempt)?;
    rows.extend(evidence::figures(ledger, period, &people, vocabulary)?);
    rows.extend(variety::figures(facts, &people, period, standards.study_forms)?);
    rows.extend(books::figures(ledger, facts, period, covered_until)?);
    let lectures = leadership::lectures(ledger, facts, &people, period)?;
    rows.extend(leadership::figures(ledger, facts, &people, period, &lectures)?);
    let development = development::lasted(ledger, standards, vocabulary)?;
    rows.extend(development::figures(ledger, &development)?);
    let watch = watch::list(facts, &people, period, standards)?;
    rows.extend(watch::figures(ledger, &watch));
    for (earlier, span) in [(Earlier::Before, period.before()), (Earlier::LastYear, period.last_year())] {
        if ledger.sessions.iter().any(|s| span.contains(s.when.month())) {
            rows.extend(trend::renamed(study.core(span)?.0, earlier));
        }
    }
    rows.retain(|r| r.figure.denominator > 0.0 || r.metric == "hours");
    rows.sort_by(|a, b| {
        (a.scope, &a.branch, &a.name, &a.slice, a.metric)
            .cmp(&(b.scope, &b.branch, &b.name, &b.slice, b.metric))
    });
    let frame = df!(
        "scope" => rows.iter().map(|r| r.scope.name()).collect::<Vec<_>>(),
        "branch" => rows.iter().map(|r| r.branch.as_str()).collect::<Vec<_>>(),
        "name" => rows.iter().map(|r| r.name.as_str()).collect::<Vec<_>>(),
        "slice" => rows.iter().map(|r| r.slice.as_str()).collect::<Vec<_>>(),
        "metric" => rows.iter().map(|r| r.metric).collect::<Vec<_>>(),
        "numerator" => rows.iter().map(|r| r.figure.numerator).collect::<Vec<_>>(),
        "denominator" => rows.iter().map(|r| r.figure.denominator).collect::<Vec<_>>(),
        "value" => rows.iter().map(|r| r.figure.value()).collect::<Vec<_>>(),
    )?;
    let index =
        rows.into_iter().map(|r| ((r.scope, r.branch, r.name, r.slice, r.metric), r.figure)).collect();
    let worth = hours::by_session(facts, standards)?;
    Ok(Figures {
        period,
        worth,
        frame,
        meetings: held,
        quorum,
        coverage,
        watch,
        lectures,
        development,
        exempt,
        index,
        covered_until,
    })
}

/// A frame of two columns, a text `key` and a whole number `count`, for looking up.
fn by_text(frame: LazyFrame, key: &str) -> PolarsResult<HashMap<String, f64>> {
    let frame = frame.collect()?;
    let counts = frame.column("count")?.cast(&DataType::Float64)?;
    let (keys, counts) = (frame.column(key)?.str()?, counts.f64()?);
    let pair = |i| (keys.get(i).unwrap_or("").to_string(), counts.get(i).unwrap_or(0.0));
    Ok((0..frame.height()).map(pair).collect())
}

/// What the figures of any period are computed from.
struct Study<'a> {
    ledger: &'a Ledger,
    facts: &'a Facts,
    standards: &'a Standards,
    vocabulary: &'a Vocabulary,
    covered_until: Option<Month>,
    exempt: &'a [Option<String>],
}

type Core = (Vec<Row>, Vec<meetings::Held>, Vec<meetings::Quorum>, Vec<coverage::Pair>);

impl Study<'_> {
    /// Participation, meetings, coverage and hours: what is compared from period to period.
    fn core(&self, period: Period) -> PolarsResult<Core> {
        let Study { ledger, facts, standards, vocabulary, covered_until, exempt } = *self;
        let people = people(ledger, facts, period, vocabulary, exempt)?;
        let mut rows = participation::figures(facts, &people, period)?;
        let (held, quorum) =
            meetings::held(ledger, facts, &people, (period, covered_until), standards, vocabulary)?;
        rows.extend(meetings::figures(ledger, &held));
        let coverage = coverage::pairs(facts, &people, period)?;
        rows.extend(coverage::figures(ledger, &coverage, &people)?);
        rows.extend(hours::figures(facts, period, standards, &people)?);
        Ok((rows, held, quorum, coverage))
    }
}

/// What slices need of each member: `member`, `of` (branch), `who` (name, made unique), `in_group`,
/// `category`, `sex`, `age`, `post_kind`; the months of joining or arriving (`since`) and of leaving (`left`), counted
/// from the year 0; whether they have a vote (`votes`), are the branch's `secretary`, and are
/// `assessed`.
fn people(
    ledger: &Ledger,
    facts: &Facts,
    period: Period,
    vocabulary: &Vocabulary,
    exempt: &[Option<String>],
) -> PolarsResult<DataFrame> {
    let m = &ledger.members;
    let latest = |dates: &[Option<When>]| dates.iter().flatten().map(|w| w.month().index()).max();
    let age = |member: &crate::ledger::Member| {
        let band = |years: i32| AGE_BANDS.iter().find(|(_, from)| years >= *from).map(|(name, _)| *name);
        member.age_in(When::Month(period.last())).and_then(band).unwrap_or("")
    };
    df!(
        "member" => facts.members.column("member")?.as_materialized_series(),
        "of" => facts.members.column("branch")?.as_materialized_series(),
        "who" => display_names(ledger),
        "in_group" => m.iter().map(|m| m.group.as_str()).collect::<Vec<_>>(),
        "category" => facts.members.column("category")?.as_materialized_series(),
        "sex" => facts.members.column("gender")?.as_materialized_series(),
        "age" => m.iter().map(age).collect::<Vec<_>>(),
        "assessed" => exempt.iter().map(Option::is_none).collect::<Vec<_>>(),
        "since" => m.iter().map(|m| latest(&[m.joined, m.arrived])).collect::<Vec<_>>(),
        "left" => m.iter().map(|m| latest(&[m.left])).collect::<Vec<_>>(),
        "secretary" => m.iter().map(|m| vocabulary.is_secretary(&m.post)).collect::<Vec<_>>(),
        "votes" => m.iter().map(|m| crate::ledger::votes(m.status)).collect::<Vec<_>>(),
        "post_kind" => m.iter().map(|m| if m.is_committee(vocabulary) { "committee" } else { "member" }).collect::<Vec<_>>(),
    )
}

/// The age bands of slices, from the oldest, with the age at which each begins (at the period's last month).
pub const AGE_BANDS: [(&str, i32); 3] = [("60+", 60), ("36-59", 36), ("35-", 0)];

/// Names by which members are told apart within a branch: namesakes get their department, or a number.
pub fn display_names(ledger: &Ledger) -> Vec<String> {
    let mut seen: HashMap<(BranchId, &str), u32> = HashMap::new();
    ledger
        .members
        .iter()
        .map(|m| {
            let count = seen.entry((m.branch, m.name.as_str())).or_default();
            *count += 1;
            if *count == 1 { m.name.clone() } else { format!("{}[{count}]", m.name) }
        })
        .collect()
}
