//! The six large figures that stand first, in the report and on the page.

use super::workbook::name;
use super::{Dossier, findings};
use crate::issue::Severity;
use crate::metrics::Figure;

/// A large figure: what it is, its value, what it is made of, and where the detail stands.
#[derive(serde::Serialize)]
pub struct Card {
    pub label: &'static str,
    pub value: String,
    pub note: String,
    #[serde(skip)]
    pub sheet: &'static str,
    /// Something is wrong here.
    pub alert: bool,
}

/// The six large figures.
pub fn figures(dossier: &Dossier) -> Vec<Card> {
    let rate = |metric| dossier.figure("", "all", metric);
    let shown = |f: Option<Figure>| f.and_then(Figure::value).map_or("—".into(), crate::text::percent);
    let parts = |f: Option<Figure>, whole: &str, part: &str| {
        f.map_or("没有可计算的内容".into(), |f| {
            format!("{whole}{}，{part}{}", f.denominator, f.numerator)
        })
    };
    // The change says more than the parts do; these stand on the figure's own sheet too.
    let noted = |f, whole: &str, part: &str, metric| {
        findings::change(dossier, metric).unwrap_or_else(|| parts(f, whole, part))
    };
    let (attendance, frequency, coverage, hours) =
        (rate("attendance_rate"), rate("frequency"), rate("coverage_rate"), rate("hours"));
    let members = dossier.scores.members.len().max(1) as f64;
    let watched: std::collections::HashSet<_> = dossier.figures.watch.iter().map(|w| w.member).collect();
    let (errors, warnings) = (dossier.issues(Severity::Error), dossier.issues(Severity::Warning));
    vec![
        Card {
            label: "参会率",
            value: shown(attendance),
            note: noted(attendance, "应到", "实到", "attendance_rate"),
            sheet: name::PARTICIPATION,
            alert: false,
        },
        Card {
            label: "会议召开率",
            value: shown(frequency),
            note: noted(frequency, "应开", "已开", "frequency"),
            sheet: name::MEETINGS,
            alert: false,
        },
        Card {
            label: "学习覆盖率",
            value: shown(coverage),
            note: noted(coverage, "应学", "已学", "coverage_rate"),
            sheet: name::COVERAGE,
            alert: false,
        },
        Card {
            label: "人均学时",
            value: hours.map_or("—".into(), |h| format!("{:.1}", h.numerator / members)),
            note: hours.map_or(String::new(), |h| format!("本期应有{:.1}", h.denominator / members)),
            sheet: name::MEMBERS,
            alert: false,
        },
        Card {
            label: "关注党员",
            value: watched.len().to_string(),
            note: "多次缺席或长期不参加".into(),
            sheet: name::WATCH,
            alert: !watched.is_empty(),
        },
        Card {
            label: "待处理问题",
            value: (errors + warnings).to_string(),
            note: format!("没能采用{errors}，请核对{warnings}"),
            sheet: name::ISSUES,
            alert: errors > 0,
        },
    ]
}
