//! A progress bar on a terminal; nothing in a pipe.

use indicatif::{ProgressBar, ProgressStyle};

pub struct Bar(ProgressBar);

impl Bar {
    /// Drawn on standard error, and only where that is a terminal.
    pub fn new() -> Bar {
        let bar = ProgressBar::new(0);
        let style = ProgressStyle::with_template("正在读取 {bar:30} {pos}/{len} 个文件");
        Bar(match style {
            Ok(style) => bar.with_style(style.progress_chars("█▌░")),
            Err(_) => bar,
        })
    }

    pub fn tick(&self, done: usize, all: usize) {
        self.0.set_length(all as u64);
        self.0.set_position(done as u64);
    }

    pub fn finish(&self) {
        self.0.finish_and_clear();
    }
}
