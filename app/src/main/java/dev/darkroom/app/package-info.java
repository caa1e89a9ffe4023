/// The program: its entry point, what happens when it is interrupted, and where pictures are put.
///
/// Nothing here prints; that is the business of the command line.
package dev.darkroom.app;
