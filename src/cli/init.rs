//! `taizhang init`: a folder made ready, with every setting and its default explained.

use std::io::Write;

use super::Done;
use super::args::InitArgs;
use super::stop::Stop;
use taizhang::assessment::rules::RuleSet;
use taizhang::report::{forms, save};
use taizhang::workspace::{FORMS, settings};

/// The name of the rules file that `init` writes, and that its settings name.
const RULES: &str = "考核规则.toml";

pub fn run(args: &InitArgs) -> Result<Done, Stop> {
    let folder = &args.folder;
    let cannot = |what: &std::path::Path| Stop::CannotWrite(what.to_path_buf());
    std::fs::create_dir_all(folder).map_err(|_| cannot(folder))?;
    let files = [(settings::FILE, settings::TEMPLATE.to_string()), (RULES, RuleSet::from(args.rules).text())];
    let mut lines = vec![format!("已准备好文件夹“{}”：", folder.display())];
    for (name, text) in files {
        let path = folder.join(name);
        // What the clerk has set is never written over.
        if path.exists() {
            lines.push(format!("  {name}　已经有了，没有改动"));
            continue;
        }
        std::fs::write(&path, text).map_err(|_| cannot(&path))?;
        lines.push(format!("  {name}　已写好，每一项都有说明"));
    }
    let forms = forms::write_all()?;
    let names: Vec<String> =
        forms.iter().filter_map(|f| f.path.file_stem().map(|n| n.to_string_lossy().into_owned())).collect();
    save::all(folder, forms)?;
    lines.push(format!("  {FORMS}　想用统一表格的支部可以用：{}", names.join("、")));
    let next = "下一步：把各支部报来的表格原样放进这个文件夹，再运行 taizhang run";
    lines.push(format!("{next} {}", folder.display()));
    // A pipe that closes early is no fault.
    let _ = writeln!(std::io::stdout().lock(), "{}", lines.join("\n"));
    Ok(Done { faulty: false })
}
