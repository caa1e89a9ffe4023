package dev.darkroom.app.bench;

import dev.darkroom.app.GenerationClock;
import dev.darkroom.app.ProcessMemory;
import dev.darkroom.core.pipeline.Model;
import dev.darkroom.core.pipeline.Recipe;
import dev.darkroom.core.spi.Cancellation;
import dev.darkroom.core.spi.GenerationListener;
import dev.darkroom.core.spi.GenerationListener.Stage;
import dev.darkroom.core.spi.GenerationRequest;
import dev.darkroom.core.spi.Seeds;
import java.util.Arrays;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Measures whole pictures with a model's own settings.
///
/// @param model the model
/// @param cancellation stops the measurement
public record GenerationBench(Model model, Cancellation cancellation) {

  /// What was found. Times are in seconds.
  ///
  /// @param load time to load the denoiser
  /// @param first time for the first picture, loading included
  /// @param picture median of the pictures after it
  /// @param step median of their steps
  /// @param pictures how many were measured after the first
  /// @param peakBytes the most memory that the process held; null where the system does not say
  public record Report(
      String model,
      String engine,
      String size,
      int steps,
      double load,
      double first,
      double picture,
      double step,
      int pictures,
      @Nullable Long peakBytes) {}

  public Report run(int pictures) {
    GenerationRequest request = model.request("a red apple").with(Seeds.of(0));
    GenerationClock cold = new GenerationClock(GenerationListener.SILENT);
    Recipe recipe = model.generate(request, cold, cancellation).pictures().getFirst().recipe();
    cold.end();
    GenerationClock warm = new GenerationClock(GenerationListener.SILENT);
    double[] times = new double[pictures];
    for (int i = 0; i < pictures; i++) {
      long began = System.nanoTime();
      model.generate(request.with(Seeds.of(i)), warm, cancellation);
      times[i] = (System.nanoTime() - began) / 1e9;
    }
    Arrays.sort(times);
    OptionalLong memory = ProcessMemory.peak();
    return new Report(
        recipe.model().name(),
        recipe.versions(),
        request.size().toString(),
        request.sampling().steps(),
        cold.seconds(Stage.LOADING),
        cold.totalSeconds(),
        times[pictures / 2],
        warm.stepSeconds(),
        pictures,
        memory.isPresent() ? memory.getAsLong() : null);
  }
}
