//! `数据/` and the output of `facts`: frames as CSV and Parquet files.

use std::borrow::Cow;
use std::path::Path;

use polars::prelude::*;
use polars_io::parquet::write::ParquetWriter;

use super::{Dossier, Output, WriteError};
use crate::assessment::feed::scores_frame;
use crate::book::Shelf;
use crate::ledger::facts::Facts;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    Csv,
    Parquet,
}

/// The facts of the output contract, a file each.
pub fn facts(facts: &Facts, shelf: &Shelf, format: Format) -> Result<Vec<Output>, WriteError> {
    let files = facts.frames().into_iter().map(|(name, _)| {
        let frame = facts.contract(name, shelf)?;
        Ok(match format {
            Format::Csv => Output::new(format!("{name}.csv"), csv_bytes(&frame, false)?),
            Format::Parquet => Output::new(format!("{name}.parquet"), parquet_bytes(&frame)?),
        })
    });
    files.collect()
}

/// What `run` puts into `数据/`: the facts, the figures and the scores.
pub fn all(dossier: &Dossier) -> Result<Vec<Output>, WriteError> {
    let mut files = facts(dossier.facts, &dossier.ledger().shelf, Format::Csv)?;
    files.push(Output::new("figures.csv", csv_bytes(&dossier.figures.frame, false)?));
    let scores = scores_frame(dossier.ledger(), dossier.scores, dossier.rules)?;
    files.push(Output::new("scores.csv", csv_bytes(&scores, false)?));
    Ok(files.into_iter().map(|file| Output { path: Path::new("数据").join(file.path), ..file }).collect())
}

/// A frame as CSV with a header; `bom` puts UTF-8's mark first, so that Excel opens it right.
pub fn csv_bytes(frame: &DataFrame, bom: bool) -> Result<Vec<u8>, WriteError> {
    let mut bytes = if bom { b"\xef\xbb\xbf".to_vec() } else { Vec::new() };
    let mut writer = csv::Writer::from_writer(&mut bytes);
    writer.write_record(frame.get_column_names().iter().map(|n| n.as_str()))?;
    for row in 0..frame.height() {
        for column in frame.columns() {
            writer.write_field(shown(&column.get(row)?).as_bytes())?;
        }
        writer.write_record(None::<&[u8]>)?;
    }
    writer.flush().map_err(csv::Error::from)?;
    drop(writer);
    Ok(bytes)
}

/// A frame as a Parquet file.
pub fn parquet_bytes(frame: &DataFrame) -> PolarsResult<Vec<u8>> {
    let mut bytes = Vec::new();
    ParquetWriter::new(&mut bytes).finish(&mut frame.clone())?;
    Ok(bytes)
}

/// A value as text: nothing for a missing one, whole numbers without a point. A text that a spreadsheet
/// would take for a formula is led by an apostrophe.
fn shown<'a>(value: &'a AnyValue) -> Cow<'a, str> {
    match value {
        AnyValue::Null => Cow::default(),
        AnyValue::String(text) => harmless(text),
        AnyValue::StringOwned(text) => harmless(text),
        AnyValue::Float64(number) => number_text(*number).into(),
        other => other.to_string().into(),
    }
}

/// A mark such as `-` or `+` alone, and a number, are no formula.
fn harmless(text: &str) -> Cow<'_, str> {
    let formula = text.starts_with(['=', '+', '-', '@', '\t', '\r'])
        && text.chars().count() > 1
        && text.parse::<f64>().is_err();
    if formula { format!("'{text}").into() } else { text.into() }
}

/// Up to six decimals, none that say nothing.
fn number_text(number: f64) -> String {
    let rounded = format!("{number:.6}");
    rounded.trim_end_matches('0').trim_end_matches('.').to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_as_text() {
        for (value, text) in [
            (AnyValue::Null, ""),
            (AnyValue::Float64(2.0), "2"),
            (AnyValue::Float64(1.0 / 3.0), "0.333333"),
            (AnyValue::String("=1+1"), "'=1+1"),
            (AnyValue::String("@SUM(A1)"), "'@SUM(A1)"),
            (AnyValue::String("—"), "—"),
            (AnyValue::String("-"), "-"),
            (AnyValue::String("-3"), "-3"),
        ] {
            assert_eq!(shown(&value), text);
        }
    }

    #[test]
    fn a_mark_at_the_start_where_asked_for() {
        let frame = df!("姓名" => ["张三"]).unwrap();
        assert_eq!(csv_bytes(&frame, true).unwrap(), "\u{feff}姓名\n张三\n".as_bytes());
        assert_eq!(csv_bytes(&frame, false).unwrap(), "姓名\n张三\n".as_bytes());
    }
}
