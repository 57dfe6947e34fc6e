//! Which files were read, and as what: where every figure comes from.

use rust_xlsxwriter::Workbook;

use super::name;
use crate::issue::Place;
use crate::report::look::Kind;
use crate::report::page::{Cell, Page, Paper, column};
use crate::report::{Dossier, WriteError};

pub fn write(book: &mut Workbook, dossier: &Dossier) -> Result<(), WriteError> {
    let mut page = Page::new(book, name::SOURCES, Paper::Landscape, &dossier.stamp())?;
    page.title(&format!("数据来源：共读{}个文件", dossier.workspace.books_used()))?;
    page.note("每个文件、每张工作表被认作什么表，读了多少行。认错了的，请看“问题”表和使用手册。")?;
    page.back(name::OVERVIEW)?;
    kept(&mut page, dossier)?;
    page.section("各个文件")?;
    let columns = [
        column("文件", Kind::Link).at_most(56.0),
        column("工作表", Kind::Text),
        column("认作", Kind::Text),
        column("表头行", Kind::Label),
        column("数据行", Kind::Count),
        column("支部", Kind::Text),
    ];
    page.table("sources", &columns, &rows(dossier))?;
    page.finish(false)
}

/// Whether every month has a book, and whether what stands in the books can be used.
fn kept(page: &mut Page, dossier: &Dossier) -> Result<(), WriteError> {
    page.section("各支部台账是否及时、可用")?;
    let columns = [
        column("支部", Kind::Text),
        column("应有月份", Kind::Count),
        column("有台账", Kind::Count),
        column("考勤记载", Kind::Count),
        column("没能采用", Kind::Count),
        column("可用率", Kind::Rate),
    ];
    let rows: Vec<Vec<Cell>> = dossier
        .branches()
        .map(|(_, name, _)| {
            let of = |metric| dossier.figure(name, "all", metric);
            let (timely, tidy) = (of("books_timely"), of("books_tidy"));
            vec![
                Cell::from(name),
                Cell::from(timely.map(|f| f.denominator)),
                Cell::from(timely.map(|f| f.numerator)),
                Cell::from(tidy.map(|f| f.numerator)),
                Cell::from(tidy.map(|f| f.denominator - f.numerator)),
                Cell::from(tidy.and_then(|f| f.value())),
            ]
        })
        .collect();
    page.rows(&columns, &rows)?;
    Ok(())
}

fn rows(dossier: &Dossier) -> Vec<Vec<Cell>> {
    let ledger = dossier.ledger();
    let mut rows = Vec::new();
    for (id, book) in dossier.workspace.books.iter().enumerate() {
        let path = ledger.shelf.path(id as u32);
        let link = |place| Cell::Link(dossier.links.place(&ledger.shelf, place, 0), path.to_string());
        for layout in &book.layouts {
            let (first, last) = (layout.header.0 + 1, layout.header.1 + 1);
            let branch = ledger.owners.of(id as u32, layout.sheet).map(|b| ledger.branch_name(b));
            rows.push(vec![
                link(Place::Sheet(id as u32, layout.sheet)),
                Cell::from(ledger.shelf.sheet(id as u32, layout.sheet)),
                Cell::from(layout.kind.chinese()),
                Cell::from(if first == last { first.to_string() } else { format!("{first}–{last}") }),
                Cell::from(layout.data_rows),
                Cell::from(branch),
            ]);
        }
        if book.layouts.is_empty() {
            rows.push(vec![
                link(Place::Book(id as u32)),
                Cell::Empty,
                Cell::from("没有采用"),
                Cell::Empty,
                Cell::Empty,
                Cell::Empty,
            ]);
        }
    }
    rows
}
