//! The workspace's own settings, `taizhang.toml`; every one has a default.

use std::path::{Path, PathBuf};

use serde::Deserialize;

use crate::issue::{Code, Issue, Place};
use crate::toml_fault::{TomlFault, quote_keys};
use crate::vocabulary::VocabularyFile;

pub const FILE: &str = "taizhang.toml";

/// What a workspace may set. See [`crate::workspace`].
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

impl Settings {
    /// The settings of a folder; where they are faulty, the defaults and an issue.
    pub fn read(folder: &Path) -> (Settings, Option<Issue>) {
        let Ok(text) = std::fs::read_to_string(folder.join(FILE)) else { return (Settings::default(), None) };
        let text = quote_keys(&text);
        match toml::from_str(&text) {
            Ok(settings) => (settings, None),
            Err(error) => {
                let detail = format!("{FILE} {}", TomlFault::from(&text, &error));
                (Settings::default(), Some(Issue::new(Code::BadSettings, Place::Folder, FILE, detail)))
            }
        }
    }

    /// The settings that hold for a single file: those of the nearest folder above it that has any.
    pub fn above(file: &Path) -> Settings {
        let folder = file.ancestors().skip(1).find(|f| f.join(FILE).is_file());
        folder.map_or_else(Settings::default, |f| Settings::read(f).0)
    }
}
