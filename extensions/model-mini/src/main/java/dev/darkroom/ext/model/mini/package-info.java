/// The model that comes along, as a module: `darkroom-mini/` in the jar holds its files in the
/// diffusers layout.
///
/// Nothing here knows the names, sizes or contents of those files, so that better weights replace
/// them without a change of code.
package dev.darkroom.ext.model.mini;
