//! What understanding costs on top of reading: 1,000 attendance books, read bare by calamine, read into facts, and these
//! written into their CSV files, in one run. Prints the processor time of each, its ratio to the bare read, and
//! the peak memory. Built as the clerk gets it.
//!
//! The bare read shares the files out over the processor's threads as `facts` does: two threads that stand in each
//! other's way in one core and one cache take longer for the same work, whatever the work is. The bare read of one
//! thread is shown beside it.
//!
//! `cargo bench --bench reading`

use std::path::{Path, PathBuf};
use std::time::Duration;

use calamine::{Reader, Xlsx, open_workbook};
use cpu_time::ProcessTime;
use rayon::prelude::*;
use rust_xlsxwriter::Workbook;
use taizhang::ledger::facts::Facts;
use taizhang::report::data;
use taizhang::report::save::Staged;
use taizhang::workspace::{self, Workspace};

/// As in the program; the bare read has it too.
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

const BOOKS: usize = 1_000;
/// Others use the machine too.
const ROUNDS: usize = 30;
const BRANCHES: usize = 50;
const MEMBERS: usize = 25;
const SESSIONS: usize = 6;

/// Something done with a folder of books.
type Work = fn(&Path);

fn main() {
    let folder = tempfile::tempdir().expect("a folder for the books");
    make(folder.path());
    // In turn, so that a machine that slows down slows all: a ratio is of the times of one round, and the middle one
    // of many rounds counts.
    let work: [(&str, Work); 4] = [
        ("bare calamine read", |folder| files_of(folder).par_iter().for_each(|file| read_bare(file))),
        ("  in one thread", |folder| files_of(folder).iter().for_each(|file| read_bare(file))),
        ("facts", |folder| drop(read_facts(folder))),
        ("facts, all files", write_facts),
    ];
    let rounds: Vec<[Duration; 4]> =
        (0..ROUNDS).map(|_| work.map(|(_, work)| timed(|| work(folder.path())))).collect();
    println!("{BOOKS} books of {MEMBERS} members and {SESSIONS} sessions; {ROUNDS} rounds, processor time");
    for (i, (what, _)) in work.iter().enumerate() {
        let least = rounds.iter().map(|times| times[i]).min().unwrap_or_default();
        let mut ratios: Vec<f64> = rounds.iter().map(|times| times[i].div_duration_f64(times[0])).collect();
        ratios.sort_by(f64::total_cmp);
        let (middle, low, high) = (ratios[ROUNDS / 2], ratios[ROUNDS / 10], ratios[ROUNDS * 9 / 10]);
        println!("{what:<19} least {:.3} s  ratio {middle:.2} ({low:.2}–{high:.2})", least.as_secs_f64());
    }
    if let Some(peak) = peak_memory() {
        println!("peak memory         {peak}");
    }
}

fn timed(work: impl FnOnce()) -> Duration {
    let start = ProcessTime::now();
    work();
    start.elapsed()
}

fn files_of(folder: &Path) -> Vec<PathBuf> {
    std::fs::read_dir(folder).expect("the folder").map(|file| file.expect("a file").path()).collect()
}

fn read_bare(file: &Path) {
    let mut book: Xlsx<_> = open_workbook(file).expect("a book");
    for name in book.sheet_names() {
        assert!(book.worksheet_range(&name).expect("a sheet").used_cells().count() > 0);
    }
}

fn read_facts(folder: &Path) -> (Workspace, Facts) {
    let workspace = workspace::open(folder, None, &|_, _| ()).expect("the folder");
    let facts = Facts::from(&workspace.ledger).expect("facts");
    assert_eq!(facts.attendance.height(), (BOOKS - BRANCHES) * MEMBERS * SESSIONS);
    (workspace, facts)
}

/// As `taizhang facts` does it, into files on the disk.
fn write_facts(folder: &Path) {
    let (workspace, facts) = read_facts(folder);
    let out = tempfile::tempdir().expect("a folder for the facts");
    let mut staged = Staged::new(out.path());
    data::save_facts(&facts, &workspace.ledger.shelf, data::Format::Csv, &mut staged).expect("files");
    assert_eq!(staged.persist().expect("files"), []);
}

/// A roster a branch; the other books are a month of a branch each.
fn make(folder: &Path) {
    let name = |branch: usize, member: usize| {
        let given: Vec<char> =
            "文博建国秀英志强丽华海燕晓东思远雨桐子涵俊杰桂兰德明玉珍国栋".chars().collect();
        let surname: Vec<char> = "赵钱孙李周吴郑王冯陈卫蒋沈韩杨朱秦许何吕施张孔曹严".chars().collect();
        format!(
            "{}{}{}",
            surname[member],
            given[branch % given.len()],
            given[(branch * 7 + member) % given.len()]
        )
    };
    let months = (BOOKS - BRANCHES) / BRANCHES;
    for branch in 0..BRANCHES {
        let mut book = Workbook::new();
        let sheet = book.add_worksheet();
        let title = format!("第{}党支部", branch + 1);
        sheet.write(0, 0, format!("{title}党员花名册")).unwrap();
        for (col, head) in ["序号", "姓名", "性别", "入党时间", "党员类别", "党内职务"].iter().enumerate()
        {
            sheet.write(1, col as u16, *head).unwrap();
        }
        for member in 0..MEMBERS {
            let row = member as u32 + 2;
            sheet.write(row, 0, member as u32 + 1).unwrap();
            for (col, text) in
                [name(branch, member).as_str(), "男", "2010-05-01", "正式党员", "无"].iter().enumerate()
            {
                sheet.write(row, col as u16 + 1, *text).unwrap();
            }
        }
        book.save(folder.join(format!("{title}花名册.xlsx"))).unwrap();
        for month in 0..months {
            let (year, number) = (2024 + month / 12, month % 12 + 1);
            let mut book = Workbook::new();
            let sheet = book.add_worksheet();
            sheet.write(0, 0, format!("{title}{year}年{number}月考勤表")).unwrap();
            sheet.write(1, 0, "序号").unwrap();
            sheet.write(1, 1, "姓名").unwrap();
            for session in 0..SESSIONS {
                sheet
                    .write(1, session as u16 + 2, format!("{number}月{}日主题党日", session * 4 + 1))
                    .unwrap();
            }
            for member in 0..MEMBERS {
                let row = member as u32 + 2;
                sheet.write(row, 0, member as u32 + 1).unwrap();
                sheet.write(row, 1, name(branch, member)).unwrap();
                for session in 0..SESSIONS {
                    let mark = ["√", "√", "√", "病假", "迟到", "×"][(member + session + month) % 6];
                    sheet.write(row, session as u16 + 2, mark).unwrap();
                }
            }
            book.save(folder.join(format!("{title}考勤{year}{number:02}.xlsx"))).unwrap();
        }
    }
}

/// As the system tells it, where it does.
fn peak_memory() -> Option<String> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    status.lines().find_map(|l| l.strip_prefix("VmHWM:")).map(|l| l.trim().to_string())
}
