package dev.darkroom.app.parity;

final class MixedPipelineParityTests extends PipelineParity {

  @Override
  String backend() {
    return "unet=djl,vae=tf,text=onnx";
  }
}
