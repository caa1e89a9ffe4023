package dev.darkroom.app.parity;

final class DjlPipelineParityTests extends PipelineParity {

  @Override
  String backend() {
    return "backend.djl";
  }
}
