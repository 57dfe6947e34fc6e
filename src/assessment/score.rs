//! Points from figures, each with its reason.

use super::metric::Metric;
use super::rules::{Indicator, Method, Rules, Scheme, Veto};
use crate::issue::Severity;
use crate::ledger::{BranchId, Ledger, MemberId};
use crate::metrics::{Figure, Figures, Scope, display_names};
use crate::text::{plain, round};

/// One line of a scorecard.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    pub indicator: Indicator,
    pub figure: Option<Figure>,
    /// Empty where there is nothing to assess: the line then does not count.
    pub points: Option<f64>,
    pub reason: String,
}

impl Line {
    /// Points lost: none on what is added on top, or does not count. Less than a hundredth is nothing.
    pub fn lost(&self) -> f64 {
        let off = self.points.map_or(0.0, |points| self.indicator.full - points);
        if self.indicator.is_bonus() || off < 0.005 { 0.0 } else { off }
    }
}

/// A subject's lines, total and grade.
#[derive(Debug, Clone, PartialEq)]
pub struct Card {
    pub branch: BranchId,
    pub member: Option<MemberId>,
    /// The branch's or the member's name; namesakes are told apart.
    pub name: String,
    pub lines: Vec<Line>,
    /// To one decimal; see [`Scheme`]. Empty where no line counts, or the member is exempt.
    pub total: Option<f64>,
    pub grade: String,
    /// What caps the grade, in words.
    pub vetoes: Vec<String>,
    /// Why the member is not assessed.
    pub exempt: Option<String>,
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
            let of = |metric: Metric, slice: &str| figure(figures, (Scope::Branch, name, ""), metric, slice);
            let line = |i: &Indicator| {
                line(i, of(i.metric, &i.slice), i.issues(ledger, branch), missing(i, figures, branch))
            };
            let vetoes = vetoes(&rules.branch, of);
            card((branch, None, name.to_string()), &rules.branch, line, vetoes)
        })
        .collect();
    let names = display_names(ledger);
    let mut members: Vec<Card> = ledger
        .members
        .iter()
        .enumerate()
        .map(|(id, member)| {
            let branch = ledger.branch_name(member.branch);
            let of = |metric: Metric, slice: &str| {
                figure(figures, (Scope::Member, branch, &names[id]), metric, slice)
            };
            let line = |i: &Indicator| line(i, of(i.metric, &i.slice), (0, 0), String::new());
            let vetoes = vetoes(&rules.member, of);
            let card = card((member.branch, Some(id), names[id].clone()), &rules.member, line, vetoes);
            match &figures.exempt[id] {
                Some(reason) => card.exempted(reason),
                None => card,
            }
        })
        .collect();
    rank(&mut branches);
    rank(&mut members);
    Scores { branches, members }
}

fn card(
    (branch, member, name): (BranchId, Option<MemberId>, String),
    scheme: &Scheme,
    line: impl Fn(&Indicator) -> Line,
    vetoes: Vec<&Veto>,
) -> Card {
    let lines: Vec<Line> = scheme.indicators.iter().map(line).collect();
    let total = total(scheme, &lines);
    let grade = total.map_or("", |t| scheme.grade(t));
    let grade = vetoes
        .iter()
        .fold(grade, |grade, veto| if grade.is_empty() { grade } else { scheme.worse(grade, &veto.grade) });
    let grade = grade.to_string();
    let vetoes = vetoes.iter().map(|v| format!("{}：等次不高于“{}”", v.name, v.grade)).collect();
    Card { branch, member, name, lines, total, grade, vetoes, exempt: None, rank: 0 }
}

/// Of the base less what was lost, or of 100 as a share of the full points of the lines that count; and the bonuses.
fn total(scheme: &Scheme, lines: &[Line]) -> Option<f64> {
    let counted = || {
        lines.iter().filter(|l| !l.indicator.is_bonus()).filter_map(|l| Some((l.indicator.full, l.points?)))
    };
    let (full, points) = counted().fold((0.0, 0.0), |sum, (full, points)| (sum.0 + full, sum.1 + points));
    let bonus: f64 = lines.iter().filter(|l| l.indicator.is_bonus()).filter_map(|l| l.points).sum();
    let bonus = bonus.min(scheme.bonus_cap.unwrap_or(f64::INFINITY));
    let core = match scheme.base {
        Some(base) => base - (full - points),
        None => points / full * 100.0,
    };
    (full > 0.0).then(|| round((core + bonus).min(scheme.highest.unwrap_or(f64::INFINITY)).max(0.0), 1))
}

/// The vetoes that hold.
fn vetoes(scheme: &Scheme, of: impl Fn(Metric, &str) -> Option<Figure>) -> Vec<&Veto> {
    let holds =
        |v: &&Veto| of(v.metric, &v.slice).and_then(Figure::value).is_some_and(|value| v.holds(value));
    scheme.vetoes.iter().filter(holds).collect()
}

fn figure(
    figures: &Figures,
    (scope, branch, name): (Scope, &str, &str),
    metric: Metric,
    slice: &str,
) -> Option<Figure> {
    figures.get(scope, branch, name, slice, metric.name()).filter(|f| f.denominator > 0.0)
}

impl Card {
    /// A card of somebody who is not assessed: no points, and why.
    fn exempted(self, reason: &str) -> Card {
        let lines =
            self.lines.into_iter().map(|l| Line { points: None, reason: reason.to_string(), ..l }).collect();
        let (grade, exempt) = ("免于考核".to_string(), Some(reason.to_string()));
        Card { lines, total: None, grade, vetoes: Vec::new(), exempt, ..self }
    }
}

fn rank(cards: &mut [Card]) {
    let totals: Vec<f64> = cards.iter().filter_map(|c| c.total).collect();
    for card in cards {
        card.rank = card.total.map_or(0, |mine| totals.iter().filter(|&&t| t > mine).count() + 1);
    }
}

impl Indicator {
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
        (Method::Bonus { .. }, None) => (Some(0.0), "没有可加分的记载".into()),
        (Method::ByHand {}, None) => (None, "还没有评分，不计入".into()),
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
        Method::Bonus { each } => each * value,
        Method::ByHand {} => value,
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
    let tail = match method {
        Method::Bonus { .. } => format!("加{}分", plain(points)),
        Method::ByHand {} => format!("得{}分", plain(points)),
        _ if off < 0.005 => "得满分".to_string(),
        _ => format!("扣{}分", plain(round(off, 2))),
    };
    let said = indicator.metric.said(figure);
    let said = if missing.is_empty() { said } else { format!("{said}（{missing}）") };
    let line = match method {
        Method::ByStep { from, .. } if value < *from => {
            format!("，低于{}", indicator.metric.shape().said(*from))
        }
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
