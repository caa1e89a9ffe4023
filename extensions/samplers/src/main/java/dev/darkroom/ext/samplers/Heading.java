package dev.darkroom.ext.samplers;

import dev.darkroom.core.spi.Denoiser;
import dev.darkroom.core.tensor.Tensor;

/// Where a sampler takes the direction of the noise from.
public enum Heading {
  /// The guided prediction, as samplers do.
  GUIDED {
    @Override
    public Denoiser.Guided look(Denoiser denoiser, Tensor x, double sigma) {
      Tensor denoised = denoiser.denoise(x, sigma);
      return new Denoiser.Guided(denoised, denoised);
    }
  },

  /// The negative side alone (CFG++: Chung et al. 2024, arXiv:2406.08070): guidance moves the clean
  /// latents, and the noise that is put back lies on the manifold that the model was trained on.
  UNCONDITIONAL {
    @Override
    public Denoiser.Guided look(Denoiser denoiser, Tensor x, double sigma) {
      return denoiser.guided(x, sigma);
    }
  };

  /// Asks the model. The direction of the noise is `x - look(...).unconditional()`.
  public abstract Denoiser.Guided look(Denoiser denoiser, Tensor x, double sigma);
}
