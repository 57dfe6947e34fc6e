use std::path::Path;
fn main() {
    let args: Vec<String> = std::env::args().collect();
    let ws = taizhang::workspace::open(Path::new(&args[2]), None, &|_, _| ()).unwrap();
    let facts = taizhang::ledger::facts::Facts::from(&ws.ledger).unwrap();
    let out = Path::new(&args[4]);
    std::fs::create_dir_all(out).unwrap();
    for (name, _) in facts.frames() {
        let frame = facts.contract(name, &ws.ledger.shelf).unwrap();
        std::fs::write(out.join(format!("{name}.csv")), taizhang::report::tables::csv_bytes(&frame, false).unwrap()).unwrap();
    }
}
