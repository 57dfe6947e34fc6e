//! What the figures say, in a sentence each: for the overview and the titles of charts.
//!
//! Only what the figures show is said: the lowest and the highest are named when they differ.

use super::Dossier;
use crate::assessment::Card;
use crate::metrics::meetings::Held;
use crate::metrics::trend::Earlier;
use crate::metrics::watch::Reason;
use crate::text::{percent, plain};

/// `第二支部得分最高（92.3），第一支部最低（71.0）`
pub fn ranking(dossier: &Dossier) -> String {
    let scored: Vec<(&str, f64)> =
        dossier.ranked().iter().filter_map(|c| Some((c.name.as_str(), c.total?))).collect();
    match scored.as_slice() {
        [] => "本期没有可以评分的支部".into(),
        [(name, total)] => format!("{name}得{total:.1}分"),
        [(best, top), .., (worst, low)] if top > low => {
            format!("{best}得分最高（{top:.1}），{worst}最低（{low:.1}）")
        }
        [(_, total), ..] => format!("各支部得分相同（{total:.1}）"),
    }
}

/// How a rate of the bureau went from the first month to the last that has one.
pub fn trend(dossier: &Dossier) -> String {
    let months: Vec<(u32, f64)> = dossier
        .period()
        .months()
        .filter_map(|m| Some((m.month, dossier.rate("", &format!("month:{m}"), "attendance_rate")?)))
        .collect();
    match months.as_slice() {
        [] => "本期没有考勤记录".into(),
        [(month, rate)] => format!("{month}月参会率{}", percent(*rate)),
        [(first, from), .., (last, to)] => {
            let word = match to - from {
                change if change >= 0.02 => "升到",
                change if change <= -0.02 => "降到",
                _ => {
                    return format!(
                        "参会率各月大致持平：{first}月{}，{last}月{}",
                        percent(*from),
                        percent(*to)
                    );
                }
            };
            format!("参会率从{first}月的{}{word}{last}月的{}", percent(*from), percent(*to))
        }
    }
}

/// A rate of the bureau against the period before and the same of last year, where the books hold them:
/// `比上期升2.1点，比去年同期降0.5点`. A point is one per cent of the whole.
pub fn change(dossier: &Dossier, metric: &str) -> Option<String> {
    let now = dossier.rate("", "all", crate::metrics::trend::known(metric)?)?;
    let earlier = [(Earlier::Before, "上期"), (Earlier::LastYear, "去年同期")];
    let said: Vec<String> = earlier
        .into_iter()
        .filter_map(|(earlier, name)| {
            let then = dossier.rate("", "all", crate::metrics::trend::name(metric, earlier)?)?;
            let points = (now - then) * 100.0;
            Some(match points {
                p if p.abs() < 0.05 => format!("与{name}持平"),
                p => format!("比{name}{}{:.1}点", if p > 0.0 { "升" } else { "降" }, p.abs()),
            })
        })
        .collect();
    (!said.is_empty()).then(|| said.join("，"))
}

/// By how much a branch's rate lies above that of the period before; empty where either is.
pub fn change_of(dossier: &Dossier, branch: &str, metric: &str) -> Option<f64> {
    use crate::metrics::trend;
    let now = dossier.rate(branch, "all", trend::known(metric)?)?;
    Some(now - dossier.rate(branch, "all", trend::name(metric, Earlier::Before)?)?)
}

/// The highest that a chart of totals must show: a hundred, or more where bonuses bring more.
pub fn highest_total(dossier: &Dossier) -> f64 {
    let totals = dossier.scores.branches.iter().filter_map(|c| c.total);
    (totals.fold(100.0, f64::max) / 10.0).ceil() * 10.0
}

/// The youngest band against the rest: the point of the report that this program began with.
pub fn ages(dossier: &Dossier) -> String {
    let (young, rest) = (
        dossier.figure("", "age:35-", "attendance_rate"),
        ["age:36-59", "age:60+"].map(|s| dossier.figure("", s, "attendance_rate")),
    );
    let rest =
        rest.into_iter().flatten().fold((0.0, 0.0), |sum, f| (sum.0 + f.numerator, sum.1 + f.denominator));
    match young.and_then(|y| y.value()).zip((rest.1 > 0.0).then(|| rest.0 / rest.1)) {
        Some((young, rest)) if (young - rest).abs() < 0.005 => {
            format!("35岁及以下党员参会率{}，与其他党员相当", percent(young))
        }
        Some((young, rest)) => {
            let word = if young < rest { "低" } else { "高" };
            format!(
                "35岁及以下党员参会率{}，比其他党员{word}{:.1}个百分点",
                percent(young),
                (young - rest).abs() * 100.0
            )
        }
        None => "花名册里没有足够的出生日期，不能按年龄比较".into(),
    }
}

/// The branch with the most unexcused absences, as a share of those due.
pub fn absences(dossier: &Dossier) -> String {
    match extreme(dossier, "absence_rate", f64::total_cmp) {
        Some((name, rate)) if rate > 0.0 => format!("{name}无故缺席最多，占应到的{}", percent(rate)),
        Some(_) => "各支部都没有无故缺席".into(),
        None => "本期没有考勤记录".into(),
    }
}

/// The branch whose members have covered the least of the study plan.
pub fn coverage(dossier: &Dossier) -> String {
    match extreme(dossier, "coverage_rate", |a, b| b.total_cmp(a)) {
        Some((name, rate)) if dossier.scores.branches.len() > 1 => {
            format!("{name}学习覆盖率最低，{}", percent(rate))
        }
        Some((name, rate)) => format!("{name}学习覆盖率{}", percent(rate)),
        None => "文件夹里没有本期的学习计划，未计算学习覆盖率".into(),
    }
}

/// The planned topic that the fewest have studied.
pub fn topic(dossier: &Dossier) -> Option<String> {
    let plan = dossier.ledger().plan.iter().filter(|p| dossier.period().contains(p.month.month()));
    let rates = plan.filter_map(|p| {
        Some((p.topic.as_str(), dossier.rate("", &format!("topic:{}", p.topic), "coverage_rate")?))
    });
    let (topic, rate) = rates.min_by(|a, b| a.1.total_cmp(&b.1))?;
    (rate < 1.0).then(|| format!("学得最少的主题是“{topic}”，覆盖{}", percent(rate)))
}

/// Who missed the most of the meetings that are required.
pub fn meetings(dossier: &Dossier) -> String {
    let missed =
        |name: &str| dossier.figure(name, "all", "frequency").map_or(0.0, |f| f.denominator - f.numerator);
    let all = missed("");
    let worst =
        dossier.branches().map(|(_, name, _)| (name, missed(name))).max_by(|a, b| a.1.total_cmp(&b.1));
    match worst {
        Some((name, n)) if n > 0.0 => format!("全局少开{all}次，{name}少开最多（{n}次）"),
        _ => "应开的会议都开了".into(),
    }
}

/// Members on the watch list, and the gravest reason.
pub fn watched(dossier: &Dossier) -> String {
    let watch = &dossier.figures.watch;
    let people: std::collections::HashSet<_> = watch.iter().map(|w| w.member).collect();
    let alarms = watch.iter().filter(|w| matches!(w.reason, Reason::Alarm(_))).count();
    match (people.len(), alarms) {
        (0, _) => "没有需要关注的党员".into(),
        (n, 0) => format!("{n}名党员列入关注名单，请支部谈话了解"),
        (n, alarms) => {
            format!("{n}名党员列入关注名单，其中{alarms}名连续六个月以上未参加，请按党章第九条研究")
        }
    }
}

/// `1月缺1次、2月缺1次`, with the group's name where the requirement is a group's.
pub fn missing(held: &Held) -> String {
    held.missing.join("、")
}

/// What cost a branch the most points, worst first: `党员大会按期召开 扣4分`.
pub fn losses(card: &Card) -> Vec<String> {
    let mut lost: Vec<(f64, &str)> = card
        .lines
        .iter()
        .map(|l| (l.lost(), l.indicator.name.as_str()))
        .filter(|(off, _)| *off > 0.0)
        .collect();
    lost.sort_by(|a, b| b.0.total_cmp(&a.0));
    lost.iter().map(|(off, name)| format!("{name}扣{}分", plain(*off))).collect()
}

/// The branch that comes last under `order`.
fn extreme<'d>(
    dossier: &'d Dossier,
    metric: &'static str,
    order: impl Fn(&f64, &f64) -> std::cmp::Ordering,
) -> Option<(&'d str, f64)> {
    let rates =
        dossier.branches().filter_map(|(_, name, _)| Some((name, dossier.rate(name, "all", metric)?)));
    rates.max_by(|a, b| order(&a.1, &b.1))
}
