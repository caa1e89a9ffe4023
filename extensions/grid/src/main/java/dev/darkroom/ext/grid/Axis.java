package dev.darkroom.ext.grid;

import dev.darkroom.core.spi.Drawing;
import dev.darkroom.core.spi.GenerationRequest;
import dev.darkroom.core.spi.Seeds;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// What changes from cell to cell, along a row or from row to row.
enum Axis {
  /// Seeds that follow each other, so that no two cells are alike.
  SEED {
    @Override
    GenerationRequest apply(GenerationRequest request, int cell, double value) {
      Seeds seeds = request.seeds();
      long first = Math.addExact(seeds.first(), (long) cell * seeds.batch());
      return request.with(new Seeds(first, seeds.batch(), seeds.generator()));
    }

    @Override
    String value(Drawing drawing) {
      return Long.toString(drawing.request().seeds().first() + drawing.index());
    }
  },
  /// The number of steps, rounded.
  STEPS {
    @Override
    GenerationRequest apply(GenerationRequest request, int cell, double value) {
      return request.with(request.sampling().withSteps((int) Math.rint(value)));
    }

    @Override
    String value(Drawing drawing) {
      return Integer.toString(drawing.request().sampling().steps());
    }
  },
  /// The guidance scale.
  CFG {
    @Override
    GenerationRequest apply(GenerationRequest request, int cell, double value) {
      return request.with(request.guidance().withScale(value));
    }

    @Override
    String value(Drawing drawing) {
      double scale = drawing.request().guidance().scale();
      return String.format(Locale.ROOT, "%.3f", scale).replaceFirst("\\.?0+$", "");
    }
  };

  /// The request of a cell.
  ///
  /// @param cell number of the cell, from 0
  /// @param value the cell's value; seeds go by the number instead
  abstract GenerationRequest apply(GenerationRequest request, int cell, double value);

  /// What a picture has of this, for people.
  abstract String value(Drawing drawing);

  /// The axis and its value, as in `cfg 5`.
  String label(Drawing drawing) {
    return word() + " " + value(drawing);
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static List<String> words() {
    return Arrays.stream(values()).map(Axis::word).toList();
  }

  static Axis of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
