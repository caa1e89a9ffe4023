package dev.darkroom.core.reference;

import dev.darkroom.core.error.BackendException;
import dev.darkroom.core.spi.Availability;
import dev.darkroom.core.spi.Backend;
import dev.darkroom.core.spi.BackendProvider;
import dev.darkroom.core.spi.Device;
import java.util.List;

/// The backend that every installation has.
public final class ReferenceBackendProvider implements BackendProvider {

  private static final String DETAIL = "pure Java, works everywhere, slow";

  @Override
  public String id() {
    return "backend.reference";
  }

  @Override
  public String title() {
    return "Reference (pure Java, slow and obvious)";
  }

  @Override
  public String summary() {
    return "Computes in plain Java loops: the truth that other backends are compared with.";
  }

  @Override
  public List<String> aliases() {
    return List.of("reference");
  }

  @Override
  public int priority() {
    return 0;
  }

  @Override
  public Availability probe() {
    return Availability.yes(DETAIL);
  }

  @Override
  public List<Device> devices() {
    return List.of(Device.cpu(DETAIL));
  }

  @Override
  public Backend open(Device device) {
    if (!device.id().equals(Device.CPU)) {
      throw new BackendException(
          "The reference backend computes on %s only, not on %s; choose another backend for that device."
              .formatted(Device.CPU, device.id()));
    }
    return new ReferenceBackend();
  }
}
