//! A folder of books: found, read side by side, each file fenced, and put together.

mod files;
mod outcome;
pub mod settings;
mod snapshot;

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::address::BookId;
use crate::book::{self, Book, Shelf, Title};
use crate::issue::{Code, Issue, Place};
use crate::ledger::{self, Ledger};
use crate::reading::pin::Pin;
use crate::reading::{Layout, Lexicon, Reading};
use crate::vocabulary::Vocabulary;
use outcome::Outcome;
pub use settings::Settings;
pub use snapshot::{Change, Snapshot};

/// The folder that reports go to where nothing else is said; never read as books.
pub const DEFAULT_OUT: &str = "台账报告";

/// The folder of blank forms; never read as books.
pub const FORMS: &str = "空白表格";

/// A folder that cannot be read at all.
#[derive(Debug, thiserror::Error)]
pub enum FolderError {
    #[error("找不到文件夹“{}”。请检查路径是否写对。", .0.display())]
    Missing(PathBuf),
    #[error("“{}”是一个文件，请给出放表格的文件夹。", .0.display())]
    NotAFolder(PathBuf),
    #[error("找不到文件“{}”。请检查文件名是否写对。", .0.display())]
    NoFile(PathBuf),
}

/// A workspace after reading.
pub struct Workspace {
    pub folder: PathBuf,
    pub settings: Settings,
    pub vocabulary: Vocabulary,
    pub ledger: Ledger,
    /// How each file was understood, in the order of the shelf.
    pub books: Vec<BookRead>,
}

/// How one file was understood; for showing.
pub struct BookRead {
    /// Whether anything on it was used.
    pub used: bool,
    pub layouts: Vec<Layout>,
}

impl Workspace {
    /// How many books something was read from.
    pub fn books_used(&self) -> usize {
        self.books.iter().filter(|b| b.used).count()
    }

    /// A book read again, to show its cells beside an issue; `None` where it can no longer be read.
    pub fn reread(&self, book: BookId) -> Option<Book> {
        let path = self.folder.join(self.ledger.shelf.path(book));
        book::read(&path, &outcome::load(&path).ok()?).ok()
    }

    /// The bureau's name for headings: as set, or as the books write it most often; empty where neither is.
    pub fn bureau(&self) -> &str {
        self.settings.bureau.as_deref().or(self.ledger.branches.bureau()).unwrap_or("")
    }
}

/// Reads a whole folder. `skip` is left out (the folder that reports go to); `tick` is told how many of
/// how many files are done.
///
/// # Errors
/// The folder is missing or is a file. Whatever is wrong inside it becomes an issue.
pub fn open(
    folder: &Path,
    skip: Option<&Path>,
    tick: &(dyn Fn(usize, usize) + Sync),
) -> Result<Workspace, FolderError> {
    if !folder.exists() {
        return Err(FolderError::Missing(folder.to_path_buf()));
    }
    if !folder.is_dir() {
        return Err(FolderError::NotAFolder(folder.to_path_buf()));
    }
    let (settings, fault) = Settings::read(folder);
    let mut issues: Vec<Issue> = fault.into_iter().collect();
    let vocabulary = Vocabulary::with(settings.vocabulary.clone());
    let files = files::of(folder, skip);
    let read =
        |id: usize, lexicon: &Lexicon| outcome::of(folder, &files[id], id as BookId, lexicon, &settings.pins);
    let mut outcomes = side_by_side(files.len(), || Lexicon::new(&vocabulary), read, tick);
    outcome::drop_copies(&files, &mut outcomes, vocabulary.branch_names());
    let mut shelf = Shelf::default();
    let (mut readings, mut books) = (Vec::new(), Vec::new());
    for mut outcome in outcomes {
        let used = outcome.was_read() && !outcome.reading.is_empty();
        books.push(BookRead { used, layouts: std::mem::take(&mut outcome.reading.layouts) });
        shelf.titles.push(outcome.title);
        issues.extend(outcome.issue);
        readings.push(outcome.reading);
    }
    let unused =
        |pin: &&Pin| !shelf.titles.iter().any(|t| t.sheets.iter().any(|sheet| pin.is_for(&t.path, sheet)));
    issues.extend(settings.pins.iter().filter(unused).map(|pin| {
        let detail = format!("{} 的[[表格]]“{}”没有对应的表", settings::FILE, pin.name());
        Issue::new(Code::BadSettings, Place::Folder, settings::FILE, detail)
    }));
    let ledger = ledger::build(shelf, readings, issues, &vocabulary);
    Ok(Workspace { folder: folder.to_path_buf(), settings, vocabulary, ledger, books })
}

/// Reads so many files, as many at a time as the machine has cores; each core keeps what it has learnt from one to the
/// next. The outcomes come in the order of the files.
fn side_by_side<L>(
    count: usize,
    learn: impl Fn() -> L + Sync,
    read: impl Fn(usize, &L) -> Outcome + Sync,
    tick: &(dyn Fn(usize, usize) + Sync),
) -> Vec<Outcome> {
    let (next, done) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let on_one_core = || {
        let (learnt, mut outcomes) = (learn(), Vec::new());
        loop {
            let id = next.fetch_add(1, Ordering::Relaxed);
            if id >= count {
                return outcomes;
            }
            outcomes.push((id, read(id, &learnt)));
            tick(done.fetch_add(1, Ordering::Relaxed) + 1, count);
        }
    };
    let mut outcomes: Vec<(usize, Outcome)> =
        rayon::broadcast(|_| on_one_core()).into_iter().flatten().collect();
    outcomes.sort_by_key(|(id, _)| *id);
    outcomes.into_iter().map(|(_, outcome)| outcome).collect()
}

/// One file looked at by itself.
pub struct Inspected {
    /// The file's name and its sheets', for citing.
    pub shelf: Shelf,
    /// Absent where the file could not be read; an issue then says why.
    pub book: Option<Book>,
    pub reading: Reading,
}

/// Reads one file as [`open`] would, with the settings of the nearest folder above it that has any.
///
/// # Errors
/// There is no such file.
pub fn inspect(path: &Path) -> Result<Inspected, FolderError> {
    if !path.is_file() {
        return Err(FolderError::NoFile(path.to_path_buf()));
    }
    let settings = Settings::above(path);
    let vocabulary = Vocabulary::with(settings.vocabulary);
    let shown = path.to_string_lossy().replace('\\', "/");
    let read = outcome::load(path).and_then(|bytes| book::read(path, &bytes)).and_then(|book| {
        let reading = outcome::understand(&book, 0, &shown, &Lexicon::new(&vocabulary), &settings.pins)?;
        Ok((book, reading))
    });
    let (book, reading) = match read {
        Ok((book, reading)) => (Some(book), reading),
        Err(refusal) => (None, Reading { issues: vec![outcome::refused(refusal, 0)], ..Reading::default() }),
    };
    let sheets = book.iter().flat_map(|b| b.sheets.iter().map(|s| s.name.clone())).collect();
    Ok(Inspected { shelf: Shelf { titles: vec![Title { path: shown, sheets }] }, book, reading })
}
