package dev.darkroom.core.placement;

import dev.darkroom.core.error.BackendException;
import dev.darkroom.core.error.UnknownPluginException;
import dev.darkroom.core.spi.Availability;
import dev.darkroom.core.spi.BackendProvider;
import dev.darkroom.core.spi.Device;
import dev.darkroom.core.spi.Plugins;
import dev.darkroom.core.tensor.DType;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Decides where a component is computed.
///
/// A backend that is named is taken. Else the one that was measured to be the fastest for the model's
/// shape on this machine, else the usable one that ranks first among those that can use the device
/// that is named. A device that is named and cannot be used gives way to the processor, with a notice.
///
/// @param plugins where backends are found
/// @param speeds speeds measured on this machine with models of the shape in question
public record PlacementRules(Plugins plugins, List<Speed> speeds) {

  /// What leaves the choice to these rules.
  public static final String AUTO = "auto";

  public PlacementRules {
    speeds = List.copyOf(speeds);
  }

  /// @param backend id or alias of a backend, or [#AUTO]
  /// @param device id of a device, or [#AUTO]
  /// @throws UnknownPluginException if a name is of nothing that is there
  /// @throws BackendException if the backend that is named cannot be used, or none can
  public Placement decide(String backend, String device, DType precision) {
    if (!backend.equals(AUTO)) {
      return on(named(backend), device, precision, "it was asked for");
    }
    Optional<Speed> fastest =
        speeds.stream()
            .filter(speed -> speed.precision().equals(precision.name()))
            .filter(speed -> device.equals(AUTO) || device.equals(speed.device()))
            .filter(this::holds)
            .min(Comparator.comparingDouble(Speed::seconds));
    if (fastest.isPresent()) {
      Speed speed = fastest.get();
      String rule =
          "the fastest measured here, %.3f s a step on %s"
              .formatted(speed.seconds(), speed.measured());
      return on(
          plugins.find(BackendProvider.class, speed.backend()), speed.device(), precision, rule);
    }
    return on(
        best(device),
        device,
        precision,
        "the first in order that works here; nothing was measured");
  }

  /// Whether a speed is of an engine that is there as it was measured.
  private boolean holds(Speed speed) {
    return plugins.all(BackendProvider.class).stream()
        .filter(provider -> provider.id().equals(speed.backend()))
        .map(BackendProvider::probe)
        .anyMatch(found -> found.usable() && found.detail().equals(speed.engine()));
  }

  private BackendProvider named(String backend) {
    BackendProvider provider = plugins.find(BackendProvider.class, backend);
    Availability availability = provider.probe();
    if (!availability.usable()) {
      throw new BackendException(provider.id() + " cannot be used: " + availability.detail());
    }
    return provider;
  }

  /// The first usable backend, one that can use `device` before one that cannot.
  private BackendProvider best(String device) {
    List<BackendProvider> all = plugins.all(BackendProvider.class);
    List<BackendProvider> usable =
        all.stream().filter(provider -> provider.probe().usable()).toList();
    return usable.stream()
        .filter(provider -> device.equals(AUTO) || canUse(provider, device))
        .findFirst()
        .or(() -> usable.stream().findFirst())
        .orElseThrow(() -> new BackendException("No backend can be used here: " + reasons(all)));
  }

  private static boolean canUse(BackendProvider provider, String id) {
    return provider.devices().stream()
        .anyMatch(device -> device.id().equals(id) && device.availability().usable());
  }

  private static String reasons(List<BackendProvider> providers) {
    return providers.isEmpty()
        ? "none is installed."
        : providers.stream()
            .map(provider -> provider.id() + ": " + provider.probe().detail())
            .collect(Collectors.joining("; "));
  }

  private static Placement on(
      BackendProvider provider, String wanted, DType precision, String rule) {
    List<Device> devices = provider.devices();
    Device device =
        wanted.equals(AUTO)
            ? usable(provider, devices)
            : devices.stream()
                .filter(candidate -> candidate.id().equals(wanted))
                .findFirst()
                .orElseThrow(() -> unknown(wanted, devices));
    if (device.availability().usable()) {
      return new Placement(provider, device, precision, rule, Optional.empty());
    }
    if (device.id().equals(Device.CPU)) {
      throw unusable(provider, device);
    }
    String fallback =
        "%s cannot use %s (%s); it computes on the processor instead."
            .formatted(provider.id(), device.id(), device.availability().detail());
    return new Placement(
        provider, usable(provider, cpu(devices)), precision, rule, Optional.of(fallback));
  }

  private static List<Device> cpu(List<Device> devices) {
    return devices.stream().filter(device -> device.id().equals(Device.CPU)).toList();
  }

  private static Device usable(BackendProvider provider, List<Device> devices) {
    return devices.stream()
        .filter(device -> device.availability().usable())
        .findFirst()
        .orElseThrow(() -> unusable(provider, devices.getFirst()));
  }

  private static UnknownPluginException unknown(String wanted, List<Device> devices) {
    return new UnknownPluginException("device", wanted, devices.stream().map(Device::id).toList());
  }

  private static BackendException unusable(BackendProvider provider, Device device) {
    return new BackendException(
        "Device %s of %s cannot be used: %s"
            .formatted(device.id(), provider.id(), device.availability().detail()));
  }
}
