//! Small helpers that the tests share.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use tempfile::TempDir;

/// The sample bureau.
pub fn sample() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/qinghe")
}

pub fn taizhang() -> Command {
    let mut command = Command::cargo_bin("taizhang").unwrap();
    command.env("NO_COLOR", "1");
    command
}

/// The reports on the sample for the first quarter of 2026.
pub fn reports() -> TempDir {
    let out = tempfile::tempdir().unwrap();
    taizhang()
        .arg("run")
        .arg(sample())
        .args(["--period", "2026Q1", "--out"])
        .arg(out.path())
        .assert()
        .success();
    out
}

/// Every file below a folder, by its path with `/`, with its bytes.
pub fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    walkdir::WalkDir::new(folder)
        .into_iter()
        .map(Result::unwrap)
        .filter(|e| e.file_type().is_file())
        .map(|e| {
            let path = e.path().strip_prefix(folder).unwrap().to_string_lossy().replace('\\', "/");
            (path, std::fs::read(e.path()).unwrap())
        })
        .collect()
}

/// A CSV file's rows, each by its headings.
pub fn table(path: &Path) -> Vec<BTreeMap<String, String>> {
    let mut reader = csv::Reader::from_path(path).unwrap();
    reader.deserialize().map(Result::unwrap).collect()
}

/// A folder with these text files.
pub fn folder(files: &[(&str, &str)]) -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    for (path, text) in files {
        let path = dir.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    dir
}

/// What `facts` writes about a folder with these text files.
pub fn facts(files: &[(&str, &str)]) -> TempDir {
    let (dir, out) = (folder(files), tempfile::tempdir().unwrap());
    taizhang().arg("facts").arg(dir.path()).arg("--out").arg(out.path()).assert().success();
    out
}
