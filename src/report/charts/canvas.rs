//! The paper that charts are drawn on: size, font, title, encoding.

use std::sync::LazyLock;

use plotters::coord::Shift;
use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};
use regex::{Captures, Regex};

use super::font::{self, FAMILY};
use super::ink::Ink;
use crate::report::{WriteError, look};

pub type Area<'a> = DrawingArea<Ink<'a>, Shift>;

/// A finished picture: its title, width and height in pixels, three bytes a pixel; and the same as SVG.
pub struct Picture {
    title: String,
    width: u32,
    height: u32,
    pixels: Vec<u8>,
    svg: String,
}

/// Sizes of type, in pixels at twice the size shown.
pub const TITLE: f64 = 40.0;
pub const BODY: f64 = 28.0;
pub const SMALL: f64 = 24.0;
/// Width of every chart, in pixels.
pub const WIDTH: u32 = 1600;
const MARGIN: u32 = 48;

/// Draws a picture of [`WIDTH`] by `height` pixels with a title; `draw` has what is left below it.
pub fn picture(
    height: u32,
    title: &str,
    draw: impl FnOnce(&Area) -> Result<(), WriteError>,
) -> Result<Picture, WriteError> {
    font::register();
    let (mut pixels, mut svg) = (vec![0; (WIDTH * height * 3) as usize], String::new());
    {
        let root = Ink::new(&mut pixels, &mut svg, (WIDTH, height)).into_drawing_area();
        root.fill(&WHITE).map_err(fault)?;
        let room = f64::from(WIDTH - 2 * MARGIN);
        // A long finding is set smaller rather than cut off.
        let size = TITLE.min(TITLE * room / text_width(title, TITLE).max(1.0));
        root.draw(&Text::new(title.to_string(), (MARGIN as i32, 36), text(size, look::INK)))
            .map_err(fault)?;
        let (_, below) = root.split_vertically(108);
        draw(&below.margin(0, MARGIN / 2, MARGIN, MARGIN))?;
        root.present().map_err(fault)?;
    }
    Ok(Picture { title: title.to_string(), width: WIDTH, height, pixels, svg })
}

/// Fonts that Windows, WPS's own, Linux and the Mac have; a drawing holds no font of its own.
const FAMILIES: &str = "'Microsoft YaHei', 'Noto Sans CJK SC', 'PingFang SC', sans-serif";

/// A size of type is the height of a line to the font's reader, 1.448 em for Noto Sans CJK; the drawing takes it for
/// 1.24 em.
const SVG_SIZE: f64 = 1.24 / 1.448;

impl Picture {
    /// The drawing at the size at which it is shown, named by its title for those who cannot see it.
    pub fn svg(&self) -> String {
        let (width, height) = (self.width, self.height);
        let title = escaped(&self.title);
        let sized = format!("<svg width=\"{width}\" height=\"{height}\" viewBox");
        let shown = format!(
            "<svg width=\"{}\" height=\"{}\" role=\"img\" aria-label=\"{title}\" viewBox",
            width / 2,
            height / 2
        );
        static SIZE: LazyLock<Regex> = LazyLock::new(|| Regex::new(r#"font-size="([\d.]+)""#).unwrap());
        let smaller = |found: &Captures| {
            let size: f64 = found[1].parse().unwrap_or(BODY);
            format!("font-size=\"{:.2}\"", size * SVG_SIZE)
        };
        SIZE.replace_all(&self.svg, smaller)
            .replacen(&sized, &shown, 1)
            .replace("font-family=\"sans-serif\"", &format!("font-family=\"{FAMILIES}\""))
    }

    pub fn png(&self) -> Vec<u8> {
        use image::ImageEncoder;
        use image::codecs::png::{CompressionType, FilterType, PngEncoder};
        let mut bytes = Vec::new();
        let encoder =
            PngEncoder::new_with_quality(&mut bytes, CompressionType::Default, FilterType::Adaptive);
        // Writing to memory does not fail, and the size is that of the buffer.
        let _ = encoder.write_image(&self.pixels, self.width, self.height, image::ColorType::Rgb8);
        bytes
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

pub fn fault(error: impl std::fmt::Display) -> WriteError {
    WriteError::Chart(error.to_string())
}

pub fn color(hex: u32) -> RGBColor {
    let [_, red, green, blue] = hex.to_be_bytes();
    RGBColor(red, green, blue)
}

/// Text of a size and colour.
pub fn text(size: f64, hex: u32) -> TextStyle<'static> {
    TextStyle {
        font: (FAMILY, size).into_font(),
        color: color(hex).to_backend_color(),
        pos: Default::default(),
    }
}

/// As [`text`], with its point at the middle of the left side, as what stands beside a bar or in a tile.
pub fn beside(size: f64, hex: u32) -> TextStyle<'static> {
    TextStyle { pos: Pos::new(HPos::Left, VPos::Center), ..text(size, hex) }
}

/// The width of a text in pixels.
pub fn text_width(content: &str, size: f64) -> f64 {
    (font::family_for(content), size)
        .into_font()
        .layout_box(content)
        .map_or(0.0, |((left, _), (right, _))| f64::from(right - left))
}

/// The text cut to a width, with an ellipsis where something is left out.
pub fn cut(content: &str, size: f64, room: f64) -> String {
    if text_width(content, size) <= room {
        return content.to_string();
    }
    let mut kept: Vec<char> = content.chars().collect();
    while !kept.is_empty() && text_width(&format!("{}…", kept.iter().collect::<String>()), size) > room {
        kept.pop();
    }
    format!("{}…", kept.iter().collect::<String>())
}

/// White on dark, ink on light.
pub fn readable_on(hex: u32) -> u32 {
    let [_, red, green, blue] = hex.to_be_bytes().map(f64::from);
    if 0.299 * red + 0.587 * green + 0.114 * blue < 150.0 { look::PAPER } else { look::INK }
}
