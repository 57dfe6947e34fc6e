//! What surrounds a table: titles, labels, the names of sheet, file and folders.

use std::collections::BTreeSet;

use super::labels::{Label, label_pairs, labels_among_others, pairs_among_others};
use super::legend;
use super::record::BranchHint;
use super::view::{Line, View};
use crate::address::{Address, Cited};
use crate::text::{Text, is_nothing, squash};
use crate::vocabulary::{Concept, Kind};
use crate::when::{self, Around, Fault, When};

/// The names around a book: file and folders, innermost first.
#[derive(Debug, Clone, Default)]
pub struct Names {
    pub file: String,
    pub folders: Vec<String>,
}

/// Titles and labels of one table, with what lies further out.
#[derive(Debug, Clone)]
pub struct Context {
    /// The table's own, then those of the sheet above it.
    titles: Vec<Cited<Text>>,
    /// How many of them, at the end, are of the table above: each of its own that a table has stands for one of those.
    of_another: usize,
    labels: Vec<Label>,
    outer: Vec<Text>,
    around: Around,
}

/// The one whose sheet it is, named by the sheet and by a title: 张三同志参加组织生活情况 on the sheet 张三.
fn owner(view: &View, titles: &[Cited<Text>]) -> Option<Label> {
    let name = squash(&view.sheet.name);
    // 台账 is no one, though it could be somebody's name and stands in a title.
    let title = titles.iter().find(|title| view.vocabulary.listed().is_of(&title.value, &name))?;
    view.is_person(&name).then(|| Label {
        name: Concept::Name.chinese().into(),
        left: title.at.col,
        concepts: vec![Concept::Name],
        value: Cited::new(name, title.at),
    })
}

impl Context {
    /// Reads the rows above a table. `earlier` are the titles of the sheet above them, which still hold.
    pub fn read(
        view: &View,
        rows: impl Iterator<Item = u32>,
        names: &Names,
        earlier: &[Cited<Text>],
    ) -> Context {
        let (mut titles, mut labels): (Vec<Cited<Text>>, Vec<Label>) = (Vec::new(), Vec::new());
        for row in rows {
            let pairs = label_pairs(view, row);
            if !pairs.is_empty() {
                labels.extend(pairs);
                continue;
            }
            // `2026年3月考勤 说明：1-出席，2-请假` is a title with a legend behind it.
            if let [cell] = view.filled(row)
                && let Some((title, _)) = legend::behind_title(view.tidy(row, cell.col), view.vocabulary)
            {
                titles.push(Cited::new(squash(title).into(), view.at(row, cell.col)));
                continue;
            }
            let found = labels_among_others(view, row);
            // What stands after a label and its value is another, known or not, and no title.
            let last = pairs_among_others(view, row).first().map_or(u32::MAX, |first| first.value.at.col);
            let is_read =
                |col: u32| col > last || found.iter().any(|l| l.left == col || l.value.at.col == col);
            if matches!(view.line(row), Line::Single(_) | Line::Cells) {
                let others = view.filled(row).iter().filter(|cell| !is_read(cell.col));
                titles.extend(others.map(|cell| Cited::new(cell.text.clone(), view.at(row, cell.col))));
            }
            // `单位：学时` says in what the numbers are.
            let is_unit = |label: &&Label| {
                let means = view.heading(&squash(&label.value.value));
                means.iter().any(|c| matches!(c, Concept::Hours | Concept::Points))
            };
            let units =
                found.iter().filter(is_unit).map(|l| Cited::new(l.value.value.as_str().into(), l.value.at));
            titles.extend(units);
            labels.extend(found);
        }
        if !labels.iter().any(|label| label.concepts.contains(&Concept::Name)) {
            labels.extend(owner(view, &titles));
        }
        let of_another = titles.len().min(earlier.len());
        titles.extend(earlier.iter().cloned());
        let outer: Vec<Text> = [&view.sheet.name, &names.file]
            .into_iter()
            .chain(&names.folders)
            .map(|name| name.as_str().into())
            .collect();
        // `会议名称：2026年3月主题党日` is a title in a cell of its own.
        let named = labels.iter().filter(|label| label.concepts.contains(&Concept::Kind));
        let texts =
            titles.iter().map(|t: &Cited<Text>| &*t.value).chain(named.map(|l| l.value.value.as_str()));
        let around = texts
            .chain(outer.iter().map(|name| &**name))
            .fold(Around::default(), |known, text| known.or(view.as_word(text).around()));
        Context { titles, of_another, labels, outer, around }
    }

    /// The forms beside each other, which have the same labels: `会议时间 | 3月5日 | | 会议时间 | 3月12日`. Gives each with the
    /// column of its values; the context alone where there is but one.
    pub fn side_by_side(self) -> Vec<(Context, u32)> {
        let starts = self.starts_beside();
        if starts.len() >= 2 {
            let ends = starts.iter().skip(1).copied().chain([u32::MAX]);
            return starts.iter().zip(ends).filter_map(|(start, end)| self.between(*start, end)).collect();
        }
        let values = self.label(Concept::Date).map_or(0, |label| label.at.col);
        vec![(self, values)]
    }

    /// The columns in which forms beside each other begin: that of the first label, and those in which it comes again with
    /// another below it.
    fn starts_beside(&self) -> Vec<u32> {
        let labels = || self.labels.iter().filter(|label| !label.is_inline());
        let Some(first) = labels().next() else { return Vec::new() };
        let others: BTreeSet<&str> =
            labels().map(|l| &*l.name).filter(|name| *name != &*first.name).collect();
        let goes_on = |left: u32| {
            let mut here = labels().filter(|l| l.left == left && l.value.at.row != first.value.at.row);
            here.any(|l| others.contains(&*l.name))
        };
        let again = labels().filter(|l| l.name == first.name && l.value.at.row == first.value.at.row);
        again.map(|l| l.left).filter(|left| goes_on(*left)).collect()
    }

    /// The form between two columns, and the column of its values; none without a value.
    fn between(&self, start: u32, end: u32) -> Option<(Context, u32)> {
        let is_within = |col: u32| (start..end).contains(&col);
        let labels: Vec<Label> = self.labels.iter().filter(|l| is_within(l.left)).cloned().collect();
        let (own, of_another) = self.titles.split_at(self.titles.len() - self.of_another);
        // A title alone in its row is of all.
        let is_alone = |at: Address| own.iter().filter(|other| other.at.row == at.row).count() == 1;
        let own = own.iter().filter(|title| is_within(title.at.col) || is_alone(title.at));
        let titles = own.chain(of_another).cloned().collect();
        let values = labels.first()?.value.at.col;
        Some((Context { titles, labels, ..self.clone() }, values))
    }

    /// The titles that may say what a table's session is: not those that say it of the table above.
    pub fn of_the_session(&self) -> &[Cited<Text>] {
        &self.titles[..self.titles.len() - self.of_another]
    }

    pub fn titles(&self) -> &[Cited<Text>] {
        &self.titles
    }

    /// The texts that may name what a table is: its titles, the sheet's name, the file's.
    pub fn naming(&self) -> Vec<String> {
        let titles = self.titles.iter().map(|t| t.value.to_string());
        titles.chain(self.outer.iter().take(2).map(|t| squash(t))).collect()
    }

    pub fn label(&self, concept: Concept) -> Option<&Cited<String>> {
        self.labelled(concept).next().map(|l| &l.value)
    }

    /// The labels of a concept whose value is filled in.
    pub fn labelled(&self, concept: Concept) -> impl Iterator<Item = &Label> {
        let is_told = move |l: &&Label| l.concepts.contains(&concept) && !is_nothing(&l.value.value);
        self.labels.iter().filter(is_told)
    }

    /// Labels in the order in which they stand.
    pub fn labels(&self) -> &[Label] {
        &self.labels
    }

    /// The year and the month known here, the nearest text first.
    pub fn around(&self) -> Around {
        self.around
    }

    /// The month that the table's own titles give to all that is below them.
    pub fn month_titled(&self, view: &View) -> Option<u32> {
        // A day is of one session: `第1次：2026年3月5日`.
        let of_all =
            |title: &&Cited<Text>| !view.as_word(&title.value).date().is_some_and(|date| date.is_day());
        self.of_the_session()
            .iter()
            .filter(of_all)
            .find_map(|title| view.as_word(&title.value).around().month)
    }

    /// Where the branch may be named, nearest first.
    pub fn branch(&self) -> Vec<BranchHint> {
        let label = self.label(Concept::Branch).map(|l| BranchHint::Title(l.value.as_str().into()));
        let titles = self.titles.iter().map(|t| BranchHint::Title(t.value.clone()));
        label.into_iter().chain(titles).chain(self.outer.iter().cloned().map(BranchHint::Title)).collect()
    }

    /// The kinds and the group that the titles name, the nearest first; then the sheet's and the file's name.
    pub fn kinds_and_group(&self, view: &View) -> (Vec<Kind>, String) {
        let texts = self
            .label(Concept::Kind)
            .map(|label| label.value.as_str())
            .into_iter()
            .chain(self.of_the_session().iter().map(|title| &*title.value))
            .chain(self.outer.iter().take(2).map(|name| &**name));
        let (mut kinds, mut by_group, mut group) = (Vec::new(), false, String::new());
        // 警示教育 among the words of a label says less than 支委会 in a title.
        let mut is_weak = false;
        if let Some(labelled) = self.label(Concept::Group) {
            group = labelled.value.clone();
        }
        for text in texts {
            let word = view.as_word(text);
            let part = word.session(view.vocabulary);
            // 第二党小组 under the title of a theme day says whose list it is.
            let is_definite = part.kinds.iter().any(|kind| !kind.is_vague());
            if kinds.is_empty()
                || by_group && !part.by_group && !part.kinds.is_empty()
                || is_weak && is_definite
            {
                kinds.clone_from(&part.kinds);
                by_group = part.by_group;
                is_weak = !is_definite && !part.rest.is_empty();
            }
            if group.is_empty() {
                group.clone_from(&part.group);
            }
        }
        // 会议主题：第一支部3月党员大会, as meetings on the net are called.
        if kinds.is_empty()
            && let Some(topic) = self.label(Concept::Topic)
        {
            let word = view.as_word(&topic.value);
            let said = word.session(view.vocabulary);
            let ends_with_kind = word.text.starts_with(&*said.rest);
            if ends_with_kind && said.kinds.iter().any(|kind| !kind.is_vague()) {
                kinds.clone_from(&said.kinds);
            }
        }
        (kinds, group)
    }

    /// Whether a label or a title of the table's own gives a day.
    pub fn tells_day(&self, view: &View) -> bool {
        self.label(Concept::Date).is_some()
            || self.of_the_session().iter().any(|title| view.as_word(&title.value).date().is_some())
    }

    /// The date that a label gives, or else a title, the sheet's name or the file's.
    pub fn date(&self, view: &View) -> Option<(Result<When, Fault>, Address)> {
        let around = self.around();
        if let Some(label) = self.label(Concept::Date) {
            let at = label.at;
            let value = view.sheet.value(at.row, at.col);
            let when = match value {
                crate::book::Value::Date(day) => Ok(When::Day(*day)),
                crate::book::Value::Number(number) => when::from_number(*number, around),
                _ if when::names_two_days(&label.value) => Err(Fault::TwoWays),
                _ => match when::find(&label.value, around) {
                    Some(found) => found.when,
                    None => when::parse(&label.value, around),
                },
            };
            return Some((when, at));
        }
        let title = self.of_the_session().iter().find_map(|t| {
            let word = view.as_word(&t.value);
            let found = word.date()?;
            // `党员大会：3月5日；党课：3月12日` gives no one day.
            if when::names_two_days(&t.value) {
                return Some((Err(Fault::TwoWays), t.at));
            }
            // `2026年3月未参加主题党日人员名单（3月5日）`
            let when = match found.when(around) {
                Ok(When::Month(_)) => day_in_brackets(&t.value, around).unwrap_or(found.when(around)),
                when => when,
            };
            matches!(when, Ok(When::Day(_)) | Err(Fault::Impossible)).then_some((when, t.at))
        });
        // `会议：3月党员大会（2026.3.12）`
        let labelled = || {
            let named = self.labelled(Concept::Kind).chain(self.labelled(Concept::Topic));
            named.filter(|label| !when::names_two_days(&label.value.value)).find_map(|label| {
                let when = day_in_brackets(&label.value.value, around)?;
                Some((when, label.value.at))
            })
        };
        title.or_else(labelled).or_else(|| {
            self.outer.iter().take(2).find_map(|name| {
                let when = view.as_word(name).date()?.when(around);
                matches!(when, Ok(When::Day(_))).then_some((when, view.at(0, 0)))
            })
        })
    }
}

/// The day in the brackets that end a title.
fn day_in_brackets(title: &str, around: Around) -> Option<Result<When, Fault>> {
    let (_, inside) = title.strip_suffix([')', '）'])?.rsplit_once(['(', '（'])?;
    let when = when::find(inside, around)?.when;
    matches!(when, Ok(When::Day(_)) | Err(Fault::Impossible)).then_some(when)
}
