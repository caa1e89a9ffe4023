package dev.darkroom.core.spi;

/// Everything that decides about a picture, but the model. Immutable.
public record GenerationRequest(
    Prompt prompt, Size size, Sampling sampling, Guidance guidance, Seeds seeds, Extras extras) {

  /// A request without hooks, scripts and finishing.
  public GenerationRequest(
      Prompt prompt, Size size, Sampling sampling, Guidance guidance, Seeds seeds) {
    this(prompt, size, sampling, guidance, seeds, Extras.none());
  }

  public GenerationRequest with(Prompt changed) {
    return new GenerationRequest(changed, size, sampling, guidance, seeds, extras);
  }

  public GenerationRequest with(Size changed) {
    return new GenerationRequest(prompt, changed, sampling, guidance, seeds, extras);
  }

  public GenerationRequest with(Sampling changed) {
    return new GenerationRequest(prompt, size, changed, guidance, seeds, extras);
  }

  public GenerationRequest with(Guidance changed) {
    return new GenerationRequest(prompt, size, sampling, changed, seeds, extras);
  }

  public GenerationRequest with(Seeds changed) {
    return new GenerationRequest(prompt, size, sampling, guidance, changed, extras);
  }

  public GenerationRequest with(Extras changed) {
    return new GenerationRequest(prompt, size, sampling, guidance, seeds, changed);
  }
}
