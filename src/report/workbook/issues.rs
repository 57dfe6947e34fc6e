//! What was not understood or looks wrong: the same list as `问题清单.xlsx`, for the bureau.

use rust_xlsxwriter::Workbook;

use super::name;
use crate::issue::Severity;
use crate::report::page::{Page, Paper};
use crate::report::{Dossier, WriteError, issue_list};

pub fn write(book: &mut Workbook, dossier: &Dossier) -> Result<(), WriteError> {
    let (errors, warnings) = (dossier.issues(Severity::Error), dossier.issues(Severity::Warning));
    let mut page = Page::new(book, name::ISSUES, Paper::Landscape, &dossier.stamp())?;
    page.title(&match (errors, warnings) {
        (0, 0) => "问题：没有需要处理的问题".to_string(),
        _ => format!("问题：{errors}处没能采用，{warnings}处请核对"),
    })?;
    page.note("点“单元格”直接打开原表的那一格。“错误”：内容没能采用；“提醒”：采用了，请核对；“说明”：记下备查。退回各支部请用“问题清单.xlsx”。")?;
    page.back(name::OVERVIEW)?;
    page.next += 1;
    let ledger = dossier.ledger();
    let rows: Vec<_> =
        ledger.issues.iter().map(|issue| issue_list::row(ledger, &dossier.links, issue, true)).collect();
    page.table("issues", &issue_list::columns(true), &rows)?;
    page.finish(true)
}
