//! The sample's figures worked out once more, another way: plain loops over the facts as CSV.

use std::collections::{BTreeMap, BTreeSet};

use super::support::{reports, table};

type Fact = BTreeMap<String, String>;
/// Scope, branch, name, slice, metric → numerator, denominator.
type Figures = BTreeMap<[String; 5], (f64, f64)>;

fn written(rows: &[Fact], metrics: &[&str]) -> Figures {
    let number = |row: &Fact, key: &str| row[key].parse::<f64>().unwrap();
    rows.iter()
        .filter(|r| metrics.contains(&r["metric"].as_str()) && r["scope"] != "group")
        .filter(|r| !["age:", "post:"].iter().any(|s| r["slice"].starts_with(s)))
        .map(|r| {
            let key = ["scope", "branch", "name", "slice", "metric"].map(|k| r[k].clone());
            (key, (number(r, "numerator"), number(r, "denominator")))
        })
        .collect()
}

fn add(figures: &mut Figures, heads: &[[&str; 3]], slices: &[String], metric: &str, (n, d): (f64, f64)) {
    for [scope, branch, name] in heads {
        for slice in slices {
            let of_one =
                *scope == "member" && ["category:", "sex:", "topic:"].iter().any(|s| slice.starts_with(s));
            if !of_one {
                let key = [*scope, *branch, *name, slice.as_str(), metric].map(String::from);
                let sum = figures.entry(key).or_default();
                (sum.0, sum.1) = (sum.0 + n, sum.1 + d);
            }
        }
    }
}

#[test]
fn participation() {
    let out = reports();
    let data = out.path().join("数据");
    let members: BTreeMap<(String, String), Fact> = table(&data.join("members.csv"))
        .into_iter()
        .map(|m| ((m["branch"].clone(), m["name"].clone()), m))
        .collect();
    let mut expected = Figures::new();
    for fact in table(&data.join("attendance.csv")) {
        let member = &members[&(fact["branch"].clone(), fact["name"].clone())];
        let mut slices = vec!["all".to_string(), format!("month:{}", &fact["date"][..7])];
        slices.extend(fact["kind"].split('+').map(|k| format!("kind:{k}")));
        slices
            .extend([("category", "category"), ("sex", "gender")].map(|(s, k)| format!("{s}:{}", member[k])));
        let (branch, name) = (fact["branch"].as_str(), fact["name"].as_str());
        let heads = [["bureau", "", ""], ["branch", branch, ""], ["member", branch, name]];
        let status = fact["status"].as_str();
        let is = |which: &[&str]| f64::from(u8::from(which.contains(&status)));
        let came = is(&["present", "late", "left_early"]);
        let due = came + is(&["leave", "absent"]);
        for (metric, n, d) in [
            ("attendance_rate", came, due),
            ("attendance_rate_without_leave", came, came + is(&["absent"])),
            ("leave_rate", is(&["leave"]), due),
            ("absence_rate", is(&["absent"]), due),
            ("late_rate", is(&["late"]), due),
        ] {
            add(&mut expected, &heads, &slices, metric, (n, d));
        }
    }
    expected.retain(|_, (_, d)| *d > 0.0);
    let metrics =
        ["attendance_rate", "attendance_rate_without_leave", "leave_rate", "absence_rate", "late_rate"];
    let found = written(&table(&data.join("figures.csv")), &metrics);
    assert!(found.len() > 1_000, "{}", found.len());
    assert_eq!(found, expected);
}

#[test]
fn coverage() {
    let out = reports();
    let data = out.path().join("数据");
    let sessions: BTreeMap<String, Fact> =
        table(&data.join("sessions.csv")).into_iter().map(|s| (s["session"].clone(), s)).collect();
    // Who studied what: by coming, or by a record.
    let mut studied: BTreeSet<(String, String, String)> = BTreeSet::new();
    for fact in table(&data.join("attendance.csv")) {
        if ["present", "late", "left_early"].contains(&fact["status"].as_str()) {
            let topic = sessions[&fact["session"]]["topic"].clone();
            studied.insert((fact["branch"].clone(), fact["name"].clone(), topic));
        }
    }
    for record in table(&data.join("study_records.csv")) {
        studied.insert((record["branch"].clone(), record["name"].clone(), record["topic"].clone()));
    }
    let mut expected = Figures::new();
    for member in table(&data.join("members.csv")) {
        let (branch, name) = (member["branch"].clone(), member["name"].clone());
        for topic in table(&data.join("study_plan.csv")) {
            let joined = member["joined"].is_empty() || member["joined"][..7] <= topic["month"][..];
            let asked = topic["audience"] != "在职党员" || member["category"] == "on_post";
            if !joined || !asked {
                continue;
            }
            let done = studied.iter().any(|(b, n, t)| *b == branch && *n == name && *t == topic["topic"]);
            let slices = [
                "all".to_string(),
                format!("month:{}", topic["month"]),
                format!("topic:{}", topic["topic"]),
                format!("study_category:{}", topic["category"]),
                format!("category:{}", member["category"]),
                format!("sex:{}", member["gender"]),
            ];
            let heads = [["bureau", "", ""], ["branch", &branch, ""], ["member", &branch, &name]];
            add(&mut expected, &heads, &slices, "coverage_rate", (f64::from(u8::from(done)), 1.0));
        }
    }
    let found = written(&table(&data.join("figures.csv")), &["coverage_rate"]);
    assert!(found.len() > 400, "{}", found.len());
    assert_eq!(found, expected);
}

/// Totals, ranks and the joined scores follow from the lines.
#[test]
fn totals() {
    let out = reports();
    let scores = table(&out.path().join("数据/scores.csv"));
    let bonus = ["honours", "model_posts"];
    let mut cards: BTreeMap<[String; 3], (f64, f64, f64, f64)> = BTreeMap::new();
    for line in &scores {
        let card = cards.entry(["scope", "branch", "name"].map(|k| line[k].clone())).or_default();
        let Ok(points) = line["points"].parse::<f64>() else { continue };
        let full: f64 = line["full"].parse().unwrap();
        match line["indicator"].as_str() {
            "total" => card.3 = points,
            id if bonus.contains(&id) => card.2 += points,
            _ => (card.0, card.1) = (card.0 + points, card.1 + full),
        }
    }
    assert_eq!(cards.len(), 56);
    for (card, (points, full, bonus, total)) in &cards {
        let expected = (points / full * 100.0 + bonus.min(5.0)).min(100.0);
        assert!((expected - total).abs() < 0.0501, "{card:?}: {expected} {total}");
    }
    for one in table(&out.path().join("综合得分 2026Q1.csv")) {
        let number = |key: &str| one[key].parse::<f64>();
        match (number("party_score"), number("business_score"), number("total")) {
            (Ok(party), Ok(business), Ok(total)) => {
                assert!((party * 0.3 + business * 0.7 - total).abs() < 0.0501, "{one:?}");
                assert!(one["note"].is_empty());
            }
            (_, _, total) => assert!(total.is_err() && !one["note"].is_empty(), "{one:?}"),
        }
    }
}
