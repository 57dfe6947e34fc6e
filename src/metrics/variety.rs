//! Variety of study: how many different forms a branch or a member studied in, against how many the rules ask for.
//!
//! study_forms = distinct forms ÷ forms wanted. A form is a kind of session that is study (党课, 主题党日, 集中学习,
//! 培训, 志愿服务) and that somebody came to, or the form that a study record names (自学 where it names none). Whoever
//! studied in no form has no figure.

use polars::prelude::*;

use super::participation::{came, in_period};
use super::{Figure, Row, Scope};
use crate::ledger::facts::Facts;
use crate::period::Period;
use crate::vocabulary::Kind;

const FORMS: [Kind; 5] = [Kind::Lecture, Kind::ThemeDay, Kind::Study, Kind::Training, Kind::Volunteering];

pub fn figures(facts: &Facts, people: &DataFrame, period: Period, wanted: u32) -> PolarsResult<Vec<Row>> {
    let people = people.clone().lazy().filter(col("assessed")).select([col("member"), col("of"), col("who")]);
    let inner = || JoinArgs::new(JoinType::Inner);
    let forms = df!("one_kind" => FORMS.map(Kind::name), "studied" => FORMS.map(Kind::chinese))?.lazy();
    let sessions = in_period(facts.attendance.clone().lazy(), period)
        .filter(came())
        .join(facts.session_kinds.clone().lazy(), [col("session")], [col("session")], inner())
        .join(forms, [col("one_kind")], [col("one_kind")], inner())
        .select([col("member"), col("studied")]);
    let named = when(col("form").eq(lit(""))).then(lit("自学")).otherwise(col("form")).alias("studied");
    let records = in_period(facts.study_records.clone().lazy(), period).select([col("member"), named]);
    let all = concat([sessions, records], UnionArgs::default())?.join(
        people,
        [col("member")],
        [col("member")],
        inner(),
    );
    let mut rows = Vec::new();
    for (scope, keys) in
        [(Scope::Bureau, vec![]), (Scope::Branch, vec!["of"]), (Scope::Member, vec!["of", "who"])]
    {
        let by: Vec<Expr> = keys.iter().map(|k| col(*k)).chain([lit("all").alias("slice")]).collect();
        let counted = all.clone().group_by(by).agg([col("studied").n_unique().alias("forms")]).collect()?;
        let number = counted.column("forms")?.cast(&DataType::Float64)?;
        for i in 0..counted.height() {
            let text = |n: usize| match keys.get(n) {
                Some(key) => Ok(counted.column(key)?.str()?.get(i).unwrap_or("").to_string()),
                None => Ok::<_, PolarsError>(String::new()),
            };
            let numerator = number.f64()?.get(i).unwrap_or(0.0);
            let figure = Figure { numerator, denominator: f64::from(wanted) };
            let (branch, name) = (text(0)?, text(1)?);
            rows.push(Row { scope, branch, name, slice: "all".into(), metric: "study_forms", figure });
        }
    }
    Ok(rows)
}
