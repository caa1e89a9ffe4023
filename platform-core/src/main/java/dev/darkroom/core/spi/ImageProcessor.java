package dev.darkroom.core.spi;

import dev.darkroom.core.image.Image;

/// Makes another picture of a picture: edges, depth, colours. Stateless and safe for use by several
/// threads.
///
/// Mandatory: the same picture and values give the same bits; the result has the size that
/// [#resultSize] says, from 1 x 1 pixels up. How many channels it has is the processor's choice.
public interface ImageProcessor extends Configurable {

  /// @param values settings checked by [#parameters()]
  /// @throws dev.darkroom.core.error.InvalidRequestException if the picture does not suit the settings
  Image process(Image image, ParameterValues values);

  /// The size of the result for a picture of `size`; the same size by default.
  default Size resultSize(Size size, ParameterValues values) {
    return size;
  }
}
