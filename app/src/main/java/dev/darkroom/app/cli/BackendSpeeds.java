package dev.darkroom.app.cli;

import dev.darkroom.app.bench.Engines;
import dev.darkroom.app.bench.ScratchFile;
import dev.darkroom.app.bench.ShapeBench;
import dev.darkroom.core.error.BackendException;
import dev.darkroom.core.error.InvalidRequestException;
import dev.darkroom.core.placement.Machine;
import dev.darkroom.core.placement.ModelShape;
import dev.darkroom.core.placement.Speed;
import dev.darkroom.core.placement.SpeedTable;
import dev.darkroom.core.plugin.PluginCatalog;
import dev.darkroom.core.spi.Backend;
import dev.darkroom.core.spi.Cancellation;
import dev.darkroom.core.spi.ModelSpec;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/// Measures a step of a model's denoiser on every engine, with random weights, and remembers it.
///
/// @param cache folder for the weights, which go again, and for the table
/// @param progress told what is being measured
record BackendSpeeds(
    PluginCatalog plugins, Path cache, PrintWriter progress, Cancellation cancellation) {

  /// @param spec a whole model
  /// @return the speeds, as they are in the table now
  List<Speed> measure(ModelSpec spec) {
    String shape = shape(spec);
    ShapeBench.Shape network = ShapeBench.of(plugins, spec, spec.title());
    List<Speed> speeds = new ArrayList<>();
    try (ScratchFile file = ScratchFile.create(cache, network.weightBytes())) {
      List<Engines.Candidate> candidates = Engines.fast(plugins);
      for (Engines.Candidate candidate : candidates) {
        cancellation.check();
        progress.printf(
            "Measuring %s (%d of %d) ...%n",
            candidate.name(), speeds.size() + 1, candidates.size());
        progress.flush();
        try (Backend backend = candidate.backend().open(candidate.device())) {
          double seconds =
              network.on(backend, candidate.precision()).step(file.path(), cancellation);
          speeds.add(speed(candidate, shape, seconds));
        } catch (BackendException e) {
          progress.println(candidate.name() + " cannot be measured: " + e.getMessage());
        }
      }
    }
    SpeedTable table = SpeedTable.in(cache, progress::println).with(speeds);
    return table.of(Machine.name(), shape);
  }

  /// What was measured before.
  List<Speed> known(ModelSpec spec) {
    return SpeedTable.in(cache, progress::println).of(Machine.name(), shape(spec));
  }

  private String shape(ModelSpec spec) {
    return ModelShape.of(plugins, spec)
        .orElseThrow(() ->
            new InvalidRequestException(
                "model", spec.title() + " is a part of a model; name a whole one."));
  }

  private static Speed speed(Engines.Candidate candidate, String shape, double seconds) {
    return new Speed(
        Machine.name(),
        shape,
        candidate.backend().id(),
        candidate.device().id(),
        candidate.precision().name(),
        candidate.backend().probe().detail(),
        seconds,
        LocalDate.now(ZoneId.systemDefault()).toString());
  }
}
