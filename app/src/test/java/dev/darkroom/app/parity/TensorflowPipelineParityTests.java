package dev.darkroom.app.parity;

final class TensorflowPipelineParityTests extends PipelineParity {

  @Override
  String backend() {
    return "backend.tf";
  }
}
