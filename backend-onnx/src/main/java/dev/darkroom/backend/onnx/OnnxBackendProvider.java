package dev.darkroom.backend.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtLoggingLevel;
import dev.darkroom.core.error.BackendException;
import dev.darkroom.core.spi.Availability;
import dev.darkroom.core.spi.Backend;
import dev.darkroom.core.spi.BackendProvider;
import dev.darkroom.core.spi.Device;
import java.util.Arrays;
import java.util.List;

/// ONNX Runtime: every device that the user's build of it has an execution provider for.
public final class OnnxBackendProvider implements BackendProvider {

  @Override
  public String id() {
    return "backend.onnx";
  }

  @Override
  public String title() {
    return "ONNX Runtime";
  }

  @Override
  public String summary() {
    return "Computes with ONNX Runtime.";
  }

  @Override
  public List<String> aliases() {
    return List.of("onnx", "onnxruntime", "ort");
  }

  @Override
  public int priority() {
    return 200;
  }

  @Override
  public Availability probe() {
    NativeLibraries libraries = NativeLibraries.ofThisPlatform();
    return libraries.present()
        ? Availability.yes("ONNX Runtime " + libraries.version())
        : Availability.no(
            "ONNX Runtime has no libraries for %s; set -D%s to a folder that has them."
                .formatted(libraries.platform(), NativeLibraries.PATH));
  }

  @Override
  public List<Device> devices() {
    OrtEnvironment environment;
    try {
      environment = environment();
    } catch (BackendException e) {
      return List.of(new Device(Device.CPU, Availability.no(String.valueOf(e.getMessage()))));
    }
    return Arrays.stream(ExecutionProvider.values())
        .map(provider -> new ExecutionDevice(provider, 0))
        .map(device -> new Device(device.toString(), device.probe(environment)))
        .toList();
  }

  @Override
  public Backend open(Device device) {
    ExecutionDevice target = ExecutionDevice.of(device.id());
    OrtEnvironment environment = environment();
    Availability availability = target.probe(environment);
    if (!availability.usable()) {
      throw new BackendException(
          "The device %s cannot be used: %s.".formatted(target, availability.detail()));
    }
    return new OnnxBackend(target, environment);
  }

  /// The engine, loaded on first use. It logs errors only; they reach callers as exceptions too.
  static OrtEnvironment environment() {
    NativeLibraries.ofThisPlatform().prepare();
    try {
      return OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL, "darkroom");
    } catch (LinkageError | IllegalStateException e) {
      throw new BackendException(
          "ONNX Runtime's libraries cannot be loaded; delete the darkroom folder in the cache, or"
              + " set"
              + " -D%s: %s".formatted(NativeLibraries.PATH, e.getMessage()),
          e);
    }
  }
}
