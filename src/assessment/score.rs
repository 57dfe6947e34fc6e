//! Points from figures, each with its reason.

use super::rules::{Indicator, Method, Metric, Rules, Scheme};
use crate::issue::Severity;
use crate::ledger::{BranchId, Ledger, MemberId};
use crate::metrics::{Figure, Figures, Scope, display_names};
use crate::text::{percent, plain};

/// One line of a scorecard.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    pub indicator: Indicator,
    pub figure: Option<Figure>,
    /// Empty where there is nothing to assess: the line then does not count.
    pub points: Option<f64>,
    pub reason: String,
}

/// A subject's lines, total and grade.
#[derive(Debug, Clone, PartialEq)]
pub struct Card {
    pub branch: BranchId,
    pub member: Option<MemberId>,
    /// The branch's or the member's name; namesakes are told apart.
    pub name: String,
    pub lines: Vec<Line>,
    /// Of 100, to one decimal: points ÷ full points of the lines that count. Empty where none does.
    pub total: Option<f64>,
    pub grade: String,
    /// Among its kind, from 1; ties rank equal. 0 where there is no total.
    pub rank: usize,
}

/// All scorecards of a period.
#[derive(Debug, Clone)]
pub struct Scores {
    pub branches: Vec<Card>,
    pub members: Vec<Card>,
}

pub fn score(ledger: &Ledger, figures: &Figures, rules: &Rules) -> Scores {
    let mut branches: Vec<Card> = ledger
        .branches
        .ids()
        .map(|branch| {
            let name = ledger.branch_name(branch);
            card(branch, None, name.to_string(), &rules.branch, |i| {
                line(
                    i,
                    i.figure(figures, Scope::Branch, name, ""),
                    i.issues(ledger, branch),
                    missing(i, figures, branch),
                )
            })
        })
        .collect();
    let names = display_names(ledger);
    let mut members: Vec<Card> = ledger
        .members
        .iter()
        .enumerate()
        .map(|(id, member)| {
            let branch = ledger.branch_name(member.branch);
            card(member.branch, Some(id), names[id].clone(), &rules.member, |i| {
                line(i, i.figure(figures, Scope::Member, branch, &names[id]), (0, 0), String::new())
            })
        })
        .collect();
    rank(&mut branches);
    rank(&mut members);
    Scores { branches, members }
}

fn card(
    branch: BranchId,
    member: Option<MemberId>,
    name: String,
    scheme: &Scheme,
    line: impl Fn(&Indicator) -> Line,
) -> Card {
    let lines: Vec<Line> = scheme.indicators.iter().map(line).collect();
    let full: f64 = lines.iter().filter(|l| l.points.is_some()).map(|l| l.indicator.full).sum();
    let points: f64 = lines.iter().filter_map(|l| l.points).sum();
    let total = (full > 0.0).then(|| round(points / full * 100.0, 1));
    let grade = total.map_or(String::new(), |t| scheme.grade(t).to_string());
    Card { branch, member, name, lines, total, grade, rank: 0 }
}

fn rank(cards: &mut [Card]) {
    let totals: Vec<f64> = cards.iter().filter_map(|c| c.total).collect();
    for card in cards {
        card.rank = card.total.map_or(0, |mine| totals.iter().filter(|&&t| t > mine).count() + 1);
    }
}

/// Half away from zero, as Excel's ROUND does.
pub fn round(value: f64, decimals: i32) -> f64 {
    let factor = 10f64.powi(decimals);
    // A hair is added so that 0.285, stored as 0.28499…, rounds as a person expects.
    (value * factor + value.signum() * 1e-9).round() / factor
}

impl Indicator {
    fn figure(&self, figures: &Figures, scope: Scope, branch: &str, name: &str) -> Option<Figure> {
        (self.metric != Metric::Issues)
            .then(|| figures.get(scope, branch, name, &self.slice, self.metric.name()))
            .flatten()
            .filter(|f| f.denominator > 0.0)
    }

    /// Errors and warnings in the books of a branch.
    fn issues(&self, ledger: &Ledger, branch: BranchId) -> (usize, usize) {
        if self.metric != Metric::Issues {
            return (0, 0);
        }
        let of = |severity| {
            ledger
                .issues
                .iter()
                .filter(|i| i.severity() == severity && ledger.branch_of(i.place) == Some(branch))
                .count()
        };
        (of(Severity::Error), of(Severity::Warning))
    }
}

/// What is missing by name, for indicators of meetings.
fn missing(indicator: &Indicator, figures: &Figures, branch: BranchId) -> String {
    let Some(kind) = indicator.slice.strip_prefix("kind:").filter(|_| indicator.metric == Metric::Frequency)
    else {
        return String::new();
    };
    let of_kind = figures.meetings.iter().filter(|h| h.branch == branch && h.kind.name() == kind);
    let words: Vec<String> = of_kind
        .flat_map(|h| {
            h.missing.iter().map(|m| if h.group.is_empty() { m.clone() } else { format!("{}{m}", h.group) })
        })
        .collect();
    words.join("、")
}

fn line(
    indicator: &Indicator,
    figure: Option<Figure>,
    (errors, warnings): (usize, usize),
    missing: String,
) -> Line {
    let full = indicator.full;
    let (points, reason) = match (&indicator.method, figure) {
        (Method::PerIssue { error, warning }, _) => {
            let off = (errors as f64 * error + warnings as f64 * warning).min(full);
            let reason = if errors + warnings == 0 {
                "台账没有发现问题".into()
            } else {
                format!("台账有错误{errors}处、提醒{warnings}处，扣{}分", plain(off))
            };
            (Some(full - off), reason)
        }
        (_, None) => (None, "本期没有可考核的内容，不计入".into()),
        (method, Some(figure)) => {
            let value = figure.value().unwrap_or(0.0);
            let points = round(points(method, full, figure, value), 2);
            (Some(points), reason(indicator, method, figure, value, points, &missing))
        }
    };
    Line { indicator: indicator.clone(), figure, points: points.map(|p| round(p, 2)), reason }
}

fn points(method: &Method, full: f64, figure: Figure, value: f64) -> f64 {
    let points = match method {
        Method::PerMiss { points } => full - points * (figure.denominator - figure.numerator).max(0.0),
        // A hair less than a whole step is a whole step's worth of floating point, not a step more.
        Method::ByStep { from, step, points } if value < *from => {
            full - points * ((from - value) / step - 1e-9).ceil()
        }
        Method::ByStep { .. } => full,
        Method::Linear { zero, full: best } => full * (value - zero) / (best - zero),
        Method::AllOrNothing { from } => {
            if value >= *from {
                full
            } else {
                0.0
            }
        }
        Method::Bands(bands) => bands.iter().find(|b| value >= b.from).map_or(0.0, |b| b.points),
        Method::PerIssue { .. } => full,
    };
    points.clamp(0.0, full)
}

fn reason(
    indicator: &Indicator,
    method: &Method,
    figure: Figure,
    value: f64,
    points: f64,
    missing: &str,
) -> String {
    let off = indicator.full - points;
    let tail = if off < 0.005 { "得满分".to_string() } else { format!("扣{}分", plain(round(off, 2))) };
    let said = match indicator.metric {
        Metric::Frequency => {
            let counted = format!("应开{}次，计{}次", plain(figure.denominator), plain(figure.numerator));
            if missing.is_empty() { counted } else { format!("{counted}（{missing}）") }
        }
        Metric::Hours => format!(
            "共{}学时，应有{}学时，完成{}",
            plain(round(figure.numerator, 1)),
            plain(round(figure.denominator, 1)),
            percent(value)
        ),
        Metric::CoverageRate => format!(
            "应学{}人次，已学{}人次，覆盖率{}",
            plain(figure.denominator),
            plain(figure.numerator),
            percent(value)
        ),
        Metric::AbsenceRate => format!(
            "应到{}人次，无故缺席{}人次，占{}",
            plain(figure.denominator),
            plain(figure.numerator),
            percent(value)
        ),
        Metric::AttendanceRate => format!(
            "应到{}人次，实到{}人次，参会率{}",
            plain(figure.denominator),
            plain(figure.numerator),
            percent(value)
        ),
        _ => format!("{}÷{}＝{}", plain(figure.numerator), plain(figure.denominator), percent(value)),
    };
    let line = match method {
        Method::ByStep { from, .. } if value < *from => format!("，低于{}", percent(*from)),
        _ => String::new(),
    };
    format!("{said}{line}，{tail}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn points_of(method: Method, full: f64, numerator: f64, denominator: f64) -> f64 {
        let figure = Figure { numerator, denominator };
        round(points(&method, full, figure, figure.value().unwrap()), 2)
    }

    #[test]
    fn the_methods() {
        let step = || Method::ByStep { from: 0.9, step: 0.1, points: 1.0 };
        let bands = || {
            Method::Bands(vec![
                super::super::rules::Band { from: 0.9, points: 10.0 },
                super::super::rules::Band { from: 0.8, points: 8.0 },
            ])
        };
        for (method, full, numerator, denominator, expected) in [
            (Method::PerMiss { points: 2.0 }, 6.0, 3.0, 3.0, 6.0),
            (Method::PerMiss { points: 2.0 }, 6.0, 1.0, 3.0, 2.0),
            (Method::PerMiss { points: 4.0 }, 6.0, 0.0, 3.0, 0.0),
            (step(), 10.0, 9.0, 10.0, 10.0),
            (step(), 10.0, 8.0, 10.0, 9.0),
            (step(), 10.0, 85.0, 100.0, 9.0),
            (step(), 10.0, 79.0, 100.0, 8.0),
            (Method::Linear { zero: 0.6, full: 1.0 }, 20.0, 8.0, 10.0, 10.0),
            (Method::Linear { zero: 0.1, full: 0.0 }, 10.0, 5.0, 100.0, 5.0),
            (Method::Linear { zero: 0.6, full: 1.0 }, 20.0, 5.0, 10.0, 0.0),
            (Method::AllOrNothing { from: 0.8 }, 5.0, 8.0, 10.0, 5.0),
            (Method::AllOrNothing { from: 0.8 }, 5.0, 7.0, 10.0, 0.0),
            (bands(), 10.0, 85.0, 100.0, 8.0),
            (bands(), 10.0, 7.0, 10.0, 0.0),
        ] {
            assert_eq!(
                points_of(method.clone(), full, numerator, denominator),
                expected,
                "{method:?} {numerator}/{denominator}"
            );
        }
    }

    proptest! {
        #[test]
        fn more_coming_never_costs_points(came in 0u32..50, more in 0u32..50, zero in 0.0f64..0.9) {
            let (lower, higher) = (f64::from(came.min(more)), f64::from(came.max(more)));
            for method in [Method::ByStep { from: 0.9, step: 0.01, points: 0.5 }, Method::Linear { zero, full: 1.0 }, Method::AllOrNothing { from: zero }] {
                let (a, b) = (points_of(method.clone(), 15.0, lower, 50.0), points_of(method, 15.0, higher, 50.0));
                prop_assert!(a <= b && (0.0..=15.0).contains(&a));
            }
        }
    }
}
