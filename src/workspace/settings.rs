//! The workspace's own settings, `taizhang.toml`; every one has a default.

use std::path::{Path, PathBuf};

use serde::Deserialize;

use crate::issue::{Code, Issue, Place};
use crate::reading::pin::Pin;
use crate::toml_fault::{TomlFault, quote_keys};
use crate::vocabulary::{Vocabulary, VocabularyFile};

pub const FILE: &str = "taizhang.toml";

/// The settings file that `init` writes: every setting explained.
pub const TEMPLATE: &str = include_str!("../../templates/taizhang.toml");

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
    /// How single sheets are to be read.
    #[serde(rename = "表格")]
    pub pins: Vec<Pin>,
    #[serde(rename = "词汇")]
    pub vocabulary: VocabularyFile,
}

impl Settings {
    /// The settings of a folder; where they are faulty, the defaults and an issue.
    pub fn read(folder: &Path) -> (Settings, Option<Issue>) {
        let Ok(text) = std::fs::read_to_string(folder.join(FILE)) else { return (Settings::default(), None) };
        let text = quote_keys(&text);
        match toml::from_str::<Settings>(&text) {
            Ok(mut settings) => {
                let fault = settings.drop_faulty_pins();
                (settings, fault)
            }
            Err(error) => {
                let detail = format!("{FILE} {}", TomlFault::from(&text, &error));
                (Settings::default(), Some(Issue::new(Code::BadSettings, Place::Folder, FILE, detail)))
            }
        }
    }

    /// A pin with a mistake in it is left out, and the first such is told.
    fn drop_faulty_pins(&mut self) -> Option<Issue> {
        let vocabulary = Vocabulary::with(self.vocabulary.clone());
        let mut faults = Vec::new();
        self.pins.retain(|pin| match pin.fault(&vocabulary) {
            Some(fault) => {
                faults.push(format!("{FILE} 的[[表格]]“{}”：{fault}", pin.name()));
                false
            }
            None => true,
        });
        faults.into_iter().next().map(|detail| Issue::new(Code::BadSettings, Place::Folder, FILE, detail))
    }

    /// The settings that hold for a single file: those of the nearest folder above it that has any.
    pub fn above(file: &Path) -> Settings {
        let folder = file.ancestors().skip(1).find(|f| f.join(FILE).is_file());
        folder.map_or_else(Settings::default, |f| Settings::read(f).0)
    }
}
