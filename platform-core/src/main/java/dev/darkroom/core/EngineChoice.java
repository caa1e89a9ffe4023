package dev.darkroom.core;

import dev.darkroom.core.error.BackendException;
import dev.darkroom.core.error.UnknownPluginException;
import dev.darkroom.core.pipeline.Model;
import dev.darkroom.core.pipeline.Recipe;
import dev.darkroom.core.spi.Availability;
import dev.darkroom.core.spi.Backend;
import dev.darkroom.core.spi.BackendProvider;
import dev.darkroom.core.spi.Device;
import dev.darkroom.core.spi.Plugins;
import java.util.List;
import java.util.stream.Collectors;

/// Finds the backend and device that the options mean, and opens them.
record EngineChoice(Plugins plugins, DarkroomOptions options) {

  /// @throws UnknownPluginException if the options name something that is not there
  /// @throws BackendException if it is there and cannot be used; says why
  Model.Engine open() {
    BackendProvider provider = provider();
    Device device = device(provider);
    Backend backend = provider.open(device);
    Recipe.Engine reference =
        new Recipe.Engine(
            provider.id(),
            device.id(),
            options.precision().name(),
            backend.capabilities().engine());
    return new Model.Engine(backend, options.precision(), reference);
  }

  private BackendProvider provider() {
    if (options.backend().equals(DarkroomOptions.AUTO)) {
      return best();
    }
    BackendProvider provider = plugins.find(BackendProvider.class, options.backend());
    Availability availability = provider.probe();
    if (!availability.usable()) {
      throw new BackendException(provider.id() + " cannot be used: " + availability.detail());
    }
    return provider;
  }

  private BackendProvider best() {
    List<BackendProvider> all = plugins.all(BackendProvider.class);
    return all.stream()
        .filter(provider -> provider.probe().usable())
        .findFirst()
        .orElseThrow(() -> new BackendException("No backend can be used here: " + reasons(all)));
  }

  private static String reasons(List<BackendProvider> providers) {
    return providers.isEmpty()
        ? "none is installed."
        : providers.stream()
            .map(provider -> provider.id() + ": " + provider.probe().detail())
            .collect(Collectors.joining("; "));
  }

  private Device device(BackendProvider provider) {
    List<Device> devices = provider.devices();
    boolean auto = options.device().equals(DarkroomOptions.AUTO);
    List<Device> fitting =
        devices.stream().filter(device -> auto || device.id().equals(options.device())).toList();
    if (fitting.isEmpty()) {
      throw new UnknownPluginException(
          "device", options.device(), devices.stream().map(Device::id).toList());
    }
    return fitting.stream()
        .filter(device -> device.availability().usable())
        .findFirst()
        .orElseThrow(() -> unusable(provider, fitting.getFirst()));
  }

  private static BackendException unusable(BackendProvider provider, Device device) {
    return new BackendException(
        "Device %s of %s cannot be used: %s"
            .formatted(device.id(), provider.id(), device.availability().detail()));
  }
}
