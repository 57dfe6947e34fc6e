//! A folder of books: found, read side by side, each file fenced, and put together.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use serde::Deserialize;
use walkdir::WalkDir;

use crate::address::BookId;
use crate::book::{self, Refusal, Shelf, Title};
use crate::issue::{Code, Issue, Place};
use crate::ledger::{self, Ledger};
use crate::reading::{self, Reading};
use crate::vocabulary::{Vocabulary, VocabularyFile};

/// The most bytes that a single file may have.
const MAX_FILE: u64 = 200 << 20;

/// The workspace's own settings, `taizhang.toml`; every one has a default.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Settings {
    /// The bureau's name for headings.
    #[serde(rename = "单位")]
    pub bureau: Option<String>,
    /// The rules file, relative to the workspace.
    #[serde(rename = "规则")]
    pub rules: Option<PathBuf>,
    #[serde(rename = "词汇")]
    pub vocabulary: VocabularyFile,
}

/// A folder that cannot be read at all.
#[derive(Debug, thiserror::Error)]
pub enum FolderError {
    #[error("找不到文件夹“{0}”。请检查路径是否写对。")]
    Missing(PathBuf),
    #[error("“{0}”是一个文件，请给出放表格的文件夹。")]
    NotAFolder(PathBuf),
}

/// Names of what this program writes or is told; never read as books.
pub const SETTINGS_FILE: &str = "taizhang.toml";
pub const DEFAULT_OUT: &str = "台账报告";

/// A workspace after reading.
pub struct Workspace {
    pub settings: Settings,
    pub vocabulary: Vocabulary,
    pub ledger: Ledger,
    /// Books of which something was read.
    pub books_read: usize,
    /// Files looked at.
    pub files_seen: usize,
}

/// What came of one file.
struct Outcome {
    title: Title,
    reading: Reading,
    issue: Option<Issue>,
    read: bool,
    size: u64,
    hash: u64,
}

/// Reads a whole folder. `skip` is left out (the folder that reports go to); `tick` is told of each file done.
pub fn open(folder: &Path, skip: Option<&Path>, tick: &(dyn Fn(usize, usize) + Sync)) -> Result<Workspace, FolderError> {
    if !folder.exists() {
        return Err(FolderError::Missing(folder.to_path_buf()));
    }
    if !folder.is_dir() {
        return Err(FolderError::NotAFolder(folder.to_path_buf()));
    }
    let mut issues = Vec::new();
    let settings = settings(folder, &mut issues);
    let vocabulary = Vocabulary::with(settings.vocabulary.clone());
    let files = files(folder, skip);
    let done = std::sync::atomic::AtomicUsize::new(0);
    let mut outcomes: Vec<Outcome> = files
        .par_iter()
        .enumerate()
        .map(|(id, path)| {
            let outcome = read_file(folder, path, id as BookId, &vocabulary);
            tick(done.fetch_add(1, std::sync::atomic::Ordering::Relaxed) + 1, files.len());
            outcome
        })
        .collect();
    drop_copies(folder, &files, &mut outcomes);
    let books_read = outcomes.iter().filter(|o| o.read && !o.reading.is_empty()).count();
    let mut shelf = Shelf::default();
    let mut readings = Vec::new();
    for outcome in outcomes {
        shelf.titles.push(outcome.title);
        issues.extend(outcome.issue);
        readings.push(outcome.reading);
    }
    let ledger = ledger::build(shelf, readings, issues, &vocabulary);
    Ok(Workspace { settings, vocabulary, ledger, books_read, files_seen: files.len() })
}

fn settings(folder: &Path, issues: &mut Vec<Issue>) -> Settings {
    let Ok(text) = std::fs::read_to_string(folder.join(SETTINGS_FILE)) else { return Settings::default() };
    toml::from_str(&text).unwrap_or_else(|fault| {
        let line = fault.span().map_or(1, |s| text[..s.start].matches('\n').count() + 1);
        issues.push(Issue::new(Code::BadSettings, Place::Folder, SETTINGS_FILE, format!("第{line}行，{}", fault.message())));
        Settings::default()
    })
}

/// The files of the folder in a fixed order; hidden ones, lock files and our own outputs left out.
fn files(folder: &Path, skip: Option<&Path>) -> Vec<PathBuf> {
    let skip = skip.and_then(|s| s.canonicalize().ok());
    let ours = |path: &Path, name: &str| name.starts_with('.') || name == DEFAULT_OUT || skip.as_deref().is_some_and(|s| path.canonicalize().is_ok_and(|p| p == s));
    let mut files: Vec<PathBuf> = WalkDir::new(folder)
        .into_iter()
        .filter_entry(|e| e.depth() == 0 || !ours(e.path(), &e.file_name().to_string_lossy()))
        .filter_map(Result::ok)
        .filter(|e| e.file_type().is_file())
        .filter(|e| {
            let name = e.file_name().to_string_lossy();
            !name.starts_with("~$") && !name.ends_with(".toml") && !name.eq_ignore_ascii_case("thumbs.db") && !name.eq_ignore_ascii_case("desktop.ini")
        })
        .map(|e| e.into_path())
        .collect();
    files.sort();
    files
}

fn read_file(folder: &Path, path: &Path, id: BookId, vocabulary: &Vocabulary) -> Outcome {
    let relative = path.strip_prefix(folder).unwrap_or(path).components().map(|c| c.as_os_str().to_string_lossy().into_owned()).collect::<Vec<_>>().join("/");
    let mut outcome = Outcome { title: Title { path: relative.clone(), sheets: Vec::new() }, reading: Reading::default(), issue: None, read: false, size: 0, hash: 0 };
    let size = path.metadata().map_or(0, |m| m.len());
    let bytes = if size > MAX_FILE { Err(Refusal::TooLarge("文件超过200兆".into())) } else { std::fs::read(path).map_err(|e| Refusal::Unreadable(io_reason(&e))) };
    let bytes = match bytes {
        Ok(bytes) => bytes,
        Err(refusal) => {
            outcome.issue = Some(refusal_issue(refusal, id));
            return outcome;
        }
    };
    let mut hasher = DefaultHasher::new();
    bytes.hash(&mut hasher);
    (outcome.size, outcome.hash) = (size, hasher.finish());
    match book::read(path, &bytes) {
        Ok(book) => {
            outcome.title.sheets = book.sheets.iter().map(|s| s.name.clone()).collect();
            // Reading is plain code on checked data, but the promise is that nothing stops the rest.
            let read = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| reading::read(&book, id, &relative, vocabulary)));
            match read {
                Ok(reading) => (outcome.reading, outcome.read) = (reading, true),
                Err(_) => outcome.issue = Some(refusal_issue(Refusal::Unreadable("读取时出错".into()), id)),
            }
        }
        Err(refusal) => outcome.issue = Some(refusal_issue(refusal, id)),
    }
    outcome
}

fn refusal_issue(refusal: Refusal, id: BookId) -> Issue {
    let place = Place::Book(id);
    match refusal {
        Refusal::NotABook => Issue::new(Code::NotABook, place, "", ""),
        Refusal::Encrypted => Issue::new(Code::Encrypted, place, "", ""),
        Refusal::TooLarge(why) => Issue::new(Code::TooLarge, place, "", why),
        Refusal::Unreadable(why) => Issue::new(Code::Unreadable, place, "", why),
    }
}

fn io_reason(error: &std::io::Error) -> String {
    match error.kind() {
        std::io::ErrorKind::PermissionDenied => "没有读取权限，或正被别的程序占用".into(),
        std::io::ErrorKind::NotFound => "文件不在了".into(),
        _ => "无法读取".into(),
    }
}

/// A byte-for-byte copy counts once: the first by name.
fn drop_copies(folder: &Path, files: &[PathBuf], outcomes: &mut [Outcome]) {
    let _ = folder;
    let mut first: HashMap<(u64, u64), usize> = HashMap::new();
    for i in 0..outcomes.len() {
        if !outcomes[i].read {
            continue;
        }
        match first.entry((outcomes[i].size, outcomes[i].hash)) {
            std::collections::hash_map::Entry::Vacant(slot) => {
                slot.insert(i);
            }
            std::collections::hash_map::Entry::Occupied(slot) => {
                let original = *slot.get();
                let same = std::fs::read(&files[original]).ok().zip(std::fs::read(&files[i]).ok()).is_some_and(|(a, b)| a == b);
                if same && same_meaning(&outcomes[original].title.path, &outcomes[i].title.path) {
                    let name = outcomes[original].title.path.clone();
                    outcomes[i].reading = Reading::default();
                    outcomes[i].issue = Some(Issue::new(Code::DuplicateBook, Place::Book(i as BookId), "", name));
                    outcomes[i].read = false;
                }
            }
        }
    }
}

/// Two files of the same bytes under names of different branches are two books: the name tells the branch.
fn same_meaning(a: &str, b: &str) -> bool {
    let named = |path: &str| crate::ledger::branch_in_path(path);
    match (named(a), named(b)) {
        (Some(a), Some(b)) => a == b,
        _ => true,
    }
}
