//! What the bureau decides, at work: bonuses, vetoes, points by hand, exemptions; the stages of development; a move
//! between branches. The figures are worked out on paper.

use super::support::{folder, table, taizhang};
use taizhang::assessment::rules::RuleSet;

const ROSTER: &str = "第一支部党员花名册\n姓名,入党时间,出生日期\n张三,2010-05-01,1980-01-01\n李四,2010-05-01,1940-01-01\n王五,2010-05-01,1985-01-01\n";
const SHEET: &str = "第一支部2026年考勤表\n姓名,3月5日主题党日,3月12日党课\n张三,√,√\n李四,×,×\n王五,√,×\n";

fn run(files: &[(&str, &str)]) -> tempfile::TempDir {
    let dir = folder(files);
    taizhang().arg("run").arg(dir.path()).args(["--period", "2026Q1"]).assert().success();
    dir
}

fn points(dir: &tempfile::TempDir, scope: &str, name: &str, indicator: &str) -> (String, String) {
    let scores = table(&dir.path().join("台账报告/数据/scores.csv"));
    let row = scores.iter().find(|s| s["scope"] == scope && s["name"] == name && s["indicator"] == indicator);
    row.map(|r| (r["points"].clone(), r["reason"].clone())).unwrap()
}

fn figure(dir: &tempfile::TempDir, scope: &str, branch: &str, name: &str, metric: &str) -> Option<String> {
    let figures = table(&dir.path().join("台账报告/数据/figures.csv"));
    let of = |f: &&std::collections::BTreeMap<String, String>| {
        (f["scope"].as_str(), f["branch"].as_str(), f["name"].as_str()) == (scope, branch, name)
            && (f["slice"].as_str(), f["metric"].as_str()) == ("all", metric)
    };
    figures.iter().find(of).map(|f| format!("{}/{}", f["numerator"], f["denominator"]))
}

#[test]
fn what_the_bureau_decides() {
    let rules = RuleSet::Percent.text().replacen(
        "[[standards.meetings]]",
        "[[standards.exempt]]\nage_from = 80\nreason = \"年满80岁\"\n\n[[standards.meetings]]",
        1,
    ) + "\n[[branch.indicators]]\nid = \"innovation\"\nname = \"创新\"\ngroup = \"评分\"\nfull = 5\nmetric = \"manual_score\"\nslice = \"item:创新做法\"\nmethod = { by_hand = {} }\nbasis = \"评议\"\n\n[[branch.vetoes]]\nid = \"failed\"\nname = \"有党员评议不合格\"\nmetric = \"appraisal_failed\"\nat_least = 1\ngrade = \"待改进\"\nbasis = \"本单位设定\"\n";
    let dir = run(&[
        ("花名册.csv", ROSTER),
        ("考勤.csv", SHEET),
        ("taizhang.toml", "规则 = \"规则.toml\"\n"),
        ("规则.toml", &rules),
        (
            "表彰.csv",
            "第一支部2026年表彰奖励登记表\n姓名,时间,荣誉名称\n张三,2026-01-05,甲\n王五,2026-02-05,乙\n张三,2025-12-05,去年的\n",
        ),
        ("评议.csv", "第一支部2026年民主评议汇总\n姓名,评议结果\n张三,优秀\n王五,不合格\n"),
        ("评分.csv", "2026年党务人工评分\n支部,事项,得分\n第一支部,创新做法,4.5\n"),
    ]);
    // 李四 is 86: his absences count nowhere.
    assert_eq!(figure(&dir, "branch", "第一支部", "", "attendance_rate").as_deref(), Some("3/4"));
    assert_eq!(figure(&dir, "member", "第一支部", "李四", "attendance_rate"), None);
    let (total, said) = points(&dir, "member", "李四", "total");
    assert!(total.is_empty() && said.contains("免于考核") && said.contains("年满80岁"), "{said}");
    // Two honours of this year at 1 point; last year's is not counted.
    assert_eq!(points(&dir, "branch", "", "honours").0, "2");
    assert_eq!(points(&dir, "branch", "", "innovation").0, "4.5");
    assert_eq!(figure(&dir, "branch", "第一支部", "", "appraisal_excellent_rate").as_deref(), Some("1/2"));
    let (_, said) = points(&dir, "branch", "", "total");
    assert!(said.starts_with("待改进") && said.contains("有党员评议不合格"), "{said}");
}

#[test]
fn stages_of_development_must_last() {
    let dir = run(&[
        ("花名册.csv", ROSTER),
        ("考勤.csv", SHEET),
        (
            "发展.csv",
            "第一支部发展党员台账\n姓名,确定为积极分子时间,确定为发展对象时间\n赵甲,2024-03-10,2025-03-10\n钱乙,2025-06-03,2026-02-11\n",
        ),
    ]);
    // A year to the day is enough; eight months are not.
    assert_eq!(figure(&dir, "branch", "第一支部", "", "development_in_time").as_deref(), Some("1/2"));
}

#[test]
fn who_moves_counts_here_until_the_day_and_there_from_it() {
    let roster = |branch: &str, other: &str| {
        format!("{branch}党员花名册\n姓名,身份证号,入党时间\n张三,@ID,2010-05-01\n{other},,2011-05-01\n")
            .replace("@ID", "990101198001010118")
    };
    let id = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "X"]
        .map(|c| format!("99010119800101011{c}"))
        .into_iter()
        .find(|id| taizhang::ledger::identity::check(id).is_ok())
        .unwrap();
    let (first, second) = (roster("第一支部", "李四"), roster("第二支部", "王五"));
    let (first, second) =
        (first.replace("990101198001010118", &id), second.replace("990101198001010118", &id));
    let moved = format!("第一支部党员转出登记表\n姓名,身份证号,转出时间\n张三,{id},2026-02-15\n");
    let dir = run(&[
        ("第一支部花名册.csv", &first),
        ("第二支部花名册.csv", &second),
        ("转出.csv", &moved),
        ("第一支部考勤.csv", "第一支部2026年考勤表\n姓名,1月5日主题党日,3月5日主题党日\n张三,√,\n李四,√,√\n"),
        ("第二支部考勤.csv", "第二支部2026年考勤表\n姓名,1月6日主题党日,3月6日主题党日\n张三,,×\n王五,√,√\n"),
    ]);
    let of = |branch: &str| figure(&dir, "member", branch, "张三", "attendance_rate");
    assert_eq!((of("第一支部").as_deref(), of("第二支部").as_deref()), (Some("1/1"), Some("0/1")));
    let issues = table(&dir.path().join("台账报告/数据/issues.csv"));
    assert!(issues.iter().all(|i| i["code"] != "two-rosters"), "{issues:?}");
}

/// Of two on the committee one stands on the list of a course: one of two was trained.
#[test]
fn a_course_of_party_workers_counts() {
    let roster = "第一支部党员花名册\n姓名,入党时间,党内职务\n赵文博,2010-05-01,书记\n钱进,2010-05-01,组织委员\n孙丽华,2010-05-01,\n";
    let list = "2026年党务干部培训情况\n姓名,培训班,时间,学时\n赵文博,支部书记培训班,2026年1月10日,16\n孙丽华,党务骨干班,2026年1月10日,8\n";
    let log =
        "第一支部2026年三会一课台账\n日期,会议类型,主题,应到,实到,请假人员\n3月5日,主题党日,学习,3,3,无\n";
    let dir = folder(&[("花名册.csv", roster), ("培训.csv", list), ("台账.csv", log)]);
    let out = tempfile::tempdir().unwrap();
    taizhang()
        .arg("run")
        .arg(dir.path())
        .args(["--period", "2026-03", "--out"])
        .arg(out.path())
        .assert()
        .success();
    let figures = table(&out.path().join("数据/figures.csv"));
    let of = |metric: &str, scope: &str, name: &str| {
        let found = figures.iter().find(|f| {
            f["metric"] == metric && f["scope"] == scope && f["name"] == name && f["slice"] == "all"
        });
        found.map(|f| (f["numerator"].clone(), f["denominator"].clone()))
    };
    assert_eq!(of("worker_training", "branch", ""), Some(("1".into(), "2".into())));
    assert_eq!(of("worker_training", "bureau", ""), Some(("1".into(), "2".into())));
}
