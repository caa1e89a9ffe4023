package dev.darkroom.backend.tf;

import dev.darkroom.core.error.BackendException;
import dev.darkroom.core.spi.Availability;
import dev.darkroom.core.spi.Backend;
import dev.darkroom.core.spi.BackendProvider;
import dev.darkroom.core.spi.Device;
import java.util.List;

/// TensorFlow on the processor.
public final class TensorflowBackendProvider implements BackendProvider {

  private static final String GPU = "gpu";

  @Override
  public String id() {
    return "backend.tf";
  }

  @Override
  public String title() {
    return "TensorFlow";
  }

  @Override
  public String summary() {
    return "Computes with TensorFlow.";
  }

  @Override
  public List<String> aliases() {
    return List.of("tf", "tensorflow");
  }

  @Override
  public int priority() {
    return 120;
  }

  @Override
  public Availability probe() {
    NativeLibraries libraries = NativeLibraries.ofThisPlatform();
    return libraries
        .missing()
        .map(Availability::no)
        .orElseGet(() -> Availability.yes("TensorFlow for Java " + libraries.version()));
  }

  @Override
  public List<Device> devices() {
    Device gpu =
        new Device(GPU, Availability.no("this backend computes on processors; use another for it"));
    try {
      return List.of(Device.cpu("TensorFlow " + load()), gpu);
    } catch (BackendException e) {
      Availability reason = Availability.no(String.valueOf(e.getMessage()));
      return List.of(new Device(Device.CPU, reason), gpu);
    }
  }

  @Override
  public Backend open(Device device) {
    if (!device.id().equals(Device.CPU)) {
      throw new BackendException(
          "TensorFlow has no usable device %s here; use %s.".formatted(device.id(), Device.CPU));
    }
    return new TensorflowBackend(load(), Processor.precisions());
  }

  private static String load() {
    return NativeLibraries.ofThisPlatform().load();
  }
}
