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
    let files = facts.contract(shelf)?.into_iter().map(|(name, frame)| {
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
    let mut columns = frame.columns().iter().map(texts).collect::<PolarsResult<Vec<_>>>()?;
    let mut record = csv::ByteRecord::new();
    for _ in 0..frame.height() {
        record.clear();
        for column in &mut columns {
            record.push_field(column.next().unwrap_or_default().as_bytes());
        }
        writer.write_byte_record(&record)?;
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

/// The values of a column as texts: nothing for a missing one, whole numbers without a point. A text that a spreadsheet
/// would take for a formula is led by an apostrophe.
fn texts(column: &Column) -> PolarsResult<Box<dyn Iterator<Item = Cow<'_, str>> + '_>> {
    Ok(match column.dtype() {
        DataType::String => {
            Box::new(column.str()?.iter().map(|text| text.map_or_else(Cow::default, harmless)))
        }
        DataType::Float64 => {
            let text = |number: f64| Cow::from(number_text(number));
            Box::new(column.f64()?.iter().map(move |number| number.map_or_else(Cow::default, text)))
        }
        _ => {
            let text = |value: AnyValue| match value {
                AnyValue::Null => Cow::default(),
                value => Cow::from(value.to_string()),
            };
            Box::new(column.as_materialized_series().iter().map(text))
        }
    })
}

/// A mark such as `-` or `+` alone, and a number, are no formula.
fn harmless(text: &str) -> Cow<'_, str> {
    let formula = matches!(text.as_bytes(), [b'=' | b'+' | b'-' | b'@' | b'\t' | b'\r', ..])
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
        let shown = |column: Column| texts(&column).unwrap().map(Cow::into_owned).collect::<Vec<_>>();
        let of_texts =
            Column::new("a".into(), [Some("=1+1"), Some("@SUM(A1)"), Some("—"), Some("-"), Some("-3"), None]);
        assert_eq!(shown(of_texts), ["'=1+1", "'@SUM(A1)", "—", "-", "-3", ""]);
        assert_eq!(shown(Column::new("a".into(), [Some(2.0), Some(1.0 / 3.0), None])), ["2", "0.333333", ""]);
        assert_eq!(shown(Column::new("a".into(), [Some(7u32), None])), ["7", ""]);
    }

    #[test]
    fn a_mark_at_the_start_where_asked_for() {
        let frame = df!("姓名" => ["张三"]).unwrap();
        assert_eq!(csv_bytes(&frame, true).unwrap(), "\u{feff}姓名\n张三\n".as_bytes());
        assert_eq!(csv_bytes(&frame, false).unwrap(), "姓名\n张三\n".as_bytes());
    }
}
