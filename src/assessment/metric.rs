//! The figures that an indicator can rest on.

use serde::Deserialize;

use crate::metrics::Figure;
use crate::text::{percent, plain};

/// What the value of a figure is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// A fraction of one, shown in per cent.
    Rate,
    /// A number of things; the denominator says nothing.
    Count,
    /// So much for each, as points or hours for each member or entry.
    Mean,
}

impl Shape {
    /// A value as a person reads it.
    pub fn said(self, value: f64) -> String {
        if self == Shape::Rate { percent(value) } else { plain(value) }
    }
}

macro_rules! metrics {
    ($($(#[$doc:meta])* $variant:ident $name:literal $shape:ident $unit:literal $sentence:literal;)*) => {
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Metric {
            $($(#[$doc])* $variant,)*
        }

        impl Metric {
            pub const ALL: &[Metric] = &[$(Metric::$variant),*];

            /// The metric's name in the figures.
            pub fn name(self) -> &'static str {
                match self { $(Metric::$variant => $name),* }
            }

            pub fn shape(self) -> Shape {
                match self { $(Metric::$variant => Shape::$shape),* }
            }

            /// What one of its units is called, for bonuses.
            pub fn unit(self) -> &'static str {
                match self { $(Metric::$variant => $unit),* }
            }

            /// The sentence for a figure, with `{n}`, `{d}` and `{v}` for numerator, denominator and value.
            fn sentence(self) -> &'static str {
                match self { $(Metric::$variant => $sentence),* }
            }
        }
    };
}

metrics! {
    Frequency "frequency" Rate "次" "应开{d}次，计{n}次";
    AttendanceRate "attendance_rate" Rate "人次" "应到{d}人次，实到{n}人次，参会率{v}";
    AttendanceRateWithoutLeave "attendance_rate_without_leave" Rate "人次" "除请假外应到{d}人次，实到{n}人次，参会率{v}";
    LeaveRate "leave_rate" Rate "人次" "应到{d}人次，请假{n}人次，占{v}";
    AbsenceRate "absence_rate" Rate "人次" "应到{d}人次，无故缺席{n}人次，占{v}";
    LateRate "late_rate" Rate "人次" "应到{d}人次，迟到{n}人次，占{v}";
    CoverageRate "coverage_rate" Rate "人次" "应学{d}人次，已学{n}人次，覆盖率{v}";
    Hours "hours" Rate "学时" "共{n}学时，应有{d}学时，完成{v}";
    StudyForms "study_forms" Rate "种" "用了{n}种学习形式，要求{d}种";
    SecretaryLecture "secretary_lecture" Rate "人" "应讲党课的书记{d}人，本年讲过的{n}人";
    WorkerTraining "worker_training" Rate "人" "支部班子{d}人，本年参加过培训的{n}人";
    DevelopmentInTime "development_in_time" Rate "个阶段" "发展党员{d}个阶段，期限足够的{n}个";
    BooksTimely "books_timely" Rate "个月" "应有{d}个月的台账，有{n}个月";
    BooksTidy "books_tidy" Rate "条" "共{d}条记载，可用的{n}条，占{v}";
    QuorumRate "quorum_rate" Rate "次" "党员大会、支委会{d}次，到会过半的{n}次";
    Watched "watched" Count "人" "关注名单上有{n}人";
    Alarms "alarms" Count "人" "长期不参加组织生活的有{n}人";
    Honours "honours" Count "项" "本年表彰奖励{n}项";
    ModelPosts "model_posts" Count "个" "示范岗、责任区{n}个";
    VolunteerHours "volunteer_hours" Mean "小时" "本年志愿服务共{n}小时，人均{v}小时";
    AppraisalExcellentRate "appraisal_excellent_rate" Rate "人" "参加评议{d}人，优秀{n}人，占{v}";
    AppraisalFailed "appraisal_failed" Count "人" "民主评议不合格{n}人";
    BusinessScore "business_score" Mean "分" "业务考核平均{v}分";
    ManualScore "manual_score" Mean "分" "考核组评分{v}分";
    /// Issues in the books themselves.
    Issues "issues" Count "处" "台账有问题{n}处";
}

impl Metric {
    /// A figure in a sentence.
    pub fn said(self, figure: Figure) -> String {
        let number = |x: f64| plain(crate::text::round(x, 1));
        self.sentence()
            .replace("{n}", &number(figure.numerator))
            .replace("{d}", &number(figure.denominator))
            .replace("{v}", &self.shape().said(figure.value().unwrap_or(0.0)))
    }
}
