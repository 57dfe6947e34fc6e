//! The vocabulary as it is written in `templates/vocabulary.toml` and in a workspace's `taizhang.toml`.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::branch_names::BranchWords;
use super::counted::CountedWords;
use super::crowd::CrowdWords;
use super::group_names::GroupWords;
use super::held::HeldWords;
use super::listed::ListedWords;
use super::moved::MovedWords;
use super::terms::{
    AudienceWord, Category, Concept, EvidenceKind, Kind, MarkWord, Membership, Stage, TitleWord, TopicsOf,
};

/// The file, as written.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct VocabularyFile {
    pub(super) heading: BTreeMap<Concept, Vec<String>>,
    pub(super) heading_part: BTreeMap<Concept, Vec<String>>,
    pub(super) mark: BTreeMap<MarkWord, Vec<String>>,
    pub(super) heading_word: BTreeMap<String, Vec<String>>,
    pub(super) heading_anywhere: Words,
    pub(super) heading_behind: Words,
    pub(super) heading_rules: Rules<Vec<Concept>>,
    pub(super) mark_word: BTreeMap<String, Vec<String>>,
    pub(super) mark_anywhere: Words,
    pub(super) mark_rules: Rules<MarkWord>,
    pub(super) sign: Signs,
    pub(super) mark_doubt: Words,
    pub(super) mark_filler: Words,
    pub(super) mark_within: Words,
    pub(super) kind: BTreeMap<Kind, Vec<String>>,
    pub(super) kind_record: Words,
    pub(super) kind_alone: BTreeMap<Kind, Vec<String>>,
    pub(super) status: BTreeMap<Membership, Vec<String>>,
    pub(super) category: BTreeMap<Category, Vec<String>>,
    pub(super) answer: Answers,
    pub(super) committee: Committee,
    pub(super) audience: BTreeMap<AudienceWord, Vec<String>>,
    pub(super) row: RowWords,
    pub(super) legend: LegendWords,
    pub(super) name_suffix: Words,
    pub(super) not_a_name: NotNames,
    pub(super) unit: UnitWords,
    pub(super) somebody: Words,
    pub(super) crowd: CrowdWords,
    pub(super) counted: CountedWords,
    pub(super) branch_name: BranchWords,
    pub(super) group_name: GroupWords,
    pub(super) studied: StudiedWords,
    pub(super) colour: ColourWords,
    pub(super) not_a_topic: Words,
    pub(super) asked: Words,
    pub(super) joining: JoiningWords,
    pub(super) of_period: Words,
    pub(super) topics_of: BTreeMap<TopicsOf, Vec<String>>,
    pub(super) not_a_session: Words,
    pub(super) not_a_kind: Words,
    pub(super) title: BTreeMap<TitleWord, Vec<String>>,
    pub(super) evidence: BTreeMap<EvidenceKind, Vec<String>>,
    pub(super) stage: BTreeMap<Stage, Vec<String>>,
    pub(super) verdict: Verdicts,
    pub(super) moved: MovedWords,
    pub(super) responsible: Words,
    pub(super) held: HeldWords,
    pub(super) listed: ListedWords,
}

/// The outcomes of an appraisal that count.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Verdicts {
    pub(super) excellent: Vec<String>,
    pub(super) failed: Vec<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Words {
    pub(super) words: Vec<String>,
}

/// From classes of words to what they make, the first rule that fits.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Rules<T> {
    pub(super) rules: Vec<Rule<T>>,
}

impl<T> Default for Rules<T> {
    fn default() -> Self {
        Rules { rules: Vec::new() }
    }
}

/// What a text means that is made of words of these classes.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Rule<T> {
    pub(super) is: T,
    pub(super) needs: Vec<String>,
    #[serde(default)]
    pub(super) may: Vec<String>,
    #[serde(default)]
    pub(super) last: Option<String>,
    #[serde(default)]
    pub(super) never: Vec<String>,
}

/// Signs that are one, each group a text.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Signs {
    /// Those that say the same everywhere.
    pub(super) plain: Vec<String>,
    pub(super) alike: Vec<String>,
}

/// What affirms or denies a heading that asks.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Answers {
    /// The words of a heading that only ask: 是否.
    pub(super) asks: Vec<String>,
    /// Those that only say that it tells something: 情况.
    pub(super) states: Vec<String>,
    pub(super) yes: Vec<String>,
    pub(super) no: Vec<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct NotNames {
    pub(super) words: Vec<String>,
    pub(super) ends: Vec<String>,
    /// With what no name begins behind a word that says how people came: 因公到乡镇.
    pub(super) go_on: Vec<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct UnitWords {
    pub(super) ends: Vec<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct JoiningWords {
    pub(super) words: Vec<String>,
    /// Those of the later day, on which probation ended.
    pub(super) later: Vec<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct StudiedWords {
    pub(super) words: Vec<String>,
    /// How a cell below begins that says that it was not: 未.
    pub(super) not: Vec<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct ColourWords {
    pub(super) words: Vec<String>,
    pub(super) on: Vec<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Committee {
    pub(super) posts: Vec<String>,
    pub(super) secretaries: Vec<String>,
    pub(super) none: Vec<String>,
    pub(super) whose: Vec<String>,
    /// A heading that heads posts where nothing else stands below it: 职务.
    pub(super) asked: Vec<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct RowWords {
    pub(super) total: Vec<String>,
    pub(super) total_before: Vec<String>,
    pub(super) total_after: Vec<String>,
    pub(super) came_total: Vec<String>,
    pub(super) footer: Vec<String>,
    /// What may stand between one of these and its colon: 签字.
    pub(super) footer_behind: Vec<String>,
    pub(super) legend: Vec<String>,
    pub(super) ditto: Vec<String>,
    /// How a total begins that is the sum of what stands above it.
    pub(super) adds_up: Vec<String>,
    /// What a heading holds that stands over sums.
    pub(super) sum: Vec<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct LegendWords {
    pub(super) before: Vec<String>,
    pub(super) blank: Vec<String>,
    pub(super) link: Vec<String>,
}
