package dev.darkroom.core.spi;

/// How a model's latents take up noise: `x = alpha(sigma) * x0 + sigma * noise`.
public enum NoiseForm {

  /// The clean latents keep their size and the noise grows over them (Karras et al. 2022,
  /// arXiv:2206.00364). Models trained in the variance-preserving form are seen in this one, too.
  EXPLODING {
    @Override
    public double alpha(double sigma) {
      return 1;
    }

    @Override
    public double sigma(double lambda) {
      return Math.exp(-lambda);
    }
  },

  /// A straight line from the clean latents to the noise: sigma runs from 0 to 1 (Lipman et al. 2022,
  /// arXiv:2210.02747; Liu et al. 2022, arXiv:2209.03003).
  FLOW {
    @Override
    public double alpha(double sigma) {
      return 1 - sigma;
    }

    @Override
    public double sigma(double lambda) {
      return 1 / (1 + Math.exp(lambda));
    }
  };

  /// The factor of the clean latents.
  public abstract double alpha(double sigma);

  /// The noise level at half a logarithm of the signal-to-noise ratio: undoes [#lambda(double)].
  public abstract double sigma(double lambda);

  /// Half the logarithm of the signal-to-noise ratio, `log(alpha / sigma)`: infinite at both ends.
  public double lambda(double sigma) {
    return Math.log(alpha(sigma)) - Math.log(sigma);
  }
}
