package dev.darkroom.app.bench;

import dev.darkroom.core.error.BackendException;
import dev.darkroom.core.spi.Backend;
import dev.darkroom.core.spi.BackendProvider;
import dev.darkroom.core.spi.Device;
import dev.darkroom.core.spi.Plugins;
import dev.darkroom.core.tensor.DType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What can be measured here: each usable backend on each of its usable devices in each precision.
public final class Engines {

  /// The backend that is there to be right, not to be fast.
  public static final String REFERENCE = "backend.reference";

  private Engines() {}

  /// @param backend the backend
  /// @param device a usable device of it
  /// @param precision a precision that the device computes in
  public record Candidate(BackendProvider backend, Device device, DType precision) {

    public String name() {
      return "%s, %s, %s".formatted(backend.id(), device.id(), precision);
    }
  }

  /// All but the reference backend, float32 first.
  public static List<Candidate> fast(Plugins plugins) {
    return plugins.all(BackendProvider.class).stream()
        .filter(provider -> !provider.id().equals(REFERENCE) && provider.probe().usable())
        .flatMap(Engines::of)
        .toList();
  }

  /// Every way in which a backend computes here.
  public static Stream<Candidate> of(BackendProvider provider) {
    return provider.devices().stream()
        .filter(device -> device.availability().usable())
        .flatMap(device ->
            precisions(provider, device).stream()
                .map(precision -> new Candidate(provider, device, precision)));
  }

  /// Float32 alone for a device that does not open: whoever measures it meets the reason.
  private static List<DType> precisions(BackendProvider provider, Device device) {
    try (Backend backend = provider.open(device)) {
      List<DType> all = new ArrayList<>(backend.capabilities().precisions());
      all.sort(null);
      return all;
    } catch (BackendException _) {
      return List.of(DType.F32);
    }
  }
}
