//! What prose says, as branches write it.

use super::super::mark::LeaveType::*;
use super::*;
use proptest::prelude::*;

fn shown(text: &str, plain: Mark) -> String {
    let prose = parse(text, plain, Vocabulary::built_in());
    let mut out: Vec<String> =
        prose.named.iter().map(|n| format!("{}{}", n.name, n.mark.chinese())).collect();
    out.extend(prose.unread.iter().map(|u| format!("?{u}")));
    out.join(" ")
}

/// What the first clause says of how many is of all, where no other clause says it of its own.
#[test]
fn how_many_are_not_named() {
    for (text, expected) in [
        ("缺3人，张三，病假；李四，事假；王五，出差", 0),
        ("缺3人，张三，病假；李四，事假", 1),
        ("病假2人：张三；事假1人：李四", 1),
        ("张三等2人", 1),
    ] {
        let prose = parse(text, Mark::Leave(None), Vocabulary::built_in());
        assert_eq!(prose.unnamed, expected, "{text}");
    }
}

#[test]
fn who_was_away_and_why() {
    let leave = Mark::Leave(None);
    for (text, plain, expected) in [
        ("张三（出差）、李四（病假）", leave, "张三公假 李四病假"),
        // What says whose somebody is, items, and labels with a space before them.
        ("组织委员张三、办公室李四病假", Mark::Absent, "张三病假 李四病假"),
        ("张三（病假）、李四（出差）请假", Mark::Absent, "张三病假 李四公假"),
        ("张三（病假）请假", leave, "张三病假"),
        ("张三病假（住院）", leave, "张三病假"),
        ("张三请假（家里装修）", leave, "张三事假"),
        ("实到8人，其中张三迟到", Mark::Absent, "张三迟到"),
        ("张三（就业科）、李四（组织委员）", Mark::Absent, "张三缺席 李四缺席"),
        ("张三（组织委员）因病", Mark::Absent, "张三病假"),
        ("（1）张三（病假）（2）李四（事假）", leave, "张三病假 李四事假"),
        ("1、张三（病假）2、李四", leave, "张三病假 李四请假"),
        ("请假：张三  缺席：李四", Mark::Absent, "张三请假 李四缺席"),
        ("病假：张三；出差：李四、王五", leave, "张三病假 李四公假 王五公假"),
        ("1.张三2.李四（病假）3.王五", Mark::Absent, "张三缺席 李四病假 王五缺席"),
        ("书记张三，委员李四", Mark::Absent, "张三缺席 李四缺席"),
        ("张三 √ 李四 ×", Mark::Present, "张三出席 李四缺席"),
        // Of all of them, and nobody is named.
        ("全体请假", leave, "?全体请假"),
        ("其余人员缺席", Mark::Absent, "?其余人员缺席"),
        ("除张三外均请假", leave, "?除张三外均请假"),
        ("未到齐", leave, "?未到齐"),
        ("全部没有缺席", Mark::Absent, ""),
        ("未有人缺席", Mark::Absent, ""),
        ("没有一人到会", Mark::Absent, "?没有一人到会"),
        ("病假人员情况：张三", Mark::Absent, "张三病假"),
        ("无请假", leave, ""),
        ("无（全部到会）", leave, ""),
        // A heading that runs on to the first name; words about each of those who are counted.
        ("病假张三、李四，事假曾静明", leave, "张三病假 李四病假 曾静明事假"),
        ("请假张三，缺席李四", Mark::Absent, "张三请假 李四缺席"),
        ("张三、李四等2人（张三病假、李四出差）", Mark::Absent, "张三病假 李四公假"),
        ("缺席1人，张三，病假", Mark::Absent, "张三病假"),
        ("缺3人，张三，病假；李四，事假；王五，家中有事", leave, "张三病假 李四事假 王五事假"),
        ("张三“病假”、李四“出差”", leave, "张三病假 李四公假"),
        ("张三（病假、李四（事假", leave, "张三病假 李四事假"),
        ("张三\\李四、王 小 五", Mark::Absent, "张三缺席 李四缺席 王小五缺席"),
        ("病假：张三，出差：李四", leave, "张三病假 李四公假"),
        ("张三、李四", Mark::Absent, "张三缺席 李四缺席"),
        ("张三 李四  王五", Mark::Absent, "张三缺席 李四缺席 王五缺席"),
        ("张  三、李　四", leave, "张三请假 李四请假"),
        ("张三因病请假，李四出差", leave, "张三病假 李四公假"),
        ("张三 病假", leave, "张三病假"),
        ("张伟（大）（因病）、张伟(小)", leave, "张伟(大)病假 张伟(小)请假"),
        ("古丽娜尔·吐尔逊（家中有事）", leave, "古丽娜尔·吐尔逊事假"),
        ("张三（接孩子放学）", leave, "张三请假"),
        ("张三（病假）、李四", Mark::Absent, "张三病假 李四缺席"),
        ("无", leave, ""),
        ("/", leave, ""),
        ("全部到会", leave, ""),
        ("张三\n李四", leave, "张三请假 李四请假"),
        ("请假2人：张三、李四", leave, "张三请假 李四请假"),
        ("第一组：张三、李四（病假）；第二党小组：王五", Mark::Present, "张三出席 李四病假 王五出席"),
        ("办公室：张三（出差）\n就业科：李四", leave, "张三公假 李四请假"),
        ("全勤", Mark::Absent, ""),
        ("1.张三（住院）\n2.李四（去市里开会）", Mark::Absent, "张三病假 李四公假"),
        ("会议由支部书记主持召开", leave, "?会议由支部书记主持召开"),
        // Everybody but.
        ("除张三（病假）外，全部到会", Mark::Absent, "张三病假"),
        ("除李海燕同志因病请假外，其余党员全部参加", Mark::Absent, "李海燕病假"),
        ("张三、李四请假，其他全部到会", Mark::Absent, "张三请假 李四请假"),
        ("无缺席人员", Mark::Absent, ""),
        ("除张三外全体党员", Mark::Present, "张三缺席"),
        ("除张三因病、李四请假外，其余全部参加", Mark::Present, "张三病假 李四请假"),
        ("全体党员（张三请假、李四因公出差）", Mark::Present, "张三请假 李四公假"),
        ("全体党员（8人）", Mark::Present, ""),
        ("全体党员（张三、李四）", Mark::Present, "?全体党员(张三、李四)"),
        ("2人：张三（病假）、李四", leave, "张三病假 李四请假"),
        ("1人，张三", Mark::Absent, "张三缺席"),
        ("2名（张三、李四）", leave, "张三请假 李四请假"),
        ("没到", Mark::Absent, "?没到"),
        // What is said of several.
        ("张三、李四2人请假", Mark::Absent, "张三请假 李四请假"),
        ("张三，李四均因公出差", leave, "张三公假 李四公假"),
        ("张三及李四（均出差）", leave, "张三公假 李四公假"),
        ("张三 李四（均出差）", Mark::Absent, "张三公假 李四公假"),
        ("张三，李四 王五等3人（出差）", Mark::Absent, "张三公假 李四公假 王五公假"),
        ("张三、李四（2人都是病假）", Mark::Absent, "张三病假 李四病假"),
        ("张三 李四 以上均请事假", Mark::Absent, "张三事假 李四事假"),
        ("张三\n李四\n（以上人员均病假）", Mark::Absent, "张三病假 李四病假"),
        ("张三；李四（均为病假）", Mark::Absent, "张三病假 李四病假"),
        ("张三、李四（出差）", leave, "张三请假 李四公假"),
        ("张三，李四出差", Mark::Absent, "张三缺席 李四公假"),
        ("张三等2人", Mark::Absent, "张三缺席"),
        ("张三，多人病假", Mark::Absent, "张三缺席 ?多人"),
        ("张三、李四等同志", Mark::Absent, "张三缺席 李四缺席 ?李四等"),
        // What heads those who follow.
        ("请假：无；缺席：李四", Mark::Absent, "李四缺席"),
        ("病假（张三）、事假2人（李四、王五）", leave, "张三病假 李四事假 王五事假"),
        ("（出差）张三、李四", leave, "张三公假 李四公假"),
        ("病假\n张三\n事假\n李四", Mark::Absent, "张三病假 李四事假"),
        ("张三\n病假\n李四\n事假", Mark::Absent, "张三病假 李四事假"),
        ("应到9人，实到7人，请假2人：张三（病假）、李四", leave, "张三病假 李四请假"),
        ("请假2人，张三、李四", Mark::Absent, "张三请假 李四请假"),
        ("病假", Mark::Absent, "?病假"),
        ("病假：  事假：", Mark::Absent, ""),
        // One person each.
        ("张三同志〔病〕、李四-出差、王五：事假", leave, "张三病假 李四公假 王五事假"),
        ("张三因住院未能参加", Mark::Absent, "张三病假"),
        ("张三同志因公出差，已请假。", Mark::Absent, "张三公假"),
        ("张三（病假），请假；李四", leave, "张三病假 李四请假"),
        ("张三、\n李四（病假）", leave, "张三请假 李四病假"),
        ("李和平、王建和", leave, "李和平请假 王建和请假"),
        ("张三（在省委党校学习）", Mark::Absent, "张三公假"),
        ("张三（到上海出差谈判）", Mark::Absent, "张三请假"),
        ("张三（去参加会议）、李四（因参加其它会议）", Mark::Absent, "张三公假 李四公假"),
        ("张三（出差）李四（病假）王五", leave, "张三公假 李四病假 王五请假"),
        ("张伟（大）（出差）李四（未参加）", Mark::Absent, "张伟(大)公假 李四缺席"),
        ("张三（一组）病假", Mark::Absent, "张三病假"),
        ("张三出差（下乡）、李四请假（接孩子）", Mark::Absent, "张三公假 李四请假"),
        ("张伟（大）病假、张伟（小）", leave, "张伟(大)病假 张伟(小)请假"),
        ("病假2人（张伟（大）、李四）", leave, "张伟(大)病假 李四病假"),
        ("张三（见附件）", Mark::Absent, "张三缺席"),
        ("刘建均病假、古丽·阿不都", leave, "刘建均病假 古丽·阿不都请假"),
        ("请假：张三；缺席：李四", leave, "张三请假 李四缺席"),
        ("张三、李四（早退）", Mark::Late, "张三迟到 李四早退"),
    ] {
        assert_eq!(shown(text, plain), expected, "{text}");
    }
    let _ = (Sick, Personal, Official);
}

#[test]
fn more_away_than_named() {
    let leave = Mark::Leave(None);
    for (text, plain, unnamed) in [
        ("1人请假", leave, 1),
        ("两人因公请假", leave, 2),
        ("有1名党员缺席", Mark::Absent, 1),
        ("张三等2人", Mark::Absent, 1),
        ("第二党小组全体", Mark::Absent, 1),
        ("多人请假", leave, 1),
        ("张三、多人请假", leave, 1),
        ("病假", Mark::Absent, 1),
        ("全部缺席", Mark::Absent, 1),
        ("无人到会", Mark::Absent, 1),
        ("均未到", Mark::Absent, 1),
        ("仅张三到会", Mark::Absent, 1),
        ("见附件", Mark::Absent, 1),
        ("张三、李四等3人（出差）", Mark::Absent, 1),
        ("请假2人：张三", leave, 1),
        ("病假1人，事假2人", leave, 3),
        ("请假2人：张三、李四；缺席1人", leave, 1),
        // As many as are named, or none at all.
        ("请假2人：张三、李四", leave, 0),
        ("请假2人\n张三\n李四", leave, 0),
        ("张三、李四等2人", Mark::Absent, 0),
        ("张三\n李四\n共2人", Mark::Absent, 0),
        ("病假1人：张三；事假1人：李四。共2人", leave, 0),
        ("缺席2人，其中病假1人（张三），事假1人（李四）", Mark::Absent, 0),
        ("应到9人，实到7人，请假2人：张三（病假）、李四", leave, 0),
        ("除张三外，其余8人全部参加", Mark::Absent, 0),
        ("张三（陪2位老人看病）", leave, 0),
        ("应到8人，实到8人", Mark::Absent, 0),
        ("0人", leave, 0),
        ("张三等8人", Mark::Present, 0),
    ] {
        assert_eq!(parse(text, plain, Vocabulary::built_in()).unnamed, unnamed, "{text}");
    }
}

#[test]
fn more_came_than_named() {
    let said = |text| parse(text, Mark::Present, Vocabulary::built_in()).came;
    for (text, came) in [
        ("张三等8人", 8),
        ("张三、李四等十名党员", 10),
        ("张三、李四", 0),
        ("张三、李四，共2人", 0),
        ("全体党员", 0),
        ("请假：王五等2人", 0),
    ] {
        assert_eq!(said(text), came, "{text}");
    }
}

proptest! {
    #[test]
    fn no_text_panics(text in "\\PC{0,40}") {
        let _ = parse(&text, Mark::Leave(None), Vocabulary::built_in());
    }
}
