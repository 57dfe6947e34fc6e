//! The wordings that branches use, and what they mean.
//!
//! All of it is data: `templates/vocabulary.toml`, embedded in the program, to which a workspace's
//! `taizhang.toml` can add under `[词汇]`. Nothing else in the program knows a heading or a mark.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::OnceLock;

use serde::Deserialize;

use crate::text::{sound, squash};

/// What a column or a labelled field holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Concept {
    Seq,
    Name,
    Gender,
    IdNumber,
    Birth,
    Joined,
    Confirmed,
    /// Full or probationary, on post or retired: the values tell which.
    Standing,
    Post,
    Group,
    Department,
    Branch,
    Phone,
    Note,
    Left,
    Arrived,
    Date,
    Year,
    Month,
    Kind,
    Topic,
    Place,
    Host,
    Recorder,
    Hours,
    Points,
    Due,
    Came,
    DueAndCame,
    OnLeave,
    Absent,
    /// People who did not come, whether with leave or without.
    Absentees,
    LateList,
    Attendees,
    Mark,
    Reason,
    StudyCategory,
    Form,
    Audience,
    /// Computed on the sheet; not read.
    Statistic,
    /// The outcome of an appraisal.
    Result,
    /// An honour, a model post, what points were given for.
    Honour,
    /// A stage in the development of a member, with its date.
    Stage,
    /// A count of votes; not read.
    Tally,
    /// Known, and of no use here.
    Other,
}

/// What a list of evidence is of; see `DESIGN.md`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EvidenceKind {
    Appraisal,
    BusinessScore,
    Development,
    Honour,
    ManualScore,
    ModelPost,
    Training,
    Volunteering,
}

/// A stage in the development of a member.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    Applied,
    Activist,
    Candidate,
    /// Admitted, on probation.
    Probation,
    Full,
}

/// What a title can tell of the table below it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TitleWord {
    /// Not about meetings or study.
    Foreign,
    SignIn,
    Roster,
    MovedOut,
    MovedIn,
    /// About study, counted in hours; or counted in points.
    StudyHours,
    StudyPoints,
    /// About study, without a word on what is counted.
    Study,
    /// About what is to come.
    Plan,
}

/// Kinds of session; see `DESIGN.md` for the Chinese terms.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    Appraisal,
    CommitteeMeeting,
    GeneralMeeting,
    GroupMeeting,
    Lecture,
    OrganizationLife,
    Other,
    Study,
    ThemeDay,
    Training,
    Volunteering,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Membership {
    Full,
    Probationary,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Category {
    OnPost,
    Retired,
    Student,
    Floating,
    Other,
}

/// The wordings of marks, before a sheet's own legend.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MarkWord {
    Present,
    Late,
    LeftEarly,
    Leave,
    Sick,
    Personal,
    Official,
    Absent,
    Exempt,
    NotDue,
}

macro_rules! names {
    ($type:ty { $($variant:ident $name:literal $chinese:literal;)* }) => {
        impl $type {
            pub const ALL: &'static [$type] = &[$(<$type>::$variant),*];

            /// The name for machines.
            pub fn name(self) -> &'static str {
                match self { $(<$type>::$variant => $name),* }
            }

            pub fn chinese(self) -> &'static str {
                match self { $(<$type>::$variant => $chinese),* }
            }
        }
    };
}

names!(Kind {
    GeneralMeeting "general_meeting" "党员大会";
    CommitteeMeeting "committee_meeting" "支委会";
    GroupMeeting "group_meeting" "党小组会";
    Lecture "lecture" "党课";
    ThemeDay "theme_day" "主题党日";
    OrganizationLife "organization_life" "组织生活会";
    Appraisal "appraisal" "民主评议";
    Study "study" "集中学习";
    Training "training" "培训";
    Volunteering "volunteering" "志愿服务";
    Other "other" "其他";
});

names!(Concept {
    Seq "seq" "序号";
    Name "name" "姓名";
    Gender "gender" "性别";
    IdNumber "id_number" "身份证号";
    Birth "birth" "出生日期";
    Joined "joined" "入党日期";
    Confirmed "confirmed" "转正日期";
    Standing "standing" "党员类别或人员类别";
    Post "post" "党内职务";
    Group "group" "党小组";
    Department "department" "部门";
    Branch "branch" "支部";
    Phone "phone" "电话（不采用）";
    Note "note" "备注";
    Left "left" "转出日期";
    Arrived "arrived" "转入日期";
    Date "date" "日期";
    Year "year" "年份";
    Month "month" "月份";
    Kind "kind" "会议类别";
    Topic "topic" "主题";
    Place "place" "地点";
    Host "host" "主持人";
    Recorder "recorder" "记录人（不采用）";
    Hours "hours" "学时";
    Points "points" "积分";
    Due "due" "应到人数";
    Came "came" "实到人数";
    DueAndCame "due_and_came" "应到和实到人数";
    OnLeave "on_leave" "请假人员";
    Absent "absent" "缺席人员";
    Absentees "absentees" "未到人员";
    LateList "late_list" "迟到人员";
    Attendees "attendees" "到会人员";
    Mark "mark" "考勤记号";
    Reason "reason" "原因";
    StudyCategory "study_category" "学习类别";
    Form "form" "学习方式";
    Audience "audience" "参加对象";
    Statistic "statistic" "统计列（不采用）";
    Result "result" "评定结果";
    Honour "honour" "荣誉或事项";
    Stage "stage" "发展阶段日期";
    Tally "tally" "票数（不采用）";
    Other "other" "与统计无关（不采用）";
});

names!(EvidenceKind {
    Appraisal "appraisal" "民主评议";
    BusinessScore "business_score" "业务考核得分";
    Development "development" "发展党员";
    Honour "honour" "表彰奖励";
    ManualScore "manual_score" "人工评分";
    Training "training" "党务干部培训";
    ModelPost "model_post" "示范岗、责任区";
    Volunteering "volunteering" "志愿服务";
});

names!(Stage {
    Applied "applied" "递交入党申请书";
    Activist "activist" "入党积极分子";
    Candidate "candidate" "发展对象";
    Probation "probation" "预备党员";
    Full "full" "转为正式党员";
});

names!(Membership {
    Full "full" "正式党员";
    Probationary "probationary" "预备党员";
});

names!(Category {
    OnPost "on_post" "在职";
    Retired "retired" "离退休";
    Student "student" "学生";
    Floating "floating" "流动";
    Other "other" "其他";
});

/// The file, as written.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct VocabularyFile {
    heading: BTreeMap<Concept, Vec<String>>,
    heading_part: BTreeMap<Concept, Vec<String>>,
    mark: BTreeMap<MarkWord, Vec<String>>,
    heading_filler: Words,
    mark_filler: Words,
    kind: BTreeMap<Kind, Vec<String>>,
    status: BTreeMap<Membership, Vec<String>>,
    category: BTreeMap<Category, Vec<String>>,
    committee: Committee,
    row: RowWords,
    name_suffix: Words,
    not_a_topic: Words,
    not_a_session: Words,
    title: BTreeMap<TitleWord, Vec<String>>,
    evidence: BTreeMap<EvidenceKind, Vec<String>>,
    stage: BTreeMap<Stage, Vec<String>>,
    verdict: Verdicts,
}

/// The outcomes of an appraisal that count.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Verdicts {
    excellent: Vec<String>,
    failed: Vec<String>,
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Words {
    words: Vec<String>,
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Committee {
    posts: Vec<String>,
    secretaries: Vec<String>,
    none: Vec<String>,
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct RowWords {
    total: Vec<String>,
    total_before: Vec<String>,
    total_after: Vec<String>,
    came_total: Vec<String>,
    footer: Vec<String>,
    legend: Vec<String>,
}

/// The wordings, ready to be looked up by squashed text.
#[derive(Debug, Clone, Default)]
pub struct Vocabulary {
    headings: HashMap<String, HeadingId>,
    /// Words that tell a heading wherever they stand in it.
    heading_parts: Vec<(String, HeadingId)>,
    heading_fillers: Vec<String>,
    /// What each heading may mean.
    meanings: Vec<Vec<Concept>>,
    marks: HashMap<String, MarkWord>,
    /// Longest first, for finding words inside a text.
    mark_words: Vec<(String, MarkWord)>,
    fillers: Vec<String>,
    kinds: Vec<(String, Kind)>,
    /// The first characters of all of them.
    kind_starts: HashSet<char>,
    statuses: HashMap<String, Membership>,
    categories: HashMap<String, Category>,
    committee: Committee,
    totals: Vec<String>,
    around_totals: (Vec<String>, Vec<String>),
    came_totals: Vec<String>,
    footers: Vec<String>,
    legends: Vec<String>,
    suffixes: Vec<String>,
    not_topics: Vec<String>,
    not_sessions: Vec<String>,
    titles: Vec<(String, TitleWord)>,
    evidence: Vec<(String, EvidenceKind)>,
    stages: Vec<(String, Stage)>,
    verdicts: Verdicts,
}

/// A heading that the vocabulary knows; see [`Vocabulary::meanings`].
pub type HeadingId = usize;

/// A heading that is told by a word in it has at most so many characters.
const LONGEST_HEADING: usize = 12;

/// As many words are left out of a heading at most.
const MOST_LEFT_OUT: usize = 3;

const BUILT_IN: &str = include_str!("../templates/vocabulary.toml");

impl Vocabulary {
    /// The built-in wordings.
    pub fn built_in() -> &'static Vocabulary {
        static BUILT: OnceLock<Vocabulary> = OnceLock::new();
        BUILT.get_or_init(|| {
            let mut vocabulary = Vocabulary::default();
            vocabulary.add(toml::from_str(BUILT_IN).expect("the built-in vocabulary is well-formed"));
            vocabulary
        })
    }

    /// The built-in wordings and a workspace's own, which win.
    pub fn with(extra: VocabularyFile) -> Vocabulary {
        let mut vocabulary = Vocabulary::built_in().clone();
        vocabulary.add(extra);
        vocabulary
    }

    fn add(&mut self, file: VocabularyFile) {
        for (concept, words) in file.heading {
            for word in words {
                let id = *self.headings.entry(squash(&word).to_uppercase()).or_insert(self.meanings.len());
                if id == self.meanings.len() {
                    self.meanings.push(Vec::new());
                }
                if !self.meanings[id].contains(&concept) {
                    self.meanings[id].push(concept);
                }
            }
        }
        for (concept, words) in file.heading_part {
            self.heading_parts.extend(words.iter().map(|w| (squash(w), self.meanings.len())));
            self.meanings.push(vec![concept]);
        }
        for (word, text) in
            file.mark.into_iter().flat_map(|(word, texts)| texts.into_iter().map(move |t| (word, t)))
        {
            let text = squash(&text);
            self.mark_words.retain(|(known, _)| *known != text);
            self.mark_words.push((text.clone(), word));
            self.marks.insert(text, word);
        }
        self.kinds.extend(
            file.kind
                .into_iter()
                .flat_map(|(kind, texts)| texts.into_iter().map(move |t| (squash(&t), kind))),
        );
        self.statuses.extend(
            file.status.into_iter().flat_map(|(s, texts)| texts.into_iter().map(move |t| (squash(&t), s))),
        );
        self.categories.extend(
            file.category.into_iter().flat_map(|(c, texts)| texts.into_iter().map(move |t| (squash(&t), c))),
        );
        self.titles.extend(
            file.title.into_iter().flat_map(|(t, words)| words.into_iter().map(move |w| (squash(&w), t))),
        );
        self.evidence.extend(
            file.evidence.into_iter().flat_map(|(k, words)| words.into_iter().map(move |w| (squash(&w), k))),
        );
        self.stages.extend(
            file.stage.into_iter().flat_map(|(s, words)| words.into_iter().map(move |w| (squash(&w), s))),
        );
        self.verdicts.excellent.extend(file.verdict.excellent);
        self.verdicts.failed.extend(file.verdict.failed);
        self.committee.posts.extend(file.committee.posts);
        self.committee.secretaries.extend(file.committee.secretaries);
        self.committee.none.extend(file.committee.none);
        let add = |to: &mut Vec<String>, words: Vec<String>| {
            to.extend(words.iter().map(|w| squash(w)));
            to.sort_by_key(|w| std::cmp::Reverse(w.chars().count()));
        };
        add(&mut self.fillers, file.mark_filler.words);
        add(&mut self.heading_fillers, file.heading_filler.words);
        add(&mut self.totals, file.row.total);
        add(&mut self.around_totals.0, file.row.total_before);
        add(&mut self.around_totals.1, file.row.total_after);
        add(&mut self.came_totals, file.row.came_total);
        add(&mut self.footers, file.row.footer);
        add(&mut self.legends, file.row.legend);
        add(&mut self.suffixes, file.name_suffix.words);
        add(&mut self.not_topics, file.not_a_topic.words);
        add(&mut self.not_sessions, file.not_a_session.words);
        self.mark_words.sort_by_key(|(w, _)| std::cmp::Reverse(w.chars().count()));
        self.kind_starts = self.kinds.iter().filter_map(|(word, _)| word.chars().next()).collect();
        self.kinds.sort_by_key(|(w, _)| std::cmp::Reverse(w.chars().count()));
    }

    /// What a heading may mean; empty where it is unknown. Tried as it stands, then without a
    /// closing colon or star, then without what is in brackets, then in other words.
    pub fn heading(&self, text: &str) -> &[Concept] {
        self.meanings(self.heading_id(text))
    }

    /// What a known heading may mean; nothing for an unknown one.
    pub fn meanings(&self, heading: Option<HeadingId>) -> &[Concept] {
        heading.map_or(&[], |id| &self.meanings[id])
    }

    /// The known heading that a text is.
    pub fn heading_id(&self, text: &str) -> Option<HeadingId> {
        if let Some(known) = self.headings.get(text) {
            return Some(*known);
        }
        let squashed = squash(text).to_uppercase();
        let bare = squashed.trim_matches([':', '*', '、', '。', '.', '·']);
        let known = self.headings.get(&squashed).or_else(|| self.headings.get(bare));
        let known = known.or_else(|| self.headings.get(&without_brackets(bare)));
        // A long text that mentions a heading is a sentence.
        if known.is_some() || bare.chars().count() > LONGEST_HEADING || bare.contains(':') {
            return known.copied();
        }
        let part = || self.heading_parts.iter().find(|(word, _)| bare.contains(word.as_str()));
        self.reworded(bare).or_else(|| self.both(bare)).or_else(|| part().map(|(_, id)| *id))
    }

    /// A known heading with words that add nothing: `会议主持人姓名` is 主持人, `应参加党员人数` 应参加人数. The
    /// fewest words are left out.
    fn reworded(&self, heading: &str) -> Option<HeadingId> {
        let plain = without_brackets(heading);
        let (kinds, rest) = self.kinds_in(&plain);
        // 党员会议 is a kind of meeting, and 出席会议 is what a mark says.
        let mut said = plain.clone();
        self.fillers.iter().for_each(|word| said = said.replace(word.as_str(), ""));
        if !kinds.is_empty() && rest.is_empty() || self.mark(&said).is_some() {
            return None;
        }
        let mut texts = vec![plain];
        for _ in 0..MOST_LEFT_OUT {
            let without = |text: &String, word: &String| {
                let rest = text.contains(word.as_str()).then(|| text.replacen(word.as_str(), "", 1))?;
                (rest.chars().count() >= 2).then_some(rest)
            };
            let mut shorter: Vec<String> = texts
                .iter()
                .flat_map(|text| self.heading_fillers.iter().filter_map(move |word| without(text, word)))
                .collect();
            shorter.sort_by(|a, b| b.chars().count().cmp(&a.chars().count()).then_with(|| a.cmp(b)));
            shorter.dedup();
            if let Some(known) = shorter.iter().find_map(|text| self.headings.get(text)) {
                return Some(*known);
            }
            texts = shorter;
        }
        None
    }

    /// A heading of two things, both known: the one that tells whose they are, `请假人员及原因`, or the first.
    fn both(&self, heading: &str) -> Option<HeadingId> {
        let parts: Vec<&str> = heading.split(['及', '和', '与', '或', '、', '/', '\\']).collect();
        if parts.len() < 2 || parts.iter().any(|part| part.chars().count() < 2) {
            return None;
        }
        let find = |part: &&str| self.headings.get(*part).copied().or_else(|| self.reworded(part));
        let known: Vec<HeadingId> = parts.iter().map(find).collect::<Option<_>>()?;
        use Concept::*;
        let of = |concept: Concept| known.iter().find(|id| self.meanings[**id].contains(&concept)).copied();
        if of(Due).is_some() && of(Came).is_some() {
            return self.meanings.iter().position(|meanings| meanings.contains(&DueAndCame));
        }
        let telling = [Name, OnLeave, Absentees, Absent, LateList, Attendees];
        telling.into_iter().find_map(of).or(known.first().copied())
    }

    /// The known heading nearest to an unknown one, for a suggestion.
    pub fn nearest_heading(&self, text: &str) -> Option<&str> {
        let squashed = squash(text);
        nearest(&squashed, self.headings.keys().map(String::as_str))
    }

    pub fn nearest_mark(&self, text: &str) -> Option<&str> {
        nearest(&squash(text), self.marks.keys().map(String::as_str))
    }

    pub fn mark(&self, squashed: &str) -> Option<MarkWord> {
        self.marks.get(squashed).copied()
    }

    /// All words of marks, longest first.
    pub fn mark_words(&self) -> impl Iterator<Item = (&str, MarkWord)> {
        self.mark_words.iter().map(|(w, m)| (w.as_str(), *m))
    }

    pub fn fillers(&self) -> &[String] {
        &self.fillers
    }

    /// Whether a text holds a character that some kind's wording begins with.
    pub fn may_name_a_kind(&self, squashed: &str) -> bool {
        squashed.contains(|c| self.kind_starts.contains(&c))
    }

    /// The kinds named in a text, and the text without them. The longest wordings are taken first,
    /// so that `支部党员大会` is not also taken for something shorter inside it.
    pub fn kinds_in(&self, squashed: &str) -> (Vec<Kind>, String) {
        // Most texts hold no character that any wording begins with.
        if !self.may_name_a_kind(squashed) {
            return (Vec::new(), squashed.to_string());
        }
        let (mut kinds, mut rest) = (Vec::new(), squashed.to_string());
        for (word, kind) in &self.kinds {
            if rest.contains(word.as_str()) {
                rest = rest.replace(word.as_str(), "\u{1}");
                kinds.push(*kind);
            }
        }
        // 党小组 as a bare word names a group rather than a meeting; 学习, 培训 and 其他 name a kind
        // only where nothing more definite does.
        if kinds.iter().any(|k| !matches!(k, Kind::Study | Kind::Training | Kind::Other)) {
            kinds.retain(|k| !matches!(k, Kind::Study | Kind::Training | Kind::Other));
        }
        kinds.sort();
        kinds.dedup();
        (kinds, rest.replace('\u{1}', ""))
    }

    pub fn status(&self, squashed: &str) -> Option<Membership> {
        self.statuses.get(squashed).copied()
    }

    pub fn category(&self, squashed: &str) -> Option<Category> {
        self.categories.get(squashed).copied()
    }

    /// Whether a post makes one a member of the branch committee.
    pub fn is_committee_post(&self, post: &str) -> bool {
        !self.committee.none.iter().any(|n| n == post)
            && self.committee.posts.iter().any(|p| post.ends_with(p.as_str()) || post.contains(p.as_str()))
    }

    pub fn is_secretary(&self, post: &str) -> bool {
        self.committee.secretaries.iter().any(|p| p == post)
    }

    /// The post as kept: empty for wordings that say there is none.
    pub fn post<'a>(&self, post: &'a str) -> &'a str {
        if crate::text::is_nothing(post) || self.committee.none.iter().any(|n| n == post) { "" } else { post }
    }

    /// Whether a text labels a row of sums: `合计`, `本次到会人数`, `出席人次（人）`, `应到/实到`.
    pub fn is_total(&self, squashed: &str) -> bool {
        let bare = without_brackets(squashed.trim_end_matches(':'));
        let known = |text: &str| self.totals.iter().any(|t| t == text);
        let (before, after) = &self.around_totals;
        let sums = |part: &str| {
            let stems = after.iter().filter_map(|word| part.strip_suffix(word.as_str())).chain([part]);
            stems.into_iter().any(|stem| {
                known(stem) || before.iter().filter_map(|word| stem.strip_prefix(word.as_str())).any(known)
            })
        };
        ["合计", "总计", "小计", "共计"].iter().any(|t| bare.starts_with(t))
            || !bare.is_empty() && bare.split('/').all(sums)
    }

    pub fn is_came_total(&self, squashed: &str) -> bool {
        self.came_totals.iter().any(|t| t == squashed.trim_end_matches(':'))
    }

    /// Whether a text is a signature line or the like: one of the words, then a colon or nothing.
    pub fn is_footer(&self, squashed: &str) -> bool {
        self.footers.iter().any(|word| {
            squashed.strip_prefix(word.as_str()).is_some_and(|rest| {
                let rest = rest.trim_start_matches(|c: char| {
                    c == '(' || c == ')' || crate::text::is_han(c) && "签字盖章公章日期".contains(c)
                });
                rest.is_empty() || rest.starts_with(':')
            })
        })
    }

    /// The body of a legend line, where a text is one: `注:○缺席△请假` gives `○缺席△请假`.
    pub fn legend_body<'a>(&self, squashed: &'a str) -> Option<&'a str> {
        self.legends.iter().find_map(|word| {
            squashed
                .trim_start_matches(['(', '※', '*', '[', '【'])
                .strip_prefix(word.as_str())?
                .strip_prefix([':', '.', '、', ']', '】'])
        })
    }

    /// Whether a text is a word such as 说明 or 符号 by itself.
    pub fn is_legend_word(&self, squashed: &str) -> bool {
        self.legends.iter().any(|word| word == squashed)
    }

    /// Whether what stands in brackets after a name tells namesakes apart (`大`, `小`, `女`).
    pub fn is_name_suffix(&self, squashed: &str) -> bool {
        self.suffixes.iter().any(|s| s == squashed)
    }

    /// Whether a heading can be a topic of study: it does not say that it counts something else.
    pub fn may_be_a_topic(&self, heading: &str) -> bool {
        heading.chars().count() >= 2 && !self.not_topics.iter().any(|w| heading.contains(w.as_str()))
    }

    /// Whether a heading without a date can stand for a session: it does not say that it counts or names something.
    pub fn may_be_a_session(&self, heading: &str) -> bool {
        !self.not_sessions.iter().any(|w| heading.contains(w.as_str()))
    }

    /// Whether a title holds one of the words for something.
    pub fn title_says(&self, squashed: &str, what: TitleWord) -> bool {
        self.titles.iter().any(|(word, meaning)| *meaning == what && squashed.contains(word.as_str()))
    }

    /// The stage of development whose date stands under a heading; the latest where a heading names several.
    pub fn stage(&self, heading: &str) -> Option<Stage> {
        self.stages.iter().filter(|(word, _)| heading.contains(word.as_str())).map(|(_, stage)| *stage).max()
    }

    /// Whether the outcome of an appraisal is the best, and whether it is the worst.
    pub fn is_excellent(&self, outcome: &str) -> bool {
        !self.is_failed(outcome) && self.verdicts.excellent.iter().any(|w| outcome.contains(w.as_str()))
    }

    pub fn is_failed(&self, outcome: &str) -> bool {
        self.verdicts.failed.iter().any(|w| outcome.contains(w.as_str()))
    }

    /// The kind of evidence that a title names.
    pub fn evidence_in(&self, squashed: &str) -> Option<EvidenceKind> {
        self.evidence.iter().find(|(word, _)| squashed.contains(word.as_str())).map(|(_, kind)| *kind)
    }
}

pub fn without_brackets(text: &str) -> String {
    let (mut depth, mut out) = (0u32, String::new());
    for c in text.chars() {
        match c {
            '(' | '[' | '【' => depth += 1,
            ')' | ']' | '】' => depth = depth.saturating_sub(1),
            _ if depth == 0 => out.push(c),
            _ => {}
        }
    }
    out
}

/// The known word most like a text, if it is like it at all; one that sounds the same wins.
fn nearest<'a>(text: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let spoken = sound(text);
    known
        .filter(|word| word.chars().count() > 1)
        .map(|word| {
            let likeness = strsim::normalized_damerau_levenshtein(text, word);
            (likeness, sound(word) == spoken, word)
        })
        .filter(|(likeness, alike, _)| *likeness >= 0.5 || *alike)
        // Ties are broken by the word itself, so that two runs say the same.
        .max_by(|a, b| a.1.cmp(&b.1).then(a.0.total_cmp(&b.0)).then_with(|| b.2.cmp(a.2)))
        .map(|(_, _, word)| word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings() {
        let v = Vocabulary::built_in();
        for (text, concept) in [
            ("姓 名", Concept::Name),
            ("时长（小时）", Concept::Hours),
            ("身份证号码：", Concept::IdNumber),
            ("*应到人数", Concept::Due),
            ("所在党小组", Concept::Group),
        ] {
            assert!(v.heading(text).contains(&concept), "{text}");
        }
        // In other words, the fewest left out; of two things, the one that tells whose they are.
        for (text, concept) in [
            ("会议主持人姓名", Concept::Host),
            ("请假党员姓名", Concept::OnLeave),
            ("应参加党员人数", Concept::Due),
            ("加入中国共产党的时间", Concept::Joined),
            ("请假名单及事由", Concept::OnLeave),
            ("应到党员数及实到党员数", Concept::DueAndCame),
            ("姓名/日期", Concept::Name),
        ] {
            assert_eq!(v.heading(text).first(), Some(&concept), "{text}");
        }
        for text in ["出席会议", "党员会议", "主题党日活动", "父亲姓名", "支部党员大会"]
        {
            let wrong = [Concept::Name, Concept::Topic, Concept::Mark];
            assert!(!v.heading(text).iter().any(|c| wrong.contains(c)), "{text}");
        }
        assert!(v.heading("张三").is_empty());
        assert_eq!(v.nearest_heading("会议主体"), Some("会议主题"));
    }

    #[test]
    fn kinds_inside_titles() {
        let v = Vocabulary::built_in();
        for (text, kinds) in [
            ("支部党员大会暨主题党日活动", vec![Kind::GeneralMeeting, Kind::ThemeDay]),
            ("党小组会(第一党小组)", vec![Kind::GroupMeeting]),
            ("支部委员会", vec![Kind::CommitteeMeeting]),
            ("党课学习", vec![Kind::Lecture]),
            ("理论学习", vec![Kind::Study]),
            ("2025年考勤表", vec![]),
        ] {
            assert_eq!(v.kinds_in(text).0, kinds, "{text}");
        }
    }

    #[test]
    fn lines_that_are_no_data() {
        let v = Vocabulary::built_in();
        for text in ["填表人:审核人:党支部书记(签字):", "记录人:", "审核人:张三"] {
            assert!(v.is_footer(text), "{text}");
        }
        assert!(!v.is_footer("负责任"));
        assert_eq!(v.legend_body("注:○缺席△请假"), Some("○缺席△请假"));
        assert!(v.is_total("合计") && v.is_total("实到人数") && !v.is_total("张合"));
    }
}
