//! The rules file: indicators, points, methods, grades. All of it is settings.

use serde::Deserialize;

use crate::metrics::Standards;
use crate::toml_fault::TomlFault;

/// A rules file, read.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rules {
    pub name: String,
    pub standards: Standards,
    pub branch: Scheme,
    pub member: Scheme,
}

/// How one kind of subject is scored.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scheme {
    pub indicators: Vec<Indicator>,
    pub grades: Vec<Grade>,
}

/// One line of a scorecard.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Indicator {
    pub id: String,
    pub name: String,
    pub group: String,
    /// Full points.
    pub full: f64,
    pub metric: Metric,
    #[serde(default = "all")]
    pub slice: String,
    pub method: Method,
    pub basis: String,
}

/// The figures that an indicator can rest on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Metric {
    Frequency,
    AttendanceRate,
    AttendanceRateWithoutLeave,
    LeaveRate,
    AbsenceRate,
    LateRate,
    CoverageRate,
    Hours,
    /// Issues in the books themselves.
    Issues,
}

/// How points follow from a figure. Rates are fractions of one.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Method {
    /// Points off for each one missing (少一次扣…，扣完为止).
    PerMiss {
        points: f64,
    },
    /// Points off for each whole or begun step below a line.
    ByStep {
        from: f64,
        step: f64,
        points: f64,
    },
    /// In proportion between two values; the first may be the higher.
    Linear {
        zero: f64,
        full: f64,
    },
    AllOrNothing {
        from: f64,
    },
    /// The points of the first band that the value reaches; bands from high to low.
    Bands(Vec<Band>),
    /// Points off for each issue of a branch's books.
    PerIssue {
        error: f64,
        warning: f64,
    },
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Band {
    pub from: f64,
    pub points: f64,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Grade {
    pub name: String,
    /// The total (of 100) from which the grade holds.
    pub from: f64,
}

fn all() -> String {
    "all".into()
}

/// The default rules, as written.
pub const DEFAULT: &str = include_str!("../../templates/rules.toml");

impl Rules {
    /// Reads a rules file.
    ///
    /// # Errors
    /// It is not well-formed, or an indicator cannot be computed: where, and what was expected.
    pub fn parse(text: &str) -> Result<Rules, TomlFault> {
        let mut rules: Rules = toml::from_str(text).map_err(|error| TomlFault::from(text, &error))?;
        for scheme in [&mut rules.branch, &mut rules.member] {
            scheme.grades.sort_by(|a, b| b.from.total_cmp(&a.from));
            for indicator in &scheme.indicators {
                if let Some(message) = indicator.fault() {
                    let at = text.find(&format!("\"{}\"", indicator.id)).unwrap_or(0);
                    return Err(TomlFault::at(text, at, message));
                }
            }
        }
        Ok(rules)
    }

    /// The rules that come with the program.
    pub fn built_in() -> Rules {
        Rules::parse(DEFAULT).expect("the built-in rules are well-formed")
    }
}

impl Scheme {
    pub fn grade(&self, total: f64) -> &str {
        self.grades.iter().find(|g| total >= g.from).map_or("", |g| &g.name)
    }
}

impl Indicator {
    /// What makes an indicator impossible to compute.
    fn fault(&self) -> Option<String> {
        let name = &self.name;
        match &self.method {
            _ if self.full <= 0.0 || !self.full.is_finite() => Some(format!("“{name}”的满分要大于0")),
            Method::ByStep { step, .. } if *step <= 0.0 => Some(format!("“{name}”的 step 要大于0")),
            Method::Linear { zero, full } if zero == full => {
                Some(format!("“{name}”的 zero 与 full 不能相同"))
            }
            Method::Bands(bands) if bands.windows(2).any(|w| w[0].from <= w[1].from) => {
                Some(format!("“{name}”的分档要从高到低写"))
            }
            Method::PerIssue { .. } if self.metric != Metric::Issues => {
                Some(format!("“{name}”按问题扣分，metric 要写 issues"))
            }
            _ => None,
        }
    }
}

impl Method {
    /// The method in words, for the page of rules: `少一次扣2分，扣完为止`.
    pub fn chinese(&self) -> String {
        use crate::text::{percent, plain};
        match self {
            Method::PerMiss { points } => format!("少一次扣{}分，扣完为止", plain(*points)),
            Method::ByStep { from, step, points } => {
                format!(
                    "{}及以上得满分，每低{}个百分点扣{}分，扣完为止",
                    percent(*from),
                    plain(step * 100.0),
                    plain(*points)
                )
            }
            Method::Linear { zero, full } if zero < full => {
                format!("{}及以下不得分，{}及以上得满分，中间按比例", percent(*zero), percent(*full))
            }
            Method::Linear { zero, full } => {
                format!("{}及以下得满分，{}及以上不得分，中间按比例", percent(*full), percent(*zero))
            }
            Method::AllOrNothing { from } => format!("达到{}得满分，否则不得分", percent(*from)),
            Method::Bands(bands) => {
                let bands: Vec<String> =
                    bands.iter().map(|b| format!("{}起得{}分", percent(b.from), plain(b.points))).collect();
                format!("分档：{}", bands.join("，"))
            }
            Method::PerIssue { error, warning } => {
                format!("台账每处错误扣{}分，每处提醒扣{}分，扣完为止", plain(*error), plain(*warning))
            }
        }
    }
}

impl Metric {
    /// The metric's name in the figures.
    pub fn name(self) -> &'static str {
        match self {
            Metric::Frequency => "frequency",
            Metric::AttendanceRate => "attendance_rate",
            Metric::AttendanceRateWithoutLeave => "attendance_rate_without_leave",
            Metric::LeaveRate => "leave_rate",
            Metric::AbsenceRate => "absence_rate",
            Metric::LateRate => "late_rate",
            Metric::CoverageRate => "coverage_rate",
            Metric::Hours => "hours",
            Metric::Issues => "issues",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_default_is_a_hundred_points() {
        let rules = Rules::built_in();
        for scheme in [&rules.branch, &rules.member] {
            assert_eq!(scheme.indicators.iter().map(|i| i.full).sum::<f64>(), 100.0);
        }
    }

    #[test]
    fn mistakes_are_shown_where_they_are() {
        let broken = DEFAULT.replacen("full = 8", "full = \"八\"", 1);
        let fault = Rules::parse(&broken).unwrap_err();
        assert_eq!(broken.lines().nth(fault.line - 1), Some("full = \"八\""));
        let backwards = DEFAULT.replacen("zero = 0.5, full = 0.95", "zero = 0.5, full = 0.5", 1);
        assert!(Rules::parse(&backwards).unwrap_err().message.contains("不能相同"));
    }
}
