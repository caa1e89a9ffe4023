package dev.darkroom.core.pipeline;

import dev.darkroom.core.tensor.Shape;
import dev.darkroom.core.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// One path of noise over the noise levels, as k-diffusion's samplers of stochastic equations follow:
/// parts that overlap share their noise, in proportion to how far they do (a Brownian motion in sigma).
/// Parts that follow each other are the numbers as they are drawn. One thread at a time.
final class BrownianPath {

  /// Levels further up than so many parts are forgotten; samplers look back within a step.
  private static final int KEPT = 16;

  /// A part whose noise is known, of unit variance.
  private record Part(double from, double to, Tensor noise) {

    double width() {
      return from - to;
    }
  }

  private final Function<Shape, Tensor> normal;

  /// Without gaps, from high levels to low ones.
  private final List<Part> parts = new ArrayList<>();

  /// @param normal draws standard normal numbers
  BrownianPath(Function<Shape, Tensor> normal) {
    this.normal = normal;
  }

  /// The noise of the path between two levels, scaled to unit variance.
  ///
  /// @param from the higher level
  /// @param to the lower level
  Tensor between(Shape shape, double from, double to) {
    reach(shape, from, to);
    split(shape, from);
    split(shape, to);
    List<Part> covered =
        parts.stream().filter(part -> part.from() <= from && part.to() >= to).toList();
    Tensor noise = joined(covered, from - to);
    while (parts.size() > KEPT) {
      parts.removeFirst();
    }
    return noise;
  }

  private static Tensor joined(List<Part> parts, double width) {
    if (parts.size() == 1) {
      return parts.getFirst().noise();
    }
    Tensor sum = parts.getFirst().noise().times(Math.sqrt(parts.getFirst().width() / width));
    for (Part part : parts.subList(1, parts.size())) {
      sum = sum.plus(Math.sqrt(part.width() / width), part.noise());
    }
    return sum;
  }

  /// Draws what lies beyond both ends.
  private void reach(Shape shape, double from, double to) {
    if (parts.isEmpty()) {
      parts.add(new Part(from, to, normal.apply(shape)));
      return;
    }
    double high = parts.getFirst().from();
    if (from > high) {
      parts.addFirst(new Part(from, high, normal.apply(shape)));
    }
    double low = parts.getLast().to();
    if (to < low) {
      // a part that was skipped stays one of its own
      if (from < low) {
        parts.add(new Part(low, from, normal.apply(shape)));
      }
      parts.add(new Part(Math.min(from, low), to, normal.apply(shape)));
    }
  }

  /// Makes a level the end of a part: a Brownian bridge.
  private void split(Shape shape, double level) {
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      if (part.from() > level && level > part.to()) {
        double share = (part.from() - level) / part.width();
        Tensor drawn = normal.apply(shape);
        Tensor above = mixed(Math.sqrt(share), part.noise(), Math.sqrt(1 - share), drawn);
        Tensor below = mixed(Math.sqrt(1 - share), part.noise(), -Math.sqrt(share), drawn);
        parts.set(i, new Part(part.from(), level, above));
        parts.add(i + 1, new Part(level, part.to(), below));
        return;
      }
    }
  }

  private static Tensor mixed(double weight, Tensor known, double other, Tensor drawn) {
    return known.times(weight).plus(other, drawn);
  }
}
