//! Columns of kinds: of the sessions of a row, or of members.

use crate::reading::outline::{Column, Table};
use crate::reading::unheaded::mostly_different;
use crate::reading::view::View;
use crate::text::is_nothing;
use crate::vocabulary::Concept;

/// 会议事项 or 活动名称 over what the meetings were about, beside a column of nothing but kinds, is no kind.
pub(super) fn kinds(view: &View, table: &mut Table) {
    use Concept::{Kind, Topic};
    let data: Vec<u32> = table.data().collect();
    let kinds = |row: u32, col: u32| &view.word(row, col).session(view.vocabulary).kinds;
    // 参观 among the words of a topic is one as well.
    let names_kind = |row: u32, col: u32| kinds(row, col).iter().any(|kind| !kind.is_vague());
    let said = |col: u32| data.iter().copied().filter(move |row| !is_nothing(view.text(*row, col)));
    let every = |col: u32, is_kind: &dyn Fn(u32) -> bool| {
        let mut said = said(col).peekable();
        said.peek().is_some() && said.all(is_kind)
    };
    let is_headed = |c: &&Column| c.concepts.first() == Some(&Kind);
    let may_tell = |c: &&Column| c.concepts.is_empty() || is_headed(c);
    let columns = || table.columns.iter();
    if !columns().any(|c| is_headed(&c)) {
        return;
    }
    // Where every row names a kind; and where it does at least as its heading says.
    let sure = |c: &&Column| may_tell(c) && every(c.index, &|row| names_kind(row, c.index));
    let full = |c: &&Column| is_headed(c) && every(c.index, &|row| !kinds(row, c.index).is_empty());
    let sure: Vec<u32> = columns().filter(sure).map(|c| c.index).collect();
    let full: Vec<u32> = columns().filter(full).map(|c| c.index).collect();
    let is_topic = |c: &Column| {
        let beside = |others: &[u32]| !others.contains(&c.index) && !others.is_empty();
        let named = said(c.index).filter(|row| names_kind(*row, c.index)).count();
        is_headed(&c) && (beside(&sure) || beside(&full) && named * 2 < said(c.index).count())
    };
    let topics: Vec<u32> = columns().filter(|c| is_topic(c)).map(|c| c.index).collect();
    for column in table.columns.iter_mut().filter(|c| topics.contains(&c.index)) {
        column.concepts = vec![Topic];
    }
}

/// 类别 over nothing but kinds, beside months across, says of which kind the sessions of a row are.
pub(super) fn kinds_of_rows(view: &View, table: &mut Table) {
    use Concept::{Kind, Name, Seq};
    let is_bare =
        table.sessions().next().is_some() && table.sessions().all(|(_, head)| head.kinds.is_empty());
    if !is_bare || table.has(Kind) {
        return;
    }
    let data: Vec<u32> = table.data().collect();
    let names_kind = |row: u32, col: u32| {
        view.word(row, col).session(view.vocabulary).kinds.iter().any(|kind| !kind.is_vague())
    };
    let tells_kinds = |c: &&mut Column| {
        let mut said = data.iter().filter(|row| !is_nothing(view.text(**row, c.index))).peekable();
        c.session.is_none()
            && ![Name, Seq].iter().any(|other| c.concepts.contains(other))
            && said.peek().is_some()
            && said.all(|row| names_kind(*row, c.index))
    };
    if let Some(column) = table.columns.iter_mut().find(tells_kinds) {
        column.concepts = vec![Kind];
    }
}

/// 类型 over nothing but standings, beside what people have, says what members they are, not what meetings.
pub(super) fn standings(view: &View, table: &mut Table) {
    use Concept::{Form, Gender, IdNumber, Joined, Kind, Name, Standing, StudyCategory};
    let v = view.vocabulary;
    let of_people = [Name, IdNumber, Joined, Gender].into_iter().any(|c| table.has(c));
    let data: Vec<u32> = table.data().collect();
    let may_be =
        |c: &&mut Column| of_people && matches!(c.concepts.first(), Some(Kind | StudyCategory | Form));
    for column in table.columns.iter_mut().filter(may_be) {
        let mut said =
            data.iter().map(|row| view.text(*row, column.index)).filter(|text| !is_nothing(text)).peekable();
        let is_standing = |text: &str| v.status(text).is_some() || v.category(text).is_some();
        if said.peek().is_some() && said.all(is_standing) {
            column.concepts = vec![Standing];
        }
    }
}

/// 身份 over posts and over nothing that is a standing says what posts the members have.
pub(super) fn posts(view: &View, table: &mut Table) {
    use Concept::{Birth, Gender, IdNumber, Joined, Other, Post, Standing};
    let (v, has_posts) = (view.vocabulary, table.has(Post));
    let data: Vec<u32> = table.data().collect();
    for column in table.columns.iter_mut().filter(|c| c.concepts.first() == Some(&Standing) && !has_posts) {
        let said = data.iter().map(|row| view.text(*row, column.index)).filter(|text| !is_nothing(text));
        // 支部委员会会议 is a meeting.
        let is_post = |text: &&str| v.is_committee_post(text) && v.kinds_in(text).0.is_empty();
        let (posts, others): (Vec<&str>, Vec<&str>) = said.partition(is_post);
        // 党员 says that there is none, and is a standing as well.
        if !posts.is_empty() && others.iter().all(|text| v.post(text).is_empty()) {
            column.concepts = vec![Post];
        }
    }
    // 职务 alone is most often that of the office; over nothing but posts of a branch it is not.
    let is_member = |c: Concept| table.has(c);
    if table.has(Post) || ![Joined, IdNumber, Birth, Gender].into_iter().any(is_member) {
        return;
    }
    for column in table.columns.iter_mut().filter(|c| c.concepts == [Other] && v.may_head_posts(&c.label)) {
        let mut said = data
            .iter()
            .map(|row| view.text(*row, column.index))
            .filter(|text| !v.post(text).is_empty())
            .peekable();
        if said.peek().is_some() && said.all(|text| v.is_committee_post(text) && v.is_plain_post(text)) {
            (column.concepts, column.by_content) = (vec![Post], true);
        }
    }
}

/// 结果 over nothing but 优秀 and 合格 is that of an appraisal, and says of nobody whether he came.
pub(super) fn verdicts(view: &View, table: &mut Table) {
    let data: Vec<u32> = table.data().collect();
    let is_verdict = |row: &u32, col: u32| view.word(*row, col).heading(view.vocabulary) == [Concept::Tally];
    for column in table.columns.iter_mut().filter(|c| c.concepts.first() == Some(&Concept::Mark)) {
        let mut said = data.iter().filter(|row| !is_nothing(view.text(**row, column.index))).peekable();
        if said.peek().is_some() && said.all(|row| is_verdict(row, column.index)) {
            column.concepts = vec![Concept::Result];
        }
    }
}

/// Of two columns of topics the one that says the same again and again sorts the topics of the other.
pub(super) fn categories(view: &View, table: &mut Table) {
    use Concept::{StudyCategory, Topic};
    if table.all(Topic).len() != 2 || table.has(StudyCategory) {
        return;
    }
    let data: Vec<u32> = table.data().collect();
    let said = |col: u32| data.iter().map(move |row| view.text(*row, col)).filter(|text| !is_nothing(text));
    let is_different = |col: u32| mostly_different(said(col));
    let (sorts, topics): (Vec<u32>, Vec<u32>) = table
        .all(Topic)
        .iter()
        .map(|c| c.index)
        .partition(|col| said(*col).count() >= 4 && !is_different(*col));
    if let ([sort], [_]) = (&sorts[..], &topics[..]) {
        for column in table.columns.iter_mut().filter(|c| c.index == *sort) {
            column.concepts = vec![StudyCategory];
        }
    }
}
