//! Which layout a table has: told by the concepts in its header and, where they leave it open, by its title.
//!
//! [`RULES`] is the whole of it, from the most telling combination to the least; the first that applies is
//! taken, and `taizhang inspect` shows its reason.

use std::collections::BTreeSet;

use super::content;
use super::context::Context;
use super::evidence;
use super::groups;
use super::infer;
use super::kind_grid;
use super::log;
use super::mark;
use super::moves::Moves;
use super::name_rows;
use super::named_roll::WHO_CAME;
use super::outline::{Column, Row, Table};
use super::plan_grid;
use super::record::TableKind;
use super::study_grid;
use super::view::{View, counts_in};
use crate::text::{is_nothing, number, squash};
use crate::vocabulary::Concept::{self, *};
use crate::vocabulary::{EvidenceKind, Kind, TitleWord};

/// What is to be seen of a table.
struct Clues<'a> {
    view: &'a View<'a>,
    table: &'a Table,
    context: &'a Context,
    /// The nearest titles, the sheet's name and the file's, without whose they are.
    titles: Vec<String>,
}

struct Rule {
    kind: TableKind,
    because: &'static str,
    applies: fn(&Clues) -> bool,
}

const fn rule(kind: TableKind, because: &'static str, applies: fn(&Clues) -> bool) -> Rule {
    Rule { kind, because, applies }
}

const ABOUT_PEOPLE: [Concept; 8] = [IdNumber, Gender, Birth, Joined, Confirmed, Standing, Post, Phone];
const OF_A_PARTY: [Concept; 5] = [Joined, Confirmed, Standing, Post, Group];

const RULES: [Rule; 30] = [
    rule(TableKind::Evidence, "标题写明是佐证材料，表里没有考勤", |c| {
        c.evidence().is_some()
            && c.any(&[Name, Branch, Attendees])
            && !c.has(Mark)
            && c.sessions() == 0
            && !c.titled(TitleWord::SignIn)
    }),
    rule(TableKind::Evidence, "标题写明是志愿服务，各列是月份，格里是时长", |c| {
        c.evidence() == Some(EvidenceKind::Volunteering)
            && c.names_people()
            && (c.titled(TitleWord::ServiceHours) || c.has(Hours))
            && !evidence::dated_amounts(c.view, c.table).is_empty()
    }),
    rule(TableKind::Groups, "一行一个党小组，写着组员", |c| groups::is_one(c.table)),
    rule(TableKind::Foreign, "标题写明是别的事情，表里没有会议类别", |c| {
        let is_roster = c.titled(TitleWord::Roster) && c.any(&ABOUT_PEOPLE);
        c.titled(TitleWord::Foreign) && !c.names_a_kind() && !is_roster
    }),
    rule(TableKind::Foreign, "标题写明是会前的通知或议程，表里没有谁到谁没到", |c| {
        is_notice(c.view, c.context) && !c.has(Mark) && c.sessions() == 0 && c.count(&WHO_CAME) == 0
    }),
    rule(
        TableKind::StudyGrid,
        "一行一人，各列是月份或主题，标题写明学时或积分",
        |c| {
            c.names_people()
                && study_grid::unit(c.view, c.table, &c.titles)
                    .is_some_and(|unit| !study_grid::columns(c.view, c.table, unit).is_empty())
                && !c.any(&[Topic, IdNumber, Joined])
                && c.amounts_are_sums()
                && !c.table.columns.iter().any(|col| col.concepts.contains(&Mark) && !col.by_content)
        },
    ),
    rule(TableKind::Matrix, "一行一人，各列是会议", |c| {
        c.names_people() && c.sessions() > 0 && c.count(&ABOUT_PEOPLE) < 4
    }),
    rule(TableKind::Roster, "一行一人，写明转入还是转出，或从哪里到哪里", |c| {
        c.names_people() && Moves::of(c.view, c.table).is_some_and(|moves| moves.is_of_rows())
    }),
    rule(TableKind::LongList, "一行是一人的一次会议", |c| {
        c.names_people()
            && c.tells_days()
            && c.any(&[Mark, Kind])
            && !c.any(&[IdNumber, Joined, Left, Arrived])
    }),
    rule(TableKind::SignIn, "一行一人，标题写明是签到，上面写着哪一天", |c| {
        c.names_people()
            && c.titled(TitleWord::SignIn)
            && c.has(Mark)
            && c.context.tells_day(c.view)
            && !c.any(&[Date, Month, IdNumber, Joined, Topic, Kind])
    }),
    rule(TableKind::StudyRecords, "一行是一人的学时或积分", |c| {
        c.names_people()
            && (c.has(Hours) || c.has(Points) && !study_grid::is_of_conduct(c.view, &c.titles))
            && !c.any(&[IdNumber, Joined])
    }),
    rule(TableKind::Roster, "一行一人，有身份证号、入党时间等", |c| {
        c.names_people() && c.any(&[IdNumber, Joined, Confirmed, Left, Arrived]) && c.is_of_the_party()
    }),
    rule(TableKind::Roster, "一行一人，有两项以上党员信息", |c| {
        let told = c.count(&ABOUT_PEOPLE) + c.count(&[Group, Department, Branch]);
        let signs = c.table.columns.iter().any(|col| col.concepts.first() == Some(&Mark));
        c.names_people() && told >= 2 && !signs && c.is_of_the_party() && !c.titled(TitleWord::SignIn)
    }),
    rule(TableKind::Roster, "一行一人，写明党内职务，没有哪一天", |c| {
        c.names_people()
            && c.has(Post)
            && !c.any(&[Mark, Date])
            && c.context.date(c.view).is_none()
            && !c.titled(TitleWord::SignIn)
    }),
    rule(TableKind::SignIn, "一行一人，标题写明会议", |c| {
        // 签领 over signatures is of a meeting only if something says that there was one.
        let marks = c.table.columns.iter().any(|col| col.concepts.contains(&Mark) && !col.by_content);
        let is_marked = marks || c.has(Mark) && c.titled(TitleWord::SignIn);
        c.names_people() && (is_marked || c.signs_for_names() || c.names_a_session())
    }),
    rule(TableKind::Roster, "名单，标题写明是党员", |c| {
        c.names_people()
            && (c.count(&ABOUT_PEOPLE) + c.count(&[Group, Department, Branch]) >= 1
                || c.titled(TitleWord::Roster) && c.lists_people())
            && c.is_of_the_party()
    }),
    rule(TableKind::Unknown, "一行一人，但看不出是什么", |c| c.names_people()),
    rule(TableKind::LongList, "表上面写着姓名，一行是他的一次会议", |c| {
        c.is_of_one_person() && c.tells_days() && c.is_of_meetings()
    }),
    rule(TableKind::StudyRecords, "表上面写着姓名，一行是他的一次学习", |c| {
        c.is_of_one_person()
            && c.any(&[Date, Month, Topic])
            && c.any(&[Hours, Points, Topic])
            && !c.is_of_meetings()
            && c.count(&WHO_CAME) == 0
    }),
    rule(TableKind::PlanGrid, "标题写明是计划，一边是月份，格里是主题", |c| {
        c.titled(TitleWord::Plan) && plan_grid::is_one(c.view, c.table)
    }),
    rule(TableKind::Plan, "标题写明是计划，表里没有谁到谁没到", |c| {
        c.titled(TitleWord::Plan)
            && c.has(Topic)
            && c.any(&[Month, Date])
            && !c.any(&[Due, Came, DueAndCame, OnLeave, Absent, Absentees, LateList, Mark])
    }),
    rule(TableKind::KindGrid, "按会议类别，一格里写着哪天开的、谁到谁没到", |c| {
        kind_grid::is_one(c.view, c.table)
    }),
    rule(TableKind::Transposed, "一行一次会议，各列是人，格里是记号", |c| {
        let are_marked = || {
            content::people_marked(c.view, c.table) >= 3
                || !content::people_of_one_list(c.view, c.table).is_empty()
        };
        c.any(&[Date, Kind, Month]) && are_marked() && !c.counts_study()
    }),
    rule(TableKind::Log, "一行一次会议，写明谁到谁没到", |c| {
        c.has(Date) && (c.tells_who_came() || c.tells_in_prose())
            || c.has(Kind) && c.count(&WHO_CAME) > 1
            || c.has(Month) && c.names_a_kind() && c.is_of_meetings_held()
    }),
    rule(TableKind::Transposed, "一行一次会议，各列是人", |c| {
        // 内容提要 could be somebody, but not beside 学时 with nothing marked below.
        let is_of_study = c.any(&[StudyCategory, Hours, Form, Audience]);
        let is_marked = || content::people_marked(c.view, c.table) >= 1;
        c.any(&[Date, Kind, Month])
            && c.people_across() >= 2
            && content::any_marked(c.view, c.table)
            && (!is_of_study || is_marked())
            && !c.counts_study()
    }),
    rule(TableKind::Plan, "一行一个主题，有月份和类别", |c| {
        c.may_be_planned()
            && c.any(&[Month, Date])
            && c.count(&[StudyCategory, Hours, Form, Audience]) > 0
            && !c.is_done()
            && !c.names_meetings()
    }),
    rule(TableKind::Plan, "一行一个主题，月份在上面", |c| {
        c.may_be_planned()
            && c.count(&[StudyCategory, Hours, Form, Audience]) > 0
            && !c.has(Kind)
            && c.tells_months()
            && !c.is_done()
    }),
    rule(TableKind::Log, "一行一次会议", |c| {
        c.has(Date) && c.has(Kind) && c.any(&[Topic, Host, Place, Mark])
    }),
    rule(TableKind::Plan, "一行一个主题，有月份", |c| {
        c.may_be_planned() && c.has(Month) && !c.is_done()
    }),
    rule(TableKind::Unknown, "表头看不出是什么", |_| true),
];

/// The layout of a table, and why.
pub fn choose(view: &View, table: &Table, context: &Context) -> (TableKind, &'static str) {
    if let Some(kind) = view.pin.and_then(|p| p.kind) {
        return (kind, "taizhang.toml 里指定的");
    }
    // 社会保险中心支部 and 计划财务科支部 speak of neither insurance nor plans.
    let names = view.vocabulary.branch_names();
    let titles = context.naming().iter().map(|title| names.without_units(title)).collect();
    let clues = Clues { view, table, context, titles };
    let rule = RULES.iter().find(|r| (r.applies)(&clues));
    rule.map_or((TableKind::Unknown, ""), |r| (r.kind, r.because))
}

impl Clues<'_> {
    fn has(&self, concept: Concept) -> bool {
        self.table.has(concept)
    }

    fn count(&self, concepts: &[Concept]) -> usize {
        concepts.iter().filter(|c| self.has(**c)).count()
    }

    fn any(&self, concepts: &[Concept]) -> bool {
        self.count(concepts) > 0
    }

    fn sessions(&self) -> usize {
        self.table.sessions().count()
    }

    fn titled(&self, word: TitleWord) -> bool {
        self.titles.iter().any(|t| self.view.vocabulary.title_says(t, word))
    }

    /// Titles that speak of hours or points of study, over numbers: 0 is no absence there.
    fn counts_study(&self) -> bool {
        let unit = study_grid::unit(self.view, self.table, &self.titles);
        let is_amount = |row: u32, col: u32| {
            number(self.view.text(row, col)).is_some_and(|number| number != 0.0 && number != 1.0)
        };
        let mut columns = self.table.columns.iter().filter(|c| c.concepts.is_empty());
        matches!(unit, Some(study_grid::Unit::Hours | study_grid::Unit::Points))
            && columns.any(|c| self.table.data().any(|row| is_amount(row, c.index)))
    }

    fn evidence(&self) -> Option<EvidenceKind> {
        evidence_kind(self.view, &self.titles)
    }

    /// Topics; not what was done as a service, or what was won.
    fn may_be_planned(&self) -> bool {
        self.has(Topic)
            && (self.evidence().is_none() || self.titled(TitleWord::Plan))
            && !self.has_kinds_across()
    }

    /// 支委会 | 党课, each over 时间 | 内容: what was held, a kind in some columns each.
    fn has_kinds_across(&self) -> bool {
        let kinds = |c: &Column| self.view.as_word(&c.heading).session(self.view.vocabulary).kinds.clone();
        let definite = self.table.columns.iter().flat_map(kinds).filter(|kind| !kind.is_vague());
        definite.collect::<BTreeSet<Kind>>().len() >= 2
    }

    /// A title such as 自学登记, where no other speaks of a plan; or a column of those who were not there, or of how people
    /// came, which no plan has.
    fn is_done(&self) -> bool {
        self.titled(TitleWord::Study) && !self.titled(TitleWord::Plan)
            || self.is_of_meetings_held()
            || self.has(Mark)
    }

    /// A column that says of most rows which meeting they are: 类别 over 党员大会 and 党课, and not over what is studied.
    fn names_meetings(&self) -> bool {
        let kinds = |row: &u32, col: u32| {
            self.view.word(*row, col).session(self.view.vocabulary).kinds.iter().any(|kind| !kind.is_vague())
        };
        let rows: Vec<u32> = self.table.data().collect();
        let names = |c: &&Column| rows.iter().filter(|row| kinds(row, c.index)).count() * 2 > rows.len();
        self.table.all(Kind).iter().any(names)
    }

    /// A column of those who came, who did not, or how many. 接待人 and 值班人 of a day were away from no meeting, unless
    /// something else says that there was one.
    fn tells_who_came(&self) -> bool {
        let is_telling = |c: &&Column| c.concepts.first() != Some(&Mark) && log::tells_who_came(self.view, c);
        let telling: Vec<&Column> = self.table.columns.iter().filter(is_telling).collect();
        let is_known = telling.iter().any(|c| !c.concepts.is_empty());
        let is_of_meetings =
            || self.names_a_kind() || self.any(&[Topic, Host, Place]) || self.titled(TitleWord::SignIn);
        is_known || telling.len() > 1 || telling.len() == 1 && is_of_meetings()
    }

    /// 参会情况 over prose: `应到8人，实到7人，张三请假`.
    fn tells_in_prose(&self) -> bool {
        let view = self.view;
        let tells = |(row, col): (u32, u32)| {
            let is_mark = view.word(row, col).mark(view.vocabulary).is_some();
            let names_some = || name_rows::names_people(view, (row, col), mark::Mark::Absent);
            counts_in(view.text(row, col), view.vocabulary).is_some() || !is_mark && names_some()
        };
        let told = |c: &&Column| {
            let said: Vec<u32> =
                self.table.data().filter(|row| !is_nothing(self.view.text(*row, c.index))).collect();
            !said.is_empty() && said.iter().filter(|row| tells((**row, c.index))).count() * 2 >= said.len()
        };
        self.table.all(Mark).iter().any(told)
    }

    /// A column of those who did not come, or of how many came.
    fn is_of_meetings_held(&self) -> bool {
        self.any(&[Came, DueAndCame, OnLeave, Absent, Absentees, LateList])
    }

    /// `姓名：张三` stands above the table.
    fn is_of_one_person(&self) -> bool {
        let name = self.context.label(Name).map(|name| squash(&name.value));
        !self.has(Name) && name.is_some_and(|name| self.view.is_person(&name))
    }

    /// A column of marks, or of kinds of meetings and none of hours.
    fn is_of_meetings(&self) -> bool {
        let kinds = self.table.columns.iter().any(|c| c.concepts.first() == Some(&Kind));
        let amounts = self.any(&[Hours, Points]);
        (self.has(Mark) || kinds) && !amounts && self.count(&WHO_CAME) == 0
    }

    /// Columns of hours or points hold the sums of a grid and nothing else.
    fn amounts_are_sums(&self) -> bool {
        let amounts = [Hours, Points].into_iter().flat_map(|c| self.table.all(c));
        amounts.into_iter().all(|column| study_grid::is_sum(self.view, self.table, column, &self.titles))
    }

    /// A column of people, one a row: not 参学人员 beside 缺学人员, of whom each row has several.
    fn names_people(&self) -> bool {
        let of_several =
            |c: &&Column| c.concepts.contains(&Attendees) && self.any(&[OnLeave, Absent, Absentees]);
        let names = self.table.all(Name);
        names.iter().any(|c| !of_several(c)) || self.signs_for_names()
    }

    /// People stand below a heading for names, not beside it as on a card.
    fn lists_people(&self) -> bool {
        let is_person = |row: u32, col: u32| self.view.word(row, col).is_person(self.view.vocabulary);
        self.table.all(Name).iter().any(|c| self.table.data().any(|row| is_person(row, c.index)))
    }

    /// Names stand only as signatures.
    fn signs_for_names(&self) -> bool {
        let signed = |row| {
            self.table.all(Mark).iter().any(|c| self.view.word(row, c.index).is_person(self.view.vocabulary))
        };
        !self.has(Name) && self.has(Mark) && self.table.data().take(5).any(signed)
    }

    /// A list of names is a roster only where something says that they are members.
    fn is_of_the_party(&self) -> bool {
        self.any(&OF_A_PARTY)
            || self.titled(TitleWord::Roster)
            || self.titled(TitleWord::MovedIn)
            || self.titled(TitleWord::MovedOut)
    }

    fn names_a_kind(&self) -> bool {
        // 走访慰问 may be an activity where a list of those who came says so.
        let kinds = self.context.kinds_and_group(self.view).0;
        let is_kind = |kind: &Kind| *kind != Kind::Other || self.titled(TitleWord::SignIn);
        self.has(Kind) || self.table.sessions().any(|(_, s)| !s.kinds.is_empty()) || kinds.iter().any(is_kind)
    }

    fn names_a_session(&self) -> bool {
        let kinds = self.context.kinds_and_group(self.view).0;
        // 党小组名单 is of no meeting.
        let is_of_groups = kinds == [Kind::GroupMeeting] && self.has(Group) && !self.has(Mark);
        // 学习笔记检查 without a day is no meeting.
        let is_definite = kinds.iter().any(|kind| !kind.is_vague()) || self.titled(TitleWord::SignIn);
        self.context.date(self.view).is_some() || !kinds.is_empty() && is_definite && !is_of_groups
    }

    /// Rows between the data, or the sheet's own titles, name months.
    fn tells_months(&self) -> bool {
        let around = self.context.around();
        let is_month =
            |row: &Row| matches!(row, Row::Section(_, text) if crate::when::parse(text, around).is_ok());
        self.table.rows.iter().any(is_month) || around.year.is_some() && around.month.is_some()
    }

    /// A column of dates, and not only of when in the day somebody signed.
    fn tells_days(&self) -> bool {
        infer::tells_days(self.view, self.table)
    }

    fn people(&self) -> impl Iterator<Item = &Column> {
        let is_person = |c: &&Column| c.concepts.is_empty() && self.view.is_person(&c.label);
        self.table.columns.iter().filter(is_person)
    }

    /// People across, below whom nobody's name stands: 会员 could be somebody, but not over a list of people.
    fn people_across(&self) -> usize {
        let is_person = |row: u32, col: u32| self.view.word(row, col).is_person(self.view.vocabulary);
        let heads_people =
            |c: &&Column| self.table.data().filter(|row| is_person(*row, c.index)).count() >= 2;
        self.people().filter(|c| !heads_people(c)).count()
    }
}

/// Whether a title right above a table or a form says that it was written before the meeting.
pub fn is_notice(view: &View, context: &Context) -> bool {
    context.of_the_session().iter().any(|title| view.vocabulary.is_notice(&squash(&title.value)))
}

/// The kind of evidence that the titles name, the nearest first.
pub fn evidence_kind(view: &View, titles: &[String]) -> Option<EvidenceKind> {
    titles.iter().find_map(|t| view.vocabulary.evidence_in(t))
}
