//! Who led a session, told from the words of its book: 书记张三, 张三（书记） and 张三、李四 name members.

use super::{Ledger, MemberId};
use crate::text::squash;

impl Ledger {
    /// Sessions with the members of their branch who led them, by session: none where the book names nobody of the
    /// branch, several where it names several.
    pub fn hosts(&self) -> Vec<(usize, MemberId)> {
        let of_session = |(index, session): (usize, &super::Session)| {
            let members = self.members_of(session.branch);
            let first = members.start;
            let names: Vec<&str> = members.map(|m| self.members[m].name.as_str()).collect();
            named(&squash(&session.host), &names).into_iter().map(move |i| (index, first + i))
        };
        let hosted = self.sessions.iter().enumerate().filter(|(_, session)| !session.host.is_empty());
        hosted.flat_map(of_session).collect()
    }
}

/// Which of some names a text holds. 张伟国 names 张伟国 and not 张伟, whose name is a part of his.
fn named(text: &str, names: &[&str]) -> Vec<usize> {
    let times = |name: &str| text.matches(name).count();
    let stands_alone = |&i: &usize| {
        let longer = names.iter().filter(|other| **other != names[i] && other.contains(names[i]));
        times(names[i]) > longer.map(|other| times(other)).sum()
    };
    (0..names.len()).filter(stands_alone).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_members_whom_a_host_names() {
        for (host, expected) in [
            ("书记张伟", vec![0]),
            ("张伟国（书记）", vec![1]),
            ("张伟、李四", vec![0, 2]),
            ("张伟国、张伟", vec![0, 1]),
            ("县委党校王老师", vec![]),
        ] {
            assert_eq!(named(host, &["张伟", "张伟国", "李四"]), expected, "{host}");
        }
    }
}
