/// The command line: one class a command, groups of options that commands share, and how results,
/// progress and failures are shown.
///
/// The only package that writes to the terminal. Commands hold no knowledge of their own about
/// models, backends or samplers: they fill in requests and show results.
package dev.darkroom.app.cli;
