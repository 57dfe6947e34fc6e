//! How every figure is defined, and the rules by which points were given.

use rust_xlsxwriter::Workbook;

use super::name;
use crate::assessment::rules::Scheme;
use crate::report::look::Kind;
use crate::report::page::{Cell, Page, Paper, column};
use crate::report::{Dossier, WriteError};
use crate::text::plain;

/// The definitions of the figures, as a branch would ask for them.
const DEFINITIONS: [(&str, &str); 15] = [
    ("应到", "出席、迟到、早退、请假、缺席的人次合计。免于参加、不应到（表上画“/”等）和应到未记的都不算。"),
    ("实到", "出席、迟到、早退的人次合计。"),
    ("参会率", "实到÷应到。支部的参会率按人次计算，不是各次会议的平均。没有应到的留空，不作 0 计。"),
    ("剔除请假参会率", "实到÷（应到－请假）。"),
    ("会议召开", "计入次数÷应开次数。每个月（季度、年度）计入的不超过应开的次数；还没有结束的不算缺。"),
    ("学习覆盖率", "已学的计划主题÷应学的计划主题。参加过该主题的会议，或者有该主题的学习记录，就算已学。"),
    ("学时", "参加的会议的学时与学习记录的学时合计。会议没写学时的，取学习计划里同一主题的学时。"),
    ("应有学时", "全年应学学时按本期的月数折算。"),
    (
        "比上期",
        "上期是紧挨着本期、同样长短的时间；去年同期是去年的同几个月。表里没有那时记载的不比。1点是百分之一。",
    ),
    (
        "佐证材料",
        "表彰奖励、示范岗、志愿服务、民主评议、业务得分按本年累计到本期末；没有写日期的也算。谁都没有这类表的，不考核。",
    ),
    (
        "学习形式",
        "党课、主题党日、集中学习、培训、志愿服务各算一种；学习记录写明形式的按写的算，没写的算自学。",
    ),
    ("台账可用率", "能采用的考勤记载÷（能采用的＋没能采用的）。"),
    ("转入转出", "本期内转入、入党的，从那天起算；转出的，算到那天为止。应有学时按在支部的月数折算。"),
    ("两类合一的会议", "党员大会暨主题党日这样的会议，总数里算一次，两个类别里各算一次。"),
    (
        "两处记载不同",
        "两份表对同一人同一次会议的记载矛盾的，列为问题，两处都不采用；一详一略的，采用详细的。",
    ),
];

pub fn write(book: &mut Workbook, dossier: &Dossier) -> Result<(), WriteError> {
    let standards = &dossier.rules.standards;
    let mut page = Page::new(book, name::METHOD, Paper::OnePortrait, &dossier.stamp())?;
    page.title("说明：数字怎么来，分数怎么算")?;
    page.back(name::OVERVIEW)?;
    page.section("统计口径")?;
    let columns = [column("名称", Kind::Text), column("怎么算", Kind::Prose).at_most(80.0)];
    let mut rows: Vec<Vec<Cell>> =
        DEFINITIONS.iter().map(|(term, meaning)| vec![Cell::from(*term), Cell::from(*meaning)]).collect();
    rows.push(vec![
        Cell::from("本期标准"),
        Cell::from(format!(
            "党员每年{}学时，支部书记和委员每年{}学时；会议没有写学时、计划里也查不到的，每次按{}学时计。",
            plain(standards.hours_a_year),
            plain(standards.hours_a_year_committee),
            plain(standards.hours_of_a_session)
        )),
    ]);
    let exempt = dossier.scores.members.iter().filter_map(|c| Some((c, c.exempt.as_ref()?)));
    let exempt: Vec<String> = exempt.map(|(card, why)| format!("{}（{why}）", card.name)).collect();
    if !exempt.is_empty() {
        rows.push(vec![
            Cell::from("免于考核"),
            Cell::from(format!("{}。不计入各项数字。", exempt.join("、"))),
        ]);
    }
    page.rows(&columns, &rows)?;
    page.section("应当召开的会议")?;
    let columns = [column("会议", Kind::Text), column("要求和依据", Kind::Prose).at_most(80.0)];
    let rows: Vec<Vec<Cell>> = standards
        .meetings
        .iter()
        .map(|r| {
            vec![
                Cell::from(r.kind.chinese()),
                Cell::from(format!("每{}{}次。{}", r.per.chinese(), r.times, r.basis)),
            ]
        })
        .collect();
    page.rows(&columns, &rows)?;
    scheme(&mut page, "支部评分规则", &dossier.rules.branch)?;
    scheme(&mut page, "党员评分规则", &dossier.rules.member)?;
    page.finish(false)
}

fn scheme(page: &mut Page, title: &str, scheme: &Scheme) -> Result<(), WriteError> {
    page.section(&format!("{title}（{}分）", plain(scheme.out_of())))?;
    let columns = [column("指标", Kind::Text), column("计分方法和依据", Kind::Prose).at_most(80.0)];
    let mut rows: Vec<Vec<Cell>> = scheme
        .indicators
        .iter()
        .map(|i| {
            vec![
                Cell::from(format!(
                    "{}（{}{}分）",
                    i.name,
                    if i.is_bonus() { "最多加" } else { "" },
                    plain(i.full)
                )),
                Cell::from(format!("{}。{}", i.method_chinese(), i.basis)),
            ]
        })
        .collect();
    let grades: Vec<String> =
        scheme.grades.iter().map(|g| format!("{}：{}分起", g.name, plain(g.from))).collect();
    rows.push(vec![
        Cell::from("等次"),
        Cell::from(format!(
            "按总分（{}；没有可考核内容的指标不计入）：{}。",
            scheme.chinese(),
            grades.join("，")
        )),
    ]);
    rows.extend(scheme.vetoes.iter().map(|v| {
        vec![Cell::from(format!("一票否决：{}", v.name)), Cell::from(format!("{}。{}", v.chinese(), v.basis))]
    }));
    page.rows(&columns, &rows)?;
    Ok(())
}
