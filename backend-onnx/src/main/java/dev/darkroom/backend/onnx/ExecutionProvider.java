package dev.darkroom.backend.onnx;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtProvider;
import ai.onnxruntime.OrtSession.SessionOptions;
import dev.darkroom.core.tensor.DType;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The execution providers of ONNX Runtime that we offer as devices.
enum ExecutionProvider {
  CPU(OrtProvider.CPU, true, false, "every build of ONNX Runtime"),
  CUDA(OrtProvider.CUDA, true, true, "the onnxruntime_gpu jar and NVIDIA's driver and CUDA"),
  TENSORRT(OrtProvider.TENSOR_RT, false, true, "the onnxruntime_gpu jar and TensorRT"),
  ROCM(OrtProvider.ROCM, true, true, "an ONNX Runtime built for AMD's ROCm"),
  DIRECTML(OrtProvider.DIRECT_ML, true, true, "an ONNX Runtime for Windows built with DirectML"),
  COREML(OrtProvider.CORE_ML, false, true, "ONNX Runtime on a Mac"),
  OPENVINO(OrtProvider.OPEN_VINO, false, true, "an ONNX Runtime built with OpenVINO");

  private final OrtProvider engine;
  private final boolean contrib;
  private final boolean half;
  private final String comesWith;

  ExecutionProvider(OrtProvider engine, boolean contrib, boolean half, String comesWith) {
    this.engine = engine;
    this.contrib = contrib;
    this.half = half;
    this.comesWith = comesWith;
  }

  /// The provider whose devices are named `name` or `name:0`, `name:1` ...
  static Optional<ExecutionProvider> named(String name) {
    return EnumSet.allOf(ExecutionProvider.class).stream()
        .filter(provider -> provider.id().equals(name))
        .findFirst();
  }

  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  OrtProvider engine() {
    return engine;
  }

  /// Whether it has ONNX Runtime's own operators.
  boolean contrib() {
    return contrib;
  }

  /// What brings this provider.
  String comesWith() {
    return comesWith;
  }

  Set<DType> precisions() {
    return half ? EnumSet.of(DType.F32, DType.F16) : EnumSet.of(DType.F32);
  }

  /// Puts this provider first in line; what it does not know falls to the CPU.
  void addTo(SessionOptions options, int index) throws OrtException {
    switch (this) {
      case CPU -> {} // always there
      case CUDA -> options.addCUDA(index);
      case TENSORRT -> {
        options.addTensorrt(index);
        options.addCUDA(index);
      }
      case ROCM -> options.addROCM(index);
      case DIRECTML -> {
        options.setMemoryPatternOptimization(false); // DirectML demands it
        options.addDirectML(index);
      }
      case COREML -> options.addCoreML(Map.of("ModelFormat", "MLProgram"));
      case OPENVINO -> options.addOpenVINO(index == 0 ? "CPU" : "GPU." + (index - 1));
    }
  }
}
