//! Colours on a terminal that has them; none in a pipe, nor where `NO_COLOR` is set.

use owo_colors::{OwoColorize, Stream, Style};
use taizhang::issue::Severity;

pub fn strong(text: &str) -> String {
    painted(text, Style::new().bold())
}

pub fn faint(text: &str) -> String {
    painted(text, Style::new().dimmed())
}

pub fn marked(text: &str) -> String {
    painted(text, Style::new().bold().red())
}

pub fn severity(severity: Severity, text: &str) -> String {
    let style = match severity {
        Severity::Error => Style::new().red().bold(),
        Severity::Warning => Style::new().yellow().bold(),
        Severity::Info => Style::new().cyan(),
    };
    painted(text, style)
}

pub fn painted(text: &str, style: Style) -> String {
    text.if_supports_color(Stream::Stdout, |t| t.style(style)).to_string()
}
