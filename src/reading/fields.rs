//! Single fields: dates, numbers, counts, each read or reported.

use super::duration;
use super::outline::{Column, Table};
use super::record::Reading;
use super::session_head;
use super::session_words::SessionWords;
use super::{Context, Sight};
use crate::address::{Address, Cited};
use crate::book::Value;
use crate::issue::{Code, Issue};
use crate::text::{Text, is_han, is_nothing, number, squash};
use crate::vocabulary::{Concept, Kind, without_brackets};
use crate::when::{self, Around, Fault, When};

/// The words for a date's fault, ending with what becomes of it (`then`, such as `这一行没有采用`).
pub fn fault_issue(fault: Fault, place: impl Into<crate::issue::Place>, text: &str, then: &str) -> Issue {
    match fault {
        Fault::NoYear => Issue::new(Code::NoYear, place, text, then),
        Fault::Impossible => Issue::new(Code::ImpossibleDate, place, text, then),
        Fault::NotADate => Issue::new(Code::UnknownDate, place, text, then),
        Fault::TwoWays => Issue::new(Code::UnknownDate, place, text, format!("可以读成两个日期，{then}")),
    }
}

/// More hours than anybody studies at one meeting, on one topic, or, by a study record, in a month.
const MOST_HOURS: f64 = 80.0;

/// No branch has so many members.
const MOST_PEOPLE: f64 = 1e6;

/// One row in so many at most may be left blank for the others to show that it was forgotten.
const FEW: usize = 4;

/// An amount is odd that is so many times what is usual in its column, where at least so many tell what is usual.
const TIMES: f64 = 20.0;
const ENOUGH: usize = 5;

impl Sight<'_> {
    /// The date in a cell; `None` where the cell is empty.
    pub fn date(&self, row: u32, col: u32, around: Around) -> Option<Result<When, Fault>> {
        let view = self.view;
        match view.sheet.seen(row, col) {
            Value::Empty => None,
            Value::Date(day) => Some(Ok(When::Day(*day))),
            Value::Number(number) => Some(when::from_number(*number, around)),
            Value::Text(text) if is_nothing(&squash(text)) => None,
            // Of which of the two, nobody can tell.
            Value::Text(text) if when::names_two_days(text) => Some(Err(Fault::TwoWays)),
            Value::Text(text) => Some(match when::parse(text, around) {
                // A date with words beside it is still a date: `2026年3月5日 三楼会议室`.
                Err(Fault::NotADate) => when::find(text, around)
                    .filter(|found| !found.is_broken())
                    .map_or(Err(Fault::NotADate), |found| found.when),
                other => other,
            }),
        }
    }

    /// Points out a session whose year is not the one that the titles or the file give.
    pub fn check_year(&self, when: When, row: u32, col: u32, reading: &mut Reading) {
        if let Some(year) = self.context.around().year.filter(|y| *y != when.month().year) {
            let text = self.view.seen(row, col);
            let detail = format!("与标题、文件名里的{year}年不一致");
            let issue = Issue::new(Code::OddDate, self.view.cell(row, col), text, detail);
            if !reading.issues.contains(&issue) {
                reading.issues.push(issue);
            }
        }
    }

    /// The date of a row's session. `None` where it has none that can be used, which is then reported; an empty
    /// cell is no fault in a row prepared for later, with nothing in it but its number.
    pub fn row_date(
        &self,
        table: &Table,
        row: u32,
        col: u32,
        around: Around,
        reading: &mut Reading,
    ) -> Option<When> {
        let view = self.view;
        let then = "这一行没有采用";
        // 3月 | 党员大会（5日）
        let day_of_kind = || {
            let kind = table.column(Concept::Kind).filter(|kind| kind.index != col)?;
            let said =
                view.seen_word(row, kind.index).date().filter(|date| date.is_day())?.when(around).ok()?;
            said.day().map(|_| said)
        };
        let said = match self.date(row, col, around) {
            Some(Ok(When::Month(month))) => {
                let day = day_of_kind().filter(|day| day.month() == month);
                Some(Ok(day.unwrap_or(When::Month(month))))
            }
            None if around.month.is_some() => day_of_kind().map(Ok),
            // 7主题党日活动 in a row of its own.
            Some(Err(Fault::NotADate)) if around.month.is_some() => {
                let rows = table.data().take(session_head::MOST_NUMBERED);
                let kinds = || rows.map(|row| view.text(row, col).into()).collect();
                let day = session_head::day_beside_kind(view, kinds, view.text(row, col));
                Some(day.map_or(Err(Fault::NotADate), |(day, _)| when::from_number(day.into(), around)))
            }
            said => said,
        };
        match said {
            Some(Ok(when)) => {
                self.check_year(when, row, col, reading);
                self.report_stray(row, col, &self.beside_date(row, col), when, reading);
                Some(when)
            }
            Some(Err(fault)) => {
                reading.issues.push(fault_issue(fault, view.cell(row, col), &view.seen(row, col), then));
                None
            }
            None => {
                let other = |c: &&Column| !c.concepts.contains(&Concept::Seq) && c.index != col;
                if table.columns.iter().filter(other).any(|c| !is_nothing(view.text(row, c.index))) {
                    reading.issues.push(Issue::new(Code::NoDate, view.cell(row, col), "", then));
                }
                None
            }
        }
    }

    /// The year and month that columns of years and months give for the other cells of their row.
    pub fn month_of_row(&self, table: &Table, row: u32, around: Around) -> Around {
        let col = |concept| table.column(concept).map(|c| c.index);
        let text = col(Concept::Year).map(|c| self.view.seen(row, c)).unwrap_or_default();
        let year =
            text.trim_end_matches(['年', '度']).parse().ok().filter(|year| (1949..=2100).contains(year));
        let around = if year.is_some() { Around { year, rolls_over: None, ..around } } else { around };
        let col = col(Concept::Month);
        let bare =
            col.and_then(|c| self.view.seen(row, c).parse().ok()).filter(|month| (1..=12).contains(month));
        if bare.is_some() {
            return Around { month: bare, ..around };
        }
        match col.and_then(|c| self.date(row, c, around)) {
            Some(Ok(when)) => Around::of(when.month().year, when.month().month),
            _ => around,
        }
    }

    /// Whether a cell holds a year and no more.
    pub fn is_bare_year(&self, row: u32, col: u32) -> bool {
        let text = self.view.seen(row, col);
        text.trim_end_matches('年').parse::<u32>().is_ok_and(|year| (1900..2100).contains(&year))
    }

    /// The one whose table it is, where his name stands above it and in none of its columns: `姓名：张三`.
    pub fn owner(&self, table: &Table) -> Option<Cited<Text>> {
        let label = self.context().label(Concept::Name).filter(|_| !table.has(Concept::Name))?;
        Some(Cited::new(squash(&label.value).into(), label.at))
    }

    /// Whether a row of somebody's own table comes after its header was printed again: the table of the next one, whose
    /// name was left out. Said so.
    pub fn is_of_the_next(&self, table: &Table, row: u32, reading: &mut Reading) -> bool {
        let Some(owner) = self.owner(table).filter(|_| table.is_reprinted_before(row)) else { return false };
        let place = self.view.cell(row, owner.at.col);
        reading.issues.push(Issue::new(Code::UnusedTable, place, "", "，上面没有写是谁的"));
        true
    }

    /// The columns of some concepts in which nearly all rows are filled in.
    pub fn nearly_full<'t>(&self, table: &'t Table, concepts: &[Concept]) -> Vec<&'t Column> {
        let is_full = |column: &&Column| {
            let blanks = table.data().filter(|row| self.view.seen_word(*row, column.index).text.is_empty());
            blanks.count() * FEW <= table.data().count()
        };
        concepts.iter().filter_map(|c| table.column(*c)).filter(is_full).collect()
    }

    /// The columns of some concepts in which all rows are filled in but one, of however few.
    pub fn full_but_for_one<'t>(&self, table: &'t Table, concepts: &[Concept]) -> Vec<&'t Column> {
        let blank = |row: &u32, column: &Column| self.view.seen_word(*row, column.index).text.is_empty();
        let lacks_one = |column: &&Column| table.data().filter(|row| blank(row, column)).nth(1).is_none();
        let columns = concepts.iter().filter_map(|c| table.column(*c)).filter(lacks_one);
        columns.filter(|_| table.data().nth(1).is_some()).collect()
    }

    /// Points out the cells of a row that were left blank in such columns.
    pub fn report_blanks(&self, row: u32, nearly_full: &[&Column], reading: &mut Reading) {
        for column in nearly_full {
            if self.view.seen_word(row, column.index).text.is_empty() {
                let place = self.view.cell(row, column.index);
                reading.issues.push(Issue::new(Code::BlankCell, place, &*column.label, ""));
            }
        }
    }

    /// What stands in a cell beside its date, brackets left out.
    fn beside_date(&self, row: u32, col: u32) -> String {
        match self.view.sheet.seen(row, col) {
            // Most dates are nothing but one.
            Value::Text(text) if !text.chars().all(|c| c.is_ascii_digit() || "-./年月日".contains(c)) => {
                let rest = when::find(text, Around::default()).map(|found| found.rest);
                without_brackets(&rest.unwrap_or_default())
            }
            _ => String::new(),
        }
    }

    /// A single character beside a date is most likely a slip of the pen, `7/1口`, and a question mark a doubt.
    fn report_stray(&self, row: u32, col: u32, beside: &str, when: When, reading: &mut Reading) {
        if beside.chars().count() == 1 && beside.chars().all(|c| is_han(c) || c == '?') {
            let odd = format!("里多了“{beside}”，按“{when}”采用");
            let place = self.view.cell(row, col);
            reading.issues.push(Issue::new(Code::OddDate, place, self.view.seen(row, col), odd));
        }
    }

    /// A date of a person's life: what cannot be used is reported, what is empty is none.
    pub fn life_date(
        &self,
        row: u32,
        col: u32,
        around: Around,
        reading: &mut Reading,
    ) -> Option<Cited<When>> {
        let mut found = self.date(row, col, around)?;
        let at = self.view.at(row, col);
        // Nothing is written beside such a date but words, as in 2018年12月转正.
        let beside = self.beside_date(row, col);
        if found.is_ok() && beside.contains(|c: char| c.is_ascii_digit()) {
            found = Err(Fault::NotADate);
        }
        match found {
            Ok(when) => {
                self.report_stray(row, col, &beside, when, reading);
                Some(Cited::new(when, at))
            }
            // A year alone is all that some rosters give; it is no date, and no fault.
            Err(Fault::NotADate) if self.is_bare_year(row, col) => None,
            Err(fault) => {
                reading.issues.push(fault_issue(
                    fault,
                    self.view.cell(row, col),
                    &self.view.seen(row, col),
                    "这一格没有采用",
                ));
                None
            }
        }
    }

    /// A number in a cell; an issue where there is something else, or less than nothing.
    pub fn number(&self, row: u32, col: u32, reading: &mut Reading) -> Option<f64> {
        self.number_such_that(|_| true, row, col, reading)
    }

    fn number_such_that(
        &self,
        is_right: impl Fn(f64) -> bool,
        row: u32,
        col: u32,
        reading: &mut Reading,
    ) -> Option<f64> {
        let value = self.view.sheet.seen(row, col);
        let text = value.text();
        let said = match value {
            Value::Number(n) => Some(*n),
            Value::Empty => return None,
            _ if is_nothing(&squash(&text)) => return None,
            _ => number(&text),
        };
        let found = said.filter(|n| *n >= 0.0 && is_right(*n));
        if found.is_none() {
            reading.issues.push(Issue::new(Code::BadNumber, self.view.cell(row, col), text, ""));
        }
        found
    }

    /// Hours of study; where the heading, the cell or a title says minutes, they are turned into hours.
    pub fn hours(&self, table: &Table, row: u32, col: u32, reading: &mut Reading) -> Option<f64> {
        let heading = table.columns.iter().find(|c| c.index == col).map_or("", |c| c.heading.as_str());
        let text = self.view.seen(row, col);
        let in_words = duration::hours(&text).filter(|_| number(&text).is_none());
        let hours = match in_words {
            Some(hours) => hours,
            None if self.in_minutes(&text, heading) => self.number(row, col, reading)? / 60.0,
            None => self.number(row, col, reading)?,
        };
        if hours > MOST_HOURS {
            let much = format!("合{}小时，太多了，照写的采用", crate::text::plain(hours));
            reading.issues.push(Issue::new(Code::OddNumber, self.view.cell(row, col), text, much));
        }
        Some(hours)
    }

    /// Whether a number of hours is one of minutes: `90分钟`, `时长（分钟）`, `单位：分钟`.
    pub fn in_minutes(&self, text: &str, heading: &str) -> bool {
        let said = |t: &str| t.contains("分钟") || t.ends_with("(分)");
        let titled = || self.context.titles().iter().any(|t| t.value.contains("分钟"));
        match (said(text), said(heading), text.contains("小时") || heading.contains("小时")) {
            (true, ..) | (_, true, _) => true,
            (_, _, true) => false,
            _ => titled(),
        }
    }

    /// Points of study; what says that it is a time is none.
    pub fn points(&self, row: u32, col: u32, reading: &mut Reading) -> Option<f64> {
        const TIMES: [&str; 2] = ["分钟", "小时"];
        let text = self.view.text(row, col);
        if TIMES.iter().any(|unit| text.contains(unit)) {
            reading.issues.push(Issue::new(Code::BadNumber, self.view.cell(row, col), text, ""));
            return None;
        }
        self.number(row, col, reading)
    }

    /// The amount above which one in a column is far from all others; `None` where these are too few to tell.
    pub fn far_above(&self, table: &Table, col: u32) -> Option<f64> {
        let amounts = table.data().filter_map(|row| number(self.view.text(row, col)));
        let mut amounts: Vec<f64> = amounts.filter(|amount| *amount > 0.0).collect();
        amounts.sort_by(f64::total_cmp);
        (amounts.len() >= ENOUGH).then(|| amounts[amounts.len() / 2] * TIMES)
    }

    /// A number of people.
    pub fn people(&self, row: u32, col: Option<u32>, reading: &mut Reading) -> Option<Cited<u32>> {
        let (col, is_count) = (col?, |n: f64| n.fract() == 0.0 && n < MOST_PEOPLE);
        let n = self.number_such_that(is_count, row, col, reading)?;
        Some(Cited::new(n as u32, self.view.at(row, col)))
    }

    /// How many were due and how many came: in columns of their own, or in one for both, `17/13`.
    pub fn due_and_came(
        &self,
        table: &Table,
        row: u32,
        reading: &mut Reading,
    ) -> (Option<Cited<u32>>, Option<Cited<u32>>) {
        let col = |concept| table.column(concept).map(|c| c.index);
        // `应到9人，实到8人` under 参会人数 says both.
        for col in [Concept::Due, Concept::Came].into_iter().filter_map(col) {
            if let (Some(due), Some(came)) =
                self.view.vocabulary.counted().due_and_came(&self.view.seen(row, col))
            {
                let at = self.view.at(row, col);
                return (Some(Cited::new(due, at)), Some(Cited::new(came, at)));
            }
        }
        let due = self.people(row, col(Concept::Due), reading);
        let came = self.people(row, col(Concept::Came), reading);
        let both = col(Concept::DueAndCame).filter(|&c| !is_nothing(&self.view.seen(row, c)));
        let Some(both) = both.filter(|_| due.is_none() && came.is_none()) else { return (due, came) };
        let text = self.view.seen(row, both);
        let digits = text.split(|c: char| !c.is_ascii_digit());
        let mut numbers: Vec<u32> = digits.filter_map(|n| n.parse().ok()).collect();
        // Whichever stands first, no more come than are due.
        numbers.sort_unstable();
        let [came, due] = numbers[..] else {
            reading.issues.push(Issue::new(Code::BadNumber, self.view.cell(row, both), text, ""));
            return (None, None);
        };
        let at = self.view.at(row, both);
        (Some(Cited::new(due, at)), Some(Cited::new(came, at)))
    }

    /// Kinds and group named in a text; `other` with a warning where it names none that is known.
    pub fn kinds(&self, text: &str, at: Address, reading: &mut Reading) -> (Vec<Kind>, String) {
        let words = SessionWords::read(text, self.view.vocabulary);
        if words.kinds.is_empty() && !is_nothing(text) {
            reading.issues.push(Issue::new(Code::UnknownKind, at, text, ""));
        }
        // 党员员大会暨主题党日: one of two is not understood.
        let is_unknown = |part: &&str| {
            part.chars().count() >= 2 && SessionWords::read(part, self.view.vocabulary).kinds.is_empty()
        };
        let known: Vec<&str> = words.kinds.iter().map(|kind| kind.chinese()).collect();
        if let Some(part) = text.split('暨').find(is_unknown).filter(|_| !known.is_empty()) {
            reading.issues.push(Issue::new(Code::KindInPart, at, part, known.join("暨")));
        }
        (if words.kinds.is_empty() { vec![Kind::Other] } else { words.kinds }, words.group)
    }

    /// The kinds of a row's session: those of its cell, or else those that the titles name; where neither names
    /// any, `other` with a warning at the row's date.
    pub fn kinds_of_row(
        &self,
        row: u32,
        col: Option<u32>,
        date_col: u32,
        reading: &mut Reading,
    ) -> (Vec<Kind>, String) {
        let text = col.map(|c| self.view.seen(row, c)).filter(|t| !is_nothing(t));
        if let (Some(text), Some(col)) = (text, col) {
            return self.kinds(&text, self.view.at(row, col), reading);
        }
        // `3月5日主题党日` in the date's own cell.
        let word = self.view.seen_word(row, date_col);
        let beside = word.session(self.view.vocabulary);
        if !beside.kinds.is_empty() {
            return (beside.kinds.clone(), beside.group.clone());
        }
        let (kinds, group) = self.context.kinds_and_group(self.view);
        if kinds.is_empty() {
            let date = self.view.seen(row, date_col);
            reading.issues.push(Issue::new(Code::UnknownKind, self.view.cell(row, date_col), date, ""));
            return (vec![Kind::Other], String::new());
        }
        (kinds, group)
    }

    /// The text of a field, empty for strokes and words for “nothing”.
    pub fn field(&self, row: u32, col: Option<u32>) -> String {
        let text = col.map(|c| self.view.seen(row, c)).unwrap_or_default();
        if is_nothing(&text) { String::new() } else { text.to_string() }
    }

    /// Who led the session of a row, as it is written.
    pub fn host(&self, row: u32, col: Option<u32>) -> Option<Cited<String>> {
        let at = self.view.at(row, col?);
        Some(Cited::new(self.field(row, col), at)).filter(|host| !host.value.is_empty())
    }

    /// Like [`Sight::field`], with the spaces that a person wrote between words.
    pub fn wording(&self, row: u32, col: Option<u32>) -> String {
        let text = col.map(|c| self.view.tidy(row, c)).unwrap_or_default();
        if is_nothing(&squash(text)) { String::new() } else { text.to_string() }
    }

    /// The topic of a row, without the day that stands before it where no other column has days.
    pub fn topic(&self, table: &Table, row: u32) -> String {
        let Some(column) = table.column(Concept::Topic) else { return String::new() };
        let behind = || self.view.seen_word(row, column.index).behind_its_day();
        match column.concepts.contains(&Concept::Date).then(behind).flatten() {
            Some(topic) => topic.to_string(),
            None => self.wording(row, Some(column.index)),
        }
    }

    pub fn context(&self) -> &Context {
        &self.context
    }
}
