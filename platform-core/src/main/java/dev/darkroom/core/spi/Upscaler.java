package dev.darkroom.core.spi;

import dev.darkroom.core.image.Image;

/// Makes pictures larger. Stateless and safe for use by several threads.
///
/// Mandatory: the same arguments give the same bits; the result has exactly the size asked for and as
/// many channels as the picture.
public interface Upscaler extends Configurable {

  /// The setting, beside those of [#parameters()], that says how often the sides of a picture fit into
  /// those of the result when an upscaler is named in [Extras#finishing()].
  String FACTOR = "factor";

  /// @param size of the result, in each direction between that of the picture and [#maxFactor()]
  ///     times as much
  /// @param values settings checked by [#parameters()]
  Image upscale(Image image, Size size, ParameterValues values);

  /// The largest factor that makes sense; 8 by default.
  default double maxFactor() {
    return 8;
  }
}
