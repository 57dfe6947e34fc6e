//! The wordings that branches use, and what they mean.
//!
//! All of it is data: `templates/vocabulary.toml`, embedded in the program, to which a workspace's
//! `taizhang.toml` can add under `[词汇]`. Nothing else in the program knows a heading or a mark. `terms` are the
//! things that words can mean, `file` is how they are written down, `headings` what stands over columns,
//! `signs` which signs are written for each other, and `phrases` finds many words in a text at once.

mod branch_names;
mod composed;
mod counted;
mod crowd;
mod file;
mod group_names;
mod headings;
mod held;
mod listed;
mod made;
mod moved;
mod phrases;
mod signs;
mod terms;

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::{LazyLock, OnceLock};

use regex::Regex;

use crate::text::{pattern, sound, squash};
pub use branch_names::BranchNames;
use composed::Composed;
pub use counted::Counted;
pub use crowd::Crowd;
pub use file::VocabularyFile;
use file::{Answers, Committee, JoiningWords, Signs, Verdicts};
pub use group_names::GroupNames;
pub use headings::HeadingId;
use headings::Headings;
pub use held::Held;
pub use listed::Listed;
pub use moved::Moved;
use phrases::Phrases;
pub use terms::{
    AudienceWord, Category, Concept, End, EvidenceKind, Kind, MarkWord, Membership, Move, Stage, TitleWord,
    TopicsOf,
};

/// The wordings, ready to be looked up by squashed text.
#[derive(Debug, Clone, Default)]
pub struct Vocabulary {
    headings: Headings,
    marks: HashMap<String, MarkWord>,
    /// Longest first, for finding words inside a text.
    mark_words: Phrases<MarkWord>,
    marks_composed: Composed<MarkWord>,
    signs: Signs,
    fillers: Phrases<()>,
    /// As a mark, either that somebody came or that he was elsewhere.
    doubtful_marks: HashSet<String>,
    kinds: Phrases<Kind>,
    /// What names a kind where nothing else stands with it: 大会.
    kinds_alone: HashMap<String, Kind>,
    /// The first characters of all of them.
    kind_starts: HashSet<char>,
    statuses: HashMap<String, Membership>,
    categories: HashMap<String, Category>,
    audiences: HashMap<String, AudienceWord>,
    committee: Committee,
    committee_posts: Phrases<()>,
    totals: Vec<String>,
    around_totals: (Vec<String>, Vec<String>),
    came_totals: Vec<String>,
    footers: Vec<String>,
    /// The characters of what may stand between one of these and its colon: 签字.
    behind_footers: HashSet<char>,
    legends: Vec<String>,
    before_blanks: Vec<String>,
    blanks: Vec<String>,
    links: Vec<String>,
    suffixes: Vec<String>,
    not_names: HashSet<String>,
    not_name_ends: Vec<String>,
    go_on: Vec<String>,
    unit_ends: Vec<String>,
    unnamed: Phrases<()>,
    crowd: Crowd,
    counted: Counted,
    branch_names: BranchNames,
    group_names: GroupNames,
    held: Held,
    listed: Listed,
    studied: Phrases<()>,
    not_studied: Vec<String>,
    /// Words of one character that are marks within others too: 病.
    marks_within: HashSet<String>,
    joining: JoiningWords,
    /// What a record of a meeting is called, behind its kind: 会议记录.
    records: Vec<String>,
    colours: Phrases<()>,
    /// What colours may be on.
    coloured: Vec<String>,
    dittos: Vec<String>,
    answers: Answers,
    not_topics: Phrases<()>,
    asked: Phrases<()>,
    of_period: Phrases<()>,
    topics_of: Phrases<TopicsOf>,
    not_sessions: Phrases<()>,
    not_kinds: Phrases<()>,
    titles: Phrases<TitleWord>,
    evidence: Phrases<EvidenceKind>,
    stages: Phrases<Stage>,
    verdicts: Verdicts,
    moved: Moved,
    responsible: Vec<String>,
    adds_up: Vec<String>,
    sums: Phrases<()>,
}

/// Shorter texts that are made of such words may be anything, somebody's name among it.
const SHORTEST_MARK: usize = 3;

const BUILT_IN: &str = include_str!("../../templates/vocabulary.toml");

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
        if extra != VocabularyFile::default() {
            vocabulary.add(extra);
        }
        vocabulary
    }

    fn add(&mut self, file: VocabularyFile) {
        self.headings.add(file.heading, file.heading_part);
        let places = (&*file.heading_anywhere.words, &*file.heading_behind.words);
        // What is said of a kind of meeting: 党课题目, 民主评议时间.
        let mut words = file.heading_word;
        words.entry("session".into()).or_default().extend(file.kind.values().flatten().cloned());
        self.headings.compose(words, places, &file.heading_rules.rules);
        for (text, word) in pairs(file.mark) {
            self.mark_words.extend([(text.clone(), word)]);
            self.marks.insert(text, word);
        }
        self.marks_composed.add_words(file.mark_word, &file.mark_anywhere.words, &[]);
        for (place, rule) in file.mark_rules.rules.iter().enumerate() {
            self.marks_composed.add_rule(place, rule, rule.is);
        }
        self.signs.plain.extend(file.sign.plain);
        self.signs.alike.extend(file.sign.alike);
        self.mark_words.last_wins();
        self.mark_words.longest_first();
        self.kinds.extend(pairs(file.kind));
        self.kinds.last_wins();
        self.kinds.longest_first();
        self.kind_starts = self.kinds.iter().filter_map(|(word, _)| word.chars().next()).collect();
        self.kinds_alone.extend(pairs(file.kind_alone));
        self.statuses.extend(pairs(file.status));
        self.categories.extend(pairs(file.category));
        self.audiences.extend(pairs(file.audience));
        self.titles.extend(pairs(file.title));
        self.evidence.extend(pairs(file.evidence));
        self.evidence.last_wins();
        self.stages.extend(pairs(file.stage));
        self.verdicts.excellent.extend(file.verdict.excellent);
        self.verdicts.failed.extend(file.verdict.failed);
        self.committee.secretaries.extend(file.committee.secretaries);
        self.committee.none.extend(file.committee.none);
        self.committee.whose.extend(file.committee.whose);
        self.committee.whose.sort_by_key(|word| std::cmp::Reverse(word.chars().count()));
        let within = |to: &mut Phrases<()>, words: Vec<String>| {
            to.extend(words.iter().map(|w| (squash(w), ())));
            to.longest_first();
        };
        within(&mut self.fillers, file.mark_filler.words);
        self.marks_within.extend(file.mark_within.words);
        self.joining.words.extend(file.joining.words);
        self.joining.later.extend(file.joining.later);
        self.committee.asked.extend(file.committee.asked);
        self.doubtful_marks.extend(file.mark_doubt.words);
        within(&mut self.committee_posts, file.committee.posts);
        self.not_names.extend(file.not_a_name.words.iter().map(|word| squash(word)));
        self.not_name_ends.extend(file.not_a_name.ends);
        self.go_on.extend(file.not_a_name.go_on);
        self.unit_ends.extend(file.unit.ends);
        self.answers.asks.extend(file.answer.asks);
        self.answers.states.extend(file.answer.states);
        self.answers.yes.extend(file.answer.yes);
        self.answers.no.extend(file.answer.no);
        within(&mut self.not_topics, file.not_a_topic.words);
        within(&mut self.unnamed, file.somebody.words);
        self.crowd.add(file.crowd);
        self.counted.add(file.counted);
        self.branch_names.add(file.branch_name);
        self.group_names.add(file.group_name);
        self.held.add(file.held);
        self.listed.add(file.listed);
        self.moved.add(file.moved);
        within(&mut self.sums, file.row.sum);
        within(&mut self.studied, file.studied.words);
        self.not_studied.extend(file.studied.not);
        within(&mut self.colours, file.colour.words);
        within(&mut self.asked, file.asked.words);
        within(&mut self.of_period, file.of_period.words);
        self.topics_of.extend(pairs(file.topics_of));
        self.topics_of.longest_first();
        within(&mut self.not_sessions, file.not_a_session.words);
        within(&mut self.not_kinds, file.not_a_kind.words);
        let add = |to: &mut Vec<String>, words: Vec<String>| {
            to.extend(words.iter().map(|w| squash(w)));
            to.sort_by_key(|w| std::cmp::Reverse(w.chars().count()));
        };
        add(&mut self.records, file.kind_record.words);
        add(&mut self.coloured, file.colour.on);
        add(&mut self.totals, file.row.total);
        add(&mut self.around_totals.0, file.row.total_before);
        add(&mut self.around_totals.1, file.row.total_after);
        add(&mut self.came_totals, file.row.came_total);
        add(&mut self.footers, file.row.footer);
        self.behind_footers.extend(file.row.footer_behind.iter().flat_map(|word| word.chars()));
        add(&mut self.legends, file.row.legend);
        add(&mut self.dittos, file.row.ditto);
        add(&mut self.before_blanks, file.legend.before);
        add(&mut self.blanks, file.legend.blank);
        add(&mut self.links, file.legend.link);
        add(&mut self.suffixes, file.name_suffix.words);
        add(&mut self.responsible, file.responsible.words);
        add(&mut self.adds_up, file.row.adds_up);
    }

    pub fn nearest_mark(&self, text: &str) -> Option<&str> {
        nearest(&squash(text), self.marks.keys().map(String::as_str))
    }

    /// Whether a mark may say that somebody came, and as well that he was at another meeting: 参加会议.
    pub fn is_doubtful_mark(&self, squashed: &str) -> bool {
        self.doubtful_marks.contains(squashed)
    }

    /// Whether a word that means a mark does so within others, however short it is.
    pub fn tells_within(&self, word: &str) -> bool {
        self.marks_within.contains(word)
    }

    /// The words of marks that a text holds, longest first.
    pub fn mark_words(&self, squashed: &str) -> impl Iterator<Item = (&str, MarkWord)> {
        self.mark_words.within(squashed)
    }

    /// A text without the words that add nothing to a mark.
    pub fn without_fillers(&self, squashed: &str) -> String {
        let mut rest = squashed.to_string();
        if self.fillers.any_within(squashed) {
            self.fillers.iter().for_each(|(word, ())| rest = rest.replace(word, ""));
        }
        rest
    }

    /// Whether a character stands in one of those words.
    pub fn is_filler(&self, c: char) -> bool {
        self.fillers.iter().any(|(word, ())| word.contains(c))
    }

    /// Whether a text holds a character that some kind's wording begins with.
    pub fn may_name_a_kind(&self, squashed: &str) -> bool {
        squashed.contains(|c| self.kind_starts.contains(&c))
    }

    /// The kinds named in a text, and the text without them. The longest wordings are taken first,
    /// so that `支部党员大会` is not also taken for something shorter inside it.
    pub fn kinds_in(&self, squashed: &str) -> (Vec<Kind>, String) {
        if let Some(kind) = self.kinds_alone.get(squashed) {
            return (vec![*kind], String::new());
        }
        let (mut kinds, mut rest) = (Vec::new(), squashed.to_string());
        for (place, ()) in self.not_kinds.within(squashed) {
            rest = rest.replace(place, "");
        }
        for (word, kind) in self.kinds.within(squashed) {
            if rest.contains(word) {
                rest = rest.replace(word, "\u{1}");
                kinds.push(kind);
            }
        }
        // 党小组 as a bare word names a group rather than a meeting; 学习, 培训 and 其他 name a kind
        // only where nothing more definite does.
        if kinds.iter().any(|k| !k.is_vague()) {
            kinds.retain(|k| !k.is_vague());
        }
        // 理论学习 on 警示教育 is a study.
        if kinds.iter().any(|k| *k != Kind::Other) {
            kinds.retain(|k| *k != Kind::Other);
        }
        kinds.sort();
        kinds.dedup();
        (kinds, rest.replace('\u{1}', ""))
    }

    pub fn status(&self, squashed: &str) -> Option<Membership> {
        self.statuses.get(squashed).copied()
    }

    /// What a heading asks for: 退休 by 是否退休.
    pub fn asked_by(&self, heading: &str) -> String {
        let words = self.answers.asks.iter().chain(&self.answers.states);
        words.fold(heading.to_string(), |rest, word| rest.replace(word.as_str(), ""))
    }

    /// Whether a heading asks something: 是否请假, 请假与否.
    pub fn asks(&self, heading: &str) -> bool {
        self.answers.asks.iter().any(|word| heading.contains(word.as_str()))
    }

    /// Whether a value affirms what its heading asks, 是否在职.
    pub fn yes_or_no(&self, squashed: &str) -> Option<bool> {
        let is_one_of = |words: &[String]| words.iter().any(|word| word == squashed);
        is_one_of(&self.answers.yes).then_some(true).or_else(|| is_one_of(&self.answers.no).then_some(false))
    }

    pub fn category(&self, squashed: &str) -> Option<Category> {
        self.categories.get(squashed).copied()
    }

    /// For whom a topic of study is, where a text says it in one of these words.
    pub fn audience(&self, squashed: &str) -> Option<AudienceWord> {
        self.audiences.get(squashed).copied()
    }

    /// Whether a post makes one a member of the branch committee.
    pub fn is_committee_post(&self, post: &str) -> bool {
        !self.committee.none.iter().any(|n| n == post) && self.committee_posts.any_within(post)
    }

    /// Whether a post is made of the words for posts and for whose they are, and of nothing else: 支部副书记兼组织委员.
    pub fn is_plain_post(&self, post: &str) -> bool {
        let (mut rest, words) = (post.to_string(), self.committee_posts.iter().map(|(word, ())| word));
        for word in words.chain(self.committee.whose.iter().map(String::as_str)) {
            rest = rest.replace(word, "");
        }
        rest.chars().all(|c| c.is_ascii_punctuation() || matches!(c, '、' | '兼' | '和'))
    }

    /// Whether a heading, most often of posts in the office, heads those in the branch where nothing else stands below it.
    pub fn may_head_posts(&self, heading: &str) -> bool {
        self.committee.asked.iter().any(|word| word == heading)
    }

    /// Whether a heading over days speaks of the Party, and not of the end of probation: it may be the day of joining.
    pub fn may_head_joining(&self, heading: &str) -> bool {
        let says = |words: &[String]| words.iter().any(|word| heading.contains(word.as_str()));
        says(&self.joining.words) && !says(&self.joining.later)
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
        self.adds_up(&bare) || !bare.is_empty() && bare.split('/').all(sums)
    }

    /// Whether a total is the sum of what stands above it, and no mean and no count of marks.
    pub fn adds_up(&self, squashed: &str) -> bool {
        self.adds_up.iter().any(|word| squashed.starts_with(word.as_str()))
    }

    /// Whether a heading speaks of what others come to: 合计学时, 总学时.
    pub fn speaks_of_sum(&self, heading: &str) -> bool {
        self.sums.any_within(heading)
    }

    pub fn is_came_total(&self, squashed: &str) -> bool {
        self.came_totals.iter().any(|t| t == squashed.trim_end_matches(':'))
    }

    /// Whether a text is a signature line or the like: one of the words, then a colon or nothing; a page's number; a day
    /// that somebody is to fill in by hand, `报送时间：  年  月  日`.
    pub fn is_footer(&self, squashed: &str) -> bool {
        static PAGE: LazyLock<Regex> = LazyLock::new(|| pattern(r"^(?:第\d+页|共\d+页|[,，、/])+$"));
        let is_blank_day = || squashed.ends_with(":年月日");
        let is_page = || squashed.starts_with(['第', '共']) && PAGE.is_match(squashed);
        is_blank_day()
            || is_page()
            || self.footers.iter().any(|word| {
                squashed.strip_prefix(word.as_str()).is_some_and(|rest| {
                    let rest = rest
                        .trim_start_matches(|c| matches!(c, '(' | ')') || self.behind_footers.contains(&c));
                    rest.is_empty() || rest.starts_with(':')
                })
            })
    }

    /// Whether words behind one that says how people came go on about that, and name nobody: 到乡镇 of `因公到乡镇`.
    pub fn goes_on(&self, words: &str) -> bool {
        self.go_on.iter().any(|begin| words.starts_with(begin.as_str()))
    }

    /// What stands before a word for a legend: `2026年3月考勤` of `2026年3月考勤 说明`.
    pub fn before_legend_word<'t>(&self, text: &'t str) -> Option<&'t str> {
        self.legends.iter().filter_map(|word| text.strip_suffix(word.as_str())).min_by_key(|rest| rest.len())
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

    /// Whether a text begins with a word for a legend, whatever stands behind it: `图例 √到会`.
    pub fn may_begin_a_legend(&self, squashed: &str) -> bool {
        self.legends.iter().any(|word| squashed.starts_with(word.as_str()))
    }

    /// Whether a text says that the cell above holds here too: 同上, 〃.
    pub fn is_ditto(&self, squashed: &str) -> bool {
        self.dittos.iter().any(|word| word == squashed)
    }

    /// Whether a text is a word such as 说明 or 符号 by itself.
    pub fn is_legend_word(&self, squashed: &str) -> bool {
        self.legends.iter().any(|word| word == squashed)
    }

    /// What a legend's entry says of the cells left blank, where it speaks of them: `空白为缺席`,
    /// `表内空白的为到会`, `其余均到会`.
    pub fn of_a_blank<'a>(&self, entry: &'a str) -> Option<&'a str> {
        let bare =
            self.before_blanks.iter().find_map(|word| entry.strip_prefix(word.as_str())).unwrap_or(entry);
        self.blanks.iter().find_map(|word| bare.strip_prefix(word.as_str()))
    }

    /// The meaning of a legend's entry without the words that join it to its mark: `表示请假的`.
    pub fn without_links<'a>(&self, meaning: &'a str) -> &'a str {
        let bare = |meaning: &'a str| {
            self.links
                .iter()
                .fold(meaning, |m, link| m.trim_start_matches(link.as_str()).trim_end_matches(link.as_str()))
        };
        let mut meaning = meaning;
        while bare(meaning).len() < meaning.len() {
            meaning = bare(meaning);
        }
        meaning
    }

    /// A mark or a reason that no list has, told by the words that it is made of: `县委开会`, `没有到场`.
    pub fn composed_mark(&self, squashed: &str) -> Option<MarkWord> {
        // One word alone would be in the list, if it were what it seems.
        (squashed.chars().count() >= SHORTEST_MARK).then(|| self.marks_composed.read(squashed, 2))?
    }

    /// Whether words beside a leave say that it is none: `未批准`, `没有假条`.
    pub fn denies_leave(&self, squashed: &str) -> bool {
        self.marks_composed.read(squashed, 1) == Some(MarkWord::Absent)
    }

    /// Whether what stands in brackets after a name tells namesakes apart (`大`, `小`, `女`).
    pub fn is_name_suffix(&self, squashed: &str) -> bool {
        self.suffixes.iter().any(|s| s == squashed)
    }

    /// Whether a text stands where a name is not known, 待定, 空缺, or is of a unit, 第三支部(6人).
    pub fn is_no_name(&self, squashed: &str) -> bool {
        let bare = squashed.split('(').next().unwrap_or(squashed);
        self.not_names.contains(squashed) || self.not_name_ends.iter().any(|end| bare.ends_with(end.as_str()))
    }

    /// Whether words name a group or a department, and say nothing of those behind them: `第一党小组：`, `办公室：`.
    pub fn is_unit(&self, squashed: &str) -> bool {
        /// Departments of a bureau have names as long.
        const LONGEST: usize = 12;
        squashed.chars().count() <= LONGEST
            && self.unit_ends.iter().any(|end| squashed.ends_with(end.as_str()))
    }

    /// Whether words mean people and name none: `多人`, `第二党小组全体`.
    pub fn names_nobody(&self, squashed: &str) -> bool {
        self.unnamed.any_within(squashed)
    }

    /// How the names of branches are written.
    pub fn branch_names(&self) -> &BranchNames {
        &self.branch_names
    }

    /// What texts say with numbers of people.
    pub fn counted(&self) -> &Counted {
        &self.counted
    }

    /// What texts say of many at once.
    pub fn crowd(&self) -> &Crowd {
        &self.crowd
    }

    /// What is said of those who come to a branch or leave it.
    pub fn moved(&self) -> &Moved {
        &self.moved
    }

    /// What sentences say of a meeting.
    pub fn held(&self) -> &Held {
        &self.held
    }

    /// How the groups of a branch are written.
    pub fn group_names(&self) -> &GroupNames {
        &self.group_names
    }

    /// How people are listed in prose.
    pub fn listed(&self) -> &Listed {
        &self.listed
    }

    /// Whether a heading stands over those who answer for something: 责任人.
    pub fn is_responsible(&self, heading: &str) -> bool {
        self.responsible.iter().any(|word| heading.ends_with(word.as_str()))
    }

    /// Whether a heading stands over whether something was studied: `完成情况`.
    pub fn tells_of_study(&self, heading: &str) -> bool {
        self.studied.any_within(heading)
    }

    /// Whether a cell below it says that it was not: 未学, 否.
    pub fn denies_study(&self, squashed: &str) -> bool {
        self.not_studied.iter().any(|word| squashed.starts_with(word.as_str()))
    }

    /// What a text says that colours mean: `请假` and `未到` of `黄色底纹为请假，标红的未到`.
    pub fn meant_by_colours<'a>(&'a self, squashed: &'a str) -> impl Iterator<Item = &'a str> {
        let clause = |(_, behind): (&'a str, &'a str)| behind.split([',', ';', '、', '。']).next();
        let behind = self.colours.within(squashed).filter_map(|(colour, ())| squashed.split_once(colour));
        behind.filter_map(clause).map(|clause| {
            let words =
                self.coloured.iter().fold(clause, |rest, word| rest.trim_start_matches(word.as_str()));
            self.without_links(words.trim_matches([':', '=']))
        })
    }

    /// Whether a heading can be a topic of study: it does not say that it counts something else.
    pub fn may_be_a_topic(&self, heading: &str) -> bool {
        heading.chars().count() >= 2 && !self.not_topics.any_within(heading)
    }

    /// Whether a heading over hours speaks of those that are asked, and not of those that somebody did.
    pub fn is_asked(&self, heading: &str) -> bool {
        self.asked.any_within(heading)
    }

    /// Whether a heading over amounts speaks of those of the period that the list is of: 本月积分.
    pub fn is_of_period(&self, heading: &str) -> bool {
        self.of_period.any_within(heading)
    }

    /// Of what topics the heading over them speaks, 集中学习内容 or 自学内容: the word and what it is.
    pub fn topics_of(&self, heading: &str) -> Option<(&str, TopicsOf)> {
        self.topics_of.within(heading).next()
    }

    /// Whether a text is the title of a record, 第一支部会议记录, and no sentence that mentions one.
    pub fn is_record_title(&self, squashed: &str) -> bool {
        let bare = squashed.trim_end_matches(['表', '簿', '册', '本']);
        self.records.iter().any(|word| bare.ends_with(word.as_str()))
            && !squashed.contains(['，', ',', '。', '；', ';', '、', ':'])
    }

    /// Whether a heading without a date can stand for a session: it does not say that it counts or names something.
    pub fn may_be_a_session(&self, heading: &str) -> bool {
        !self.not_sessions.any_within(heading)
    }

    /// Whether a title holds one of the words for something.
    pub fn title_says(&self, squashed: &str, what: TitleWord) -> bool {
        self.titles.within(squashed).any(|(_, meaning)| meaning == what)
    }

    /// Whether a title is that of a notice: 关于召开党员大会的通知, and not 学习《通知》精神.
    pub fn is_notice(&self, squashed: &str) -> bool {
        let title = without_brackets(squashed);
        self.titles
            .within(&title)
            .any(|(word, meaning)| meaning == TitleWord::Notice && title.ends_with(word))
    }

    /// The stage of development whose date stands under a heading; the latest where a heading names several.
    pub fn stage(&self, heading: &str) -> Option<Stage> {
        self.stages.within(heading).map(|(_, stage)| stage).max()
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
        self.evidence.within(squashed).next().map(|(_, kind)| kind)
    }
}

/// Each wording with what it means.
fn pairs<T: Copy + Ord>(words: BTreeMap<T, Vec<String>>) -> Vec<(String, T)> {
    words.into_iter().flat_map(|(t, texts)| texts.into_iter().map(move |text| (squash(&text), t))).collect()
}

/// The pattern of one of the words, longest first; of what no text has where there is none.
fn any_of(lists: &[&[String]]) -> String {
    let mut words: Vec<&String> = lists.iter().copied().flatten().collect();
    words.sort_by_key(|word| std::cmp::Reverse(word.chars().count()));
    let words: Vec<String> = words.into_iter().map(|word| regex::escape(word)).collect();
    if words.is_empty() { r"[^\s\S]".into() } else { format!("(?:{})", words.join("|")) }
}

/// A text without what stands in brackets.
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
    fn kinds_inside_titles() {
        let v = Vocabulary::built_in();
        for (text, kinds) in [
            ("支部党员大会暨主题党日活动", vec![Kind::GeneralMeeting, Kind::ThemeDay]),
            ("党小组会(第一党小组)", vec![Kind::GroupMeeting]),
            ("支部委员会", vec![Kind::CommitteeMeeting]),
            ("党课学习", vec![Kind::Lecture]),
            ("理论学习", vec![Kind::Study]),
            ("理论学习警示教育", vec![Kind::Study]),
            ("2025年考勤表", vec![]),
            ("大会", vec![Kind::GeneralMeeting]),
            ("表彰大会", vec![]),
            ("班组会", vec![]),
            ("在党员活动室召开党员大会", vec![Kind::GeneralMeeting]),
            ("党员活动室的党员活动", vec![Kind::ThemeDay]),
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
