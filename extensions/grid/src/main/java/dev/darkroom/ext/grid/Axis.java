package dev.darkroom.ext.grid;

import dev.darkroom.core.spi.GenerationRequest;
import dev.darkroom.core.spi.Seeds;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// What changes from cell to cell.
enum Axis {
  /// Seeds that follow each other, so that no two cells are alike.
  SEED {
    @Override
    GenerationRequest apply(GenerationRequest request, int cell, double value) {
      Seeds seeds = request.seeds();
      long first = Math.addExact(seeds.first(), (long) cell * seeds.batch());
      return request.with(new Seeds(first, seeds.batch(), seeds.generator()));
    }
  },
  /// The number of steps, rounded.
  STEPS {
    @Override
    GenerationRequest apply(GenerationRequest request, int cell, double value) {
      return request.with(request.sampling().withSteps((int) Math.rint(value)));
    }
  },
  /// The guidance scale.
  CFG {
    @Override
    GenerationRequest apply(GenerationRequest request, int cell, double value) {
      return request.with(request.guidance().withScale(value));
    }
  };

  /// The request of a cell.
  ///
  /// @param cell number of the cell, from 0
  /// @param value the cell's value; seeds go by the number instead
  abstract GenerationRequest apply(GenerationRequest request, int cell, double value);

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
