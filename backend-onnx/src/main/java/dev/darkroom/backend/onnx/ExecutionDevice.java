package dev.darkroom.backend.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import dev.darkroom.core.error.BackendException;
import dev.darkroom.core.spi.Availability;
import dev.darkroom.core.tensor.DType;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/// One device of an execution provider: `cpu`, `cuda`, `cuda:1`.
record ExecutionDevice(ExecutionProvider provider, int index) {

  /// @throws BackendException if no provider has that name; lists the known ones
  static ExecutionDevice of(String id) {
    String name = id.replaceFirst(":\\d{1,3}$", "");
    int index = id.equals(name) ? 0 : Integer.parseInt(id.substring(name.length() + 1));
    List<String> known =
        Arrays.stream(ExecutionProvider.values()).map(ExecutionProvider::id).toList();
    return ExecutionProvider.named(name)
        .map(provider -> new ExecutionDevice(provider, index))
        .orElseThrow(() ->
            new BackendException(
                "ONNX Runtime has no device " + id + "; the known ones are " + known + "."));
  }

  void addTo(SessionOptions options) throws OrtException {
    provider.addTo(options, index);
  }

  /// Whether a model can be compiled for this device, found out by doing so.
  Availability probe(OrtEnvironment environment) {
    if (!OrtEnvironment.getAvailableProviders().contains(provider.engine())) {
      return Availability.no("not in this ONNX Runtime; it comes with " + provider.comesWith());
    }
    try (SessionOptions options = new SessionOptions()) {
      addTo(options);
      try (OrtSession _ = environment.createSession(smallest(), options)) {
        return Availability.yes("ONNX Runtime " + environment.getVersion());
      }
    } catch (OrtException e) {
      return Availability.no(Objects.toString(e.getMessage(), "it cannot be opened"));
    }
  }

  private static byte[] smallest() {
    OnnxModel model = new OnnxModel("probe");
    Emission out = new Emission(model, DType.F32);
    out.named("y", out.filled(1, 1));
    model.output("y", DType.F32);
    return model.bytes();
  }

  @Override
  public String toString() {
    return index == 0 ? provider.id() : provider.id() + ":" + index;
  }
}
