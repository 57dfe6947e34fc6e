//! What was not understood, or was understood and looks wrong.
//!
//! Every code is declared once, in [`catalogue!`](self) below: code, severity, title, message and
//! hint. Raising an issue is one line; the handbook's page of codes (`docs/问题代码.md`) is written
//! from the same declarations. In the texts `{值}` stands for what was in the cell and `{详}` for
//! the detail that the raiser adds.

use crate::address::{Address, Area, BookId, Spot};

/// How much an issue matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// Something on the sheet could not be used.
    Error,
    /// It was used, but somebody should look at it.
    Warning,
    /// Noted for completeness.
    Info,
}

impl Severity {
    pub fn name(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Info => "info",
        }
    }

    pub fn chinese(self) -> &'static str {
        match self {
            Severity::Error => "错误",
            Severity::Warning => "提醒",
            Severity::Info => "说明",
        }
    }
}

/// What an issue points at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Place {
    /// The workspace as a whole.
    Folder,
    Book(BookId),
    Sheet(BookId, u16),
    Cells(BookId, u16, Area),
}

impl Place {
    pub fn book(self) -> Option<BookId> {
        match self {
            Place::Folder => None,
            Place::Book(book) | Place::Sheet(book, _) | Place::Cells(book, _, _) => Some(book),
        }
    }

    pub fn sheet(self) -> Option<(BookId, u16)> {
        match self {
            Place::Sheet(book, sheet) | Place::Cells(book, sheet, _) => Some((book, sheet)),
            _ => None,
        }
    }
}

impl From<Address> for Place {
    fn from(at: Address) -> Self {
        Place::Cells(at.book, at.sheet, Area::from(Spot { row: at.row, col: at.col }))
    }
}

/// One finding, complete enough to be mended by somebody who sees only it.
#[derive(Debug, Clone, PartialEq)]
pub struct Issue {
    pub code: Code,
    pub place: Place,
    /// What was in the cell; empty where the issue is not about one value.
    pub value: String,
    pub message: String,
    pub hint: String,
}

impl Issue {
    /// An issue about `value`, with `detail` filled into the declared texts.
    pub fn new(code: Code, place: impl Into<Place>, value: impl AsRef<str>, detail: impl AsRef<str>) -> Self {
        // No output holds an identity number or a phone unmasked.
        let value = crate::text::veil(value.as_ref());
        let fill = |text: &str| text.replace("{值}", &value).replace("{详}", detail.as_ref());
        Issue {
            message: fill(code.entry().message),
            hint: fill(code.entry().hint),
            code,
            place: place.into(),
            value,
        }
    }

    /// The same issue with something more in its hint, such as the nearest known names.
    pub fn suggest(mut self, more: impl AsRef<str>) -> Self {
        self.hint = format!("{}{}", more.as_ref(), self.hint);
        self
    }

    pub fn severity(&self) -> Severity {
        self.code.entry().severity
    }
}

/// One declaration of the catalogue.
#[derive(Debug)]
pub struct Entry {
    pub code: &'static str,
    pub severity: Severity,
    pub title: &'static str,
    pub message: &'static str,
    pub hint: &'static str,
}

macro_rules! catalogue {
    ($($name:ident $severity:ident $code:literal $title:literal $message:literal $hint:literal;)*) => {
        /// The code of an issue; see [`Entry`] for what each says.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Code { $($name),* }

        impl Code {
            /// Every code, in the order of the catalogue.
            pub const ALL: &'static [Code] = &[$(Code::$name),*];

            pub fn entry(self) -> &'static Entry {
                match self {
                    $(Code::$name => &Entry {
                        code: $code, severity: Severity::$severity, title: $title, message: $message, hint: $hint,
                    }),*
                }
            }
        }
    };
}

catalogue! {
    Unreadable Error "unreadable" "文件打不开" "这个文件打不开：{详}。" "请用 Excel 或 WPS 打开并另存一份，再放回文件夹；若打不开，请向支部重新要一份。";
    Encrypted Error "encrypted" "文件有密码" "这个文件设了打开密码，没有读取。" "请在 Excel 或 WPS 里去掉密码后另存，再放回文件夹。";
    TooLarge Error "too-large" "文件过大" "{详}，没有读取。" "多半是在很远的地方误填了内容，或一格里文字太多。请删去多余的内容，另存后再放回文件夹。";
    DuplicateBook Info "duplicate-book" "重复的文件" "与“{详}”一模一样，只读一份。" "可以删去其中一份。";
    NotABook Info "not-a-book" "不是表格" "不是表格文件，没有读取。" "如果里面有名单或记录，请另存为 Excel 表格。";
    HiddenSheet Info "hidden-sheet" "隐藏的工作表" "工作表“{值}”是隐藏的，没有读取。" "如果需要统计，请取消隐藏。";
    UnknownSheet Warning "unknown-sheet" "看不懂的工作表" "没有认出这张表是花名册、考勤、签到、台账还是学习记录{详}。" "如果与党务工作无关，可以不理会；否则请看看表头的写法，或在 taizhang.toml 里补充。";
    ForeignTable Info "foreign-table" "与会议、学习无关的表" "工作表“{值}”没有读取：{详}。" "如果其中有要统计的内容，请在标题里写明会议类别或“花名册”。";
    NothingRead Error "nothing-read" "表里没有读到内容" "这张表认作{值}，却没有读到可用的内容{详}。" "请看看表头的写法，或用 taizhang inspect 查看这张表；如果是空表，可以不理会。";
    UnusedTable Warning "unused-table" "没有用到的表" "认不出这部分内容，没有采用{详}。" "如果其中有要统计的内容，请检查表头；写成一段话的，请写明日期、会议名称和谁没到。";
    UnknownHeading Info "unknown-heading" "不认识的列" "列标题“{值}”不认识，这一列没有采用{详}。" "如果这一列需要统计，请改用常见的写法，或在 taizhang.toml 的 [词汇] 里补充。";
    NearHeading Warning "near-heading" "像是写错的列标题" "列标题“{值}”不认识，像是“{详}”，这一列没有采用。" "如果是，请改成“{详}”；如果不是，可以不理会，或在 taizhang.toml 的 [词汇] 里补充。";
    TwoColumns Warning "two-columns" "两列像是同一项" "“{值}”和“{详}”像是同一项，两列写的不一样，采用了“{详}”一列。" "请看看哪一列是对的，把另一列的标题改成别的写法。";
    UnheadedColumn Warning "unheaded-column" "没有标题的列" "这一列没有标题，下面写着“{值}”等内容，没有采用。" "如果这一列需要统计，请补上标题。";
    GuessedTopic Warning "guessed-topic" "单独一列的学习主题" "列标题“{值}”按学习主题采用，下面是学这个主题的学时或积分。" "如果这一列是合计，请把标题写成“学时”或“积分”。";
    StudyWithoutMonth Warning "study-without-month" "学习记录没有写月份" "这张表没有写是哪年哪月的学习，不能计入任何一个月。" "请在标题或文件名里写上年月，例如“2026年3月”。";
    NearTopic Warning "near-topic" "学习主题与计划差一两个字" "“{值}”不在学习计划里，像是计划里的“{详}”，没有算作学了那个主题。" "如果是同一个主题，请改成一样的写法。";
    NearValue Warning "near-value" "和别的行差一两个字" "“{值}”像是别的行写的“{详}”，照写的采用。" "如果是同一个意思，请改成一样的写法。";
    SeveralTopics Warning "several-topics" "一格里写了几个学习主题" "“{值}”里像是有几个主题，按一个主题采用。" "要分别统计时，请一行写一个主题。";
    MergedTopic Warning "merged-topic" "一个主题占了几行" "“{值}”合并了几行，各行的月份不同（{详}），每一行各计一个学习主题。" "如果只要学一次，请取消合并，只写在一行里。";
    OddGroup Warning "odd-group" "只有一个人的党小组" "“{值}”在花名册里只有{详}一个人。" "请看看是不是写错了党小组；写错时，这个人的党小组会应到会算错。";
    OddBranch Warning "odd-branch" "只有一个人的支部" "“{值}”在花名册里只有{详}一个人。" "请看看是不是写错了支部名称；写错时，这个人不在他的支部里统计。";
    BlankColumn Warning "blank-column" "花名册里整列没有填" "“{值}”一列全是空的。" "请补上；没有入党时间的，期内的会议都算他应到。";
    NoJoined Warning "no-joined" "花名册里没有入党时间" "“{值}”的花名册里没有认出入党时间一列。" "请补上这一列，或改用常见的标题“入党时间”；没有入党时间的，期内的会议都算他应到。";
    EitherDay Warning "either-day" "入党时间还是转正时间" "“{值}”看不出是入党时间还是转正时间，按入党时间采用。" "请把标题改成“入党时间”或“转正时间”。";
    LongProbation Warning "long-probation" "预备期太长" "“{值}”还是预备党员，而入党时间是{详}，早过了预备期。" "请核对党员类别和入党时间：已经转正的，请改成正式党员。";
    BlankField Warning "blank-field" "花名册里漏填" "“{值}”没有填{详}，而本支部别的党员大多填了。" "请补上；没有入党时间的，期内的会议都算他应到。";
    BlankCell Warning "blank-cell" "漏填一格" "这一行没有写“{值}”，别的行大多写了{详}。" "请补上；如果本来就没有，可以不理会。";
    UnreadColumn Warning "unread-column" "不认识的列里有内容" "列标题“{值}”不认识，下面写着人名、数字、记号等，没有采用。" "如果写的是请假、缺席的人或学时、积分，请在标题里写明，或在 taizhang.toml 的 [词汇] 里补充。";
    GuessedColumn Warning "guessed-column" "列的含义由内容推定" "列标题“{值}”不认识，因为下面都是{详}，按“{详}”采用。" "如果不对，请改用常见的标题，或在 taizhang.toml 的 [词汇] 里补充。";
    ImpossibleDate Error "impossible-date" "日期不存在" "“{值}”不是存在的日期，{详}。" "请对照会议记录改正日期。";
    NoYear Error "no-year" "缺少年份" "“{值}”没有年份，表名、标题和文件夹里也没有，{详}。" "请在标题或文件名里写上年份，例如“2026年”。";
    NoDate Error "no-date" "缺少日期" "找不到这次会议的日期，{详}。" "请补上日期。";
    UnknownDate Error "unknown-date" "看不懂的日期" "“{值}”看不出是哪一天，{详}。" "请写成“2026年3月5日”或“2026-03-05”。";
    OddDate Warning "odd-date" "日期可疑" "日期“{值}”{详}。" "请核对年份和月份。";
    WrongWeekday Warning "wrong-weekday" "日期与星期不符" "“{值}”{详}。" "日期已按写明的月日采用，请核对。";
    KindInPart Warning "kind-in-part" "会议类别只看懂一部分" "“{值}”看不出是哪一类会议，这次会议只按“{详}”计。" "请写成党员大会、支委会、党小组会、党课、主题党日等。";
    SwappedKind Warning "swapped-kind" "会议类别和主题像是写反了" "类别写的是“{值}”，而主题一格写的是会议类别，按类别一格采用。" "请看看两格是不是写反了。";
    EmptySession Warning "empty-session" "会议没有一个记号" "“{值}”下面没有一个记号，而后面的会议都有，这次会议没有采用。" "请补记；如果这次会议没有开，可以删去这一列。";
    SkippedNumber Warning "skipped-number" "序号不连续" "序号从{详}跳到了{值}。" "请看看是不是漏了一行；如果那一行是有意删去的，可以不理会。";
    StudyTwice Warning "study-twice" "同一人的学习写了两处" "“{值}”的同一项学习在这张表里写了两处（另见 {详}），两处都计入。" "请看看是不是写错了姓名，或重复了一行。";
    BlankAmount Warning "blank-amount" "有的人没有写学时或积分" "这一列有{值}格没有写学时或积分（这是第一格），{详}。" "请补上；确实没有的，请写 0。";
    NotInStudy Info "not-in-study" "学习记录里没有的党员" "花名册里的{值}不在这张学习记录里；别的表里也没有的，按没有学习计。" "如果学了，请补上；如果不要求学，可以不理会。";
    UnknownKind Warning "unknown-kind" "会议类别不明" "看不出“{值}”是哪一类会议，按“其他”计。" "请写明党员大会、支委会、党小组会、党课、主题党日等。";
    CarriedDown Warning "carried-down" "沿用上一行" "这一行没有写{值}，按上一行的“{详}”计。" "如果不对，请补上{值}。";
    CarriedColumn Warning "carried-column" "一列里只写一次的内容" "“{值}”一列里空着的格子，都按上面写着的计（这是第一格，按“{详}”计）。" "如果不对，请补上。";
    CarriedAcross Warning "carried-across" "沿用左边一格" "这一列没有写{值}，按左边一格的“{详}”计。" "如果不对，请补上{值}。";
    UnknownMark Error "unknown-mark" "不认识的记号" "不认识记号“{值}”，这一格没有采用。" "请改成出席、迟到、请假、缺席等写法，或在表下用“注：”说明。";
    AssumedSign Warning "assumed-sign" "没有说明的记号" "表里没有说明“{值}”是什么意思，按“{详}”采用；这个支部别的表里没有说明的，也按这个采用。" "如果是别的意思，请在表下用“注：”说明。";
    OtherLegend Warning "other-legend" "同一记号别处另有说明" "这张表里没有说明“{值}”是什么意思，而本支部别的表里另有说明：{详}。" "请在这张表下也用“注：”说明。";
    TwoSigns Warning "two-signs" "两种记号像是一个意思" "表里没有说明“{值}”是什么意思，按“{详}。" "两种记号多半是两个意思，请在表下用“注：”说明。";
    Coloured Error "coloured" "用颜色作记号" "表里写着“{值}”。程序不看颜色，只看格子里写的字，涂了颜色的格子没有按颜色采用。" "请在格子里写明请假、缺席等。";
    TellingComment Warning "telling-comment" "批注里写着到会情况" "这一格的批注写着“{值}”。批注没有采用，只采用了格子里写的。" "请把批注里的话写进格子里；如果格子里已经写明，可以不理会。";
    Comment Info "comment" "批注" "这一格的批注写着“{值}”。批注没有采用。" "如果需要统计，请写进格子里。";
    LostMark Warning "lost-mark" "记号丢失" "存成 CSV 时打勾的记号丢失，变成了“?”。表中其他情况都另有写法，故按“出席”采用{详}。" "请让支部发 Excel 原表核对。";
    NoMarks Warning "no-marks" "签到表里没有签到一列" "这张签到表只有姓名，没有认出签到、签名一列，名单上的人都按出席采用。" "如果名单里有人没到，请在姓名后面写明，或检查签到一列的标题。";
    NobodyTold Warning "nobody-told" "台账里没有写谁没到" "这张台账没有写应到、实到，也没有写谁没到，应到的人都按出席采用。" "如果有人没到，请加一列“缺席人员及原因”写明。";
    UnnamedAway Error "unnamed-away" "没到的人没有写全" "{值}，按应到、实到算没到的人比写出姓名的多，看不出是谁没到，这次会议没有采用。" "请写出没到的人的姓名，或者改正应到、实到的人数；别的表写了他请假、缺席的，交上那张表也行。";
    UntoldSession Error "untold-session" "没有写谁到谁没到的会议" "“{值}”没有写谁到谁没到（只写了没到几个人，或者姓名没有写全的，也是），或者写的是没有人到、没有人要到，这次会议没有采用。" "请补上应到、实到，并写出没到的人的姓名；如果会议没有开，可以不理会。";
    MarkWithoutName Error "mark-without-name" "有记号没有姓名" "这一行有记号却没有姓名，没有采用。" "请补上姓名。";
    UnknownMember Error "unknown-member" "名册里没有此人" "“{值}”不在{详}的花名册里，没有采用。" "请核对姓名；如是新转入的党员，请补进花名册。";
    NameRemark Warning "name-remark" "姓名后面有别的话" "姓名后面的“{值}”不认识，按“{详}”采用。" "如果用来区分同名，请写成“（大）”“（小）”等；否则请移到备注一栏。";
    LostCharacter Warning "lost-character" "姓名里有字丢失" "“{值}”里有一个字在存成 CSV 时丢失，按“{详}”采用。" "请让支部发 Excel 原表核对。";
    OtherBranch Error "other-branch" "是别的支部的党员" "“{值}”不在{详}。" "没有采用。请核对组织关系，或把他列入本支部花名册。";
    AmbiguousName Error "ambiguous-name" "同名同姓" "{详}有不止一位“{值}”，分不清是谁，没有采用。" "请在姓名后加“（大）”“（小）”等加以区分，花名册与考勤表用同一写法。";
    LoneSuffix Warning "lone-suffix" "没有第二个同名的人" "“{值}”用括号里的字区分同名，而{详}的花名册里没有第二个同名的人，按同一个人采用。" "如果还有同名的人，请补进花名册；如果没有，请去掉括号，备注写到备注一栏。";
    NoRoster Error "no-roster" "支部没有花名册" "没有找到“{值}”的花名册，这个支部的记录没有采用。" "请把该支部的花名册放进文件夹，支部名称要写在标题、文件名或“所在支部”一列里。";
    UnnamedBranch Warning "unnamed-branch" "花名册没有写支部" "花名册的标题、文件名和各列里都看不出是哪个支部，报表里写作“{值}”{详}。" "请在花名册的标题或文件名里写上支部名称。";
    UnknownBranch Error "unknown-branch" "不知道是哪个支部" "看不出这张表属于哪个支部，没有采用。" "请在标题、文件名或工作表名里写上支部名称。";
    NoSuchBranch Warning "no-such-branch" "支部名称对不上" "“{值}”不是花名册里的支部，按别处写的“{详}”采用。" "请核对支部名称；如果确有这个支部，请把它的花名册放进文件夹。";
    GuessedBranch Warning "guessed-branch" "支部由姓名推定" "表上没有写支部名称，因为人名都属于“{详}”，按此采用。" "请在标题或文件名里写上支部名称。";
    DuplicateMember Warning "duplicate-member" "花名册里重复" "“{值}”在花名册里重复出现（另见 {详}），只计一次。" "请删去重复的一行。";
    TwoRosters Warning "two-rosters" "同在两个支部" "“{值}”同时在两个支部的花名册里（另见 {详}），只计前一处。" "请核实组织关系在哪个支部，从另一份花名册里去掉。";
    Differs Warning "differs" "两处写得不一样" "“{值}”与另一处（{详}）不一致，以先读到的为准。" "请核对后统一。";
    BadId Error "bad-id" "身份证号有误" "身份证号 {值} 有误：{详}。号码没有采用，其余内容照常采用。" "请核对身份证号。";
    LostId Warning "lost-id" "身份证号已失真" "身份证号被表格当成数字，后几位已经丢失，没有采用。" "请把这一列设为“文本”格式后重新录入。";
    IdMismatch Warning "id-mismatch" "与身份证号不符" "“{值}”与身份证号不符：{详}。" "请核对。";
    JoinedTooYoung Warning "joined-too-young" "入党日期可疑" "入党日期“{值}”{详}。" "请核对入党日期和出生日期。";
    UnknownValue Warning "unknown-value" "填写的内容看不懂" "“{值}”不是认识的{详}，这一格没有采用。" "请改用常见的写法。";
    NotOnPost Warning "not-on-post" "只写了不在职" "“{详}”写的是“{值}”，看不出是离退休、流动还是学生，人员类别没有采用。" "请加一列写明离退休、流动、学生等；没有写明前，不计入各类别的数字。";
    UnknownAudience Warning "unknown-audience" "参加对象看不懂" "“{值}”看不出是哪些党员，{详}。" "请写成全体党员、在职党员、预备党员、支委成员、青年党员或支部、党小组的名称，或在 taizhang.toml 的 [词汇] 里补充。";
    AudienceUnsure Warning "audience-unsure" "看不出要不要学" "计划要求“{值}”学的内容，花名册看不出{详}是不是，没有要求他们学。" "请在花名册里补上人员类别、党员类别或出生日期。";
    PlanForAll Warning "plan-for-all" "计划里的支部对不上" "“{值}”不是花名册里的支部，这里的学习计划按各支部都要学计{详}。" "请核对支部名称；如果只是某个支部的计划，请改成花名册里的写法。";
    WithoutGroup Warning "without-group" "没有写党小组" "“{值}”没有写党小组，而本支部别的党员大多写了，党小组会没有算他应到{详}。" "请在花名册里补上党小组；如果不编入党小组，可以不理会。";
    UnknownPost Warning "unknown-post" "党内职务不认识" "“{值}”不是认识的支委会职务，照写；支委会{详}。" "如果是支部委员，请改成书记、副书记、组织委员等写法；如果不是，可以不理会。";
    BadNumber Error "bad-number" "不是数字" "“{值}”不是可用的数字，这一格没有采用。" "请填写不小于零的数字，人数要是整数。";
    OddNumber Warning "odd-number" "数字可疑" "“{值}”{详}。" "请核对，例如是不是把分钟写成了小时，或者写的是历年累计。";
    NotAMember Info "not-a-member" "不是党员" "“{值}”{详}，没有计入。" "如果已经入党，请改成正式党员或预备党员，并写上入党时间。";
    NotedAsLeft Warning "noted-as-left" "已离开而没有写日期" "“{值}”写着已转出或已离开，没有写日期，没有计入{详}。" "如果期内还有应到的会议，请写明日期，例如“2026年3月转出”；别的表里写了的，可以不理会。";
    SpanOfMonths Warning "span-of-months" "跨了几个月" "“{值}”跨了几个月，按要求在{详}以前学完计。" "如果每个月都要学，请分月各写一行。";
    UndatedArrival Warning "undated-arrival" "转入没有写日期" "“{值}”写着是转入的，没有写日期；别的表里也没有写的，期内的会议都算他应到。" "请写明转入的日期，例如“2026年3月”；别的表里写了的，可以不理会。";
    UnsureMove Error "unsure-move" "转入转出看不准" "“{值}”{详}，没有采用。" "请写明哪一天转的，支部名称请用花名册里的写法；与这里的支部无关的，可以不理会。";
    StruckOut Info "struck-out" "划去的一行" "“{值}”这一行加了删除线，没有计入；如在花名册里，按已转出处理。" "如果仍然有效，请去掉删除线。";
    StruckCell Warning "struck-cell" "划去的一格" "这一格的“{值}”加了删除线，没有采用，按空白处理。" "如果仍然有效，请去掉删除线；如果整行都已作废，请把整行划去或删去。";
    StruckWords Warning "struck-words" "划去的字" "这一格里的“{值}”加了删除线，没有采用，只采用了其余的“{详}”。" "如果仍然有效，请去掉删除线。";
    CountMismatch Warning "count-mismatch" "人数对不上" "写的是{值}，{详}。" "请核对人数和名单。";
    WrongTotal Warning "wrong-total" "合计对不上" "写的合计是{值}，而{详}。" "请核对合计和上面各行，改正写错的一处。";
    Doubtful Warning "doubtful" "到会与否看不准" "“{值}”没有写在缺席的人里，但这一行没看懂的话或写错的姓名像是指他（{详}），到会与否没有采用。" "请改正那句话或那个姓名，或在缺席、请假一栏写明他。";
    Unrecorded Warning "unrecorded" "应到未记" "“{值}”应到会而没有记载{详}。" "请补记出席、请假或缺席；未补记前不计入参会率。";
    NotOfTheMeeting Warning "not-of-the-meeting" "不该到的人记了请假或缺席" "“{值}”不是{详}应到的人，却记了请假或缺席，照写的计入。" "请核对这一格和花名册里的党小组、党内职务；如果不应到，请写“/”。";
    Conflict Error "conflict" "两处记载矛盾" "“{值}”的记载与另一处矛盾：{详}。两处都没有采用。" "请核实后改正其中一处。";
    ListedTwice Warning "listed-twice" "名单里重复" "“{值}”在这张表的名单里写了两处（另见 {详}），合并作一人。" "请核对是不是有一处写错了姓名；如果同名，请在姓名后加“（大）”“（小）”区分。";
    NotListed Warning "not-listed" "名单里没有的党员" "花名册里的{值}不在这张表的名单里，有的会议应到而没有他们的记载{详}。" "如果应到，请补上；如果不应参加（如流动党员），可以不理会。";
    OnlyAway Warning "only-away" "只写了没到的人" "“{值}”只写了没到的人（{详}），没有写谁到了：他们照写的计入，其余的人没有记载，参会率会偏低。" "请补上应到、实到人数，或者交上这次会议的签到表、考勤表。";
    TwiceInSheet Warning "twice-in-sheet" "同一次会议写了两次" "“{值}”在这张表里出现了两次，合并作一次会议。" "如果是两次会议（如上午、下午），请写明不同的类别或日期；如果是重复，请删去一处。";
    NearSession Warning "near-session" "像是同一次会议" "“{值}”只有这里有，{详}，像是同一次会议，按两次会议计。" "请核对日期、会议类别和党小组：如果是同一次，请改成一样的写法；如果确是两次，可以不理会。";
    VagueSession Warning "vague-session" "按月记载的会议" "这里只写了{值}，而别的表里当月有不止一次这类会议，分不清是哪一次，没有采用。" "请写明具体日期。";
    NoGroup Warning "no-group" "不知道是哪个党小组" "支部分了党小组，这次党小组会没有写明是哪个小组{详}。" "请写明，例如“党小组会（第一党小组）”。";
    UnknownGroup Warning "unknown-group" "花名册里没有的党小组" "“{值}”不在花名册里，这次党小组会没有人应到，只采用了写明出席、请假的人。" "请看看是不是写错了；如果没有写错，请在花名册里补上。";
    UnplacedNote Warning "unplaced-note" "备注没有用上" "备注写着“{值}”，看不出说的是哪一次会议，没有采用。" "请在备注里写明日期，或写进那次会议的格子里；如果已经照此记了，可以不理会。";
    ExtraCharacters Warning "unread-words" "有一段话没有看懂" "“{值}”没有看懂，没有采用{详}。" "请写成“张三（病假）、李四（出差）”这样的形式。";
    NearHost Warning "near-host" "主持人像是写错了姓名" "主持或主讲的“{值}”不在花名册里，像是“{详}”，没有算作他主持的。" "如果是同一个人，请改正姓名；如果是别处请来的，可以不理会。";
    OwnWords Warning "own-words" "理由看不准" "“{值}”是请假还是缺席看不准，按“{详}”计。" "请写成病假、事假、公假、出差等，或在 taizhang.toml 的 [词汇] 里补充这种说法。";
    RareCharacter Info "rare-character" "图表里显示不出的字" "“{值}”里的“{详}”在本机的字体里没有，图表（图片）里显示为方框；表格不受影响。" "安装含有这个字的字体后重新运行即可。";
    NoMembers Warning "no-members" "没有花名册" "文件夹里没有读到花名册，无法核对姓名。" "请把党员花名册放进同一个文件夹。";
    BadSettings Error "bad-settings" "设置有误" "设置文件有误：{详}。" "请按提示修改；改好之前这一项按默认设置处理。";
}

/// The catalogue as a page of the handbook, in Markdown.
pub fn catalogue_page() -> String {
    let mut page = String::from(
        "# 问题代码\n\n本页由程序里的声明生成（`cargo run --release --example catalogue`），请勿手改。\n\n“错误”：表上有内容没能采用。“提醒”：采用了，但请看一眼。“说明”：记下备查。\n\n| 代码 | 级别 | 名称 | 说明 | 怎么办 |\n|---|---|---|---|---|\n",
    );
    for code in Code::ALL {
        let Entry { code, severity, title, message, hint } = code.entry();
        let plain = |text: &str| text.replace("{值}", "…").replace("{详}", "…");
        page += &format!(
            "| `{code}` | {} | {title} | {} | {} |\n",
            severity.chinese(),
            plain(message),
            plain(hint)
        );
    }
    page
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn codes_are_unique_and_tell_what_to_do() {
        let codes: HashSet<_> = Code::ALL.iter().map(|c| c.entry().code).collect();
        assert_eq!(codes.len(), Code::ALL.len());
        for code in Code::ALL {
            assert!(!code.entry().hint.is_empty() && !code.entry().message.is_empty());
        }
    }

    #[test]
    fn the_handbook_page_is_current() {
        assert_eq!(
            include_str!("../docs/问题代码.md"),
            catalogue_page(),
            "run: cargo run --release --example catalogue > docs/问题代码.md"
        );
    }
}
