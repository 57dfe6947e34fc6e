//! The rules file: indicators, points, methods, grades. All of it is settings.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::metric::{Metric, Shape};
use crate::metrics::{AGE_BANDS, Standards};
use crate::text::plain;
use crate::toml_fault::TomlFault;
use crate::vocabulary::{Category, Kind};

/// A rules file, read.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rules {
    pub name: String,
    pub standards: Standards,
    #[serde(default)]
    pub review: Review,
    pub branch: Scheme,
    pub member: Scheme,
}

/// How the scores of party work and of business go together in performance review.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Review {
    /// The categories of staff whom performance review covers; all where none is given.
    pub covers: Vec<Category>,
    /// The share of the party score in the total, of one.
    pub weight: f64,
    /// Where it differs by category.
    pub weight_of: BTreeMap<Category, f64>,
}

impl Default for Review {
    fn default() -> Review {
        Review { covers: Vec::new(), weight: 0.3, weight_of: BTreeMap::new() }
    }
}

impl Review {
    /// Whether performance review covers somebody of a category; who has none is not left out.
    pub fn covers(&self, category: Option<Category>) -> bool {
        self.covers.is_empty() || category.is_none_or(|c| self.covers.contains(&c))
    }

    pub fn weight(&self, category: Option<Category>) -> f64 {
        category.and_then(|c| self.weight_of.get(&c)).copied().unwrap_or(self.weight)
    }
}

/// How one kind of subject is scored.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scheme {
    /// Where it is given, points lost are taken off it (加减分制); else the total is the share of the full points, of
    /// 100 (百分制).
    #[serde(default)]
    pub base: Option<f64>,
    /// The most that all bonuses together bring.
    #[serde(default)]
    pub bonus_cap: Option<f64>,
    /// The highest total.
    #[serde(default)]
    pub highest: Option<f64>,
    pub indicators: Vec<Indicator>,
    #[serde(default)]
    pub vetoes: Vec<Veto>,
    pub grades: Vec<Grade>,
}

/// What caps the grade whatever the total (一票否决).
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Veto {
    pub id: String,
    pub name: String,
    pub metric: Metric,
    #[serde(default = "all")]
    pub slice: String,
    /// It holds where the figure is below this, or at least that.
    #[serde(default)]
    pub below: Option<f64>,
    #[serde(default)]
    pub at_least: Option<f64>,
    /// The best grade that is left.
    pub grade: String,
    pub basis: String,
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
    /// Points on top for each unit of a figure; the indicator's full points are the cap (加分项).
    Bonus {
        each: f64,
    },
    /// Points as given by hand, for what no book can show.
    ByHand {},
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

/// The rule sets that come with the program; the first is the default. Each is written whole: what all share, then
/// its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RuleSet {
    /// 百分制: points of all lines, as a share of what they could bring, of 100.
    Percent,
    /// 加减分制: a base of 100, points off and points on.
    PlusMinus,
    /// 星级: five stars by bands of the total.
    Stars,
}

impl RuleSet {
    pub const ALL: [RuleSet; 3] = [RuleSet::Percent, RuleSet::PlusMinus, RuleSet::Stars];

    pub fn name(self) -> &'static str {
        match self {
            RuleSet::Percent => "百分制",
            RuleSet::PlusMinus => "加减分制",
            RuleSet::Stars => "星级",
        }
    }

    /// The rules file, every setting explained.
    pub fn text(self) -> String {
        let head = include_str!("../../templates/rules/head.toml").replace("{name}", self.name());
        let own = match self {
            RuleSet::Percent => include_str!("../../templates/rules/percent.toml"),
            RuleSet::PlusMinus => include_str!("../../templates/rules/plus_minus.toml"),
            RuleSet::Stars => include_str!("../../templates/rules/stars.toml"),
        };
        format!("{head}{}{own}", include_str!("../../templates/rules/standards.toml"))
    }
}

impl Rules {
    /// Reads a rules file.
    ///
    /// # Errors
    /// It is not well-formed, or an indicator cannot be computed: where, and what was expected.
    pub fn parse(text: &str) -> Result<Rules, TomlFault> {
        let mut rules: Rules = toml::from_str(text).map_err(|error| TomlFault::from(text, &error))?;
        let fault = |table: &str, mark: &str, message: String| {
            TomlFault::at(text, entry(text, table, mark).unwrap_or(0), message)
        };
        if let Some((exemption, message)) = rules.standards.exempt.iter().find_map(|e| Some((e, e.fault()?)))
        {
            return Err(fault("standards.exempt", &exemption.reason, message.into()));
        }
        let fraction = |w: &f64| (0.0..=1.0).contains(w);
        if !fraction(&rules.review.weight) || !rules.review.weight_of.values().all(fraction) {
            let at = text.find("\n[review").map_or(0, |at| at + 1);
            return Err(TomlFault::at(text, at, "党建得分的比重要在0和1之间"));
        }
        for (name, scheme) in [("branch", &mut rules.branch), ("member", &mut rules.member)] {
            scheme.grades.sort_by(|a, b| b.from.total_cmp(&a.from));
            // What is added on top stands below what is assessed.
            scheme.indicators.sort_by_key(Indicator::is_bonus);
            if let Some((i, message)) = scheme.indicators.iter().find_map(|i| Some((i, i.fault()?))) {
                return Err(fault(&format!("{name}.indicators"), &i.id, message));
            }
            if let Some((v, message)) = scheme.vetoes.iter().find_map(|v| Some((v, v.fault(&scheme.grades)?)))
            {
                return Err(fault(&format!("{name}.vetoes"), &v.id, message));
            }
        }
        Ok(rules)
    }

    /// The default rules.
    pub fn built_in() -> Rules {
        Rules::parse(&RuleSet::Percent.text()).expect("the built-in rules are well-formed")
    }
}

impl Scheme {
    pub fn grade(&self, total: f64) -> &str {
        self.grades.iter().find(|g| total >= g.from).map_or("", |g| &g.name)
    }

    /// The worse of two grades, by their order.
    pub fn worse<'a>(&self, a: &'a str, b: &'a str) -> &'a str {
        let place = |name: &str| self.grades.iter().position(|g| g.name == name);
        if place(b) > place(a) { b } else { a }
    }

    /// What the total is out of.
    pub fn out_of(&self) -> f64 {
        self.base.unwrap_or(100.0)
    }

    /// How the total is made, in words.
    pub fn chinese(&self) -> String {
        let made = match self.base {
            Some(base) => format!("以{}分为基数，按各项扣减", plain(base)),
            None => "各项得分合计折算成百分".to_string(),
        };
        let bonus = self.bonus_cap.map(|cap| format!("，加分最多{}分", plain(cap))).unwrap_or_default();
        let highest = self.highest.map(|most| format!("，最高{}分", plain(most))).unwrap_or_default();
        format!("{made}{bonus}{highest}")
    }
}

/// Where a string stands in the entry of an array of tables that holds it.
fn entry(text: &str, table: &str, mark: &str) -> Option<usize> {
    let header = format!("[[{table}]]");
    text.match_indices(&header).find_map(|(at, _)| {
        let body = &text[at + header.len()..];
        let body = &body[..body.find("\n[").unwrap_or(body.len())];
        body.find(&format!("\"{mark}\"")).map(|i| at + header.len() + i)
    })
}

/// What makes a slice no slice of any figure.
fn slice_fault(name: &str, slice: &str) -> Option<String> {
    let known = match slice.split_once(':') {
        None => slice == "all",
        Some(("kind", kind)) => Kind::ALL.iter().any(|k| k.name() == kind),
        Some(("category", category)) => Category::ALL.iter().any(|c| c.name() == category),
        Some(("sex", sex)) => matches!(sex, "男" | "女"),
        Some(("age", band)) => AGE_BANDS.iter().any(|(b, _)| *b == band),
        Some(("post", post)) => matches!(post, "committee" | "member"),
        Some(("topic" | "study_category" | "item" | "month", rest)) => !rest.is_empty(),
        Some(_) => false,
    };
    (!known).then(|| format!("“{name}”的 slice 写成了“{slice}”，没有这样的范围"))
}

impl Veto {
    /// What makes a veto impossible to apply.
    fn fault(&self, grades: &[Grade]) -> Option<String> {
        let name = &self.name;
        if !grades.iter().any(|g| g.name == self.grade) {
            Some(format!("“{name}”的 grade 写成了“{}”，等次里没有这一档", self.grade))
        } else if self.metric == Metric::Issues {
            Some(format!("“{name}”不能用 issues"))
        } else if self.below.is_some() == self.at_least.is_some() {
            Some(format!("“{name}”要写 below 或 at_least，只写一个"))
        } else {
            slice_fault(name, &self.slice)
        }
    }

    /// Whether a figure brings it about.
    pub fn holds(&self, value: f64) -> bool {
        self.below.is_some_and(|line| value < line) || self.at_least.is_some_and(|line| value >= line)
    }

    /// In words, for the page of rules: `低于60.0%，等次不高于“合格”`.
    pub fn chinese(&self) -> String {
        let said = |line: f64| self.metric.shape().said(line);
        let when = match (self.below, self.at_least) {
            (Some(line), _) => format!("低于{}", said(line)),
            (None, Some(line)) => format!("达到{}", said(line)),
            (None, None) => String::new(),
        };
        format!("{when}，等次不高于“{}”", self.grade)
    }
}

impl Indicator {
    pub fn is_bonus(&self) -> bool {
        matches!(self.method, Method::Bonus { .. })
    }

    /// What makes an indicator impossible to compute.
    fn fault(&self) -> Option<String> {
        let name = &self.name;
        let fault = match &self.method {
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
            method if self.metric == Metric::Issues && !matches!(method, Method::PerIssue { .. }) => {
                Some(format!("“{name}”用的是 issues，计分方法要写 per_issue"))
            }
            Method::ByHand {} if self.metric != Metric::ManualScore => {
                Some(format!("“{name}”由人工评分，metric 要写 manual_score"))
            }
            _ => None,
        };
        fault.or_else(|| slice_fault(name, &self.slice))
    }

    /// The method in words, for the page of rules: `少一次扣2分，扣完为止`.
    pub fn method_chinese(&self) -> String {
        let shape = self.metric.shape();
        let said = |line: f64| shape.said(line);
        match &self.method {
            Method::PerMiss { points } => format!("少一次扣{}分，扣完为止", plain(*points)),
            Method::ByStep { from, step, points } => {
                let step = match shape {
                    Shape::Rate => format!("{}个百分点", plain(step * 100.0)),
                    _ => plain(*step),
                };
                format!("{}及以上得满分，每低{step}扣{}分，扣完为止", said(*from), plain(*points))
            }
            Method::Linear { zero, full } if zero < full => {
                format!("{}及以下不得分，{}及以上得满分，中间按比例", said(*zero), said(*full))
            }
            Method::Linear { zero, full } => {
                format!("{}及以下得满分，{}及以上不得分，中间按比例", said(*full), said(*zero))
            }
            Method::AllOrNothing { from } => format!("达到{}得满分，否则不得分", said(*from)),
            Method::Bands(bands) => {
                let bands: Vec<String> =
                    bands.iter().map(|b| format!("{}起得{}分", said(b.from), plain(b.points))).collect();
                format!("分档：{}", bands.join("，"))
            }
            Method::PerIssue { error, warning } => {
                format!("台账每处错误扣{}分，每处提醒扣{}分，扣完为止", plain(*error), plain(*warning))
            }
            Method::Bonus { each } => {
                format!("每{}加{}分，最多加{}分", self.metric.unit(), plain(*each), plain(self.full))
            }
            Method::ByHand {} => format!("由考核组评分，最高{}分", plain(self.full)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_three_sets_are_complete() {
        for set in RuleSet::ALL {
            let rules =
                Rules::parse(&set.text()).map_err(|fault| format!("{}：{fault}", set.name())).unwrap();
            assert_eq!(rules.name, set.name());
            for scheme in [&rules.branch, &rules.member] {
                let full: f64 = scheme.indicators.iter().filter(|i| !i.is_bonus()).map(|i| i.full).sum();
                assert!(scheme.base.is_some() || full == 100.0, "{}：{full}", set.name());
                assert_eq!(scheme.grades.last().map(|g| g.from), Some(0.0), "every total has a grade");
            }
        }
    }

    #[test]
    fn mistakes_are_shown_where_they_are() {
        let text = RuleSet::Percent.text();
        for (right, wrong, line, message) in [
            ("full = 8", "full = \"八\"", "full = \"八\"", "应当是数字"),
            ("zero = 0.5, full = 0.95", "zero = 0.5, full = 0.5", "id = \"coverage\"", "不能相同"),
            ("kind:lecture\"\nmethod", "kind:lectur\"\nmethod", "id = \"lecture\"", "没有这样的范围"),
            (
                "below = 0.5\ngrade = \"合格\"",
                "below = 0.5\ngrade = \"及格\"",
                "id = \"books_missing\"",
                "没有这一档",
            ),
            ("weight = 0.3 ", "weight = 30 ", "[review]", "0和1之间"),
            ("metric = \"honours\"", "metric = \"honour\"", "metric = \"honour\"", "不能用"),
        ] {
            let broken = text.replacen(right, wrong, 1);
            assert_ne!(broken, text, "{right}");
            let fault = Rules::parse(&broken).unwrap_err();
            assert_eq!(broken.lines().nth(fault.line - 1), Some(line), "{wrong}");
            assert!(fault.message.contains(message), "{}", fault.message);
        }
    }

    #[test]
    fn an_exemption_needs_a_condition_and_a_reason() {
        let text = RuleSet::Percent.text();
        let with = |entry: &str| {
            Rules::parse(&text.replacen(
                "[[standards.meetings]]",
                &format!("{entry}\n\n[[standards.meetings]]"),
                1,
            ))
        };
        assert!(with("[[standards.exempt]]\nage_from = 80\nreason = \"高龄\"").is_ok());
        assert!(
            with("[[standards.exempt]]\nreason = \"高龄\"").unwrap_err().message.contains("至少要写一个条件")
        );
    }
}
