//! Frames as CSV and Parquet files.

use std::io::Write;

use anyhow::Result;
use polars::prelude::*;
use polars_io::parquet::write::ParquetWriter;

/// A frame as CSV with a header; `bom` puts UTF-8's mark first, for Excel.
pub fn csv_bytes(frame: &DataFrame, bom: bool) -> Result<Vec<u8>> {
    let mut bytes = if bom { b"\xef\xbb\xbf".to_vec() } else { Vec::new() };
    let mut writer = csv::Writer::from_writer(&mut bytes);
    writer.write_record(frame.get_column_names().iter().map(|n| n.as_str()))?;
    for row in 0..frame.height() {
        let cells: Result<Vec<String>, _> = frame.columns().iter().map(|c| c.get(row).map(|v| shown(&v))).collect();
        writer.write_record(cells?)?;
    }
    writer.flush()?;
    drop(writer);
    Ok(bytes)
}

/// A frame as a Parquet file.
pub fn parquet_bytes(frame: &DataFrame) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    ParquetWriter::new(&mut bytes).finish(&mut frame.clone())?;
    bytes.flush()?;
    Ok(bytes)
}

/// A value as text: nothing for a missing one, whole numbers without a point.
pub fn shown(value: &AnyValue) -> String {
    match value {
        AnyValue::Null => String::new(),
        AnyValue::String(text) => (*text).to_string(),
        AnyValue::StringOwned(text) => text.to_string(),
        AnyValue::Float64(number) => number_text(*number),
        other => other.to_string(),
    }
}

/// Up to six decimals, none that say nothing.
pub fn number_text(number: f64) -> String {
    let rounded = format!("{number:.6}");
    rounded.trim_end_matches('0').trim_end_matches('.').to_string()
}
