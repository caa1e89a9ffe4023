package dev.darkroom.app.parity;

final class OnnxPipelineParityTests extends PipelineParity {

  @Override
  String backend() {
    return "backend.onnx";
  }
}
