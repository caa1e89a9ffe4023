package dev.darkroom.ext.grid;

import dev.darkroom.core.spi.Drawing;
import dev.darkroom.core.spi.GenerationRequest;

/// Values of an axis, at equal distances from the first to the last.
record Steps(Axis axis, int count, double from, double to) {

  /// The request with the value of a place.
  ///
  /// @param place 0 to `count - 1`
  GenerationRequest apply(GenerationRequest request, int place) {
    double share = place / Math.max(1.0, count - 1.0);
    return axis.apply(request, place, from + share * (to - from));
  }

  String label(Drawing drawing) {
    return axis.label(drawing);
  }
}
