//! Why a member or a branch has the figures and the points that it has: each figure with its parts, each point lost
//! with its reason, and the cells behind them.

use serde::Serialize;

use super::{Dossier, findings};
use crate::address::Address;
use crate::issue::Severity;
use crate::ledger::{BranchId, MemberId, Status, kinds_chinese};
use crate::text::{percent, plain, squash};

/// Whom a name means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    Branch(BranchId),
    Member(MemberId),
}

/// Why a name means nobody in particular.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unclear {
    /// Nobody is called so; up to three who are called nearly so.
    Nobody(Vec<String>),
    /// Several are: each by the name by which it can be asked for.
    Several(Vec<String>),
}

/// An explanation, to be read from top to bottom.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Explanation {
    pub heading: String,
    /// Sentences below the heading.
    pub summary: Vec<String>,
    pub sections: Vec<Section>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Section {
    pub title: String,
    pub lines: Vec<Line>,
}

/// What is said, and the cell that says it, where one does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Line {
    pub said: String,
    pub source: String,
}

/// The branch or the member that a name means: a branch's name, a member's, or `支部/姓名`.
///
/// # Errors
/// Nobody, or more than one, is called so.
pub fn find(dossier: &Dossier, name: &str) -> Result<Subject, Unclear> {
    let ledger = dossier.ledger();
    let name = squash(name);
    let (branch, bare) = match name.split_once('/') {
        Some((branch, bare)) => (Some(branch), bare),
        None => (None, name.as_str()),
    };
    let within =
        |m: MemberId| branch.is_none_or(|b| ledger.branches.find(b) == Some(ledger.members[m].branch));
    let cards = &dossier.scores.members;
    let called = |m: &MemberId| cards[*m].name == bare || ledger.members[*m].name == bare;
    let found: Vec<MemberId> = (0..cards.len()).filter(|m| within(*m)).filter(called).collect();
    // With its branch, the name as shown means one: 第一支部/张伟 the first, 第一支部/张伟[2] the second.
    let exact = found.iter().find(|m| branch.is_some() && cards[**m].name == bare);
    match (exact, found.as_slice()) {
        (Some(only), _) | (None, [only]) => return Ok(Subject::Member(*only)),
        (None, []) => {}
        (None, several) => {
            let asked = |m: &MemberId| {
                format!("{}/{}", ledger.branch_name(ledger.members[*m].branch), cards[*m].name)
            };
            return Err(Unclear::Several(several.iter().map(asked).collect()));
        }
    }
    if let Some(branch) = ledger.branches.find(&name) {
        return Ok(Subject::Branch(branch));
    }
    let everybody = dossier.branches().map(|(_, n, _)| n).chain(cards.iter().map(|c| c.name.as_str()));
    let mut near: Vec<(f64, &str)> = everybody
        .map(|n| (strsim::normalized_damerau_levenshtein(bare, n), n))
        .filter(|(l, _)| *l >= 0.5)
        .collect();
    near.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(b.1)));
    near.dedup();
    Err(Unclear::Nobody(near.into_iter().take(3).map(|(_, n)| n.to_string()).collect()))
}

pub fn explain(dossier: &Dossier, subject: &Subject) -> Explanation {
    match subject {
        Subject::Branch(branch) => of_branch(dossier, *branch),
        Subject::Member(member) => of_member(dossier, *member),
    }
}

fn line(dossier: &Dossier, said: String, at: Address) -> Line {
    Line { said, source: dossier.ledger().shelf.cite(at) }
}

/// The lines of a scorecard: what it is out of, what it came to, and why.
fn points(card: &crate::assessment::Card) -> Section {
    let lines = card.lines.iter().map(|l| {
        let said = match l.points {
            Some(points) if l.indicator.is_bonus() => {
                format!(
                    "{}：加{}分（最多{}分）。{}",
                    l.indicator.name,
                    plain(points),
                    plain(l.indicator.full),
                    l.reason
                )
            }
            Some(points) => {
                format!(
                    "{}：{}分，得{}分。{}",
                    l.indicator.name,
                    plain(l.indicator.full),
                    plain(points),
                    l.reason
                )
            }
            None => format!("{}：{}分，不计。{}", l.indicator.name, plain(l.indicator.full), l.reason),
        };
        Line { said, source: String::new() }
    });
    let vetoes =
        card.vetoes.iter().map(|v| Line { said: format!("一票否决：{v}"), source: String::new() });
    Section { title: "得分".into(), lines: lines.chain(vetoes).collect() }
}

fn outcome(dossier: &Dossier, card: &crate::assessment::Card, among: usize, unit: &str) -> String {
    let period = dossier.stamp().period;
    match (&card.exempt, card.total) {
        (Some(why), _) => format!("{period}：免于考核（{why}）"),
        (None, Some(total)) => {
            format!("{period}：总分{total:.1}，{}，第{}名（共{among}{unit}）", card.grade, card.rank)
        }
        (None, None) => format!("{period}：没有可考核的内容"),
    }
}

fn of_member(dossier: &Dossier, id: MemberId) -> Explanation {
    let (ledger, period) = (dossier.ledger(), dossier.period());
    let (member, card) = (&ledger.members[id], &dossier.scores.members[id]);
    let about = [
        ledger.branch_name(member.branch),
        &member.group,
        member.category.map_or("", |c| c.chinese()),
        member.status.map_or("", |s| s.chinese()),
        &member.post,
    ];
    let about: Vec<&str> = about.into_iter().filter(|t| !t.is_empty()).collect();
    let mut explanation = Explanation {
        heading: format!("{}（{}）", card.name, about.join("，")),
        summary: vec![
            outcome(dossier, card, dossier.scores.members.len(), "名党员"),
            format!("花名册：{}", ledger.shelf.cite(member.at)),
        ],
        sections: vec![points(card)],
    };
    let of = |metric| dossier.member_figure(card, metric);
    let attended: Vec<_> = ledger
        .attendance
        .iter()
        .filter(|a| a.member == id && period.contains(ledger.sessions[a.session].when.month()))
        .collect();
    let said = of("attendance_rate").map_or("本期没有应到的会议".to_string(), |f| {
        let leave = of("leave_rate").map_or(0.0, |l| l.numerator);
        let absent = of("absence_rate").map_or(0.0, |l| l.numerator);
        format!(
            "应到{}次，实到{}次，请假{leave}次，缺席{absent}次，参会率{}",
            f.denominator,
            f.numerator,
            percent(f.value().unwrap_or(0.0))
        )
    });
    explanation.sections.push(Section {
        title: format!("参会：{said}"),
        lines: attended
            .iter()
            .map(|a| {
                let session = &ledger.sessions[a.session];
                let mark = if a.text.is_empty() {
                    String::new()
                } else {
                    format!("（表上写“{}”）", a.text)
                };
                let said = format!(
                    "{} {}：{}{mark}",
                    session.when,
                    kinds_chinese(&session.kinds),
                    a.status.chinese()
                );
                line(dossier, said, a.at)
            })
            .collect(),
    });
    let pairs: Vec<_> = dossier.figures.coverage.iter().filter(|p| p.member == id).collect();
    if let Some(figure) = of("coverage_rate") {
        let title = format!(
            "学习覆盖：应学{}个主题，已学{}个，覆盖率{}",
            figure.denominator,
            figure.numerator,
            percent(figure.value().unwrap_or(0.0))
        );
        let lines = pairs.iter().map(|pair| {
            let topic = &ledger.plan[pair.plan];
            match pair.by {
                Some(at) => line(dossier, format!("{} {}：已学", topic.month, topic.topic), at),
                None => line(
                    dossier,
                    format!("{} {}：没学，计划里要求{}", topic.month, topic.topic, audience(&topic.audience)),
                    topic.at,
                ),
            }
        });
        explanation.sections.push(Section { title, lines: lines.collect() });
    }
    if let Some(figure) = of("hours") {
        let came = attended
            .iter()
            .filter(|a| matches!(a.status, Status::Present | Status::Late | Status::LeftEarly));
        let sessions = came.filter_map(|a| {
            let session = &ledger.sessions[a.session];
            let hours = dossier.figures.worth[a.session];
            let said = format!("{} {}：{}学时", session.when, kinds_chinese(&session.kinds), plain(hours));
            (hours > 0.0).then(|| line(dossier, said, a.at))
        });
        let own = ledger.study.iter().filter(|s| s.member == id);
        let own = own.filter(|s| s.when.is_some_and(|w| period.contains(w.month()))).filter_map(|s| {
            let hours = s.hours?;
            let topic = if s.topic.is_empty() { "学习记录" } else { &s.topic };
            let when = s.when.map(|w| w.to_string()).unwrap_or_default();
            Some(line(dossier, format!("{when} {topic}：{}学时", plain(hours)), s.at))
        });
        let title = format!(
            "学时：共{}，应有{}（全年学时按本期月数折算）",
            plain(figure.numerator),
            plain(crate::text::round(figure.denominator, 1))
        );
        explanation.sections.push(Section { title, lines: sessions.chain(own).collect() });
    }
    let reasons: Vec<Line> = dossier
        .figures
        .watch
        .iter()
        .filter(|w| w.member == id)
        .map(|w| Line { said: w.reason.chinese(), source: String::new() })
        .collect();
    explanation.sections.push(Section { title: "关注".into(), lines: reasons });
    explanation.sections.push(evidence(dossier, |e| e.member == Some(id)));
    explanation.sections.retain(|s| !s.lines.is_empty() || s.title.starts_with("参会"));
    explanation
}

fn audience(text: &str) -> String {
    if text.is_empty() { "全体党员学".into() } else { format!("{text}学") }
}

/// What is kept beside meetings and study, in the year up to the period's end.
fn evidence(dossier: &Dossier, of: impl Fn(&crate::ledger::Evidence) -> bool) -> Section {
    let in_year = |e: &&crate::ledger::Evidence| {
        e.when.is_none_or(|w| dossier.period().year_to_date().contains(&w.month()))
    };
    let entries = dossier.ledger().evidence.iter().filter(|e| of(e)).filter(in_year);
    let lines = entries.map(|e| {
        let parts = [
            e.when.map(|w| w.to_string()).unwrap_or_default(),
            e.kind.chinese().to_string(),
            e.name.clone(),
            e.title.clone(),
            e.value.clone(),
        ];
        let parts: Vec<String> = parts.into_iter().filter(|t| !t.is_empty()).collect();
        line(dossier, parts.join(" "), e.at)
    });
    Section { title: "佐证材料（本年）".into(), lines: lines.collect() }
}

fn of_branch(dossier: &Dossier, branch: BranchId) -> Explanation {
    let (ledger, period) = (dossier.ledger(), dossier.period());
    let card = &dossier.scores.branches[branch];
    let mut sections = vec![points(card)];
    let missing = dossier.figures.meetings.iter().filter(|h| h.branch == branch && !h.missing.is_empty());
    let missing = missing.map(|h| {
        let group = if h.group.is_empty() { String::new() } else { format!("（{}）", h.group) };
        Line {
            said: format!("{}{group}：{}", h.kind.chinese(), findings::missing(h)), source: String::new()
        }
    });
    sections.push(Section { title: "缺会".into(), lines: missing.collect() });
    let away = ledger.attendance.iter().filter(|a| matches!(a.status, Status::Absent)).filter(|a| {
        let session = &ledger.sessions[a.session];
        session.branch == branch
            && period.contains(session.when.month())
            && dossier.figures.exempt[a.member].is_none()
    });
    let away = away.map(|a| {
        let session = &ledger.sessions[a.session];
        let who = &dossier.scores.members[a.member].name;
        line(dossier, format!("{} {} {who}", session.when, kinds_chinese(&session.kinds)), a.at)
    });
    sections.push(Section { title: "无故缺席".into(), lines: away.collect() });
    let mut plans: Vec<usize> = dossier.figures.coverage.iter().map(|p| p.plan).collect();
    plans.sort_unstable();
    plans.dedup();
    let topics = plans.into_iter().filter_map(|plan| {
        let missed = dossier.missed(plan, branch);
        let topic = &ledger.plan[plan];
        let said =
            format!("{} {}：{}人没学（{}）", topic.month, topic.topic, missed.len(), missed.join("、"));
        (!missed.is_empty()).then(|| line(dossier, said, topic.at))
    });
    sections.push(Section { title: "还没学完的主题".into(), lines: topics.collect() });
    let issues = ledger.issues.iter().filter(|i| i.severity() != Severity::Info);
    let issues = issues.filter(|i| ledger.branch_of(i.place) == Some(branch)).map(|i| {
        let (file, sheet, cell) = ledger.shelf.name(i.place);
        let parts: Vec<String> = [file, sheet, cell].into_iter().filter(|t| !t.is_empty()).collect();
        Line { said: format!("{}：{}", i.severity().chinese(), i.message), source: parts.join(" › ") }
    });
    sections.push(Section { title: "台账问题".into(), lines: issues.collect() });
    sections.push(evidence(dossier, |e| e.branch == Some(branch)));
    sections.retain(|s| !s.lines.is_empty());
    let members = dossier.members_of(branch).count();
    Explanation {
        heading: format!("{}（党员{members}名）", card.name),
        summary: vec![outcome(dossier, card, dossier.scores.branches.len(), "个支部")],
        sections,
    }
}
