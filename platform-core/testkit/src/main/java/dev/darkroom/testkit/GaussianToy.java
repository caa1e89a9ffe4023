package dev.darkroom.testkit;

import dev.darkroom.core.spi.Denoiser;
import dev.darkroom.core.tensor.Tensor;

/// The one model whose answers are known: every element of the clean latents is drawn from a normal
/// distribution of its own. Samplers are judged by it.
///
/// @param mean mean of the clean latents
/// @param deviation standard deviation of the clean latents
public record GaussianToy(double mean, double deviation) {

  /// The perfect denoiser: the expected clean latents.
  public Denoiser denoiser() {
    return (x, sigma) -> x.map(value -> mean + (value - mean) * share(sigma));
  }

  /// The perfect consistency model: the clean latents at the end of the flow (Song et al. 2023,
  /// arXiv:2303.01469).
  public Denoiser consistency() {
    return (x, sigma) -> flow(x, sigma, 0);
  }

  /// Latents carried along the probability flow from one noise level to another.
  public Tensor flow(Tensor x, double from, double to) {
    double scale = Math.hypot(deviation, to) / Math.hypot(deviation, from);
    return x.map(value -> mean + (value - mean) * scale);
  }

  private double share(double sigma) {
    return deviation * deviation / (deviation * deviation + sigma * sigma);
  }
}
