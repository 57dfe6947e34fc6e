//! A pen that draws every stroke twice: as pixels and as vectors, so that a picture and its drawing are the same.

use std::io;

use plotters::backend::{BitMapBackend, SVGBackend};
use plotters::style::{IntoFont, TextStyle};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
};

use super::font;

pub struct Ink<'a> {
    bitmap: BitMapBackend<'a>,
    svg: SVGBackend<'a>,
}

impl<'a> Ink<'a> {
    /// Draws into three bytes a pixel, and into a text of SVG.
    pub fn new(pixels: &'a mut [u8], svg: &'a mut String, size: (u32, u32)) -> Ink<'a> {
        Ink { bitmap: BitMapBackend::with_buffer(pixels, size), svg: SVGBackend::with_string(svg, size) }
    }
}

type Fault = DrawingErrorKind<io::Error>;

/// Neither of the two can fail in memory but for the font; what they say is kept as it is.
fn fault<E: std::error::Error + Send + Sync>(error: DrawingErrorKind<E>) -> Fault {
    match error {
        DrawingErrorKind::DrawingError(error) => {
            DrawingErrorKind::DrawingError(io::Error::other(error.to_string()))
        }
        DrawingErrorKind::FontError(error) => DrawingErrorKind::FontError(error),
    }
}

impl DrawingBackend for Ink<'_> {
    type ErrorType = io::Error;

    fn get_size(&self) -> (u32, u32) {
        self.bitmap.get_size()
    }

    fn ensure_prepared(&mut self) -> Result<(), Fault> {
        self.bitmap.ensure_prepared().map_err(fault)?;
        self.svg.ensure_prepared().map_err(fault)
    }

    fn present(&mut self) -> Result<(), Fault> {
        self.bitmap.present().map_err(fault)?;
        self.svg.present().map_err(fault)
    }

    fn draw_pixel(&mut self, point: BackendCoord, color: BackendColor) -> Result<(), Fault> {
        self.bitmap.draw_pixel(point, color).map_err(fault)?;
        self.svg.draw_pixel(point, color).map_err(fault)
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
    ) -> Result<(), Fault> {
        self.bitmap.draw_line(from, to, style).map_err(fault)?;
        self.svg.draw_line(from, to, style).map_err(fault)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        upper_left: BackendCoord,
        bottom_right: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Result<(), Fault> {
        self.bitmap.draw_rect(upper_left, bottom_right, style, fill).map_err(fault)?;
        self.svg.draw_rect(upper_left, bottom_right, style, fill).map_err(fault)
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Result<(), Fault> {
        let path: Vec<BackendCoord> = path.into_iter().collect();
        self.bitmap.draw_path(path.iter().copied(), style).map_err(fault)?;
        self.svg.draw_path(path, style).map_err(fault)
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Result<(), Fault> {
        self.bitmap.draw_circle(center, radius, style, fill).map_err(fault)?;
        self.svg.draw_circle(center, radius, style, fill).map_err(fault)
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        corners: I,
        style: &S,
    ) -> Result<(), Fault> {
        let corners: Vec<BackendCoord> = corners.into_iter().collect();
        self.bitmap.fill_polygon(corners.iter().copied(), style).map_err(fault)?;
        self.svg.fill_polygon(corners, style).map_err(fault)
    }

    fn draw_text<S: BackendTextStyle>(
        &mut self,
        text: &str,
        style: &S,
        at: BackendCoord,
    ) -> Result<(), Fault> {
        let family = font::family_for(text);
        if family == font::FAMILY {
            self.bitmap.draw_text(text, style, at).map_err(fault)?;
        } else {
            let font = (family, style.size()).into_font().transform(style.transform());
            let style = TextStyle { font, color: style.color(), pos: style.anchor() };
            self.bitmap.draw_text(text, &style, at).map_err(fault)?;
        }
        // Whoever shows the drawing finds a font of their own.
        self.svg.draw_text(text, style, at).map_err(fault)
    }
}
