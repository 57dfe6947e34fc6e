//! Study records in the ways in which branches keep them, each the smallest book that shows it.

use super::support::{folder, table, taizhang};

const ROSTER: &str =
    "第一支部党员花名册\n姓名,入党时间\n赵文博,2010-05-01\n钱进,2010-05-01\n孙丽华,2010-05-01\n";

/// What a book's text is kept in: a page with merges, or CSV.
fn file_name(text: &str) -> &'static str {
    if text.starts_with('<') { "book.xls" } else { "book.csv" }
}

/// What a book is, its text (CSV, or a page), and the records: name, date, topic, hours, points, cell.
const BOOKS: &[(&str, &str, &[&str])] = &[
    (
        "hours of the study of a law whose name speaks of contracts",
        "第一支部2026年3月劳动合同法、信访工作条例学习学时统计\n姓名,学时\n赵文博,2\n钱进,1\n",
        &["赵文博 2026-03  2  B3", "钱进 2026-03  1  B4"],
    ),
    (
        "topics across, with what the numbers are in a line of its own",
        "第一支部2026年3月党员学习情况统计表\n单位：学时\n序号,姓名,党章辅导,警示录观看,合计\n1,赵文博,2,0.5,2.5\n2,钱进,1,,1\n",
        &[
            "赵文博 2026-03 党章辅导 2  C4",
            "赵文博 2026-03 警示录观看 0.5  D4",
            "钱进 2026-03 党章辅导 1  C5",
        ],
    ),
    (
        "hours of two kinds with the unit in brackets, and what they come to",
        "第一支部2026年3月党员学习情况\n姓名,集中学习（学时）,自学（学时）,合计\n赵文博,4,2,6\n钱进,4,0,4\n",
        &["赵文博 2026-03  6  D3", "钱进 2026-03  4  D4"],
    ),
    (
        "months down and people across",
        "第一支部2026年党员学时统计\n月份,赵文博,钱进\n1月,4,2\n2月,2,0\n",
        &["赵文博 2026-01  4  B3", "赵文博 2026-02  2  B4", "钱进 2026-01  2  C3"],
    ),
    (
        "people down and months across, with 月份 in the corner",
        "第一支部2026年党员学时统计\n月份,1月,2月\n赵文博,4,2\n钱进,2,0\n",
        &["赵文博 2026-01  4  B3", "赵文博 2026-02  2  C3", "钱进 2026-01  2  B4"],
    ),
    (
        "a topic that somebody has not studied, by a column that says so",
        "第一支部2026年3月自学统计\n姓名,自学内容,自学时长,完成情况\n赵文博,党章,2小时,完成\n钱进,党章,,未学\n",
        &["赵文博 2026-03 党章 2  C3"],
    ),
    (
        "one row a person",
        "第一支部2026年3月学时登记\n姓名,学时\n赵文博,2\n钱进,1.5小时\n",
        &["赵文博 2026-03  2  B3", "钱进 2026-03  1.5  B4"],
    ),
    (
        "points since ever beside those of the month",
        "第一支部学习强国2026年3月积分\n姓名,总积分,本月积分\n赵文博,20000,900\n钱进,19000,880\n",
        &["赵文博 2026-03   900 C3", "钱进 2026-03   880 C4"],
    ),
    (
        "hours of two kinds below headings of two rows, and what they come to",
        "第一支部2026年3月学时登记\n姓名,集中培训,网络学习,合计\n,学时,学时,\n赵文博,6,2,8\n钱进,6,3,9\n",
        &["赵文博 2026-03  8  D4", "钱进 2026-03  9  D5"],
    ),
    (
        "what one studied and how, where how could be people",
        "第一支部2026年党员学习档案\n姓名：钱进\n时间,培训内容,形式,学时\n2026-01-10,党章,集中,2\n2026-02-10,条例,自学,1.5\n",
        &["钱进 2026-01-10 党章 2  D4", "钱进 2026-02-10 条例 1.5  D5"],
    ),
    (
        "three topics with hours, of which the last takes as long as the others together",
        "第一支部2026年3月学习统计\n姓名,主题1,学时1,主题2,学时2,主题3,学时3\n赵文博,党章,1,条例,1,宪法,2\n钱进,党章,1,条例,1,宪法,2\n",
        &[
            "赵文博 2026-03 党章 1  C3",
            "钱进 2026-03 党章 1  C4",
            "赵文博 2026-03 条例 1  E3",
            "钱进 2026-03 条例 1  E4",
            "赵文博 2026-03 宪法 2  G3",
            "钱进 2026-03 宪法 2  G4",
        ],
    ),
    (
        "hours of two kinds",
        "第一支部2026年3月学时登记\n姓名,线上学时,线下学时\n赵文博,2,1\n",
        &["赵文博 2026-03 线上 2  B3", "赵文博 2026-03 线下 1  C3"],
    ),
    (
        "hours of two kinds, and what they come to",
        "第一支部2026年3月学时登记\n姓名,线上学时,线下学时,总学时\n赵文博,2,1,3\n钱进,1.5,,1.5\n",
        &["赵文博 2026-03  3  D3", "钱进 2026-03  1.5  D4"],
    ),
    (
        "topics and hours that come again with another number, and what they come to",
        "第一支部2026年3月学习统计\n姓名,学习内容1,学时,学习内容2,学时,合计学时\n赵文博,党章,2,条例,1,3\n钱进,党章,2,条例,1.5,3.5\n",
        &[
            "赵文博 2026-03 党章 2  C3",
            "钱进 2026-03 党章 2  C4",
            "赵文博 2026-03 条例 1  E3",
            "钱进 2026-03 条例 1.5  E4",
        ],
    ),
    (
        "hours that are asked, and those that were done",
        "第一支部2026年3月学时统计表\n姓名,应修学时,完成学时\n赵文博,8,6\n钱进,8,8\n",
        &["赵文博 2026-03  6  C3", "钱进 2026-03  8  C4"],
    ),
    (
        "days across, in hours",
        "第一支部3月自学登记表（2026年）\n姓名,3月5日,3月12日,学时合计\n赵文博,1,1.5,2.5\n钱进,1,,1\n",
        &["赵文博 2026-03-05  1  B3", "赵文博 2026-03-12  1.5  C3", "钱进 2026-03-05  1  B4"],
    ),
    (
        "topics and their hours said again behind one name",
        "第一支部2026年3月学习登记\n姓名,学习主题,学时,学习主题,学时\n赵文博,党章,2,条例,1\n钱进,党章,1,条例,2\n",
        &[
            "赵文博 2026-03 党章 2  C3",
            "钱进 2026-03 党章 1  C4",
            "赵文博 2026-03 条例 1  E3",
            "钱进 2026-03 条例 2  E4",
        ],
    ),
    (
        "topics to tick below one heading that speaks of study",
        "<table><tr><td colspan=4>第一支部2026年3月学习情况登记表</td></tr>
        <tr><td rowspan=2>姓名<td colspan=3>学习篇目及完成情况</tr><tr><td>党章<td>条例<td>两会精神</tr>
        <tr><td>赵文博<td>√<td>√<td></tr><tr><td>钱进<td>√<td><td>√</tr></table>",
        &[
            "赵文博 2026-03 党章   B4",
            "赵文博 2026-03 条例   C4",
            "钱进 2026-03 党章   B5",
            "钱进 2026-03 两会精神   D5",
        ],
    ),
    (
        "in minutes, as the heading, a title or the cell says",
        "第一支部2026年3月线上学习时长\n姓名,学习时长（分钟）\n赵文博,90\n钱进,120\n",
        &["赵文博 2026-03  1.5  B3", "钱进 2026-03  2  B4"],
    ),
    (
        "a course of party workers",
        "2026年党务干部培训情况\n姓名,培训班,时间,学时\n赵文博,支部书记培训班,2026年3月1日,16\n",
        &["赵文博 2026-03-01 支部书记培训班 16  D3"],
    ),
    (
        "months across, in hours",
        "第一支部2026年自学学时统计\n姓名,1月,2月,合计\n赵文博,2,3.5,5.5\n钱进,0,1,1\n",
        &["赵文博 2026-01  2  B3", "赵文博 2026-02  3.5  C3", "钱进 2026-02  1  C4"],
    ),
    (
        "months across, in points",
        "第一支部2026年学习强国积分\n姓名,一月份,二月份\n赵文博,120,90\n钱进,/,1\n",
        &["赵文博 2026-01   120 B3", "赵文博 2026-02   90 C3", "钱进 2026-02   1 C4"],
    ),
    (
        "sums that say what the grid counts",
        "第一支部2026年3月学习情况\n姓名,公务员法,社会保险法,学时合计\n赵文博,2,1,3\n钱进,,3,3\n",
        &[
            "赵文博 2026-03 公务员法 2  B3",
            "赵文博 2026-03 社会保险法 1  C3",
            "钱进 2026-03 社会保险法 3  C4",
        ],
    ),
    (
        "months across in points, with their sum",
        "第一支部2026年学习强国积分统计表\n排名,姓名,1月,2月,累计积分\n1,赵文博,1200,90,1290\n2,钱进,800,100,900\n",
        &[
            "赵文博 2026-01   1200 C3",
            "赵文博 2026-02   90 D3",
            "钱进 2026-01   800 C4",
            "钱进 2026-02   100 D4",
        ],
    ),
    (
        "a table each person, whose name stands above it",
        "第一支部2026年党员自学登记\n姓名：赵文博\n日期,学习内容,学时\n3月5日,党章,2\n3月6日,条例,1\n\n姓名：钱进\n日期,学习内容,学时\n3月5日,党章,1.5\n",
        &["赵文博 2026-03-05 党章 2  C4", "赵文博 2026-03-06 条例 1  C5", "钱进 2026-03-05 党章 1.5  C9"],
    ),
    (
        "topics across, with ticks",
        "第一支部2026年3月线上学习完成情况\n姓名,党章总纲,廉洁自律准则,备注\n赵文博,√,×,\n钱进,√,√,\n孙丽华,,√,补学\n",
        &[
            "赵文博 2026-03 党章总纲   B3",
            "钱进 2026-03 党章总纲   B4",
            "钱进 2026-03 廉洁自律准则   C4",
            "孙丽华 2026-03 廉洁自律准则   C5",
        ],
    ),
    (
        "topics across, in hours",
        "第一支部2026年3月自学学时\n姓名,党章总纲,廉洁自律准则\n赵文博,2,\n钱进,1,0.5\n",
        &[
            "赵文博 2026-03 党章总纲 2  B3",
            "钱进 2026-03 党章总纲 1  B4",
            "钱进 2026-03 廉洁自律准则 0.5  C4",
        ],
    ),
    (
        "a course that somebody has not completed, with the hours that it takes",
        "姓名,课程名称,学时,完成时间,完成状态\n赵文博,党章,2,2026-03-02,已完成\n钱进,党章,2,,未完成\n",
        &["赵文博 2026-03-02 党章 2  C2"],
    ),
];

/// What counts something else is no study: nothing is read, and it is told.
#[test]
fn counts_of_other_things_are_no_topics() {
    for text in [
        "第一支部2026年3月学习情况统计\n姓名,心得篇数,笔记字数\n赵文博,2,3000\n钱进,1,500\n",
        "第一支部2026年3月学习情况统计\n姓名,党章总纲,参加场次\n赵文博,√,3\n钱进,×,2\n",
        "第一支部2026年3月学时统计\n姓名,党章总纲,心得篇数\n赵文博,2,3\n钱进,1,1\n",
        "第一支部2026年学习积分\n姓名,一季度,二季度\n赵文博,100,200\n钱进,90,100\n",
    ] {
        let dir = folder(&[("花名册.csv", ROSTER), ("study.csv", text)]);
        let out = tempfile::tempdir().unwrap();
        taizhang().arg("facts").arg(dir.path()).arg("--out").arg(out.path()).assert().success();
        let records = table(&out.path().join("study_records.csv"));
        assert!(records.iter().all(|r| r["topic"] == "党章总纲"), "{text}\n{records:?}");
        let issues = table(&out.path().join("issues.csv"));
        assert!(!issues.is_empty(), "{text}");
    }
}

#[test]
fn a_title_of_hours_tells_what_nothing_else_does() {
    let text = "第一支部2026年3月学时统计\n数,哪几位,几多\n1,赵文博,2\n2,钱进,1.5\n";
    let dir = folder(&[("花名册.csv", ROSTER), (file_name(text), text)]);
    let out = tempfile::tempdir().unwrap();
    taizhang().arg("facts").arg(dir.path()).arg("--out").arg(out.path()).assert().success();
    let records = table(&out.path().join("study_records.csv"));
    let said: Vec<[&str; 2]> = records.iter().map(|r| ["name", "hours"].map(|key| r[key].as_str())).collect();
    assert_eq!(said, [["赵文博", "2"], ["钱进", "1.5"]]);
    let told = table(&out.path().join("issues.csv"));
    assert_eq!(told.iter().map(|r| r["code"].as_str()).collect::<Vec<_>>(), ["guessed-column"; 2]);
}

#[test]
fn each_way_of_keeping_study() {
    for (what, text, expected) in BOOKS {
        let dir = folder(&[("花名册.csv", ROSTER), (file_name(text), text)]);
        let out = tempfile::tempdir().unwrap();
        taizhang().arg("facts").arg(dir.path()).arg("--out").arg(out.path()).assert().success();
        let said: Vec<String> = table(&out.path().join("study_records.csv"))
            .iter()
            .map(|r| {
                let cell = r["source"].rsplit(' ').next().unwrap();
                format!("{} {} {} {} {} {cell}", r["name"], r["date"], r["topic"], r["hours"], r["points"])
            })
            .collect();
        let issues = std::fs::read_to_string(out.path().join("issues.csv")).unwrap();
        assert_eq!(&said, expected, "{what}\n{issues}");
        assert_eq!(issues.lines().count(), 1, "{what}\n{issues}");
    }
}

/// What a book is, its text (CSV, or a page), the file of facts, its columns that matter, and what they say.
type Kept = (&'static str, &'static str, &'static str, &'static [&'static str], &'static [&'static str]);

const KEPT: &[Kept] = &[
    (
        "a plan on its side: months across, what is learnt in each and for how long below",
        "2026年党员学习计划\n月份,1月,4月,5月\n学习内容,案例警示教育,劳动合同法,党章\n学时,1,2,3\n",
        "study_plan",
        &["month", "topic", "hours"],
        &["2026-01 案例警示教育 1", "2026-04 劳动合同法 2", "2026-05 党章 3"],
    ),
    (
        "a plan for those of two sorts, both of which mean many",
        "2026年党员学习计划\n月份,学习主题,学时,参加人员\n1月,党章,1,全体党员\n2月,条例,2,全体在职党员\n",
        "study_plan",
        &["month", "topic", "hours"],
        &["2026-01 党章 1", "2026-02 条例 2"],
    ),
    (
        "hours of service since the year began",
        "第一支部志愿服务时长公示\n姓名,注册号,2026年累计时长\n赵文博,001,12.5\n钱进,002,8\n",
        "evidence",
        &["name", "kind", "value"],
        &["赵文博 volunteering 12.5", "钱进 volunteering 8"],
    ),
    (
        "hours of service in each month",
        "第一支部2026年志愿服务时长统计\n姓名,1月,2月,合计\n赵文博,2,3,5\n钱进,1,,1\n",
        "evidence",
        &["name", "date", "kind", "value"],
        &["赵文博 2026-01 volunteering 2", "赵文博 2026-02 volunteering 3", "钱进 2026-01 volunteering 1"],
    ),
    (
        "an appraisal with the votes and what they came to",
        "第一支部2025年度民主评议党员测评汇总表\n姓名,优秀,合格,不合格,结果\n赵文博,3,0,0,优秀\n钱进,1,2,0,合格\n",
        "evidence",
        &["name", "kind", "value"],
        &["赵文博 appraisal 优秀", "钱进 appraisal 合格"],
    ),
    (
        "a plan with a column that sorts its topics, whatever it is called",
        "第一支部2026年学习计划\n月份,专题内容,课程篇章,学时\n1月,党章第一章,党的理论,2\n2月,社保经办规程,业务,2\n3月,党章第二章,党的理论,2\n4月,工伤保险条例,业务,2\n",
        "study_plan",
        &["month", "topic", "category"],
        &[
            "2026-01 党章第一章 党的理论",
            "2026-02 社保经办规程 业务",
            "2026-03 党章第二章 党的理论",
            "2026-04 工伤保险条例 业务",
        ],
    ),
    (
        "honours under a heading that is made of words for them",
        "第一支部2025年表彰奖励登记\n姓名,何时,受何种奖励,授予单位\n赵文博,2025年7月,优秀党务工作者,县直工委\n",
        "evidence",
        &["name", "date", "title"],
        &["赵文博 2025-07 优秀党务工作者"],
    ),
    (
        "points for whatever members do, which are none of study",
        "第一支部2026年党员积分管理表\n姓名,参加会议,缴纳党费,志愿服务,总分\n赵文博,20,10,15,45\n钱进,18,10,12,40\n",
        "study_records",
        &["name", "points"],
        &[],
    ),
    (
        "stages of development without a word for their days",
        "第一支部发展党员进程表\n姓名,申请入党,列为积极分子,接收预备党员\n刘洋,2023.1.5,2023.7.1,2025.12.1\n",
        "evidence",
        &["name", "date", "title"],
        &["刘洋 2023-01-05 申请入党", "刘洋 2023-07-01 列为积极分子", "刘洋 2025-12-01 接收预备党员"],
    ),
    (
        "a list of signatures with the hours of everybody, of a service and of no study",
        "第一支部志愿服务签到\n时间：2026年3月5日\n姓名,签名,服务时长\n赵文博,赵文博,2\n钱进,钱进,2\n孙丽华,请假,\n",
        "sessions",
        &["date", "kind", "hours", "came"],
        &["2026-03-05 volunteering 2 2"],
    ),
    (
        "comings and goings in one list",
        "第一支部2026年党员组织关系转接台账\n姓名,转接类型,转出/转入单位,时间\n刘洋,转入,县财政局支部,2026.2.1\n",
        "members",
        &["name", "joined"],
        &["刘洋 "],
    ),
    (
        "a question that is not whether something was studied",
        "第一支部2026年3月自学统计\n姓名,自学内容,学时,是否撰写心得\n赵文博,党章,2,是\n钱进,党章,,否\n",
        "study_records",
        &["name", "topic", "hours"],
        &["赵文博 党章 2", "钱进 党章 "],
    ),
    (
        "a plan with topics for studying together and alone",
        "第一支部2026年学习计划\n月份,集中学习内容,个人自学内容\n1月,二十大报告,党章\n2月,条例,民法典\n3月,两会精神,\n",
        "study_plan",
        &["month", "topic", "form", "category"],
        &[
            "2026-01 二十大报告 集中学习 ",
            "2026-01 党章 个人自学 ",
            "2026-02 条例 集中学习 ",
            "2026-02 民法典 个人自学 ",
            "2026-03 两会精神 集中学习 ",
        ],
    ),
    (
        "a plan of weeks: these are no categories",
        "第一支部2026年学习计划\n月份,第一周,第二周\n1月,学习党章,交流研讨\n2月,,学习条例\n3月,学习民法典,\n",
        "study_plan",
        &["month", "topic", "category"],
        &["2026-01 学习党章 ", "2026-01 交流研讨 ", "2026-02 学习条例 ", "2026-03 学习民法典 "],
    ),
    (
        "a plan with two columns that are one: the first is taken, and that is told",
        "第一支部2026年学习计划\n月份,学习专题,学习内容,学时\n1月,党章,总纲,2\n",
        "issues",
        &["code", "cell"],
        &["two-columns C2"],
    ),
    (
        "hours of each month in two ways",
        "<table><tr><td colspan=5>第一支部2026年学习学时统计</td></tr>
        <tr><td rowspan=2>姓名<td colspan=2>1月<td colspan=2>2月</tr><tr><td>集中<td>自学<td>集中<td>自学</tr>
        <tr><td>赵文博<td>2<td>1<td>3<td>0.5</tr><tr><td>钱进<td>2<td>1<td>3<td></tr></table>",
        "study_records",
        &["name", "date", "hours", "form"],
        &[
            "赵文博 2026-01 2 集中",
            "赵文博 2026-01 1 自学",
            "赵文博 2026-02 3 集中",
            "赵文博 2026-02 0.5 自学",
            "钱进 2026-01 2 集中",
            "钱进 2026-01 1 自学",
            "钱进 2026-02 3 集中",
        ],
    ),
    (
        "hours and form below each topic, one of which has a word that asks",
        "第一支部2026年3月学习情况\n姓名,党的二十届四中全会精神,,中央八项规定精神,\n,学时,方式,学时,方式\n赵文博,2,集中,1.5,自学\n钱进,2,集中,,\n",
        "study_records",
        &["name", "topic", "hours", "form"],
        &[
            "赵文博 党的二十届四中全会精神 2 集中",
            "钱进 党的二十届四中全会精神 2 集中",
            "赵文博 中央八项规定精神 1.5 自学",
        ],
    ),
    (
        "a card of study that lies on its side",
        "党员学习登记卡\n姓名,赵文博,支部,第一支部\n时间,2026.3.5,2026.3.12,2026.3.19\n内容,党章,条例,两会\n学时,2,1,2\n",
        "study_records",
        &["name", "date", "topic", "hours", "source"],
        &[
            "赵文博 2026-03-05 党章 2 book.csv › book › B5",
            "赵文博 2026-03-12 条例 1 book.csv › book › C5",
            "赵文博 2026-03-19 两会 2 book.csv › book › D5",
        ],
    ),
    (
        "a service of all members, and one of the committee",
        "第一支部志愿服务台账\n活动时间,活动名称,参加人员,服务时长（小时）\n2026年3月12日,植树,全体党员,2\n2026年3月19日,清扫,赵文博、钱进,3\n",
        "evidence",
        &["name", "title", "value"],
        &["赵文博 植树 2", "钱进 植树 2", "孙丽华 植树 2", "赵文博 清扫 3", "钱进 清扫 3"],
    ),
    (
        "what members were given by themselves, by others and in the end: grades are no headings",
        "第一支部2025年度民主评议党员结果\n姓名,自评,互评,组织评定等次\n赵文博,优秀,优秀,优秀\n钱进,合格,合格,合格\n孙丽华,合格,基本合格,基本合格\n",
        "evidence",
        &["name", "kind", "value"],
        &["赵文博 appraisal 优秀", "钱进 appraisal 合格", "孙丽华 appraisal 基本合格"],
    ),
    (
        "honours of which no known column says what they are",
        "党员获得荣誉情况\n姓名,2025年,2026年\n赵文博,优秀党员,先进个人\n",
        "issues",
        &["code", "cell"],
        &["unread-column B2", "unread-column C2"],
    ),
    (
        "points that are given and taken away",
        "第一支部党员加分扣分登记（2026年）\n日期,姓名,加分事项,加分,扣分事项,扣分\n2026-03-05,赵文博,获县级表彰,5,,\n2026-03-08,钱进,,,无故缺席,2\n",
        "attendance",
        &["name"],
        &[],
    ),
    (
        "a plan of two columns",
        "第一支部2026年学习计划\n月份,学习内容\n1月,党章\n2月,条例\n",
        "study_plan",
        &["month", "topic"],
        &["2026-01 党章", "2026-02 条例"],
    ),
    (
        "a plan with a header of two rows, in a file without merges",
        "2026年党员学习计划\n月份,学习主题,学习要求,,\n,,学时,方式,对象\n3月,党章,2,集中学习,全体党员\n",
        "study_plan",
        &["month", "topic", "hours", "form", "audience"],
        &["2026-03 党章 2 集中学习 全体党员"],
    ),
    (
        "a plan that names who is to come, and is no log of meetings",
        "2026年度党员教育培训计划表\n时间,学习内容,学习形式,参加人员,学时\n1月,党章,集中学习,全体党员,4\n3月上旬,条例,自学,在职党员,2\n",
        "study_plan",
        &["month", "topic", "audience"],
        &["2026-01 党章 全体党员", "2026-03 条例 在职党员"],
    ),
    (
        "plans whose audience leaves no doubt",
        "2026年学习计划\n月份,学习主题,参加对象\n1月,党章,全体党员、入党积极分子\n2月,条例,第一支部全体党员\n3月,业务,35岁以下党员\n",
        "study_plan",
        &["month", "topic", "audience"],
        &[
            "2026-01 党章 全体党员、入党积极分子",
            "2026-02 条例 第一支部全体党员",
            "2026-03 业务 35岁以下党员",
        ],
    ),
    (
        "hours of several things, of which one is study of one's own",
        "第一支部党员2026年3月学时登记表\n姓名,集中学习学时,自学学时\n赵文博,8,4\n钱进,6,3\n",
        "study_records",
        &["name", "hours"],
        &["赵文博 4", "钱进 3"],
    ),
    (
        "hours under an unknown heading, which the title tells",
        "第一支部2026年3月自学学时统计表\n序号,姓名,学习内容,多少\n1,赵文博,党章,1.5\n2,钱进,条例,2\n",
        "study_records",
        &["name", "date", "topic", "hours"],
        &["赵文博 2026-03 党章 1.5", "钱进 2026-03 条例 2"],
    ),
    (
        "points under an unknown heading, and people under another",
        "第一支部2026年3月学习积分统计表\n序号,谁,多少\n1,赵文博,320\n2,钱进,95\n3,孙丽华,120\n",
        "study_records",
        &["name", "date", "points"],
        &["赵文博 2026-03 320", "钱进 2026-03 95", "孙丽华 2026-03 120"],
    ),
    (
        "a plan in which neither topics nor hours nor months stand under a known heading",
        "2026年党员学习计划\n几月,类别,学什么,方式,多久\n1月,党的理论,学习党章总纲,集中学习,2\n3月,法律法规,劳动合同法解读,个人自学,1.5\n",
        "study_plan",
        &["month", "topic", "hours"],
        &["2026-01 学习党章总纲 2", "2026-03 劳动合同法解读 1.5"],
    ),
    (
        "topics that have several months",
        "2026年学习计划\n月份,学习主题,学时\n1-3月,党章,2\n4月、5月,条例,2\n第三季度,业务,2\n全年,强国,2\n",
        "study_plan",
        &["month", "topic"],
        &["2026-03 党章", "2026-05 条例", "2026-09 业务", "2026-12 强国"],
    ),
    (
        "what the sections and the notes of a roster say",
        "第二支部党员花名册\n姓名,入党时间,备注\n一、在职党员（2人）\n周思远,75年7月,\n吴桐,2005-07,流动党员\n二、离退休党员\n欧阳德明,1975-07,已去世\n王淑芬,1976-07,\n",
        "members",
        &["name", "joined", "category"],
        &["周思远 1975-07 on_post", "吴桐 2005-07 floating", "王淑芬 1976-07 retired"],
    ),
    (
        "an appraisal that is ticked",
        "第一支部2025年度民主评议党员汇总表\n姓名,优秀,合格,基本合格,不合格\n赵文博,√,,,\n钱进,,√,,\n",
        "evidence",
        &["name", "kind", "value"],
        &["赵文博 appraisal 优秀", "钱进 appraisal 合格"],
    ),
    (
        "honours of a branch among those of people",
        "2025年度表彰奖励情况\n姓名,荣誉,时间\n赵文博,优秀共产党员,2025年7月\n第一支部,先进基层党组织,2025年7月\n",
        "evidence",
        &["branch", "name", "title"],
        &["第一支部 赵文博 优秀共产党员", "第一支部  先进基层党组织"],
    ),
    (
        "service in minutes, training of party workers",
        "2026年党务干部培训情况\n姓名,培训班,时间,学习时长（分钟）\n赵文博,支部书记培训班,2026年3月1日,960\n",
        "evidence",
        &["name", "kind", "title", "value"],
        &["赵文博 training 支部书记培训班 16"],
    ),
    (
        "a plan with months across, a category a row",
        "第一支部2026年学习计划\n类别,1月,2月,3月\n集中学习,党章总纲,,廉洁准则\n自学,选集第一卷,选集第二卷,选集第三卷\n",
        "study_plan",
        &["month", "topic", "category"],
        &[
            "2026-01 党章总纲 集中学习",
            "2026-03 廉洁准则 集中学习",
            "2026-01 选集第一卷 自学",
            "2026-02 选集第二卷 自学",
            "2026-03 选集第三卷 自学",
        ],
    ),
    (
        "a plan with ticks below the months",
        "第一支部2026年学习计划\n序号,学习内容,1月,2月,3月,学时\n1,党章总纲,√,,,2\n2,廉洁准则,,,√,1\n",
        "study_plan",
        &["month", "topic", "hours"],
        &["2026-01 党章总纲 2", "2026-03 廉洁准则 1"],
    ),
    (
        "a plan with quarters down and ways to study across",
        "第一支部2026年学习计划\n时间,集中学习,自学\n第一季度,学习党章总纲,通读选集第一卷\n第二季度,学习廉洁准则,通读选集第二卷\n第三季度,学习纪律条例,通读选集第三卷\n",
        "study_plan",
        &["month", "topic", "form"],
        &[
            "2026-03 学习党章总纲 集中学习",
            "2026-03 通读选集第一卷 自学",
            "2026-06 学习廉洁准则 集中学习",
            "2026-06 通读选集第二卷 自学",
            "2026-09 学习纪律条例 集中学习",
            "2026-09 通读选集第三卷 自学",
        ],
    ),
    (
        "days before the topics, where no column has them",
        "第一支部2026年3月自学记录\n姓名,学习内容,学时\n赵文博,3月5日学习党章总纲,2\n钱进,3月6日学习廉洁准则,1\n",
        "study_records",
        &["name", "date", "topic"],
        &["赵文博 2026-03-05 学习党章总纲", "钱进 2026-03-06 学习廉洁准则"],
    ),
    (
        "a plan with months and the weeks in them, one month left out",
        "2026年第二季度学习计划\n月份,时间,学习内容,参加人员,主持人,形式\n4月,4月第二周,党章,全体党员,赵文博,集中\n,4月第四周,业务法规,青年党员,孙丽华,自学\n5月,5月上旬,安全生产,支委,赵文博,研讨\n6月,6月30日前,党史,全体党员,钱进,党课\n",
        "study_plan",
        &["month", "topic", "audience"],
        &[
            "2026-04 党章 全体党员",
            "2026-04 业务法规 青年党员",
            "2026-05 安全生产 支委",
            "2026-06 党史 全体党员",
        ],
    ),
];

#[test]
fn plans_notes_and_evidence() {
    for (what, text, file, columns, expected) in KEPT {
        let dir = folder(&[("第一支部花名册.csv", ROSTER), (file_name(text), text)]);
        let out = tempfile::tempdir().unwrap();
        taizhang().arg("facts").arg(dir.path()).arg("--out").arg(out.path()).assert().success();
        let facts = table(&out.path().join(format!("{file}.csv")));
        let own = facts.iter().filter(|f| *file != "members" || f["source"].starts_with("book"));
        let said: Vec<String> =
            own.map(|f| columns.iter().map(|c| f[*c].as_str()).collect::<Vec<_>>().join(" ")).collect();
        assert_eq!(&said, expected, "{what}");
    }
}
