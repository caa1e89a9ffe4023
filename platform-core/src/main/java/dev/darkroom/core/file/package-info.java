/// Writing files whole or not at all.
///
/// Ground: knows no other room but the errors. What is written, and in which form, is a matter of
/// the callers.
package dev.darkroom.core.file;
