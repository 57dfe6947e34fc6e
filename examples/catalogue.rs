//! Prints the page of issue codes: `cargo run --release --example catalogue > docs/问题代码.md`.

fn main() {
    print!("{}", taizhang::issue::catalogue_page());
}
