//! The paper that charts are drawn on: size, font, title, encoding.

use std::sync::OnceLock;

use plotters::coord::Shift;
use plotters::prelude::*;
use plotters::style::FontStyle;

use crate::report::{WriteError, look};

/// Noto Sans CJK SC, the characters of GB 2312 (SIL Open Font License 1.1).
const FONT: &[u8] = include_bytes!("../../../templates/fonts/NotoSansSC-GB2312.otf");
/// The name under which plotters looks for a font when none is asked for.
const FAMILY: &str = "sans-serif";

pub type Area<'a> = DrawingArea<BitMapBackend<'a>, Shift>;

/// A finished picture: width and height in pixels, three bytes a pixel.
pub struct Picture {
    width: u32,
    height: u32,
    pixels: Vec<u8>,
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
    static REGISTERED: OnceLock<()> = OnceLock::new();
    REGISTERED.get_or_init(|| {
        // Were the font broken, drawing would say so.
        let _ = plotters::style::register_font(FAMILY, FontStyle::Normal, FONT);
    });
    let mut pixels = vec![0; (WIDTH * height * 3) as usize];
    {
        let root = BitMapBackend::with_buffer(&mut pixels, (WIDTH, height)).into_drawing_area();
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
    Ok(Picture { width: WIDTH, height, pixels })
}

impl Picture {
    pub fn png(self) -> Vec<u8> {
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

/// The width of a text in pixels.
pub fn text_width(content: &str, size: f64) -> f64 {
    (FAMILY, size)
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
