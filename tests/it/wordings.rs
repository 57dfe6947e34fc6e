//! The same books in other words say the same.

use std::path::Path;

use proptest::prelude::*;
use taizhang::ledger::{Ledger, Status};
use taizhang::reading::mark::LeaveType;
use taizhang::workspace;

use super::support::folder;

const NAMES: [&str; 5] = ["赵文博", "钱进", "孙丽华", "李思远", "周海燕"];

/// One of several wordings, by its place among them, however many there are.
fn pick<'w>(wordings: &[&'w str], choice: usize) -> &'w str {
    wordings[choice % wordings.len()]
}

/// Headings that mean the same. The first of each the vocabulary lists; of the others it knows the words only.
const NAME: &[&str] = &["姓名", "签到党员姓名", "参会人员名称", "参加会议人员姓名", "出席会议党员"];
const JOINED: &[&str] = &["入党时间", "加入党组织的具体日期", "支部大会通过的时间", "批准入党年月日"];
const STANDING: &[&str] = &["党员类别", "是正式还是预备", "党员的具体类别"];
const POST: &[&str] = &["党内职务", "在支部担任职务", "党支部内所任职务", "目前支部内职务"];
const DATE: &[&str] = &["日期", "会议举行日期", "活动开展的时间", "召开会议的具体日期"];
const KIND: &[&str] = &["会议类型", "组织生活会议类型", "会议活动的种类", "会议（活动）名目"];
const TOPIC: &[&str] = &["主题", "会议讨论事项", "研究的主要议题", "会议学习内容"];
const DUE: &[&str] = &["应到人数", "应参加会议总人数", "应当到会党员数"];
const CAME: &[&str] = &["实到人数", "实际参加会议人数", "签到的总人数"];
const ON_LEAVE: &[&str] = &["请假人员", "会议请假党员姓名", "告假人员及事由"];
const ABSENT: &[&str] = &["缺席人员", "未能到会的人员", "没有参会党员"];
const MARK: &[&str] = &["签到情况", "到会与否", "是否出席会议", "参加会议情况"];

/// Marks that mean the same.
const PRESENT: &[&str] = &["√", "按时到场", "全程参加会议", "线上参会"];
const LATE: &[&str] = &["迟到", "中途才到", "会议开始后到"];
const SICK: &[&str] = &["病假", "因病住院请假", "去医院复查", "身体不适未到"];
const PERSONAL: &[&str] = &["事假", "家里老人生病", "送孩子上学", "参加婚礼请假"];
const OFFICIAL: &[&str] = &["公假", "县委开会", "参加市里会议", "在乡镇挂职"];
const AWAY: &[&str] = &["缺席", "没有来开会", "擅自不到会", "未请假也未到"];

const STATUSES: [(Status, &[&str]); 6] = [
    (Status::Present, PRESENT),
    (Status::Late, LATE),
    (Status::Leave(Some(LeaveType::Sick)), SICK),
    (Status::Leave(Some(LeaveType::Personal)), PERSONAL),
    (Status::Leave(Some(LeaveType::Official)), OFFICIAL),
    (Status::Absent, AWAY),
];

/// How each word of the books is worded, and what everybody did at two meetings.
#[derive(Debug, Clone)]
struct Written {
    headings: Vec<usize>,
    marks: Vec<usize>,
    statuses: Vec<usize>,
}

fn written() -> impl Strategy<Value = Written> {
    let choices = |length| prop::collection::vec(0..60usize, length);
    (choices(14), choices(2 * NAMES.len()), prop::collection::vec(0..STATUSES.len(), 2 * NAMES.len()))
        .prop_map(|(headings, marks, statuses)| Written { headings, marks, statuses })
}

impl Written {
    fn heading(&self, which: usize, wordings: &[&'static str]) -> &'static str {
        pick(wordings, self.headings[which])
    }

    fn status(&self, meeting: usize, member: usize) -> (Status, &'static str) {
        let place = meeting * NAMES.len() + member;
        let (status, wordings) = STATUSES[self.statuses[place]];
        (status, pick(wordings, self.marks[place]))
    }

    fn roster(&self) -> String {
        let posts = ["书记", "组织委员", "宣传委员", "", ""];
        let rows: String = NAMES
            .iter()
            .zip(posts)
            .map(|(name, post)| format!("{name},2010-05-01,正式党员,{post}\n"))
            .collect();
        let heads = [self.heading(1, JOINED), self.heading(2, STANDING), self.heading(3, POST)].join(",");
        format!("第一支部党员花名册\n{},{heads}\n{rows}", self.heading(0, NAME))
    }

    /// One row one person at the first meeting.
    fn list(&self) -> String {
        let row = |(i, name): (usize, &&str)| format!("2026-03-05,主题党日,{name},{}\n", self.status(0, i).1);
        let rows: String = NAMES.iter().enumerate().map(row).collect();
        let heads =
            [self.heading(4, DATE), self.heading(5, KIND), self.heading(6, NAME), self.heading(7, MARK)];
        format!("第一支部签到明细\n{}\n{rows}", heads.join(","))
    }

    /// The second meeting as a row of a log, beside one to which all came.
    fn log(&self) -> String {
        let named = |wanted: fn(Status) -> bool| -> String {
            let people = NAMES.iter().enumerate().filter(|(i, _)| wanted(self.status(1, *i).0));
            people
                .map(|(i, name)| format!("{name}（{}）", self.status(1, i).1))
                .collect::<Vec<_>>()
                .join("、")
        };
        let on_leave = named(|status| matches!(status, Status::Leave(_)));
        let absent = named(|status| status == Status::Absent);
        let came = (0..NAMES.len())
            .filter(|i| matches!(self.status(1, *i).0, Status::Present | Status::Late))
            .count();
        let heads = [
            self.heading(8, DATE),
            self.heading(9, KIND),
            self.heading(10, TOPIC),
            self.heading(11, DUE),
            self.heading(12, CAME),
            self.heading(13, ON_LEAVE),
            self.heading(0, ABSENT),
        ];
        format!(
            "第一支部2026年三会一课台账\n{}\n2026-03-12,党课,学习党章总纲,5,{came},{on_leave},{absent}\n2026-03-19,党员大会,学习党员权利,5,5,,\n",
            heads.join(","),
        )
    }
}

/// What the ledger has of a day: everybody with their status.
fn on(ledger: &Ledger, day: &str) -> Vec<(String, Status)> {
    let is_of_day = |session: usize| ledger.sessions[session].when.to_string() == day;
    let rows = ledger.attendance.iter().filter(|a| is_of_day(a.session));
    let mut all: Vec<(String, Status)> =
        rows.map(|a| (ledger.members[a.member].name.clone(), a.status)).collect();
    all.sort_by_key(|(name, _)| NAMES.iter().position(|known| known == name));
    all
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn the_same_in_other_words(written in written()) {
        let (roster, list, log) = (written.roster(), written.list(), written.log());
        let dir = folder(&[("花名册.csv", &roster), ("签到.csv", &list), ("台账.csv", &log)]);
        let workspace = workspace::open(Path::new(dir.path()), None, &|_, _| ()).unwrap();
        let ledger = &workspace.ledger;
        let books = format!("{roster}\n{list}\n{log}\n{:#?}", ledger.issues);
        let expected = |meeting: usize| -> Vec<(String, Status)> {
            NAMES.iter().enumerate().map(|(i, name)| (name.to_string(), written.status(meeting, i).0)).collect()
        };
        prop_assert_eq!(on(ledger, "2026-03-05"), expected(0), "{}", &books);
        // Who came late a log does not say.
        let of_log = expected(1).into_iter().map(|(name, status)| match status {
            Status::Late => (name, Status::Present),
            status => (name, status),
        });
        prop_assert_eq!(on(ledger, "2026-03-12"), of_log.collect::<Vec<_>>(), "{}", &books);
        prop_assert_eq!(on(ledger, "2026-03-19").len(), NAMES.len(), "{}", &books);
        let posts: Vec<&str> = ledger.members.iter().map(|m| m.post.as_str()).collect();
        prop_assert_eq!(posts, ["书记", "组织委员", "宣传委员", "", ""], "{}", &books);
        prop_assert!(ledger.members.iter().all(|m| m.joined.is_some() && m.status.is_some()), "{}", &books);
    }
}
