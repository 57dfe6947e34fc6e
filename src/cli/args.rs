//! The arguments, with their help in Chinese.
//!
//! clap speaks English; its headings and faults are put into Chinese here, so that the clerk never meets
//! a word of another language.

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Args, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};
use taizhang::assessment::rules::RuleSet;
use taizhang::period::{BadPeriod, Period};

const TEMPLATE: &str = "{about-with-newline}\n用法：{usage}\n\n{all-args}{after-help}";

#[derive(Debug, Parser)]
#[command(
    name = "taizhang",
    version,
    about = "台账：读各支部报来的表格，统计参会和学习情况，生成考核报告、评分表和绩效数据。",
    help_template = TEMPLATE,
    subcommand_help_heading = "命令",
    override_usage = "taizhang <命令> <文件夹>",
    disable_help_subcommand = true,
    disable_help_flag = true,
    disable_version_flag = true,
    arg_required_else_help = true,
    after_help = "例：taizhang run 支部材料 --period 2026Q1"
)]
struct Cli {
    #[command(subcommand)]
    command: Command,
    #[command(flatten)]
    common: Common,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "选项")]
struct Common {
    /// 显示说明
    #[arg(short = 'h', long = "help", global = true, action = clap::ArgAction::Help)]
    help: Option<bool>,
    /// 显示版本
    #[arg(short = 'V', long = "version", action = clap::ArgAction::Version)]
    version: Option<bool>,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// 读取文件夹里的全部表格，写出报告、评分表、绩效数据和问题清单
    #[command(help_template = TEMPLATE, override_usage = "taizhang run <文件夹> [--period <时间>] [--out <文件夹>]")]
    Run(RunArgs),
    /// 只查问题：列出看不懂、对不上的地方，并写出问题清单
    #[command(help_template = TEMPLATE, override_usage = "taizhang check <文件夹> [--out <文件夹>]")]
    Check(CheckArgs),
    /// 看一份表是怎样被读懂的
    #[command(help_template = TEMPLATE, override_usage = "taizhang inspect <文件>…")]
    Inspect(InspectArgs),
    /// 写出读到的明细数据（CSV 或 Parquet），供其他程序使用
    #[command(help_template = TEMPLATE, override_usage = "taizhang facts <文件夹> --out <文件夹>")]
    Facts(FactsArgs),
    /// 说明一名党员或一个支部的数字和得分，每一条都写明出自哪个单元格
    #[command(help_template = TEMPLATE, override_usage = "taizhang explain <姓名或支部> [<文件夹>] [--period <时间>]")]
    Explain(ExplainArgs),
    /// 准备一个新文件夹：写好设置文件和考核规则，每一项都有说明
    #[command(help_template = TEMPLATE, override_usage = "taizhang init <文件夹> [--rules <规则>]")]
    Init(InitArgs),
    /// 看着文件夹：放进新表、改了旧表，就自动重新生成报告
    #[command(help_template = TEMPLATE, override_usage = "taizhang watch <文件夹> [--period <时间>] [--out <文件夹>]")]
    Watch(WatchArgs),
}

#[derive(Debug, Args)]
#[command(next_help_heading = "选项")]
pub struct WatchArgs {
    /// 放各支部表格的文件夹
    #[arg(value_name = "文件夹", help_heading = "参数")]
    pub folder: PathBuf,
    /// 时间范围，写法同 run；不写则取表格里最近的一个月
    #[arg(long, value_name = "时间", value_parser = period)]
    pub period: Option<Period>,
    /// 报告写到哪个文件夹；不写则写到表格文件夹里的“台账报告”
    #[arg(long, value_name = "文件夹")]
    pub out: Option<PathBuf>,
    /// 每隔几秒看一次；不写则是3秒
    #[arg(long, value_name = "秒", default_value_t = 3.0, hide_default_value = true)]
    pub every: f64,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "选项")]
pub struct ExplainArgs {
    /// 党员姓名，或支部名称；有同名的写“支部/姓名”
    #[arg(value_name = "姓名或支部", help_heading = "参数")]
    pub name: String,
    /// 放各支部表格的文件夹；不写则是当前文件夹
    #[arg(value_name = "文件夹", help_heading = "参数", default_value = ".", hide_default_value = true)]
    pub folder: PathBuf,
    /// 时间范围，写法同 run；不写则取表格里最近的一个月
    #[arg(long, value_name = "时间", value_parser = period)]
    pub period: Option<Period>,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "选项")]
pub struct InitArgs {
    /// 要准备的文件夹；没有就新建
    #[arg(value_name = "文件夹", help_heading = "参数")]
    pub folder: PathBuf,
    /// 用哪一套考核规则：百分制、加减分制、星级；不写则是百分制
    #[arg(long, value_name = "规则", value_enum, default_value_t = RulesName::Percent, hide_possible_values = true, hide_default_value = true)]
    pub rules: RulesName,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum RulesName {
    #[value(name = "百分制")]
    Percent,
    #[value(name = "加减分制")]
    PlusMinus,
    #[value(name = "星级")]
    Stars,
}

impl From<RulesName> for RuleSet {
    fn from(name: RulesName) -> RuleSet {
        match name {
            RulesName::Percent => RuleSet::Percent,
            RulesName::PlusMinus => RuleSet::PlusMinus,
            RulesName::Stars => RuleSet::Stars,
        }
    }
}

#[derive(Debug, Args)]
#[command(next_help_heading = "选项")]
pub struct RunArgs {
    /// 放各支部表格的文件夹
    #[arg(value_name = "文件夹", help_heading = "参数")]
    pub folder: PathBuf,
    /// 统计的时间范围：2026-03（月）、2026Q1（季度）、2026H1（半年）、2026（全年）；不写则取表格里最近的一个月
    #[arg(long, value_name = "时间", value_parser = period)]
    pub period: Option<Period>,
    /// 报告写到哪个文件夹；不写则写到表格文件夹里的“台账报告”
    #[arg(long, value_name = "文件夹")]
    pub out: Option<PathBuf>,
    /// 有“错误”一级的问题时，以退出码 1 结束
    #[arg(long)]
    pub strict: bool,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "选项")]
pub struct CheckArgs {
    /// 放各支部表格的文件夹
    #[arg(value_name = "文件夹", help_heading = "参数")]
    pub folder: PathBuf,
    /// 问题清单写到哪个文件夹；不写则写到表格文件夹里的“台账报告”
    #[arg(long, value_name = "文件夹")]
    pub out: Option<PathBuf>,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "选项")]
pub struct InspectArgs {
    /// 要看的表格文件，可以写几个
    #[arg(value_name = "文件", required = true, help_heading = "参数")]
    pub files: Vec<PathBuf>,
    /// 以 JSON 格式输出，供其他程序使用
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "选项")]
pub struct FactsArgs {
    /// 放各支部表格的文件夹
    #[arg(value_name = "文件夹", help_heading = "参数")]
    pub folder: PathBuf,
    /// 数据写到哪个文件夹
    #[arg(long, value_name = "文件夹")]
    pub out: PathBuf,
    /// 数据的格式：csv 或 parquet
    #[arg(long, value_name = "格式", value_enum, default_value_t = Format::Csv, hide_possible_values = true, hide_default_value = true)]
    pub format: Format,
    /// 有“错误”一级的问题时，以退出码 1 结束
    #[arg(long)]
    pub strict: bool,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum Format {
    Csv,
    Parquet,
}

fn period(text: &str) -> Result<Period, BadPeriod> {
    text.parse()
}

/// Reads the command line; where it asks for help or is wrong, says so and gives the exit status.
pub fn parse() -> Result<Command, ExitCode> {
    let read = Cli::command().try_get_matches().and_then(|matches| Cli::from_arg_matches(&matches));
    read.map(|cli| cli.command).map_err(|error| match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            // A pipe that closes early is no fault.
            let _ = write!(std::io::stdout(), "{error}");
            ExitCode::SUCCESS
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            eprint!("{error}");
            ExitCode::from(2)
        }
        _ => {
            eprintln!("{} 用 taizhang --help 可以看说明。", in_chinese(&error));
            ExitCode::from(2)
        }
    })
}

/// One sentence for what is wrong with the arguments.
fn in_chinese(error: &clap::Error) -> String {
    let what = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join("、"),
        _ => String::new(),
    };
    let arg = what(ContextKind::InvalidArg);
    let value = what(ContextKind::InvalidValue);
    match error.kind() {
        ErrorKind::InvalidSubcommand => format!("没有“{}”这个命令。", what(ContextKind::InvalidSubcommand)),
        ErrorKind::MissingSubcommand => "请写明要做什么，例如 taizhang run 支部材料。".into(),
        ErrorKind::MissingRequiredArgument => format!("还缺少参数：{arg}。"),
        ErrorKind::InvalidValue if value.is_empty() => format!("{arg} 后面缺少内容。"),
        ErrorKind::ValueValidation => match std::error::Error::source(error) {
            Some(reason) => reason.to_string(),
            None => format!("{arg} 不能写成“{value}”。"),
        },
        ErrorKind::InvalidValue => format!("{arg} 不能写成“{value}”。"),
        ErrorKind::ArgumentConflict => format!("{arg} 只能写一次。"),
        _ => format!("不认识的参数“{arg}”。"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_well_formed() {
        Cli::command().debug_assert();
    }

    #[test]
    fn faults_are_told_in_chinese() {
        for (args, sentence) in [
            (&["跑"][..], "没有“跑”这个命令。"),
            (&["run"], "还缺少参数：<文件夹>。"),
            (&["run", "a", "--period"], "--period <时间> 后面缺少内容。"),
            (
                &["run", "a", "--period", "一季度"],
                "看不懂时间范围“一季度”。请写成 2026-03（月）、2026Q1（季度）、2026H1（半年）或 2026（全年）。",
            ),
            (&["run", "a", "--期间", "x"], "不认识的参数“--期间”。"),
            (&["facts", "a", "--out", "b", "--format", "xml"], "--format <格式> 不能写成“xml”。"),
            (&["run", "a", "--out", "b", "--out", "c"], "--out <文件夹> 只能写一次。"),
        ] {
            let error = Cli::command().try_get_matches_from([&["taizhang"], args].concat()).unwrap_err();
            assert_eq!(in_chinese(&error), sentence);
        }
    }
}
