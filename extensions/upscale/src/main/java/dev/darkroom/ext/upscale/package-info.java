/// Upscalers by separable resampling (Turkowski 1990, Filters for Common Resampling Tasks), in the sRGB
/// values themselves, as image libraries do it. Opacity is taken into account, so that what cannot be
/// seen does not colour what can.
package dev.darkroom.ext.upscale;
