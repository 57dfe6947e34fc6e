//! `数据/` and the output of `facts`: frames as CSV and Parquet files.

use std::borrow::Cow;
use std::io::Write;
use std::path::Path;

use polars::prelude::*;
use polars_io::parquet::write::ParquetWriter;

use super::save::Staged;
use super::{Dossier, Output, WriteError};
use crate::assessment::feed::scores_frame;
use crate::book::Shelf;
use crate::ledger::contract::Contract;
use crate::ledger::facts::Facts;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    Csv,
    Parquet,
}

/// Puts the facts of the output contract into a folder, a file each, as they are put into words: no file is ever held as a
/// whole, which would take longer than to write it.
///
/// # Errors
/// A file cannot be made, or not be written.
pub fn save_facts(
    facts: &Facts,
    shelf: &Shelf,
    format: Format,
    staged: &mut Staged,
) -> Result<(), WriteError> {
    for file in Contract::of(facts, shelf)?.files() {
        match format {
            Format::Csv => {
                let to = staged.file(Path::new(&format!("{}.csv", file.name)))?;
                csv_to(file.parts(), to).map_err(|error| of_the_disk(error, staged))?;
            }
            Format::Parquet => {
                let bytes = parquet_bytes(&file.whole()?)?;
                let to = staged.file(Path::new(&format!("{}.parquet", file.name)))?;
                to.write_all(&bytes).map_err(|error| staged.fault(&error))?;
            }
        }
    }
    Ok(())
}

/// A fault of the disk, as such.
fn of_the_disk(error: WriteError, staged: &Staged) -> WriteError {
    match &error {
        WriteError::Csv(csv) if let csv::ErrorKind::Io(disk) = csv.kind() => staged.fault(disk).into(),
        _ => error,
    }
}

/// What `run` puts into `数据/`: the facts, the figures and the scores.
pub fn all(dossier: &Dossier) -> Result<Vec<Output>, WriteError> {
    let contract = Contract::of(dossier.facts, &dossier.ledger().shelf)?;
    let of_contract = contract.files().map(|file| {
        let mut bytes = Vec::new();
        csv_to(file.parts(), &mut bytes)?;
        Ok(Output::new(format!("{}.csv", file.name), bytes))
    });
    let mut files = of_contract.collect::<Result<Vec<Output>, WriteError>>()?;
    files.push(Output::new("figures.csv", csv_bytes(&dossier.figures.frame, false)?));
    let scores = scores_frame(dossier.ledger(), dossier.scores, dossier.rules)?;
    files.push(Output::new("scores.csv", csv_bytes(&scores, false)?));
    Ok(files.into_iter().map(|file| Output { path: Path::new("数据").join(file.path), ..file }).collect())
}

/// A frame as CSV with a header; `bom` puts UTF-8's mark first, so that Excel opens it right.
pub fn csv_bytes(frame: &DataFrame, bom: bool) -> Result<Vec<u8>, WriteError> {
    let mut bytes = Vec::new();
    if bom {
        bytes.extend(b"\xef\xbb\xbf");
    }
    csv_to(std::iter::once(Ok(frame.clone())), &mut bytes)?;
    Ok(bytes)
}

/// Writes the parts of a frame one below the other as CSV with a header.
fn csv_to(parts: impl Iterator<Item = PolarsResult<DataFrame>>, to: impl Write) -> Result<(), WriteError> {
    /// A record that is put together first and surely fits the buffer goes there in one piece.
    const BUFFER: usize = 64 << 10;
    let mut writer = csv::WriterBuilder::new().buffer_capacity(BUFFER).from_writer(to);
    let mut record = csv::ByteRecord::new();
    for (place, part) in parts.enumerate() {
        let part = part?;
        if place == 0 {
            writer.write_record(part.get_column_names().iter().map(|n| n.as_str()))?;
        }
        let columns = part.columns().iter().map(|column| Ok(texts(column)?.rechunk().into_owned()));
        let columns = columns.collect::<PolarsResult<Vec<StringChunked>>>()?;
        // One chunk each, so that a value is found by its row at once.
        let columns: Vec<_> = columns.iter().map(StringChunked::downcast_as_array).collect();
        for row in 0..part.height() {
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
    }
    writer.flush().map_err(csv::Error::from)?;
    Ok(())
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
