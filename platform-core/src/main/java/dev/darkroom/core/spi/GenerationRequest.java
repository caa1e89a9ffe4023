package dev.darkroom.core.spi;

/// Everything that decides about a picture, but the model. Immutable.
public record GenerationRequest(
    Prompt prompt, Size size, Sampling sampling, Guidance guidance, Seeds seeds) {

  public GenerationRequest with(Prompt changed) {
    return new GenerationRequest(changed, size, sampling, guidance, seeds);
  }

  public GenerationRequest with(Size changed) {
    return new GenerationRequest(prompt, changed, sampling, guidance, seeds);
  }

  public GenerationRequest with(Sampling changed) {
    return new GenerationRequest(prompt, size, changed, guidance, seeds);
  }

  public GenerationRequest with(Guidance changed) {
    return new GenerationRequest(prompt, size, sampling, changed, seeds);
  }

  public GenerationRequest with(Seeds changed) {
    return new GenerationRequest(prompt, size, sampling, guidance, changed);
  }
}
