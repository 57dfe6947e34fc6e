//! Which files of a folder are looked at.

use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use super::{DEFAULT_OUT, FORMS};

/// The files of the folder in a fixed order; hidden ones, lock files, settings and our own outputs left out.
pub fn of(folder: &Path, skip: Option<&Path>) -> Vec<PathBuf> {
    let skip = skip.and_then(|s| s.canonicalize().ok());
    let entered = |entry: &DirEntry| {
        let name = entry.file_name().to_string_lossy();
        let skipped = || skip.as_deref().is_some_and(|s| entry.path().canonicalize().is_ok_and(|p| p == s));
        entry.depth() == 0 || !(name.starts_with('.') || name == DEFAULT_OUT || name == FORMS || skipped())
    };
    let mut files: Vec<PathBuf> = WalkDir::new(folder)
        .into_iter()
        .filter_entry(entered)
        .filter_map(Result::ok)
        .filter(|e| e.file_type().is_file() && !is_ours(&e.file_name().to_string_lossy()))
        .map(DirEntry::into_path)
        .collect();
    files.sort();
    files
}

/// Settings, what Excel and Windows leave behind, and our own passing files.
fn is_ours(name: &str) -> bool {
    let lower = name.to_lowercase();
    name.starts_with("~$")
        || lower.ends_with(".toml")
        || matches!(lower.as_str(), "thumbs.db" | "desktop.ini")
}
