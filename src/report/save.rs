//! Saving: every file whole, and all of them or none.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

/// A file to be written: its path within the output folder, and its bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Output {
    pub path: PathBuf,
    pub bytes: Vec<u8>,
}

impl Output {
    pub fn new(path: impl Into<PathBuf>, bytes: Vec<u8>) -> Output {
        Output { path: path.into(), bytes }
    }
}

/// The output folder cannot be written to; nothing was.
#[derive(Debug, thiserror::Error)]
#[error("写不进文件夹“{}”：{reason}。报告没有写出，请换一个文件夹（--out）或检查权限和磁盘空间。", .folder.display())]
pub struct SaveError {
    pub folder: PathBuf,
    pub reason: &'static str,
}

/// A file that was open in another program and could not be replaced: the new one stands beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Beside {
    pub locked: PathBuf,
    pub written: PathBuf,
}

/// Writes all files into `folder`, which is made if need be.
///
/// # Errors
/// One of them cannot be written; then none is.
pub fn all(folder: &Path, outputs: Vec<Output>) -> Result<Vec<Beside>, SaveError> {
    let mut staged = Staged::new(folder);
    for output in outputs {
        let written = staged.file(&output.path)?.write_all(&output.bytes);
        written.map_err(|error| staged.fault(&error))?;
    }
    staged.persist()
}

/// Files on their way into a folder: each is first written in full under a passing name in its own folder; only when all
/// of them lie there do they take their names.
pub struct Staged {
    folder: PathBuf,
    files: Vec<(NamedTempFile, PathBuf)>,
}

impl Staged {
    /// The folder is made with the first file.
    pub fn new(folder: &Path) -> Staged {
        Staged { folder: folder.to_path_buf(), files: Vec::new() }
    }

    /// Adds a file, to be filled.
    ///
    /// # Errors
    /// It cannot be made.
    pub fn file(&mut self, path: &Path) -> Result<&mut File, SaveError> {
        let target = self.folder.join(path);
        let file = passing(&target).map_err(|error| self.fault(&error))?;
        let (file, _) = self.files.push_mut((file, target));
        Ok(file.as_file_mut())
    }

    /// What to say of a file that cannot be filled.
    pub fn fault(&self, error: &std::io::Error) -> SaveError {
        SaveError { folder: self.folder.clone(), reason: reason(error) }
    }

    /// Lets all files take their names.
    ///
    /// # Errors
    /// One can take neither its own name nor one beside it.
    pub fn persist(self) -> Result<Vec<Beside>, SaveError> {
        let Staged { folder, files } = self;
        let fail = |error: std::io::Error| SaveError { folder: folder.clone(), reason: reason(&error) };
        let mut beside = Vec::new();
        for (file, target) in files {
            let Err(kept) = file.persist(&target) else { continue };
            // Excel holds the books that it has open on Windows.
            let other = beside_name(&target);
            kept.file.persist(&other).map_err(|e| fail(e.error))?;
            beside.push(Beside { locked: target, written: other });
        }
        Ok(beside)
    }
}

fn passing(target: &Path) -> std::io::Result<NamedTempFile> {
    let folder = target.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    let file = tempfile::Builder::new().prefix("~$").suffix(".tmp").tempfile_in(folder)?;
    readable_by_others(&file)?;
    Ok(file)
}

/// A passing file is private to its owner; what takes its final name should be as any other file.
#[cfg(unix)]
fn readable_by_others(file: &NamedTempFile) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    file.as_file().set_permissions(fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn readable_by_others(_: &NamedTempFile) -> std::io::Result<()> {
    Ok(())
}

/// `考核报告 2026Q1.xlsx` becomes `考核报告 2026Q1（新）.xlsx`.
fn beside_name(target: &Path) -> PathBuf {
    let part = |p: Option<&std::ffi::OsStr>| p.map(|s| s.to_string_lossy().into_owned()).unwrap_or_default();
    let (stem, extension) = (part(target.file_stem()), part(target.extension()));
    target.with_file_name(format!("{stem}（新）.{extension}"))
}

fn reason(error: &std::io::Error) -> &'static str {
    use std::io::ErrorKind::*;
    match error.kind() {
        PermissionDenied => "没有写入权限，或文件正被别的程序打开",
        NotADirectory | AlreadyExists => "同名的文件挡住了文件夹",
        StorageFull => "磁盘已满",
        ReadOnlyFilesystem => "磁盘是只读的",
        InvalidFilename | InvalidInput => "名称里有不能用的字符",
        _ => "磁盘读写出错",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_or_none() {
        let dir = tempfile::tempdir().unwrap();
        fs::write(dir.path().join("挡路"), "").unwrap();
        let outputs = vec![Output::new("甲.csv", b"1".to_vec()), Output::new("挡路/乙.csv", b"2".to_vec())];
        assert!(all(dir.path(), outputs).is_err());
        let left: Vec<_> = fs::read_dir(dir.path()).unwrap().map(|e| e.unwrap().file_name()).collect();
        assert_eq!(left, ["挡路"]);
    }

    #[test]
    fn a_file_that_stands_is_replaced() {
        let dir = tempfile::tempdir().unwrap();
        for text in ["旧", "新"] {
            let output = Output::new("子/甲.csv", text.as_bytes().to_vec());
            assert_eq!(all(&dir.path().join("新文件夹"), vec![output]).unwrap(), []);
        }
        assert_eq!(fs::read_to_string(dir.path().join("新文件夹/子/甲.csv")).unwrap(), "新");
    }

    #[test]
    fn the_name_beside_a_locked_file() {
        let beside = beside_name(Path::new("报告/考核报告 2026Q1.xlsx"));
        assert_eq!(beside, Path::new("报告/考核报告 2026Q1（新）.xlsx"));
    }
}
