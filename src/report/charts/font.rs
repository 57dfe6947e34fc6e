//! The font that charts are drawn in: the embedded one, and for characters that it lacks one of the machine's own.

use std::collections::BTreeSet;
use std::sync::{LazyLock, OnceLock};

use ab_glyph::{Font, FontRef};
use plotters::style::FontStyle;

/// Noto Sans CJK SC, the characters of GB 2312 (SIL Open Font License 1.1).
const EMBEDDED: &[u8] = include_bytes!("../../../templates/fonts/NotoSansSC-GB2312.otf");
/// The name under which plotters looks for a font when none is asked for.
pub const FAMILY: &str = "sans-serif";
/// The name of the machine's own font, once there is one.
const FALLBACK: &str = "fallback";

/// Makes the embedded font known to plotters.
pub fn register() {
    static REGISTERED: OnceLock<()> = OnceLock::new();
    REGISTERED.get_or_init(|| {
        // Were the font broken, drawing would say so.
        let _ = plotters::style::register_font(FAMILY, FontStyle::Normal, EMBEDDED);
    });
}

/// The family to draw a text in: the machine's own font where it has characters that the embedded one lacks.
pub fn family_for(text: &str) -> &'static str {
    if lacking(text).is_empty() || fallback(text).is_none() { FAMILY } else { FALLBACK }
}

/// The characters of a text that no font here has: charts show a box for each.
pub fn boxes(text: &str) -> BTreeSet<char> {
    let mut lacking = lacking(text);
    if !lacking.is_empty()
        && let Some(font) = fallback(text)
    {
        lacking.retain(|&c| !has(font, c));
    }
    lacking
}

fn lacking(text: &str) -> BTreeSet<char> {
    static FONT: LazyLock<Option<FontRef>> = LazyLock::new(|| FontRef::try_from_slice(EMBEDDED).ok());
    let Some(font) = FONT.as_ref() else { return BTreeSet::new() };
    text.chars().filter(|c| !c.is_whitespace() && !has(font, *c)).collect()
}

fn has(font: &FontRef, c: char) -> bool {
    font.glyph_id(c).0 != 0
}

/// The machine's font that has the most of a text's characters, looked for once: a bureau has few rare names. Of
/// fonts that have as many, the first by the path of its file.
fn fallback(text: &str) -> Option<&'static FontRef<'static>> {
    static FOUND: OnceLock<Option<FontRef>> = OnceLock::new();
    let found = FOUND.get_or_init(|| {
        let mut fonts = fontdb::Database::new();
        fonts.load_system_fonts();
        let is_plain = |face: &&fontdb::FaceInfo| {
            face.weight == fontdb::Weight::NORMAL && face.style == fontdb::Style::Normal && !face.monospaced
        };
        let mut paths: Vec<_> =
            fonts.faces().filter(is_plain).filter_map(|face| path_of(&face.source)).collect();
        paths.sort();
        paths.dedup();
        let score = |bytes: &[u8]| {
            let font = FontRef::try_from_slice(bytes).ok()?;
            // A font of signs alone would not do for the rest of the text.
            has(&font, '的').then(|| text.chars().filter(|c| has(&font, *c)).count())
        };
        let mut best: Option<(usize, Vec<u8>)> = None;
        for path in paths {
            let Ok(bytes) = std::fs::read(path) else { continue };
            if let Some(count) = score(&bytes)
                && best.as_ref().is_none_or(|(most, _)| count > *most)
            {
                best = Some((count, bytes));
            }
        }
        // Kept as long as the program runs, as plotters wants it.
        let bytes: &'static [u8] = Box::leak(best?.1.into_boxed_slice());
        plotters::style::register_font(FALLBACK, FontStyle::Normal, bytes).ok()?;
        FontRef::try_from_slice(bytes).ok()
    });
    found.as_ref()
}

fn path_of(source: &fontdb::Source) -> Option<std::path::PathBuf> {
    match source {
        fontdb::Source::File(path) => Some(path.clone()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_embedded_font_lacks() {
        assert_eq!(lacking("第一支部 参会率95%"), BTreeSet::new());
        assert_eq!(lacking("堃垚支部"), BTreeSet::from(['垚', '堃']));
        // No font has a character of private use.
        assert_eq!(boxes("支部\u{f0123}"), BTreeSet::from(['\u{f0123}']));
    }
}
