//! Variety of study: how many different forms a branch or a member studied in, against how many the rules ask for.
//!
//! A form is a kind of session that is study (党课, 主题党日, 集中学习, 培训, 志愿服务), or the form that a study
//! record names (自学 where it names none).

use std::collections::{BTreeMap, BTreeSet};

use super::{Figure, Row, Scope};
use crate::ledger::{Ledger, facts::counted};
use crate::period::Period;
use crate::vocabulary::Kind;

const FORMS: [Kind; 5] = [Kind::Lecture, Kind::ThemeDay, Kind::Study, Kind::Training, Kind::Volunteering];

pub fn figures(ledger: &Ledger, period: Period, who: &[String], assessed: &[bool], wanted: u32) -> Vec<Row> {
    let mut forms: BTreeMap<(Scope, String, String), BTreeSet<String>> = BTreeMap::new();
    let mut enter = |member: usize, form: &str| {
        let branch = ledger.branch_name(ledger.members[member].branch);
        for key in [
            (Scope::Bureau, String::new(), String::new()),
            (Scope::Branch, branch.to_string(), String::new()),
            (Scope::Member, branch.to_string(), who[member].clone()),
        ] {
            forms.entry(key).or_default().insert(form.to_string());
        }
    };
    for a in ledger.attendance.iter().filter(|a| assessed[a.member]) {
        let session = &ledger.sessions[a.session];
        if period.contains(session.when.month()) && counted(a.status).1 {
            for kind in session.kinds.iter().filter(|k| FORMS.contains(k)) {
                enter(a.member, kind.chinese());
            }
        }
    }
    for record in ledger.study.iter().filter(|s| s.when.is_some_and(|w| period.contains(w.month()))) {
        if assessed[record.member] {
            enter(record.member, if record.form.is_empty() { "自学" } else { &record.form });
        }
    }
    let row = |((scope, branch, name), forms): ((Scope, String, String), BTreeSet<String>)| {
        let figure = Figure { numerator: forms.len() as f64, denominator: f64::from(wanted) };
        Row { scope, branch, name, slice: "all".into(), metric: "study_forms", figure }
    };
    forms.into_iter().map(row).collect()
}
