//! The program: reads the command line and runs one command. See [`cli`].

mod cli;

use std::process::ExitCode;

/// Reading makes and drops a great many small texts, for which the system's allocator, that of Windows above all, takes
/// its time.
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    cli::main()
}
