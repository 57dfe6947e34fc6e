//! The overview: what the director sees in ten seconds, on one screen and one A4 page.

use rust_xlsxwriter::{
    Chart, ChartAxisLabelPosition, ChartDataLabel, ChartFont, ChartFormat, ChartLegendPosition, ChartLine,
    ChartMarker, ChartMarkerType, ChartSolidFill, ChartType, Color, Format, FormatAlign, FormatBorder, Url,
    Worksheet,
};

use super::{name, participation, ranking};
use crate::issue::Severity;
use crate::report::look;
use crate::report::page::{Block, Page, Paper};
use crate::report::{Dossier, WriteError, findings, headline};

/// The sheet is a grid of twelve equal columns: six cards of two, two charts of six.
const COLUMNS: u16 = 12;
const COLUMN_PIXELS: u32 = 100;
const ROW_PIXELS: u32 = 20;
const CHART_ROWS: u32 = 16;

pub fn write(
    sheet: &mut Worksheet,
    dossier: &Dossier,
    ranking: &Block,
    tables: &participation::Tables,
) -> Result<(), WriteError> {
    let stamp = dossier.stamp();
    let mut page = Page::on(sheet, Paper::OneLandscape, &stamp);
    page.sheet.set_column_range_width_pixels(0, COLUMNS - 1, COLUMN_PIXELS)?;
    let last = COLUMNS - 1;
    page.sheet.set_row_height(0, 40)?;
    let title = look::title().set_font_size(22).set_align(FormatAlign::Center);
    page.sheet.merge_range(0, 0, 0, last, &format!("{}党支部考核报告", stamp.bureau), &title)?;
    let subtitle = format!(
        "{}　·　{}个支部　·　{}名党员　·　{}次会议和活动　·　依据{}份报表",
        stamp.period,
        dossier.scores.branches.len(),
        dossier.scores.members.len(),
        dossier.sessions().count(),
        dossier.workspace.books_used()
    );
    page.sheet.merge_range(1, 0, 1, last, &subtitle, &look::note().set_align(FormatAlign::Center))?;
    page.sheet.set_row_height(2, 8)?;
    cards(&mut page, dossier)?;
    page.next = 7;
    said(&mut page, dossier)?;
    charts(&mut page, dossier, ranking, tables)?;
    let end = page.next;
    page.sheet.set_print_area(0, 0, end, last)?.set_print_center_horizontally(true).set_active(true);
    page.finish(false)
}

fn cards(page: &mut Page, dossier: &Dossier) -> Result<(), WriteError> {
    for (row, height) in [(3, 20), (4, 40), (5, 20)] {
        page.sheet.set_row_height(row, height)?;
    }
    page.sheet.set_row_height(6, 8)?;
    for (i, card) in headline::figures(dossier).iter().enumerate() {
        let col = i as u16 * 2;
        let fill = Color::RGB(if card.alert { look::MISSED_PALE } else { look::BAND });
        let base = || {
            look::base()
                .set_align(FormatAlign::Center)
                .set_background_color(fill)
                .set_border_right(FormatBorder::Thick)
                .set_border_right_color(Color::RGB(look::PAPER))
        };
        page.sheet.merge_range(3, col, 3, col + 1, card.label, &base().set_font_color(look::MUTED))?;
        let value = base().set_font_size(24).set_bold();
        page.sheet.merge_range(4, col, 4, col + 1, "", &value)?;
        let url = Url::new(format!("internal:'{}'!A1", card.sheet))
            .set_text(&card.value)
            .set_tip(format!("看“{}”", card.sheet));
        page.sheet.write_url_with_format(4, col, url, &value)?;
        page.sheet.merge_range(
            5,
            col,
            5,
            col + 1,
            &card.note,
            &base().set_font_color(look::MUTED).set_font_size(9),
        )?;
    }
    Ok(())
}

/// What the figures say, each line with a link to its sheet.
fn said(page: &mut Page, dossier: &Dossier) -> Result<(), WriteError> {
    let mut lines = vec![
        (findings::ranking(dossier), name::RANKING),
        (findings::meetings(dossier), name::MEETINGS),
        (format!("{}；{}", findings::absences(dossier), findings::ages(dossier)), name::PARTICIPATION),
        (findings::coverage(dossier), name::COVERAGE),
        (findings::watched(dossier), name::WATCH),
    ];
    if let Some(topic) = findings::topic(dossier) {
        lines[3].0 = format!("{}；{topic}", lines[3].0);
    }
    let (errors, warnings) = (dossier.issues(Severity::Error), dossier.issues(Severity::Warning));
    if errors > 0 {
        lines.push((
            format!("报表里有{errors}处没能采用、{warnings}处需要核对，改正后重新运行，以上数字会随之变化"),
            name::ISSUES,
        ));
    }
    let text = look::base().set_font_size(11);
    let more = look::link().set_align(FormatAlign::Right);
    for (line, sheet) in lines {
        page.sheet.set_row_height(page.next, 20)?;
        page.sheet.merge_range(page.next, 0, page.next, COLUMNS - 2, &format!("●　{line}"), &text)?;
        let url = Url::new(format!("internal:'{sheet}'!A1")).set_text(format!("{sheet} ›"));
        page.sheet.write_url_with_format(page.next, COLUMNS - 1, url, &more)?;
        page.next += 1;
    }
    page.sheet.set_row_height(page.next, 8)?;
    page.next += 1;
    Ok(())
}

fn charts(
    page: &mut Page,
    dossier: &Dossier,
    ranked: &Block,
    tables: &participation::Tables,
) -> Result<(), WriteError> {
    let scores = bar(
        ranked.of(name::RANKING, ranking::BRANCH),
        ranked.of(name::RANKING, ranking::TOTAL),
        "0.0",
        findings::highest_total(dossier),
    );
    let makeup = makeup(&tables.branches);
    let ages = bar(
        tables.ages.of(name::PARTICIPATION, participation::LABEL),
        tables.ages.of(name::PARTICIPATION, participation::RATE),
        "0.0%",
        1.0,
    );
    let placed = [
        (scores, findings::ranking(dossier), "各支部总分的条形图"),
        (months(dossier, &tables.months), findings::trend(dossier), "各支部各月参会率的折线图"),
        (makeup, findings::absences(dossier), "各支部实到、请假、缺席占应到比例的堆积条形图"),
        (ages, findings::ages(dossier), "各年龄段参会率的条形图"),
    ];
    let top = page.next;
    for (i, (mut chart, title, alt)) in placed.into_iter().enumerate() {
        let mut font = ChartFont::new();
        font.set_name(look::FONT).set_size(11).set_bold().set_color(look::INK);
        chart.title().set_name(&title).set_font(&font).set_overlay(false);
        chart.set_alt_text(format!("{alt}。{title}。"));
        chart.set_width(COLUMN_PIXELS * 6 - 8).set_height(CHART_ROWS * ROW_PIXELS - 8);
        chart.chart_area().set_format(ChartFormat::new().set_border(ChartLine::new().set_color(look::RULE)));
        let (row, col) = (top + (i as u32 / 2) * CHART_ROWS, (i as u16 % 2) * 6);
        page.sheet.insert_chart_with_offset(row, col, &chart, 2, 2)?;
    }
    page.next = top + 2 * CHART_ROWS;
    for row in top..page.next {
        page.sheet.set_row_height_pixels(row, ROW_PIXELS)?;
    }
    page.sheet.write_blank(page.next, 0, &Format::new())?;
    Ok(())
}

type Range<'a> = (&'a str, u32, u16, u32, u16);

fn fill(color: u32) -> ChartFormat {
    let mut format = ChartFormat::new();
    format.set_solid_fill(ChartSolidFill::new().set_color(color));
    format
}

fn font() -> ChartFont {
    let mut font = ChartFont::new();
    font.set_name(look::FONT).set_size(9).set_color(look::INK);
    font
}

/// The axes of a chart of horizontal bars: names down the side, first on top; faint lines behind.
fn bar_axes(chart: &mut Chart, format: &str, most: f64) {
    let mut rule = ChartFormat::new();
    rule.set_line(ChartLine::new().set_color(look::RULE));
    chart.y_axis().set_reverse().set_font(&font()).set_format(&mut rule).set_major_gridlines(false);
    let values = chart.x_axis();
    // With the names reversed the values would stand on top.
    values.set_label_position(ChartAxisLabelPosition::High);
    values.set_min(0).set_max(most).set_num_format(format).set_font(&font());
    values.set_major_gridlines(true).set_major_gridlines_line(ChartLine::new().set_color(look::BAND));
    values.set_format(ChartFormat::new().set_no_line());
}

/// Horizontal bars with their values; a label serves, so there is no legend.
fn bar(categories: Range, values: Range, format: &str, most: f64) -> Chart {
    let mut chart = Chart::new_bar();
    let mut label = ChartDataLabel::new();
    label.show_value().set_num_format(format).set_font(&font());
    chart
        .add_series()
        .set_categories(categories)
        .set_values(values)
        .set_format(&mut fill(look::CAME))
        .set_gap(60)
        .set_data_label(&label);
    chart.legend().set_hidden();
    bar_axes(&mut chart, if most > 1.0 { "0" } else { "0%" }, most);
    chart
}

/// What became of those who were due, as shares of a whole.
fn makeup(branches: &Block) -> Chart {
    let mut chart = Chart::new(ChartType::BarPercentStacked);
    for (status, col, color) in [
        ("实到", participation::CAME, look::CAME),
        ("请假", participation::LEAVE, look::LEAVE),
        ("缺席", participation::ABSENT, look::MISSED),
    ] {
        let series = chart.add_series();
        series.set_name(status).set_categories(branches.of(name::PARTICIPATION, participation::LABEL));
        series
            .set_values(branches.of(name::PARTICIPATION, col))
            .set_format(&mut fill(color))
            .set_gap(60)
            .set_overlap(100);
        let mut label = ChartDataLabel::new();
        label.show_value().set_font(font().set_color(if color == look::LEAVE {
            look::INK
        } else {
            look::PAPER
        }));
        series.set_data_label(&label);
    }
    chart.legend().set_position(ChartLegendPosition::Bottom).set_font(&font());
    bar_axes(&mut chart, "0%", 1.0);
    chart
}

/// A line a branch over the months, the bureau's heavier.
fn months(dossier: &Dossier, block: &Block) -> Chart {
    let months = dossier.period().months().count() as u16;
    // One month makes no line; columns say the same.
    let mut chart = if months > 1 { Chart::new_line() } else { Chart::new_column() };
    let categories = (name::PARTICIPATION, block.head, 1, block.head, months);
    let names: Vec<&str> = dossier.branches().map(|(_, name, _)| name).chain(["全局"]).collect();
    for (i, branch) in names.iter().enumerate() {
        let row = block.first + i as u32;
        let whole = i + 1 == names.len();
        let color = if whole { look::INK } else { look::SERIES[i % look::SERIES.len()] };
        let mut line = ChartLine::new();
        line.set_color(color).set_width(if whole { 3.0 } else { 1.75 });
        let mut format = fill(color);
        format.set_line(&line);
        let shapes = [
            ChartMarkerType::Circle,
            ChartMarkerType::Square,
            ChartMarkerType::Triangle,
            ChartMarkerType::Diamond,
        ];
        let mut marker = ChartMarker::new();
        marker.set_type(shapes[i % shapes.len()]).set_size(6).set_format(&mut fill(color));
        let series = chart.add_series();
        series
            .set_name(*branch)
            .set_categories(categories)
            .set_values((name::PARTICIPATION, row, 1, row, months))
            .set_format(&mut format);
        if months > 1 {
            series.set_marker(&marker);
        }
    }
    chart.legend().set_position(ChartLegendPosition::Right).set_font(&font());
    chart.x_axis().set_font(&font());
    let y = chart.y_axis();
    // A column stands on nothing less than nothing; a line may start higher.
    y.set_min(if months > 1 { floor(dossier) } else { 0.0 })
        .set_num_format("0%")
        .set_font(&font())
        .set_max(1.0)
        .set_major_gridlines_line(ChartLine::new().set_color(look::BAND));
    y.set_format(ChartFormat::new().set_no_line());
    chart
}

/// A round rate below the lowest that the lines show, so that they are told apart.
fn floor(dossier: &Dossier) -> f64 {
    let months = || dossier.period().months();
    let names = dossier.branches().map(|(_, name, _)| name);
    let rates = names.flat_map(|name| {
        months().filter_map(move |m| dossier.rate(name, &format!("month:{m}"), "attendance_rate"))
    });
    ((rates.fold(1.0, f64::min) - 0.05) * 10.0).floor().max(0.0) / 10.0
}
