package dev.darkroom.app.cli;

import dev.darkroom.core.pipeline.Recipe;
import dev.darkroom.core.spi.Sampling;
import java.util.List;
import java.util.Locale;

/// What `generate` did.
///
/// @param files the files written
/// @param seeds the seed of each
/// @param timings where the time went
/// @param recipes the recipe of each
record GenerationReport(
    List<String> files, List<Long> seeds, Timings timings, List<Recipe> recipes) {

  /// Seconds.
  ///
  /// @param step the median of the steps
  record Timings(
      double loading,
      double conditioning,
      double denoising,
      double decoding,
      double step,
      double total) {}

  Recipe first() {
    return recipes.getFirst();
  }

  /// One line for people.
  String summary() {
    Sampling sampling = first().request().sampling();
    return String.format(
        Locale.ROOT,
        "Seed %d, %s, %d steps of %s on %s, %.3f s a step, %.1f s in all.",
        seeds.getFirst(),
        first().request().size(),
        sampling.steps(),
        sampling.sampler(),
        first().versions(),
        timings.step(),
        timings.total());
  }
}
