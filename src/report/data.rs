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

const BUFFER: usize = 64 << 10;

/// A frame as CSV with a header; `bom` puts UTF-8's mark first, so that Excel opens it right.
pub fn csv_bytes(frame: &DataFrame, bom: bool) -> Result<Vec<u8>, WriteError> {
    let columns = frame.columns().iter().map(|column| Ok(texts(column)?.rechunk().into_owned()));
    let columns = columns.collect::<PolarsResult<Vec<StringChunked>>>()?;
    let mut bytes = Vec::with_capacity(expected_length(&columns));
    if bom {
        bytes.extend(b"\xef\xbb\xbf");
    }
    // A record that is put together first and surely fits the buffer goes there without being looked at byte by byte.
    let mut writer = csv::WriterBuilder::new().buffer_capacity(BUFFER).from_writer(&mut bytes);
    writer.write_record(frame.get_column_names().iter().map(|n| n.as_str()))?;
    // One chunk each, so that a value is found by its row at once.
    let columns: Vec<_> = columns.iter().map(StringChunked::downcast_as_array).collect();
    let mut record = csv::ByteRecord::new();
    for row in 0..frame.height() {
        record.clear();
        for column in &columns {
            let text = column.get(row).unwrap_or_default();
            if is_formula(text) {
                record.push_field(format!("'{text}").as_bytes());
            } else {
                record.push_field(text.as_bytes());
            }
        }
        writer.write_byte_record(&record)?;
    }
    writer.flush().map_err(csv::Error::from)?;
    drop(writer);
    Ok(bytes)
}

/// About as many bytes as columns take as CSV: room made once, where many rows would make it again and again.
fn expected_length(columns: &[StringChunked]) -> usize {
    let length = |column: &StringChunked| -> usize {
        let values: usize = column.downcast_iter().map(|chunk| chunk.total_bytes_len()).sum();
        column.name().len() + values + column.len() + 1
    };
    columns.iter().map(length).sum()
}

/// A frame as a Parquet file.
pub fn parquet_bytes(frame: &DataFrame) -> PolarsResult<Vec<u8>> {
    let mut bytes = Vec::new();
    ParquetWriter::new(&mut bytes).finish(&mut frame.clone())?;
    Ok(bytes)
}

/// The values of a column as texts: whole numbers without a point.
fn texts(column: &Column) -> PolarsResult<Cow<'_, StringChunked>> {
    Ok(match column.dtype() {
        DataType::String => Cow::Borrowed(column.str()?),
        DataType::Float64 => {
            let numbers = column.f64()?.iter().map(|number| number.map(number_text));
            Cow::Owned(numbers.collect())
        }
        _ => {
            let text = |value: AnyValue| match value {
                AnyValue::Null => None,
                value => Some(value.to_string()),
            };
            Cow::Owned(column.as_materialized_series().iter().map(text).collect())
        }
    })
}

/// Whether a spreadsheet would take a text for a formula; an apostrophe in front keeps it from that. A mark such as `-`
/// or `+` alone, and a number, are none.
fn is_formula(text: &str) -> bool {
    matches!(text.as_bytes(), [b'=' | b'+' | b'-' | b'@' | b'\t' | b'\r', ..])
        && text.chars().count() > 1
        && text.parse::<f64>().is_err()
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
        let shown = |column: Column| {
            let frame = DataFrame::new(column.len(), vec![column]).unwrap();
            String::from_utf8(csv_bytes(&frame, false).unwrap()).unwrap()
        };
        let of_texts =
            Column::new("a".into(), [Some("=1+1"), Some("@SUM(A1)"), Some("—"), Some("-"), Some("-3"), None]);
        assert_eq!(shown(of_texts), "a\n'=1+1\n'@SUM(A1)\n—\n-\n-3\n\"\"\n");
        assert_eq!(
            shown(Column::new("a".into(), [Some(2.0), Some(1.0 / 3.0), None])),
            "a\n2\n0.333333\n\"\"\n"
        );
        assert_eq!(shown(Column::new("a".into(), [Some(7u32), None])), "a\n7\n\"\"\n");
    }

    #[test]
    fn a_mark_at_the_start_where_asked_for() {
        let frame = df!("姓名" => ["张三"]).unwrap();
        assert_eq!(csv_bytes(&frame, true).unwrap(), "\u{feff}姓名\n张三\n".as_bytes());
        assert_eq!(csv_bytes(&frame, false).unwrap(), "姓名\n张三\n".as_bytes());
    }
}
