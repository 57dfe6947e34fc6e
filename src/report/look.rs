//! One look for every report: the palette and the formats of cells.
//!
//! The colours are those of Okabe and Ito, which the colour-blind tell apart, and differ enough in
//! lightness for a black-and-white printer. A colour means one thing throughout: blue is taking part,
//! light blue lateness, amber leave, vermilion absence or what is missing.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

pub const INK: u32 = 0x1F2937;
/// Figures that lead somewhere; dark enough for every background that a figure has.
pub const LEADS: u32 = 0x1B3A6B;
pub const MUTED: u32 = 0x6B7280;
pub const RULE: u32 = 0xCBD2DB;
pub const BAND: u32 = 0xEEF2F7;
pub const PAPER: u32 = 0xFFFFFF;
/// The red of headings.
pub const ACCENT: u32 = 0x9E1B22;

pub const CAME: u32 = 0x0072B2;
pub const LATE: u32 = 0x56B4E9;
pub const LEAVE: u32 = 0xE69F00;
pub const MISSED: u32 = 0xD55E00;
/// Behind a figure that misses its mark.
pub const MISSED_PALE: u32 = 0xFBE3D3;
/// From low to high coverage, white in the middle.
pub const HEAT: [u32; 3] = [0xF2A36B, 0xFFFFFF, 0x7FB6DA];
/// Lines of several branches; more than these repeat.
pub const SERIES: [u32; 7] = [0x0072B2, 0xD55E00, 0x009E73, 0xCC79A7, 0xE69F00, 0x56B4E9, 0x6B7280];

/// A font that Windows and WPS have.
pub const FONT: &str = "微软雅黑";

/// What a column holds; tells its number format and where it stands in the cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    Text,
    /// Text that may run over several lines.
    Prose,
    /// Short text in the middle.
    Label,
    Count,
    /// A fraction of one, shown in per cent.
    Rate,
    /// A difference of two fractions, shown in points of a hundred with its sign.
    Change,
    /// Study hours or points, to one decimal.
    Decimal,
    /// Points of a scorecard, to two decimals where they are there.
    Points,
    Link,
}

pub fn base() -> Format {
    Format::new()
        .set_font_name(FONT)
        .set_font_size(10)
        .set_font_color(INK)
        .set_align(FormatAlign::VerticalCenter)
}

pub fn boxed() -> Format {
    base().set_border(FormatBorder::Thin).set_border_color(RULE)
}

pub fn cell(kind: Kind) -> Format {
    let format = boxed();
    match kind {
        Kind::Text => format,
        Kind::Prose => format.set_text_wrap(),
        Kind::Label => format.set_align(FormatAlign::Center),
        Kind::Count => format.set_num_format("#,##0").set_align(FormatAlign::Center),
        Kind::Rate => format.set_num_format("0.0%").set_align(FormatAlign::Center),
        Kind::Change => format.set_num_format("+0.0%;-0.0%;0.0%").set_align(FormatAlign::Right),
        Kind::Decimal => format.set_num_format("0.0").set_align(FormatAlign::Center),
        Kind::Points => format.set_num_format("0.##").set_align(FormatAlign::Center),
        Kind::Link => format.set_font_color(CAME).set_underline(rust_xlsxwriter::FormatUnderline::Single),
    }
}

pub fn head() -> Format {
    boxed()
        .set_bold()
        .set_text_wrap()
        .set_align(FormatAlign::Center)
        .set_background_color(Color::RGB(BAND))
        .set_border_bottom(FormatBorder::Medium)
        .set_border_bottom_color(Color::RGB(MUTED))
}

pub fn title() -> Format {
    base().set_font_size(18).set_bold().set_font_color(ACCENT)
}

pub fn section() -> Format {
    base().set_font_size(12).set_bold()
}

pub fn note() -> Format {
    base().set_font_color(MUTED)
}

/// A figure that leads to its detail: not underlined, since most figures do.
pub fn leads(format: &Format) -> Format {
    format.clone().set_font_color(LEADS)
}

pub fn link() -> Format {
    note().set_font_color(CAME).set_underline(rust_xlsxwriter::FormatUnderline::Single)
}
