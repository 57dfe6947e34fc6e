//! `taizhang facts`: the facts and issues, for machines.

use super::args::{FactsArgs, Format};
use super::stop::Stop;
use super::{Done, has_errors};
use taizhang::ledger::facts::Facts;
use taizhang::report::data;
use taizhang::report::save::Staged;

pub fn run(args: &FactsArgs) -> Result<Done, Stop> {
    let workspace = super::read(&args.folder, Some(&args.out))?;
    let facts = Facts::from(&workspace.ledger)?;
    let format = match args.format {
        Format::Csv => data::Format::Csv,
        Format::Parquet => data::Format::Parquet,
    };
    let mut staged = Staged::new(&args.out);
    data::save_facts(&facts, &workspace.ledger.shelf, format, &mut staged)?;
    staged.persist()?;
    Ok(Done { faulty: args.strict && has_errors(&workspace) })
}
