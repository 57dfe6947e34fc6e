//! Who led a session, told from the words of its book: 书记张三, 张三（书记） and 张三、李四 name members.

use super::{Ledger, MemberId, Session};
use crate::issue::{Code, Issue};
use crate::text::squash;

impl Ledger {
    /// Sessions with the members of their branch who led them, by session: none where the book names nobody of the
    /// branch, several where it names several.
    pub fn hosts(&self) -> Vec<(usize, MemberId)> {
        let of_session = |(index, session): (usize, &Session)| {
            let first = self.members_of(session.branch).start;
            named(&squash(session.host_text()), &self.names_in(session))
                .into_iter()
                .map(move |i| (index, first + i))
        };
        let hosted = self.sessions.iter().enumerate().filter(|(_, session)| session.host.is_some());
        hosted.flat_map(of_session).collect()
    }

    fn names_in(&self, session: &Session) -> Vec<&str> {
        self.members_of(session.branch).map(|m| self.members[m].name.as_str()).collect()
    }
}

/// Points out hosts who are nobody of the branch, but for a slip of the pen: of others, a guest, there is nothing to say.
pub fn report(ledger: &mut Ledger) {
    let slip = |session: &Session| {
        let (host, names) = (session.host.as_ref()?, ledger.names_in(session));
        let text = squash(&host.value);
        let meant = nearly_named(&text, &names).filter(|_| named(&text, &names).is_empty())?;
        Some(Issue::new(Code::NearHost, host.at, host.value.as_str(), meant))
    };
    let slips: Vec<Issue> = ledger.sessions.iter().filter_map(slip).collect();
    slips.into_iter().for_each(|slip| ledger.raise(slip));
}

/// A name of three characters or more that a text holds but for one of them, which is not the first.
fn nearly_named<'n>(text: &str, names: &[&'n str]) -> Option<&'n str> {
    let text: Vec<char> = text.chars().collect();
    let is_near = |name: &&&str| {
        let name: Vec<char> = name.chars().collect();
        let differ = |part: &[char]| part.iter().zip(&name).filter(|(a, b)| a != b).count();
        name.len() >= 3 && text.windows(name.len()).any(|part| part[0] == name[0] && differ(part) == 1)
    };
    names.iter().find(is_near).copied()
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
    fn a_host_with_a_slip_in_his_name() {
        for (host, expected) in [
            ("张伟过", Some("张伟国")),
            ("书记张建国", Some("张伟国")),
            ("李伟国", None),
            ("张伟", None),
            ("县委党校王老师", None),
        ] {
            assert_eq!(nearly_named(host, &["张伟国", "李四"]), expected, "{host}");
        }
    }

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
