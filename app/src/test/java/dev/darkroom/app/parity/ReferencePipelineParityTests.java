package dev.darkroom.app.parity;

final class ReferencePipelineParityTests extends PipelineParity {

  @Override
  String backend() {
    return "backend.reference";
  }
}
