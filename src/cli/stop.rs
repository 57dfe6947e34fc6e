//! Why nothing was done: one clear sentence, then exit status 2.

use std::path::PathBuf;
use std::process::ExitCode;

use taizhang::period::BadPeriod;
use taizhang::report::WriteError;
use taizhang::report::save::SaveError;
use taizhang::workspace::FolderError;

#[derive(Debug, thiserror::Error)]
pub enum Stop {
    #[error(transparent)]
    Folder(#[from] FolderError),
    #[error(transparent)]
    Save(#[from] SaveError),
    #[error(transparent)]
    Period(#[from] BadPeriod),
    #[error("文件夹“{}”里没有读到任何会议或学习记录，没有可以统计的时间范围。请检查文件夹是否放对，或用 taizhang check 查看问题。", .0.display())]
    NothingToReport(PathBuf),
    #[error("没有叫“{0}”的党员或支部。{1}请写全名；支部写支部名称。")]
    Nobody(String, String),
    #[error("叫“{0}”的不止一人：{1}。请写明是哪一个，例如 taizhang explain {2}。")]
    Several(String, String, String),
    #[error("“{}”写不进去。请检查文件夹是否只读、磁盘是否已满。", .0.display())]
    CannotWrite(PathBuf),
    /// Help, or a fault of the arguments: said already, with its exit status.
    #[error("")]
    Said(ExitCode),
    #[error("写报告时出错：{0}。请把这句话和当时的文件夹一并告诉维护的人。")]
    Internal(String),
}

impl From<WriteError> for Stop {
    fn from(error: WriteError) -> Self {
        match error {
            WriteError::Save(error) => Stop::Save(error),
            error => Stop::Internal(error.to_string()),
        }
    }
}

impl From<polars::prelude::PolarsError> for Stop {
    fn from(error: polars::prelude::PolarsError) -> Self {
        Stop::Internal(error.to_string())
    }
}
