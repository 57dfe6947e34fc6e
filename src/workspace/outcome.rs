//! One file of the folder, fenced: whatever is in it, it costs at most itself.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::fs::File;
use std::hash::BuildHasher;
use std::io::Read;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use crate::address::BookId;
use crate::book::{self, Book, Refusal, Title};
use crate::issue::{Code, Issue, Place};
use crate::reading::pin::Pin;
use crate::reading::{self, Lexicon, Reading};
use crate::vocabulary::BranchNames;

/// The most bytes that a single file may have.
const MAX_FILE: u64 = 200 << 20;

/// What came of one file.
pub struct Outcome {
    pub title: Title,
    pub reading: Reading,
    /// Why it was not read, where it was not.
    pub issue: Option<Issue>,
    /// Of the bytes of a file that was read.
    hash: Option<u64>,
}

impl Outcome {
    pub fn was_read(&self) -> bool {
        self.hash.is_some()
    }
}

/// Reads one file of the folder. Nothing that it holds stops the rest.
pub fn of(folder: &Path, path: &Path, id: BookId, lexicon: &Lexicon, pins: &[Pin]) -> Outcome {
    let relative = relative(folder, path);
    let mut outcome = Outcome {
        title: Title { path: relative.clone(), sheets: Vec::new() },
        reading: Reading::default(),
        issue: None,
        hash: None,
    };
    match load(path).and_then(|bytes| Ok((book::read(path, &bytes)?, hash(&bytes)))) {
        Err(refusal) => outcome.issue = Some(refused(refusal, id)),
        Ok((book, hash)) => {
            outcome.title.sheets = book.sheets.iter().map(|s| s.name.clone()).collect();
            let understood = understand(&book, id, &relative, lexicon, pins);
            drop(book);
            match understood {
                Ok(reading) => (outcome.reading, outcome.hash) = (reading, Some(hash)),
                Err(refusal) => outcome.issue = Some(refused(refusal, id)),
            }
        }
    }
    outcome
}

/// Reads a book's sheets. This is plain code on checked data, but the promise is that nothing stops the rest.
pub fn understand(
    book: &Book,
    id: BookId,
    path: &str,
    lexicon: &Lexicon,
    pins: &[Pin],
) -> Result<Reading, Refusal> {
    catch_unwind(AssertUnwindSafe(|| reading::read(book, id, path, lexicon, pins)))
        .map_err(|_| Refusal::Unreadable("读取时出错".into()))
}

/// The bytes of a file, within limits.
pub fn load(path: &Path) -> Result<Vec<u8>, Refusal> {
    let unreadable = |error: std::io::Error| {
        Refusal::Unreadable(match error.kind() {
            std::io::ErrorKind::PermissionDenied => "没有读取权限，或正被别的程序占用".into(),
            std::io::ErrorKind::NotFound => "文件不在了".into(),
            _ => "无法读取".into(),
        })
    };
    let file = File::open(path).map_err(unreadable)?;
    let length = file.metadata().map_err(unreadable)?.len();
    let mut bytes = Vec::with_capacity(length.min(MAX_FILE) as usize + 1);
    // A file may grow while it is read.
    file.take(MAX_FILE + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    if bytes.len() as u64 > MAX_FILE {
        return Err(Refusal::TooLarge(format!("文件超过{}兆", MAX_FILE >> 20)));
    }
    Ok(bytes)
}

pub fn refused(refusal: Refusal, id: BookId) -> Issue {
    let place = Place::Book(id);
    match refusal {
        Refusal::NotABook => Issue::new(Code::NotABook, place, "", ""),
        Refusal::Encrypted => Issue::new(Code::Encrypted, place, "", ""),
        Refusal::TooLarge(why) => Issue::new(Code::TooLarge, place, "", why),
        Refusal::Unreadable(why) => Issue::new(Code::Unreadable, place, "", why),
    }
}

/// A byte-for-byte copy counts once: the first by name. `files` and `outcomes` have the same order.
pub fn drop_copies(files: &[PathBuf], outcomes: &mut [Outcome], names: &BranchNames) {
    let mut first: HashMap<u64, usize> = HashMap::new();
    for i in 0..outcomes.len() {
        let Some(hash) = outcomes[i].hash else { continue };
        let original = match first.entry(hash) {
            Entry::Vacant(slot) => {
                slot.insert(i);
                continue;
            }
            Entry::Occupied(slot) => *slot.get(),
        };
        let bytes = |i: usize| std::fs::read(&files[i]).ok();
        let (a, b) = (&outcomes[original].title.path, &outcomes[i].title.path);
        if one_branch(a, b, names) && bytes(original).is_some_and(|bytes_of| Some(bytes_of) == bytes(i)) {
            let issue = Issue::new(Code::DuplicateBook, Place::Book(i as BookId), "", a);
            let title = std::mem::take(&mut outcomes[i].title);
            outcomes[i] = Outcome { title, reading: Reading::default(), issue: Some(issue), hash: None };
        }
    }
}

/// Files of the same bytes under names of different branches are different books: the name tells the branch.
fn one_branch(a: &str, b: &str, names: &BranchNames) -> bool {
    match (names.in_path(a), names.in_path(b)) {
        (Some(a), Some(b)) => a == b,
        _ => true,
    }
}

fn hash(bytes: &[u8]) -> u64 {
    foldhash::quality::FixedState::default().hash_one(bytes)
}

/// The path within the folder, with `/` on every system.
fn relative(folder: &Path, path: &Path) -> String {
    let inner = path.strip_prefix(folder).unwrap_or(path);
    inner.components().map(|c| c.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
}
