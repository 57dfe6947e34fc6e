//! The smallest book that provokes each issue, and the exact text that it then has.

use std::path::Path;

use rust_xlsxwriter::{Format, Workbook};
use taizhang::issue::Code;

use super::support::{table, taizhang};

/// A roster of the first branch: two groups, a committee of two, 张伟 twice.
const ROSTER: &str = "第一支部党员花名册\n姓名,性别,入党时间,党员类别,党内职务,党小组\n张三,男,2010-05-01,正式党员,书记,第一党小组\n李四,女,2010-05-01,正式党员,组织委员,第一党小组\n王五,男,2010-05-01,正式党员,,第二党小组\n张伟(大),男,2010-05-01,正式党员,,第二党小组\n张伟(小),男,2010-05-01,正式党员,,第二党小组\n";
const SECOND: &str = "第二支部党员花名册\n姓名,性别,入党时间,党员类别\n赵六,男,2010-05-01,正式党员\n";

/// An attendance sheet of the first branch: what stands over its one column, and its rows.
fn sheet(head: &str, rows: &str) -> String {
    format!("第一支部考勤表\n姓名,{head}\n{rows}\n")
}

fn log(rows: &str) -> String {
    format!("第一支部2026年三会一课台账\n日期,会议类型,主题,应到,实到,请假人员,缺席人员\n{rows}\n")
}

/// A sheet of marks with something noted on the first of them.
fn noted(words: &str) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let rows = [["第一支部2026年3月考勤表", ""], ["姓名", "3月5日主题党日"], ["张三", "√"], ["李四", "√"]];
    for (row, texts) in (0..).zip(rows) {
        for (col, text) in (0..).zip(texts).filter(|(_, text)| !text.is_empty()) {
            sheet.write(row, col, text).unwrap();
        }
    }
    sheet.insert_note(2, 1, &rust_xlsxwriter::Note::new(words)).unwrap();
    book.save_to_buffer().unwrap()
}

fn gbk(text: &str) -> Vec<u8> {
    // ✓ and 䶮 have no place in GBK; Excel writes a question mark for them.
    encoding_rs::GBK.encode(text).0.into_owned()
}

fn workbook(hidden: bool, struck: bool) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_name("名册").unwrap();
    sheet.write(0, 0, "第二支部党员花名册").unwrap();
    let format = if struck { Format::new().set_font_strikethrough() } else { Format::new() };
    for (col, (head, text)) in
        [("姓名", "周七"), ("入党时间", "2010-05-01"), ("党员类别", "正式党员")].iter().enumerate()
    {
        sheet.write(1, col as u16, *head).unwrap();
        sheet.write(2, col as u16, *text).unwrap();
        sheet.write_with_format(3, col as u16, *text, &format).unwrap();
    }
    sheet.write_with_format(3, 0, "吴八", &format).unwrap();
    if hidden {
        book.add_worksheet().set_name("旧表").unwrap().set_hidden(true).write(0, 0, "姓名").unwrap();
    }
    book.save_to_buffer().unwrap()
}

/// A plan with a topic merged over three months, and a log of the first branch with a name struck through.
fn merged_topic() -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write(0, 0, "2026年学习计划").unwrap();
    for (row, [month, topic]) in
        [["月份", "学习主题"], ["1月", ""], ["2月", ""], ["3月", ""], ["4月", "条例"]].into_iter().enumerate()
    {
        sheet.write(row as u32 + 1, 0, month).unwrap();
        sheet.write(row as u32 + 1, 1, topic).unwrap();
    }
    sheet.merge_range(2, 1, 4, 1, "党章", &Format::new()).unwrap();
    book.save_to_buffer().unwrap()
}

/// A log in which some of those on leave are struck through, or all that a cell says of them.
fn struck_words(some: bool) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write(0, 0, "第一支部2026年三会一课台账").unwrap();
    for (col, head) in ["日期", "会议类型", "应到", "实到", "请假人员"].into_iter().enumerate()
    {
        sheet.write(1, col as u16, head).unwrap();
    }
    for (col, text) in ["3月5日", "主题党日", "5", "4"].into_iter().enumerate() {
        sheet.write(2, col as u16, text).unwrap();
    }
    let (plain, struck) = (Format::new(), Format::new().set_font_strikethrough());
    if some {
        sheet.write_rich_string(2, 4, &[(&plain, "李四（病假）"), (&struck, "、王五（事假）")]).unwrap();
    } else {
        sheet.write_with_format(2, 4, "王五（事假）", &struck).unwrap();
    }
    book.save_to_buffer().unwrap()
}

type Files = Vec<(&'static str, Vec<u8>)>;

/// Beside the rosters: the files that provoke a code.
fn files(code: Code) -> Files {
    use Code::*;
    let day = "2026年3月5日主题党日";
    let one = |text: String| vec![("考勤.csv", text.into_bytes())];
    let roster = |rows: &str| {
        let text = format!("第三支部党员花名册\n姓名,性别,身份证号,出生日期,入党时间,党员类别\n{rows}\n");
        vec![("第三支部.csv", text.into_bytes())]
    };
    match code {
        Unreadable => vec![("坏了.xlsx", b"PK\x03\x04".to_vec())],
        Encrypted => vec![("加密.xlsx", include_bytes!("../files/encrypted.xlsx").to_vec())],
        TooLarge => one(format!("姓名\n{}\n", "长".repeat(50_000))),
        DuplicateBook => vec![
            ("考勤.csv", sheet(day, "张三,√").into_bytes()),
            ("考勤副本.csv", sheet(day, "张三,√").into_bytes()),
        ],
        NotABook => vec![("说明.docx", b"x".to_vec())],
        HiddenSheet => vec![("第二支部.xlsx", workbook(true, false))],
        UnknownSheet => one("物品,数量\n纸,3\n".into()),
        ForeignTable => one("第一支部2026年党费收缴\n姓名,1月\n张三,√\n李四,√\n".into()),
        UnusedTable => one(format!("{}\n\n姓名,职称,学历\n张三,高级,本科\n", sheet(day, "张三,√\n李四,√"))),
        UnknownHeading => one("第一支部考勤表\n姓名,2026年3月5日主题党日,心得\n张三,√,好\n李四,√,\n".into()),
        UnreadColumn => {
            one("第一支部2026年台账\n日期,会议类型,应到,实到,几位老同事\n3月5日,主题党日,5,4,李四\n".into())
        }
        GuessedColumn => one(format!("第一支部考勤表\n咱们的人,{day}\n张三,√\n李四,病假\n")),
        ImpossibleDate => one(sheet("2026年2月30日主题党日", "张三,√\n李四,√")),
        NoYear => one(sheet("3月5日主题党日", "张三,√\n李四,√")),
        NoDate => one("第一支部党课签到表\n姓名,签到\n张三,√\n李四,√\n".into()),
        UnknownDate => roster("周七,男,,1980-01-01,参加工作那年,正式党员"),
        OddDate => one(log("2025年3月5日,主题党日,学习,5,5,无,无")),
        WrongWeekday => one(sheet("2026年3月5日（周五）主题党日", "张三,√\n李四,√")),
        UnknownKind => one(log("3月5日,碰头,学习,5,5,无,无")),
        CarriedAcross => one(
            "第一支部2026年考勤表\n姓名,3月5日,\n,主题党日,党课\n张三,√,√\n李四,√,√\n王五,√,√\n张伟(大),√,√\n张伟(小),√,√\n".into(),
        ),
        NoSuchBranch => one(
            "签到明细\n支部,日期,会议类型,姓名,签到\n第九支部,2026-03-05,主题党日,张三,√\n第九支部,2026-03-05,主题党日,李四,√\n"
                .replace("签到明细", "第一支部签到明细"),
        ),
        WithoutGroup => vec![(
            "第三支部.csv",
            "第三支部党员花名册\n姓名,入党时间,党小组\n周七,2010-05-01,一组\n吴八,2010-05-01,一组\n郑九,2010-05-01,二组\n王十,2010-05-01,二组\n冯一,2010-05-01,\n".as_bytes().to_vec(),
        )],
        UnknownAudience => vec![(
            "学习计划.csv",
            "2026年学习计划\n月份,学习主题,参加对象\n3月,党史,业务骨干\n".as_bytes().to_vec(),
        )],
        AudienceUnsure => vec![(
            "学习计划.csv",
            "2026年学习计划\n月份,学习主题,参加对象\n3月,党史,35岁以下党员\n".as_bytes().to_vec(),
        )],
        PlanForAll => vec![(
            "学习计划.csv",
            "第九支部2026年学习计划\n月份,学习主题,学时\n3月,党史,2\n".as_bytes().to_vec(),
        )],
        KindInPart => one(log("3月5日,党员员大会暨主题党日,学习,5,5,无,无")),
        SwappedKind => one(log("3月5日,学习党章专题,主题党日,5,5,无,无")),
        EmptySession => one(
            "第一支部考勤表\n姓名,2026年3月5日主题党日,2026年3月12日党课\n张三,,√\n李四,,√\n王五,,√\n张伟(大),,√\n张伟(小),,√\n".into(),
        ),
        SkippedNumber => one(
            "第一支部考勤表\n序号,姓名,2026年3月5日主题党日\n1,张三,√\n2,李四,√\n4,王五,√\n5,张伟(大),√\n6,张伟(小),√\n".into(),
        ),
        StudyTwice => one("第一支部2026年3月学习积分\n姓名,积分\n张三,20\n李四,30\n张三,40\n".into()),
        BlankAmount => one("第一支部2026年3月学习积分\n姓名,积分\n张三,20\n李四,\n王五,40\n".into()),
        OnlyAway => one("第一支部请假登记表\n日期,会议,姓名,请假原因\n2026-03-05,党员大会,李四,病假\n".into()),
        NotInStudy => one(
            "第一支部2026年3月学习积分\n姓名,积分\n张三,20\n李四,30\n王五,40\n张伟(大),10\n".into(),
        ),
        NearHeading => vec![(
            "第三支部.csv",
            "第三支部党员花名册\n姓名,性别,入党时间,转正时,党员类别\n周七,男,2010-05-01,2011-05-01,正式党员\n吴八,女,2011-05-01,2012-05-01,正式党员\n".into(),
        )],
        UnheadedColumn => vec![(
            "第三支部.csv",
            "第三支部党员花名册\n姓名,入党时间,,党员类别\n周七,2010-05-01,书记,正式党员\n吴八,2011-05-01,组织委员,正式党员\n".into(),
        )],
        TwoColumns => vec![(
            "第三支部.csv",
            "第三支部党员花名册\n姓名,入党时间,入党日期,党员类别\n周七,2010-05-01,2011-05-01,正式党员\n吴八,2011-05-01,2011-05,正式党员\n".into(),
        )],
        BlankField => roster(
            "周七,男,,1980-01-01,2010-05-01,正式党员\n吴八,男,,1980-01-01,2010-05-01,正式党员\n郑九,男,,1980-01-01,2010-05-01,正式党员\n王十,男,,1980-01-01,2010-05-01,正式党员\n冯一,男,,1980-01-01,,正式党员",
        ),
        BlankColumn => vec![(
            "第三支部.csv",
            "第三支部党员花名册\n姓名,入党时间,党员类别\n周七,,正式党员\n吴八,,正式党员\n".into(),
        )],
        NoJoined => vec![(
            "第三支部.csv",
            "第三支部党员花名册\n姓名,转正时间,党员类别\n周七,2011-05-01,正式党员\n吴八,2012-05-01,正式党员\n".into(),
        )],
        EitherDay => vec![(
            "第三支部.csv",
            "第三支部党员花名册\n姓名,正式入党时间,党员类别\n周七,2011-05-01,正式党员\n吴八,2012-05-01,正式党员\n".into(),
        )],
        LongProbation => {
            [roster("周七,男,,1980-01-01,2010-05-01,预备党员"), one(sheet(day, "张三,√"))].concat()
        }
        NameRemark => roster("周七（注1）,男,,1980-01-01,2010-05-01,正式党员"),
        OddGroup => vec![(
            "第三支部.csv",
            "第三支部党员花名册\n姓名,入党时间,党小组\n周七,2010-05-01,第一党小组\n吴八,2010-05-01,第一党小组\n郑九,2010-05-01,第一党小组\n王十,2010-05-01,第二党小组\n".into(),
        )],
        BlankCell => vec![(
            "学习计划.csv",
            "2026年学习计划\n月份,学习内容,学时\n1月,党章,2\n2月,条例,\n3月,准则,2\n4月,公报,2\n".into(),
        )],
        OddBranch => vec![(
            "名册.csv",
            "党员花名册\n姓名,所在支部,入党时间\n周七,第三支部,2010-05-01\n吴八,第三支部,2010-05-01\n郑九,第二支部,2010-05-01\n王十,第工支部,2010-05-01\n".into(),
        )],
        NotOfTheMeeting => one(log("3月5日,党小组会（第一党小组）,学习,2,2,王五（病假）,无")),
        UnknownGroup => one(log("3月5日,党小组会（第三党小组）,学习,2,2,无,无")),
        GuessedTopic => one("第一支部2026年3月学时统计表\n姓名,合计学时数1\n张三,2\n李四,3\n".into()),
        StudyWithoutMonth => one("第一支部2026年学习积分统计表\n姓名,积分\n张三,20\n李四,30\n".into()),
        NearTopic => vec![
            ("计划.csv", "2026年学习计划\n月份,学习主题,学时\n3月,劳动合同法解读,2\n".into()),
            (
                "自学.csv",
                "第一支部2026年3月自学记录\n姓名,学习内容,学时\n张三,劳动合同法解渎,2\n李四,劳动合同法解读,2\n".into(),
            ),
        ],
        UnknownPost => vec![(
            "第三支部.csv",
            "第三支部党员花名册\n姓名,入党时间,党员类别,党内职务\n周七,2010-05-01,正式党员,书计\n".as_bytes().to_vec(),
        )],
        OddNumber => one(
            "第一支部2026年三会一课台账\n日期,会议类型,主题,应到,实到,学时\n3月5日,主题党日,学习,5,5,90\n".into(),
        ),
        ListedTwice => one(sheet(day, "张三,√\n李四,√\n张三,√\n王五,√\n张伟(大),√\n张伟(小),√")),
        NotListed => one(sheet(day, "张三,√\n李四,√\n张伟(大),√\n张伟(小),√")),
        UnknownMark => one(sheet(day, "张三,√\n李四,待定")),
        LostMark => vec![("考勤.csv", gbk(&sheet(day, "张三,?\n李四,?\n王五,病假")))],
        NoMarks => one("第一支部党课签到表\n时间：2026年3月5日\n序号,姓名\n1,张三\n2,李四\n".into()),
        NobodyTold => one("第一支部2026年三会一课台账\n日期,会议类型,主题\n3月5日,主题党日,植树\n".into()),
        MarkWithoutName => one(sheet(day, "张三,√\n,√\n李四,√")),
        UnknownMember => one(sheet(day, "张三,√\n李西,√")),
        LostCharacter => {
            let mut files =
                roster("龚䶮,男,,1980-01-01,2010-05-01,正式党员\n周七,男,,1980-01-01,2010-05-01,正式党员");
            files.push((
                "第三支部考勤.csv",
                gbk("第三支部考勤表\n姓名,2026年3月5日主题党日\n龚?,√\n周七,√\n"),
            ));
            files
        }
        OtherBranch => one(sheet(day, "张三,√\n赵六,√")),
        AmbiguousName => one(sheet(day, "张三,√\n张伟,√")),
        NoRoster => one(sheet(day, "张三,√\n李四,√").replace("第一支部", "第九支部")),
        UnknownBranch => one(sheet(day, "张三,√\n李四,√").replace("第一支部", "")),
        GuessedBranch => one(sheet(day, "张三,√\n李四,√\n王五,√").replace("第一支部", "")),
        DuplicateMember => {
            roster("周七,男,,1980-01-01,2010-05-01,正式党员\n周七,男,,1980-01-01,2010-05-01,正式党员")
        }
        TwoRosters => {
            let mut files = roster("周七,男,990101199101062449,,2010-05-01,正式党员");
            let text = "第四支部党员花名册\n姓名,身份证号,入党时间,党员类别\n周七,990101199101062449,2010-05-01,正式党员\n";
            files.push(("第四支部.csv", text.into()));
            files
        }
        Differs => vec![("第二支部补充.csv", SECOND.replace("正式党员", "预备党员").into_bytes())],
        BadId => roster("周七,女,990101199101062448,,2010-05-01,正式党员"),
        LostId => roster("周七,女,9.90101E+17,,2010-05-01,正式党员"),
        IdMismatch => roster("周七,男,990101199101062449,,2010-05-01,正式党员"),
        JoinedTooYoung => roster("周七,女,,1999-01-01,2010-05-01,正式党员"),
        UnknownValue => roster("周七,女,,1980-01-01,2010-05-01,不详"),
        BadNumber => {
            one("第一支部2026年3月自学记录\n姓名,学习内容,学时\n张三,党章,两三个\n李四,党章,2\n".into())
        }
        StruckOut => vec![("第二支部.xlsx", workbook(false, true))],
        CountMismatch => one(log("3月5日,主题党日,学习,6,5,无,无")),
        WrongTotal => one(log("3月5日,主题党日,学习,6,6,无,无\n3月12日,党课,学习,6,6,无,无\n合计,,,13,12,,")),
        Unrecorded => one(sheet(day, "张三,√\n李四,")),
        Conflict => vec![
            ("考勤.csv", sheet(day, "张三,√\n李四,√").into_bytes()),
            ("台账.csv", log("3月5日,主题党日,学习,5,4,无,李四").into_bytes()),
        ],
        NearSession => vec![
            (
                "考勤.csv",
                "第一支部2026年考勤\n姓名,3月5日主题党日,3月12日党课\n张三,√,√\n李四,√,√\n王五,√,√\n张伟(大),√,√\n张伟(小),√,√\n".into(),
            ),
            ("台账.csv", log("3月5日,主题党日,学习,5,5,无,无\n3月13日,党课,党章,5,5,无,无").into_bytes()),
        ],
        NearHost => vec![
            (
                "第三支部.csv",
                "第三支部党员花名册\n姓名,入党时间,党员类别\n周大海,2010-05-01,正式党员\n".into(),
            ),
            (
                "台账.csv",
                "第三支部2026年三会一课台账\n日期,会议类型,主持人,应到,实到,缺席人员\n3月5日,主题党日,周大梅,1,1,无\n".into(),
            ),
        ],
        VagueSession => vec![
            (
                "考勤.csv",
                "第一支部2026年考勤\n姓名,3月5日主题党日,3月12日主题党日\n张三,√,√\n李四,√,√\n".into(),
            ),
            ("汇总.csv", "第一支部2026年考勤\n姓名,3月主题党日\n张三,√\n李四,√\n".into()),
        ],
        NoGroup => one(log("3月5日,党小组会,学习,2,1,李四（病假）,无")),
        Coloured => one(sheet(day, "张三,√\n李四,√\n注：黄色为请假，标红的未到")),
        UnnamedAway => one(log("3月5日,主题党日,学习,5,5,无,无\n3月12日,党课,学习,5,4,无,无")),
        UntoldSession => one(log("3月5日,主题党日,学习,5,5,无,无\n3月12日,党课,因雨取消,,,,\n3月19日,党课,改期,,,,\n3月26日,党课,学习,5,5,无,无")),
        UnplacedNote => one(
            "第一支部2026年3月考勤\n姓名,3月5日主题党日,3月12日党课\n张三,√,√\n李四,缺席,缺席\n备注：李四借调县委组织部。\n".into(),
        ),
        ExtraCharacters => one(log("3月5日,主题党日,学习,5,5,按规定履行了手续的同志若干,无")),
        NotAMember => vec![(
            "名册.csv",
            "第一支部党员花名册\n姓名,入党时间,党员类别\n张三,2010-05-01,正式党员\n李四,,入党积极分子\n".into(),
        )],
        NotedAsLeft => vec![(
            "第三支部.csv",
            "第三支部党员花名册\n姓名,入党时间,党员类别,备注\n周七,2010-05-01,正式党员,已转出\n".into(),
        )],
        UndatedArrival => vec![(
            "转入.csv",
            "第一支部2026年转入党员名单\n姓名,性别,原单位\n周七,男,教育局\n".into(),
        )],
        UnsureMove => vec![(
            "转接.csv",
            "2026年党员转接登记\n姓名,原支部,现支部,转接时间\n周七,外县甲支部,外县乙支部,3月5日\n".into(),
        )],
        NearValue => one("第一支部2026年3月自学记录\n姓名,学习内容,学时,学习形式\n张三,党章,2,集中学习\n李四,党章,2,集中学习\n王五,党章,2,集中学习\n张伟(大),党章,2,集中学刁\n".into()),
        SeveralTopics => vec![(
            "学习计划.csv",
            "2026年学习计划\n月份,学习主题,学时\n3月,1.学习党章；2.学习条例,2\n".as_bytes().to_vec(),
        )],
        MergedTopic => vec![("计划.xlsx", merged_topic())],
        AssumedSign => one(sheet(day, "张三,√\n李四,○")),
        OtherLegend => vec![
            ("二月.csv", sheet(&day.replace("3月5日", "2月5日"), "张三,√\n李四,○\n注：○缺席").into()),
            ("三月.csv", sheet(day, "张三,√\n李四,○").into()),
        ],
        TwoSigns => one(sheet(day, "张三,√\n李四,√\n王五,●")),
        LoneSuffix => one(sheet(day, "张三（1）,√\n李四,√")),
        UnnamedBranch => vec![
            ("花名册.csv", ROSTER.replace("第一支部", "").into_bytes()),
            ("第二支部.csv", "物品,数量\n纸,3\n".into()),
        ],
        NotOnPost => vec![(
            "第三支部.csv",
            "第三支部党员花名册\n姓名,入党时间,是否在职\n周七,2010-05-01,是\n吴八,2010-05-01,否\n郑九,2010-05-01,否\n".into(),
        )],
        TellingComment => vec![("第二支部.xlsx", noted("病假，有假条"))],
        Comment => vec![("第二支部.xlsx", noted("2026年起用新表"))],
        StruckCell => vec![("台账.xlsx", struck_words(false))],
        StruckWords => vec![("台账.xlsx", struck_words(true))],
        SpanOfMonths => one("2026年学习计划\n月份,学习主题,学时\n1-3月,党章,2\n4月,条例,2\n".into()),
        RareCharacter => vec![
            ("计划.csv", "2026年学习计划\n月份,学习主题,学时\n3月,党章\u{f0123},2\n".into()),
            ("考勤.csv", sheet(day, "张三,√\n李四,√").into()),
        ],
        TwiceInSheet => {
            one("第一支部2026年考勤表\n姓名,3月5日上午主题党日,3月5日下午主题党日\n张三,√,√\n李四,√,√\n"
                .into())
        }
        Doubtful => one(log("3月5日,主题党日,学习,5,4,无,李四因为家里来了客人所以没来开会")),
        CarriedDown => {
            one(log("3月5日,主题党日,学习,5,5,无,无\n3月12日,,学习,5,5,无,无\n3月19日,党课,学习,5,5,无,无"))
        }
        CarriedColumn => one(log("3月5日,主题党日,学习,5,5,无,无\n3月12日,,学习,5,5,无,无")),
        OwnWords => one(log("3月5日,主题党日,学习,5,4,无,李四（到上海出差谈判）")),
        NothingRead => {
            one("第一支部2026年3月自学记录\n姓名,学习内容,学时,备注\n张三,,,另报\n李四,,,另报\n".into())
        }
        NoMembers => vec![
            ("花名册.csv", "物品,数量\n纸,3\n".into()),
            ("第二支部.csv", "物品,数量\n纸,3\n".into()),
            ("考勤.csv", sheet(day, "张三,√\n李四,√").into()),
        ],
        BadSettings => vec![("taizhang.toml", "单位 = 清河\n".into())],
    }
}

#[test]
fn every_issue_has_its_smallest_book_and_its_text() {
    let mut said = String::new();
    for &code in Code::ALL {
        let dir = tempfile::tempdir().unwrap();
        let rosters =
            [("花名册.csv", ROSTER.as_bytes().to_vec()), ("第二支部.csv", SECOND.as_bytes().to_vec())];
        for (path, bytes) in rosters.into_iter().chain(files(code)) {
            std::fs::write(dir.path().join(path), bytes).unwrap();
        }
        let out = dir.path().join("台账报告");
        // What a chart lacks, only those who draw one can know.
        let (command, data) =
            if code == Code::RareCharacter { ("run", out.join("数据")) } else { ("facts", out.clone()) };
        taizhang().arg(command).arg(dir.path()).arg("--out").arg(&out).assert().success();
        let name = code.entry().code;
        let text = texts(&data, name);
        assert!(!text.is_empty(), "{name} was not raised");
        said += &format!("{name}\n{text}");
    }
    insta::assert_snapshot!(said);
}

fn texts(out: &Path, code: &str) -> String {
    let issues = table(&out.join("issues.csv"));
    let of = issues.iter().filter(|i| i["code"] == code);
    of.map(|i| {
        let place = ["file", "sheet", "cell"]
            .map(|k| i[k].as_str())
            .into_iter()
            .filter(|t| !t.is_empty())
            .collect::<Vec<_>>();
        format!("  {} {}\n    {}\n    {}\n", i["severity"], place.join(" › "), i["message"], i["hint"])
    })
    .collect()
}
