//! What lies in a folder at a moment, to see what has changed since.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::files;

/// The files of a folder, each with its size and the moment of its last change.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Snapshot(BTreeMap<PathBuf, (u64, Option<SystemTime>)>);

/// What became of a file, which is named by its path within the folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    Added(String),
    Changed(String),
    Gone(String),
}

impl Snapshot {
    /// The books of the folder, and its settings and rules; `skip` is left out, as when it is read.
    pub fn take(folder: &Path, skip: Option<&Path>) -> Snapshot {
        let settings = std::fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok);
        let settings = settings.map(|e| e.path()).filter(|p| p.extension().is_some_and(|e| e == "toml"));
        let state = |path: PathBuf| {
            let meta = path.metadata().ok()?;
            Some((path, (meta.len(), meta.modified().ok())))
        };
        Snapshot(files::of(folder, skip).into_iter().chain(settings).filter_map(state).collect())
    }

    /// What has changed from this one to a later one, in the order of paths.
    pub fn changes(&self, later: &Snapshot, folder: &Path) -> Vec<Change> {
        let name =
            |path: &PathBuf| path.strip_prefix(folder).unwrap_or(path).to_string_lossy().replace('\\', "/");
        let now = later.0.iter().filter_map(|(path, state)| match self.0.get(path) {
            None => Some(Change::Added(name(path))),
            Some(before) if before != state => Some(Change::Changed(name(path))),
            Some(_) => None,
        });
        let gone = self.0.keys().filter(|path| !later.0.contains_key(*path));
        now.chain(gone.map(|path| Change::Gone(name(path)))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_changes_is_seen() {
        let dir = tempfile::tempdir().unwrap();
        let write = |name: &str, text: &str| std::fs::write(dir.path().join(name), text).unwrap();
        let take = || Snapshot::take(dir.path(), None);
        write("a.csv", "1");
        write("b.csv", "1");
        let before = take();
        assert_eq!(before, take());
        write("a.csv", "12");
        write("taizhang.toml", "");
        std::fs::remove_file(dir.path().join("b.csv")).unwrap();
        // What Excel leaves beside an open book is no change.
        write("~$a.xlsx", "");
        let expected = [
            Change::Changed("a.csv".into()),
            Change::Added("taizhang.toml".into()),
            Change::Gone("b.csv".into()),
        ];
        assert_eq!(before.changes(&take(), dir.path()), expected);
    }
}
