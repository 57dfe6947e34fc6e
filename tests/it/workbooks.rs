//! The workbooks, read back: sheets, headings, links, and formulas whose stored results are the program's.

use std::path::Path;

use calamine::{Data, Reader, Xlsx, open_workbook};

use super::support::{folder, reports, table, taizhang};

type Book = Xlsx<std::io::BufReader<std::fs::File>>;

fn book(path: &Path) -> Book {
    open_workbook(path).unwrap()
}

/// The texts of a sheet's rows.
fn rows(book: &mut Book, sheet: &str) -> Vec<Vec<String>> {
    book.worksheet_range(sheet).unwrap().rows().map(|r| r.iter().map(Data::to_string).collect()).collect()
}

#[test]
fn the_report_has_a_sheet_for_each_question() {
    let out = reports();
    let mut report = book(&out.path().join("考核报告 2026Q1.xlsx"));
    assert_eq!(
        report.sheet_names(),
        [
            "总览",
            "支部排名",
            "会议召开",
            "参会情况",
            "学习覆盖",
            "学习对照",
            "补学名单",
            "党员明细",
            "关注名单",
            "会议明细",
            "未到明细",
            "学习明细",
            "问题",
            "数据来源",
            "说明"
        ]
    );
    let ranking = rows(&mut report, "支部排名");
    let heads = ranking.iter().position(|r| r[0] == "名次").unwrap();
    let ranked: Vec<(&str, &str)> =
        ranking[heads + 1..].iter().map(|r| (r[1].as_str(), r[3].as_str())).collect();
    assert_eq!(
        ranked,
        [("第二党支部", "77.1"), ("第三党支部", "72.3"), ("第四党支部", "66.1"), ("第一党支部", "46.2")]
    );
    let members = rows(&mut report, "党员明细");
    assert_eq!(members.iter().filter(|r| r[0].ends_with("党支部")).count(), 52);
}

#[test]
fn figures_lead_to_what_they_are_made_of() {
    let out = reports();
    let path = out.path().join("考核报告 2026Q1.xlsx");
    let mut report = book(&path);
    let names = report.sheet_names();
    let sheets: Vec<Vec<Vec<String>>> = names.iter().map(|name| cells(&mut report, name)).collect();
    let number = |name: &str| names.iter().position(|n| n == name).unwrap();
    let mut led = 0;
    let hyperlink =
        regex::Regex::new("<hyperlink ref=\"([A-Z]+)(\\d+)\" location=\"'([^']+)'!A(\\d+)\"").unwrap();
    // The branch, and the member where the sheet has one, on both ends of a link are the same.
    for (sheet, columns) in [("会议召开", 1), ("参会情况", 1), ("党员明细", 2), ("关注名单", 2)]
    {
        let xml = part(&path, &format!("xl/worksheets/sheet{}.xml", number(sheet) + 1));
        for found in hyperlink.captures_iter(&xml).filter(|f| !["总览", "说明"].contains(&&f[3])) {
            let line = |row: &str| row.parse::<usize>().unwrap() - 1;
            let from = &sheets[number(sheet)][line(&found[2])];
            let to = &sheets[number(&found[3])][line(&found[4])];
            let columns = if &found[3] == "会议明细" { 1 } else { columns };
            // The rows of the whole bureau and of its slices lead to the beginning of a list.
            if from[0].ends_with("支部") {
                assert_eq!(from[..columns], to[..columns], "{sheet}!{}{}", &found[1], &found[2]);
                led += 1;
            }
        }
    }
    assert!(led > 300, "{led}");
}

/// The texts of a sheet's cells from A1 on.
fn cells(book: &mut Book, sheet: &str) -> Vec<Vec<String>> {
    let range = book.worksheet_range(sheet).unwrap();
    let (last_row, last_col) = range.end().unwrap();
    (0..=last_row)
        .map(|row| {
            let text = |col| range.get_value((row, col)).map(Data::to_string).unwrap_or_default();
            (0..=last_col).map(text).collect()
        })
        .collect()
}

/// The parts of a workbook that calamine does not show.
fn part(path: &Path, name: &str) -> String {
    let mut archive = zip::ZipArchive::new(std::fs::File::open(path).unwrap()).unwrap();
    let mut text = String::new();
    std::io::Read::read_to_string(&mut archive.by_name(name).unwrap(), &mut text).unwrap();
    text
}

#[test]
fn the_overview_has_native_charts_that_say_the_finding() {
    let out = reports();
    let path = out.path().join("考核报告 2026Q1.xlsx");
    for (chart, title, range) in [
        ("xl/charts/chart1.xml", "第二党支部得分最高（77.1），第一党支部最低（46.2）", "支部排名!$D$6:$D$9"),
        ("xl/charts/chart2.xml", "参会率各月大致持平：1月80.9%，3月79.7%", "参会情况!$B$"),
        ("xl/charts/chart3.xml", "第一党支部无故缺席最多，占应到的7.1%", "参会情况!$C$"),
        ("xl/charts/chart4.xml", "35岁及以下党员参会率69.4%，比其他党员低20.5个百分点", "参会情况!$G$"),
    ] {
        let xml = part(&path, chart);
        assert!(xml.contains(title) && xml.contains(range), "{chart}: {xml}");
    }
}

#[test]
fn a_scorecard_s_total_is_a_formula_with_the_program_s_result() {
    let out = reports();
    let mut card = book(&out.path().join("评分表/第一党支部.xlsx"));
    assert_eq!(card.sheet_names(), ["评分表", "扣分依据", "出勤明细", "本支部党员"]);
    let formulas = card.worksheet_formula("评分表").unwrap();
    let total = rows(&mut card, "评分表").iter().position(|r| r[0] == "合　计").unwrap() as u32;
    assert_eq!(
        formulas.get_value((total, 6)).unwrap(),
        "ROUND(MAX(0,MIN(100,SUM(G4:G13)/SUMIF(G4:G13,\">=0\",C4:C13)*100+MIN(5,SUM(G14:G15)))),1)"
    );
    let values = card.worksheet_range("评分表").unwrap();
    assert_eq!(values.get_value((total, 6)), Some(&Data::Float(46.2)));
    assert_eq!(values.get_value((3, 6)), Some(&Data::Float(8.0)));
    assert_eq!(values.get_value((5, 6)), Some(&Data::String("不计".into())));
}

#[test]
fn evidence_leads_to_the_cell() {
    let out = tempfile::tempdir().unwrap();
    let sample = super::support::sample();
    taizhang()
        .arg("run")
        .arg(&sample)
        .args(["--period", "2026Q1", "--out"])
        .arg(out.path().join("报告"))
        .assert()
        .success();
    let path = out.path().join("报告/评分表/第二党支部.xlsx");
    let mut card = book(&path);
    let records = rows(&mut card, "出勤明细");
    let first = records.iter().find(|r| r[0] == "2026-01-06").unwrap();
    assert_eq!(
        first[1..],
        ["支委会", "柳一鸣", "出席", "√", "第二支部/第二支部2026年考勤表.xlsx › 1月 › C5"].map(String::from)
    );
    let sheet = part(&path, "xl/worksheets/sheet3.xml");
    assert!(sheet.contains("location=\"'1月'!C5\""), "links name the cell");
    assert!(
        part(&path, "xl/worksheets/_rels/sheet3.xml.rels").contains("%E7%AC%AC")
            || part(&path, "xl/worksheets/_rels/sheet3.xml.rels").contains("第二支部2026年考勤表.xlsx")
    );
}

#[test]
fn the_feed_is_the_same_as_workbook_and_as_csv() {
    let out = reports();
    let mut feed = book(&out.path().join("绩效考核数据 2026Q1.xlsx"));
    let sheet = rows(&mut feed, "数据");
    let csv = table(&out.path().join("绩效考核数据 2026Q1.csv"));
    assert!(std::fs::read(out.path().join("绩效考核数据 2026Q1.csv")).unwrap().starts_with(b"\xef\xbb\xbf"));
    assert_eq!(
        sheet[0].join(","),
        "branch,name,department,category,post,due,came,attendance_rate,topics_required,topics_covered,coverage_rate,hours,hours_target,score,grade"
    );
    assert_eq!((sheet.len() - 1, csv.len()), (52, 52));
    for (row, line) in sheet[1..].iter().zip(&csv) {
        assert_eq!((row[1].as_str(), row[13].as_str()), (line["name"].as_str(), line["score"].as_str()));
    }
}

#[test]
fn the_issue_list_has_a_sheet_a_branch() {
    let out = reports();
    let mut list = book(&out.path().join("问题清单.xlsx"));
    assert_eq!(list.sheet_names(), ["汇总", "第二党支部", "第三党支部", "第四党支部", "未归到支部"]);
    let third = rows(&mut list, "第三党支部");
    let cells: Vec<&str> = third.iter().skip(5).map(|r| r[3].as_str()).collect();
    // The last is of a whole book.
    assert_eq!(cells, ["B12", "D11", "G7", "打开"]);
}

/// Without a bureau the head of a page begins with the year, which must not run into the code of the font's size.
#[test]
fn the_head_of_a_page_begins_with_its_year() {
    let dir = folder(&[
        ("花名册.csv", "第一支部党员花名册\n姓名,入党时间\n张三,2010-05-01\n李四,2010-05-01\n"),
        ("考勤.csv", "第一支部考勤\n姓名,2026年3月5日主题党日\n张三,√\n李四,√\n"),
    ]);
    let out = tempfile::tempdir().unwrap();
    taizhang().arg("run").arg(dir.path()).arg("--out").arg(out.path()).assert().success();
    let sheet = part(&out.path().join("问题清单.xlsx"), "xl/worksheets/sheet1.xml");
    assert!(sheet.contains("<oddHeader>&amp;L&amp;8 2026年3月&amp;R"), "{sheet}");
}

#[test]
fn text_from_a_book_never_becomes_a_formula() {
    let dir = folder(&[
        (
            "花名册.csv",
            "第一支部党员花名册\n序号,姓名,入党时间,党员类别\n1,张三,2010-05-01,正式党员\n2,李四,2010-05-01,正式党员\n",
        ),
        ("签到.csv", "第一支部党课签到表\n时间：2026年3月5日\n姓名,签到\n张三,√\n李四,=HYPERLINK(1)\n"),
    ]);
    taizhang().arg("run").arg(dir.path()).assert().success();
    let out = dir.path().join("台账报告");
    let issue = &table(&out.join("数据/issues.csv"))[0];
    assert_eq!((issue["code"].as_str(), issue["value"].as_str()), ("unknown-mark", "'=HYPERLINK(1)"));
    let mut list = book(&out.join("问题清单.xlsx"));
    let sheet = list.sheet_names()[1].clone();
    assert!(list.worksheet_formula(&sheet).unwrap().used_cells().next().is_none());
}

#[test]
fn pictures_are_whole() {
    let out = reports();
    for (path, bytes) in super::support::files(&out.path().join("图表")) {
        if path.ends_with(".svg") {
            // Shown at half the pixels of the picture; every tag is closed.
            let svg = String::from_utf8(bytes).unwrap();
            assert!(
                svg.starts_with("<svg width=\"800\"") && svg.contains("role=\"img\" aria-label="),
                "{path}"
            );
            assert_eq!(svg.matches("<text").count(), svg.matches("</text>").count(), "{path}");
            assert!(svg.trim_end().ends_with("</svg>"), "{path}");
            continue;
        }
        let picture = image::load_from_memory(&bytes).unwrap();
        assert_eq!(picture.width(), 1600, "{path}");
    }
}

/// The change of each branch since the period before stands beside its rate, with an arrow; where there is no period
/// before, there is no column.
#[test]
fn the_ranking_says_what_has_changed() {
    let out = tempfile::tempdir().unwrap();
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/qinghe");
    taizhang()
        .arg("run")
        .arg(&sample)
        .args(["--period", "2026-03", "--out"])
        .arg(out.path())
        .assert()
        .success();
    let path = out.path().join("考核报告 2026-03.xlsx");
    let ranking = rows(&mut book(&path), "支部排名");
    let heads = ranking.iter().find(|r| r[0] == "名次").unwrap();
    assert_eq!(heads[5..7], ["参会率", "较上期"]);
    let figures = table(&out.path().join("数据/figures.csv"));
    let value = |branch: &str, metric: &str| {
        let of = |f: &&std::collections::BTreeMap<String, String>| {
            f["branch"] == branch && f["scope"] == "branch" && f["slice"] == "all" && f["metric"] == metric
        };
        let figure = figures.iter().find(of).unwrap();
        figure["numerator"].parse::<f64>().unwrap() / figure["denominator"].parse::<f64>().unwrap()
    };
    for row in ranking.iter().skip_while(|r| r[0] != "名次").skip(1).filter(|r| !r[6].is_empty()) {
        let change = value(&row[1], "attendance_rate") - value(&row[1], "attendance_rate_before");
        assert!((row[6].parse::<f64>().unwrap() - change).abs() < 1e-9, "{row:?}");
    }
    assert!(part(&path, "xl/worksheets/sheet2.xml").contains("3Triangles"));
    let first = rows(&mut book(&reports().path().join("考核报告 2026Q1.xlsx")), "支部排名");
    assert!(first.iter().all(|r| !r.contains(&"较上期".to_string())));
}
