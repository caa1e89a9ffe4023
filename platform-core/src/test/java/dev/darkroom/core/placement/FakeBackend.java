package dev.darkroom.core.placement;

import dev.darkroom.core.error.UnknownPluginException;
import dev.darkroom.core.spi.Availability;
import dev.darkroom.core.spi.Backend;
import dev.darkroom.core.spi.BackendProvider;
import dev.darkroom.core.spi.Device;
import dev.darkroom.core.spi.Plugin;
import dev.darkroom.core.spi.Plugins;
import java.util.List;

/// A backend that is only looked at.
record FakeBackend(String id, Availability probe, List<Device> devices) implements BackendProvider {

  static FakeBackend of(String id, Device... devices) {
    return new FakeBackend(id, Availability.yes(id + " 1.0"), List.of(devices));
  }

  FakeBackend unusable(String reason) {
    return new FakeBackend(id, Availability.no(reason), devices);
  }

  static Device cuda() {
    return new Device("cuda", Availability.yes("a card"));
  }

  static Device withoutDriver() {
    return new Device("cuda", Availability.no("no driver"));
  }

  @Override
  public Backend open(Device device) {
    throw new AssertionError("choosing must open nothing");
  }

  /// Nothing is installed but these.
  static Plugins plugins(FakeBackend... backends) {
    return new Plugins() {
      @Override
      public <P extends Plugin> List<P> all(Class<P> kind) {
        return List.of(backends).stream().filter(kind::isInstance).map(kind::cast).toList();
      }

      @Override
      public <P extends Plugin> P find(Class<P> kind, String name) {
        return all(kind).stream()
            .filter(plugin -> plugin.id().equals(name))
            .findFirst()
            .orElseThrow(() ->
                new UnknownPluginException(
                    "backend", name, all(kind).stream().map(Plugin::id).toList()));
      }
    };
  }
}
