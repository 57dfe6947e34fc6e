//! What rosters and members' cards say of each member, and what of them is told where it is not understood.

use super::support::{facts, table};

/// What a book is, its text (CSV), the members (name, joining, standing, post, category), and a word of an issue, or
/// nothing where there is none.
const ROSTERS: &[(&str, &str, &[&str], &str)] = &[
    (
        "a member who is called 职工, as others are who are none",
        "第一支部党员花名册\n姓名,入党时间,人员类别\n赵文博,2010-05-01,在职\n钱进,2010-05-01,职工\n",
        &["赵文博|2010-05-01|||on_post", "钱进|2010-05-01|||"],
        "unknown-value",
    ),
    (
        "those who are no members yet, in a section and under 党员类别",
        "第一支部党员花名册\n序号,姓名,性别,入党时间,党员类别\n1,赵文博,男,2010-05-01,正式党员\n2,钱进,男,2010-05-01,正式党员\n3,孙丽华,女,,发展对象\n三、入党积极分子（1人）,,,,\n1,李红梅,女,,\n",
        &["赵文博|2010-05-01|full||", "钱进|2010-05-01|full||"],
        "",
    ),
    (
        "a heading of the later day that has the words of the earlier one in it",
        "第一支部党员花名册\n姓名,成为正式党员的日期,入党年月\n赵文博,2011-05-01,2010-05-01\n钱进,2012-06-01,2011-06-01\n",
        &["赵文博|2010-05-01|full||", "钱进|2011-06-01|full||"],
        "",
    ),
    (
        "a table each for full and probationary members, said right above it",
        "第一支部党员名册\n正式党员（2人）\n姓名,性别,入党时间\n赵文博,男,2010-05-01\n钱进,男,2010-05-01\n\n预备党员\n姓名,性别,入党时间\n孙丽华,女,2025-12-01\n",
        &["赵文博|2010-05-01|full||", "钱进|2010-05-01|full||", "孙丽华|2025-12-01|probationary||"],
        "",
    ),
    (
        "two tables with a row above their headings, of which the second belongs to nobody above it",
        "党员名册\n第一支部\n基本信息,,党内信息\n姓名,性别,入党时间,党内职务\n赵文博,男,2010-05-01,书记\n钱进,男,2010-05-01,\n第二支部\n基本信息,,党内信息\n姓名,性别,入党时间,党内职务\n孙丽华,女,2011-05-01,\n周思远,男,2012-05-01,\n",
        &["赵文博|2010-05-01||书记|", "钱进|2010-05-01|||", "孙丽华|2011-05-01|||", "周思远|2012-05-01|||"],
        "",
    ),
    (
        "an export with every day of somebody's way into the party",
        "组织名称,党员姓名,参加工作时间,申请入党日期,列为积极分子日期,列为发展对象日期,入党时间,转正时间,党员类型,行政职务,党内职务\n第一支部,赵文博,2003-07-01,2008-05-01,2008-09-01,2009-03-01,2009-06-01,2010-06-01,正式党员,科员,书记\n第一支部,钱进,2004-07-01,2010-05-01,2010-09-01,2011-03-01,2011-06-01,2012-06-01,正式党员,副科长,\n",
        &["赵文博|2009-06-01|full|书记|", "钱进|2011-06-01|full||"],
        "",
    ),
    (
        "类型 over standings, and another in words that nobody knows",
        "第一支部党员花名册\n姓名,入党时间,类型,在/退\n赵文博,2010-05-01,正式党员,在职\n钱进,2010-05-01,正式党员,退休\n孙丽华,2025-12-01,预备党员,在职\n",
        &[
            "赵文博|2010-05-01|full||on_post",
            "钱进|2010-05-01|full||retired",
            "孙丽华|2025-12-01|probationary||on_post",
        ],
        "在/退",
    ),
    (
        "names below words that nobody knows, beside schooling that could be names",
        "第一支部党员花名册\n咱们的人,念到哪,入党时间\n赵文博,大专,2010-05-01\n钱进,中专,2010-05-01\n孙丽华,大专,2011-05-01\n",
        &["赵文博|2010-05-01|||", "钱进|2010-05-01|||", "孙丽华|2011-05-01|||"],
        "咱们的人",
    ),
    (
        "a heading of names that speaks of signing, beside departments that could be people and standings below 组织类别",
        "第一支部党员花名册\n姓名/签名,性别,入党时间,组织类别,哪里的\n赵文博,男,2010-05-01,正式党员,办公室\n钱进,男,2010-05-01,正式党员,就业股\n孙丽华,女,2025-12-01,预备党员,人事股\n",
        &["赵文博|2010-05-01|full||", "钱进|2010-05-01|full||", "孙丽华|2025-12-01|probationary||"],
        "",
    ),
    (
        "the day of the approval of full membership beside that of joining",
        "第一支部党员花名册\n姓名,批准入党时间,转正批准日期\n赵文博,2010-05-01,2011-05-01\n钱进,2010-06-01,2011-06-01\n",
        &["赵文博|2010-05-01|full||", "钱进|2010-06-01|full||"],
        "",
    ),
    (
        "two columns for one day",
        "第一支部党员花名册\n姓名,入党时间,入党日期\n赵文博,2010-05-01,2011-05-01\n钱进,2010-05-01,2010.5\n",
        &["赵文博|2010-05-01|||", "钱进|2010-05-01|||"],
        "“入党日期”和“入党时间”像是同一项",
    ),
    (
        "a title that says who they are",
        "第一支部离退休党员花名册\n姓名,性别,入党时间\n赵文博,男,1985-05-01\n钱进,男,1986-05-01\n",
        &["赵文博|1985-05-01|||retired", "钱进|1986-05-01|||retired"],
        "",
    ),
    (
        "a branch whose name says it of nobody",
        "离退休党支部党员花名册\n姓名,性别,入党时间\n赵文博,男,1985-05-01\n钱进,男,1986-05-01\n",
        &["赵文博|1985-05-01|||", "钱进|1986-05-01|||"],
        "",
    ),
    (
        "a group written once for several, in a file without merges",
        "第一支部党员名册\n党小组,姓名,性别,入党时间\n第一党小组,赵文博,男,2010-05-01\n,钱进,男,2010-05-01\n第二党小组,孙丽华,女,2010-05-01\n,周思远,男,2010-05-01\n",
        &["赵文博|2010-05-01|||", "钱进|2010-05-01|||", "孙丽华|2010-05-01|||", "周思远|2010-05-01|||"],
        "“党小组”一列里空着的格子，都按上面写着的计（这是第一格，按“第一党小组”计）",
    ),
    (
        "a branch that was forgotten in one row",
        "党员名册\n所在支部,姓名,性别,入党时间\n第一支部,赵文博,男,2010-05-01\n第一支部,钱进,男,2010-05-01\n,孙丽华,女,2010-05-01\n第二支部,周思远,男,2010-05-01\n",
        &["赵文博|2010-05-01|||", "钱进|2010-05-01|||", "孙丽华|2010-05-01|||", "周思远|2010-05-01|||"],
        "这一行没有写所在支部，按上一行的“第一支部”计",
    ),
    (
        "the post in the first column",
        "第一支部党员花名册\n党内职务,姓名,性别,入党时间,党员类别\n党支部书记,赵文博,男,2010-05-01,正式党员\n纪检委员,钱进,男,2010-05-01,正式党员\n,孙丽华,女,2010-05-01,正式党员\n填表人：孙丽华\n",
        &["赵文博|2010-05-01|full|党支部书记|", "钱进|2010-05-01|full|纪检委员|", "孙丽华|2010-05-01|full||"],
        "",
    ),
    (
        "columns that ask, and are answered with yes and no",
        "第一支部党员花名册\n姓名,入党时间,是否退休,是否预备党员\n赵文博,2010-05-01,否,否\n钱进,2010-05-01,是,否\n孙丽华,2025-12-01,否,是\n",
        &[
            "赵文博|2010-05-01|full||on_post",
            "钱进|2010-05-01|full||retired",
            "孙丽华|2025-12-01|probationary||on_post",
        ],
        "",
    ),
    (
        "not on post may be anything",
        "第一支部党员花名册\n姓名,入党时间,是否在职\n赵文博,2010-05-01,是\n钱进,2010-05-01,否\n",
        &["赵文博|2010-05-01|||on_post", "钱进|2010-05-01|||"],
        "not-on-post",
    ),
    (
        "branches in rows of their own above their members, in the column of names",
        "党员花名册\n姓名,性别,入党时间\n第一支部（2人）,,\n赵文博,男,2010-05-01\n钱进,男,2011-05-01\n",
        &["赵文博|2010-05-01|||", "钱进|2011-05-01|||"],
        "",
    ),
    (
        "cards below each other, with a label that nobody needs",
        "党员登记卡\n姓名,赵文博,曾用名,无\n所在支部,第一支部,入党时间,2010年5月1日\n党员类别,正式党员,支部任职,书记\n\n党员登记卡\n姓名,钱进,曾用名,钱多\n所在支部,第一支部,入党时间,2011年5月1日\n党员类别,预备党员,支部任职,无\n",
        &["赵文博|2010-05-01|full|书记|", "钱进|2011-05-01|probationary||"],
        "",
    ),
    (
        "two cards beside each other",
        "姓名,赵文博,姓名,钱进\n所在支部,第一支部,所在支部,第一支部\n入党时间,2010年5月1日,入党时间,2011年5月1日\n",
        &["赵文博|2010-05-01|||", "钱进|2011-05-01|||"],
        "",
    ),
    (
        "a card with a second name in it",
        "党员登记卡\n姓名,赵文博,姓名,钱进\n所在支部,第一支部\n入党时间,2010年5月1日\n",
        &["赵文博|2010-05-01|||"],
        "同一张表里写了两处",
    ),
    (
        "a card whose values are made of words that head columns",
        "党员登记卡\n姓名,赵文博\n所在支部,离退休支部\n入党时间,2010年5月1日\n所在部门,业务科\n党员类别,正式党员\n",
        &["赵文博|2010-05-01|full||"],
        "",
    ),
    (
        "a card's label with a slip of the pen",
        "党员登记卡\n姓名,赵文博\n所在支部,第一支部\n入党时间,2010年5月1日\n党员类列,正式党员\n",
        &["赵文博|2010-05-01|||"],
        "near-heading",
    ),
    (
        "a value whose label was left out",
        "党员登记卡\n姓名,赵文博\n所在支部,第一支部\n入党时间,2010年5月1日\n,正式党员\n",
        &["赵文博|2010-05-01|||"],
        "前面没有写是什么",
    ),
    (
        "days with something behind them",
        "第一支部党员花名册\n姓名,入党时间\n赵文博,1988-01--13\n钱进,二〇一〇年十月二十日七\n孙丽华,2010-05-01\n",
        &["赵文博||||", "钱进||||", "孙丽华|2010-05-01|||"],
        "unknown-date",
    ),
    (
        "a member in each column",
        "第一支部党员信息\n姓名,赵文博,钱进\n性别,男,男\n入党时间,2010.5.1,2011.5.1\n党内职务,书记,\n党员类别,正式党员,预备党员\n",
        &["赵文博|2010-05-01|full|书记|", "钱进|2011-05-01|probationary||"],
        "",
    ),
    (
        "a roster on its side, with running numbers and with 党员 for who has no post",
        "第一支部党员花名册\n序号,1,2,3\n姓名,赵文博,钱进,孙丽华\n性别,男,男,女\n入党时间,2010.5.1,2011.5.1,2012-5-1\n党内职务,书记,党员,党员\n备注,,,\n党员类别,正式党员,正式党员,预备党员\n填表人：,,,\n",
        &["赵文博|2010-05-01|full|书记|", "钱进|2011-05-01|full||", "孙丽华|2012-05-01|probationary||"],
        "",
    ),
    (
        "rosters on their side, one below the other",
        "第一支部党员花名册\n姓名,赵文博,钱进\n入党时间,2010.5.1,2011.5.1\n党员类别,正式党员,正式党员\n\n姓名,孙丽华,\n入党时间,2012-5-1,\n党员类别,预备党员,\n",
        &["赵文博|2010-05-01|full||", "钱进|2011-05-01|full||", "孙丽华|2012-05-01|probationary||"],
        "",
    ),
    (
        "posts under a heading that nobody knows, and 党员 for who has none",
        "第一支部党员花名册\n姓名,分管何事,入党时间\n赵文博,支部书记,2010-05-01\n钱进,支部组织委员,2011-05-01\n孙丽华,党员,2012-05-01\n",
        &["赵文博|2010-05-01||支部书记|", "钱进|2011-05-01||支部组织委员|", "孙丽华|2012-05-01|||"],
        "分管何事",
    ),
    (
        "values that are ticked, below what they are of",
        "第一支部党员花名册\n姓名,性别,,党员类别,,入党时间\n,男,女,正式,预备,\n赵文博,√,,√,,2010-05-01\n孙丽华,,√,,√,2025-12-01\n",
        &["赵文博|2010-05-01|full||", "孙丽华|2025-12-01|probationary||"],
        "",
    ),
    (
        "posts that are ticked",
        "第一支部党员花名册\n姓名,书记,组织委员,入党时间\n赵文博,√,,2010-05-01\n钱进,,√,2011-05-01\n孙丽华,,,2012-05-01\n",
        &["赵文博|2010-05-01||书记|", "钱进|2011-05-01||组织委员|", "孙丽华|2012-05-01|||"],
        "",
    ),
    (
        "a committee, in a list of its own",
        "第一支部委员会成员名单\n姓名,党内职务\n赵文博,书记\n钱进,组织委员\n",
        &["赵文博|||书记|", "钱进|||组织委员|"],
        "no-joined",
    ),
    (
        "职务 over nothing but posts of a branch, in a roster without days",
        "第一支部党员花名册\n姓名,性别,年龄,职务\n赵文博,男,46,支部书记\n钱进,男,36,\n孙丽华,女,31,组织委员\n",
        &["赵文博|||支部书记|", "钱进||||", "孙丽华|||组织委员|"],
        "列标题“职务”",
    ),
    (
        "nations, which could be names, and names under a heading that nobody knows",
        "第一支部党员花名册\n族,谁,入党时间,党员类别\n汉族,赵文博,2010-05-01,正式党员\n汉族,钱进,2010-05-01,正式党员\n汉族,孙丽华,2010-05-01,正式党员\n",
        &["赵文博|2010-05-01|full||", "钱进|2010-05-01|full||", "孙丽华|2010-05-01|full||"],
        "列标题“谁”不认识，因为下面都是姓名",
    ),
];

#[test]
fn each_roster_says_what_it_says() {
    for (what, text, expected, told) in ROSTERS {
        let out = facts(&[("第一支部名册.csv", text)]);
        let members = table(&out.path().join("members.csv"));
        let fields = |m: &std::collections::BTreeMap<String, String>| {
            ["name", "joined", "status", "post", "category"].map(|field| m[field].clone()).join("|")
        };
        let issues = table(&out.path().join("issues.csv"));
        let found: Vec<String> = members.iter().map(fields).collect();
        assert_eq!(&found, expected, "{what}\n{issues:#?}");
        let is_told = |issue: &std::collections::BTreeMap<String, String>| {
            issue["severity"] != "info" && (issue["code"] == *told || issue["message"].contains(told))
        };
        assert_eq!(issues.iter().any(is_told), !told.is_empty(), "{what}\n{issues:#?}");
    }
}

/// Of a group written once, those of the next branch are not.
/// A card of which one label is not known lacks what the others have.
#[test]
fn what_one_card_lacks_is_told() {
    let card = |name: &str, label: &str| {
        format!(
            "党员信息采集表\n姓名,{name},性别,男\n{label},2010-05-01,所在支部,第一支部\n党员类别,正式党员,籍贯,某县\n"
        )
    };
    let mut cards: Vec<(String, String)> = ["赵文博", "钱进", "孙丽华", "周大海", "吴思远"]
        .iter()
        .map(|name| (format!("{name}.csv"), card(name, "入党时间")))
        .collect();
    let lacks = |cards: &[(String, String)]| {
        let books: Vec<(&str, &str)> = cards.iter().map(|(book, text)| (&**book, &**text)).collect();
        let out = facts(&books);
        let told = std::fs::read_to_string(out.path().join("issues.csv")).unwrap();
        told.contains("“吴思远”没有填入党时间")
    };
    assert!(!lacks(&cards));
    cards[4].1 = card("吴思远", "何年何月何日的事");
    assert!(lacks(&cards));
}

#[test]
fn a_group_written_once_ends_with_its_branch() {
    let text = "党员名册\n所在支部,党小组,姓名,入党时间\n第一支部,第一党小组,赵文博,2010-05-01\n第一支部,,钱进,2011-05-01\n第二支部,,孙丽华,2012-05-01\n";
    let out = facts(&[("名册.csv", text)]);
    let members = table(&out.path().join("members.csv"));
    let groups: Vec<&str> = members.iter().map(|m| m["group"].as_str()).collect();
    assert_eq!(groups, ["第一党小组", "第一党小组", ""]);
}

/// Two books that give somebody another day of joining: the first holds, and it is told.
#[test]
fn two_days_of_joining() {
    let rosters = [
        ("甲.csv", "第一支部党员花名册\n姓名,入党时间\n赵文博,2010-05-01\n钱进,2011-05\n"),
        ("乙.csv", "第一支部党员信息\n姓名,入党时间,性别\n赵文博,2010-06-01,男\n钱进,2011-05-03,男\n"),
    ];
    let issues = table(&facts(&rosters).path().join("issues.csv"));
    let told: Vec<&str> =
        issues.iter().filter(|i| i["code"] == "differs").map(|i| i["value"].as_str()).collect();
    assert_eq!(told.len(), 1, "{issues:#?}");
}

/// A group may be named by a row above its members.
#[test]
fn groups_stand_in_rows_of_their_own() {
    let text = "第一支部党员名册\n序号,姓名,入党时间\n第一党小组（2人）,,\n1,赵文博,2010-05-01\n2,钱进,2011-05-01\n第二党小组（1人）,,\n3,孙丽华,2012-05-01\n";
    let out = facts(&[("第一支部名册.csv", text)]);
    let members = table(&out.path().join("members.csv"));
    let told: Vec<String> = members.iter().map(|m| format!("{} {}", m["name"], m["group"])).collect();
    assert_eq!(told, ["赵文博 第一党小组", "钱进 第一党小组", "孙丽华 第二党小组"]);
}

/// One group is one, however the roster has it, and no difference between two rosters.
#[test]
fn a_group_is_one_in_all_wordings() {
    let roster = "第一支部党员花名册\n姓名,入党时间,党小组\n赵文博,2010-05-01,一组\n钱进,2010-05-01,第1党小组\n孙丽华,2010-05-01,第二小组\n周思远,2010-05-01,第二党小组\n";
    let again =
        "第一支部党员名册\n姓名,入党时间,党小组\n赵文博,2010-05-01,第一党小组\n孙丽华,2010-05-01,2组\n";
    let out = facts(&[("名册.csv", roster), ("名册二.csv", again)]);
    let members = table(&out.path().join("members.csv"));
    let groups: Vec<&str> = members.iter().map(|m| m["group"].as_str()).collect();
    assert_eq!(groups, ["第一党小组", "第一党小组", "第二党小组", "第二党小组"]);
    let issues = table(&out.path().join("issues.csv"));
    assert!(issues.iter().all(|i| i["code"] != "differs"), "{issues:?}");
}

/// Comings and goings in one list: whoever left is due until that day, whoever came from that day on.
#[test]
fn one_list_of_comings_and_goings() {
    let roster = "第一支部党员花名册\n姓名,入党时间\n赵文博,2010-05-01\n钱进,2010-05-01\n";
    let moves =
        "第一支部党员组织关系转接台账\n姓名,转接类型,时间\n钱进,转出,2026.3.10\n刘洋,转入,2026.3.11\n";
    let log = "第一支部三会一课台账\n日期,会议类别,缺席人员\n2026-03-05,主题党日,无\n2026-03-19,党课,无\n";
    let out = facts(&[("第一支部花名册.csv", roster), ("转接.csv", moves), ("台账.csv", log)]);
    let attendance = table(&out.path().join("attendance.csv"));
    let came = |date: &str| -> Vec<&str> {
        attendance.iter().filter(|a| a["date"] == date).map(|a| a["name"].as_str()).collect()
    };
    assert_eq!(came("2026-03-05"), ["赵文博", "钱进"]);
    assert_eq!(came("2026-03-19"), ["赵文博", "刘洋"]);
}

/// What a list of moves is, its text (CSV), who was due in each branch before and after the moves of mid-March, and the
/// codes of what is told.
type ListOfMoves = (&'static str, &'static str, [[&'static str; 2]; 2], &'static [&'static str]);

const STAYED: [[&str; 2]; 2] =
    [["赵文博 钱进 周海燕", "赵文博 钱进 周海燕"], ["吴桂兰 冯丽华", "吴桂兰 冯丽华"]];
const LISTS_OF_MOVES: &[ListOfMoves] = &[
    (
        "both ends: one comes from elsewhere, one goes from branch to branch, one leaves",
        "2026年党员组织关系转接登记表\n序号,姓名,原所在党支部,现所在党支部,转接时间\n1,周海燕,清河县教育局第一党支部,第一党支部,3月12日\n2,冯丽华,第一党支部,第三党支部,2026-03-15\n3,陈晓东,第一党支部,清河县民政局机关党支部,2026-03-15\n",
        [["赵文博 钱进 冯丽华 陈晓东", "赵文博 钱进 周海燕"], ["吴桂兰", "吴桂兰 冯丽华"]],
        &[],
    ),
    (
        "both ends beside a column that says which it is",
        "党员转入转出登记表\n姓名,类型,转出单位,接收单位,日期\n周海燕,转入,清河县教育局,第一党支部,2026-03-12\n",
        [["赵文博 钱进", "赵文博 钱进 周海燕"], ["吴桂兰 冯丽华", "吴桂兰 冯丽华"]],
        &[],
    ),
    (
        "one end below a title that says which it is, of another office's branch of the same name",
        "第一党支部2026年转入党员名单\n姓名,原所在党支部,时间\n周海燕,清河县教育局第一党支部,3月12日\n",
        [["赵文博 钱进", "赵文博 钱进 周海燕"], ["吴桂兰 冯丽华", "吴桂兰 冯丽华"]],
        &[],
    ),
    (
        "which of both is said a row, with the other end in one column",
        "第一党支部党员增减情况\n姓名,增减类型,转入/转出单位,时间\n周海燕,增加,清河县教育局,2026-03-12\n陈晓东,减少,清河县民政局,2026-03-15\n",
        [["赵文博 钱进 陈晓东", "赵文博 钱进 周海燕"], ["吴桂兰 冯丽华", "吴桂兰 冯丽华"]],
        &[],
    ),
    (
        "two ends of which none is ours, and one that may be",
        "党员转接登记\n姓名,原支部,现支部,日期\n何子涵,外县甲支部,外县乙支部,2026-03-12\n周海燕,高桥镇第一支部,第三支部,2026-03-12\n",
        STAYED,
        &["unsure-move", "unsure-move"],
    ),
    (
        "a note of a day whose year the list has in its title",
        "第三党支部2026年党员名册\n姓名,入党时间,备注\n吴桂兰,2010-05-01,\n冯丽华,2010-05-01,3月12日转出\n",
        [["赵文博 钱进 周海燕", "赵文博 钱进 周海燕"], ["吴桂兰 冯丽华", "吴桂兰"]],
        &[],
    ),
    ("no day", "党员转接登记\n姓名,原支部,现支部\n周海燕,教育局支部,第一党支部\n", STAYED, &["unsure-move"]),
    (
        "who came, nobody knows when",
        "第一党支部转入党员名单\n姓名,性别,原单位\n周海燕,女,教育局\n",
        STAYED,
        &["undated-arrival"],
    ),
    (
        "who left, nobody knows when",
        "第一党支部转出党员名单\n姓名,性别,去向\n陈晓东,男,教育局\n",
        STAYED,
        &["noted-as-left"],
    ),
];

#[test]
fn lists_of_moves() {
    let rosters = [
        "第一党支部党员花名册\n姓名,入党时间\n赵文博,2010-05-01\n钱进,2010-05-01\n周海燕,2011-05-01\n",
        "第三党支部党员花名册\n姓名,入党时间\n吴桂兰,2010-05-01\n冯丽华,2010-05-01\n",
    ];
    let log = |branch: &str| {
        format!("{branch}三会一课台账\n日期,会议类别,缺席人员\n2026-03-05,主题党日,无\n2026-03-19,党课,无\n")
    };
    let logs = [log("第一党支部"), log("第三党支部")];
    for (what, list, expected, codes) in LISTS_OF_MOVES {
        let books = [("花名册1.csv", rosters[0]), ("花名册3.csv", rosters[1]), ("转接.csv", list)];
        let books = [&books[..], &[("台账1.csv", &logs[0]), ("台账3.csv", &logs[1])]].concat();
        let out = facts(&books);
        let attendance = table(&out.path().join("attendance.csv"));
        let issues = table(&out.path().join("issues.csv"));
        let due = |branch: &str, date: &str| {
            let is_due = |a: &&std::collections::BTreeMap<String, String>| {
                a["branch"] == branch && a["date"] == date && a["status"] == "present"
            };
            let mut due: Vec<&str> = attendance.iter().filter(is_due).map(|a| a["name"].as_str()).collect();
            due.sort_unstable();
            due.join(" ")
        };
        for (branch, expected) in ["第一党支部", "第三党支部"].iter().zip(expected) {
            for (date, expected) in ["2026-03-05", "2026-03-19"].iter().zip(expected) {
                let mut expected: Vec<&str> = expected.split(' ').collect();
                expected.sort_unstable();
                assert_eq!(due(branch, date), expected.join(" "), "{what}: {branch} {date}\n{issues:#?}");
            }
        }
        let of_list = issues.iter().filter(|i| i["file"] == "转接.csv" && i["severity"] != "info");
        let told: Vec<&str> = of_list.map(|i| i["code"].as_str()).collect();
        assert_eq!(&told, codes, "{what}\n{issues:#?}");
    }
}

/// A list of groups tells of which each is whom the roster names, and who else is; how many, where it says so.
#[test]
fn a_row_a_group() {
    let roster = "第一支部党员花名册\n姓名,入党时间\n赵文博,2010-05-01\n钱进,2010-05-01\n孙丽华,2011-05-01\n周思远,2012-05-01\n";
    let groups = "第一支部党小组设置情况\n序号,党小组,组长,组员,人数\n1,第一党小组,赵文博,钱进,2\n2,第二党小组,孙丽华,孙丽华、周思远、吴晓东,2\n";
    let meeting = "第一支部党小组会（第一党小组）签到表\n2026年3月5日\n姓名,签到\n赵文博,√\n钱进,病假\n";
    let out = facts(&[("花名册.csv", roster), ("党小组.csv", groups), ("签到.csv", meeting)]);
    let members = table(&out.path().join("members.csv"));
    let told: Vec<String> =
        members.iter().map(|m| format!("{} {} {}", m["name"], m["group"], m["joined"])).collect();
    let expected = [
        "赵文博 第一党小组 2010-05-01",
        "钱进 第一党小组 2010-05-01",
        "孙丽华 第二党小组 2011-05-01",
        "周思远 第二党小组 2012-05-01",
    ];
    assert_eq!(told[0], "吴晓东 第二党小组 ");
    assert_eq!(told[1..], expected);
    assert!(members[1..].iter().all(|m| m["source"].starts_with("花名册.csv")), "{members:#?}");
    let issues = table(&out.path().join("issues.csv"));
    let is_count = |i: &&std::collections::BTreeMap<String, String>| i["code"] == "count-mismatch";
    let counts: Vec<&str> = issues.iter().filter(is_count).map(|i| i["cell"].as_str()).collect();
    assert_eq!(counts, ["E4"], "{issues:#?}");
    let attendance = table(&out.path().join("attendance.csv"));
    assert_eq!(attendance.len(), 2, "{attendance:#?}");
}
