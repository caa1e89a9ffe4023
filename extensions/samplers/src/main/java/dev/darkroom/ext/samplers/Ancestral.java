package dev.darkroom.ext.samplers;

import dev.darkroom.core.spi.Noise;
import dev.darkroom.core.spi.NoiseForm;
import dev.darkroom.core.spi.Parameter;
import dev.darkroom.core.tensor.Tensor;

/// How an ancestral step is split: down to `down` without noise, then up again with new noise, so
/// that the step lands on the level that it was meant for: `x = keep * x(down) + up * noise`.
///
/// @param down the level that the step goes down to
/// @param keep factor of the latents on the way up, 1 where they keep their size
/// @param up deviation of the new noise
public record Ancestral(double down, double keep, double up) {

  /// The settings of an ancestral sampler.
  public static final Parameter ETA =
      new Parameter.Real("eta", 1, 0, 1, "Share of the noise that each step replaces.");

  /// Deviation of the new noise.
  public static final Parameter S_NOISE =
      new Parameter.Real("s_noise", 1, 0, 10, "Deviation of the new noise.");

  /// Splits a step between noise levels of the exploding form.
  ///
  /// @param eta share of the noise that is replaced, 0 for none
  public static Ancestral split(double from, double to, double eta) {
    double full = to * Math.sqrt(Math.max(0, from * from - to * to) / (from * from));
    double up = Math.min(to, eta * full);
    return new Ancestral(Math.sqrt(to * to - up * up), 1, up);
  }

  /// Splits a step between noise levels of any form. Flow models are taken down in proportion to the
  /// step (as ComfyUI does it), since their levels do not add up in squares.
  ///
  /// @param eta share of the noise that is replaced, 0 for none
  public static Ancestral split(NoiseForm form, double from, double to, double eta) {
    return switch (form) {
      case EXPLODING -> split(from, to, eta);
      case FLOW -> landing(form, to * (1 + (to / from - 1) * eta), to);
    };
  }

  /// The way up from `down` to `to`.
  public static Ancestral landing(NoiseForm form, double down, double to) {
    double keep = form.alpha(to) / form.alpha(down);
    double left = down * keep;
    return new Ancestral(down, keep, Math.sqrt(Math.max(0, to * to - left * left)));
  }

  /// Takes latents at [#down()] up to the level that the step was meant for.
  ///
  /// @param scale deviation of the new noise, as a multiple of what it should be
  public Tensor rise(Tensor x, double scale, Noise noise) {
    if (up == 0) {
      return x;
    }
    Tensor kept = keep == 1 ? x : x.times(keep);
    return kept.plus(up * scale, noise.next(x.shape()));
  }
}
