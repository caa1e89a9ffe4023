package dev.darkroom.ext.samplers.multistep;

import dev.darkroom.core.spi.Denoiser;
import dev.darkroom.core.spi.Denoiser.Guided;
import dev.darkroom.core.spi.Noise;
import dev.darkroom.core.spi.Sampler;
import dev.darkroom.core.spi.Sigmas;
import dev.darkroom.core.spi.StepListener;
import dev.darkroom.core.tensor.Tensor;
import dev.darkroom.ext.samplers.Ancestral;
import dev.darkroom.ext.samplers.Heading;
import java.util.ArrayDeque;
import java.util.Deque;

/// The refined exponential solver of second order in its multistep form (Zhang et al. 2023,
/// arXiv:2308.02157), in `-log(sigma)` as ComfyUI has it. The first step and one to 0 are Euler's.
///
/// @param eta share of the noise that each step replaces
/// @param scale deviation of the new noise
record ResMultistep(Heading heading, double eta, double scale) implements Sampler {

  /// What an earlier step leaves behind: the level that it went down to, and what the model saw.
  private record Past(double from, double down, Tensor seen) {}

  @Override
  public Tensor sample(
      Denoiser denoiser, Tensor x, Sigmas sigmas, Noise noise, StepListener steps) {
    Deque<Past> past = new ArrayDeque<>();
    for (int i = 0; i < sigmas.steps(); i++) {
      double sigma = sigmas.value(i);
      Guided seen = heading.look(denoiser, x, sigma);
      Ancestral split = Ancestral.split(sigmas.form(), sigma, sigmas.value(i + 1), eta);
      x =
          past.isEmpty() || split.down() == 0
              ? euler(x, seen, sigma, split.down())
              : second(x, seen, sigma, split.down(), past.removeFirst());
      x = split.rise(x, scale, noise);
      past.addLast(new Past(sigma, split.down(), seen.unconditional()));
      steps.step(i, sigma, seen.denoised());
    }
    return x;
  }

  private static Tensor euler(Tensor x, Guided seen, double from, double to) {
    return seen.denoised().plus(to / from, x.minus(seen.unconditional()));
  }

  private static Tensor second(Tensor x, Guided seen, double from, double to, Past past) {
    double width = Math.log(from / to);
    if (width == 0) {
      return x;
    }
    double node = Math.log(past.down() / past.from()) / width;
    double weight = (width + Math.expm1(-width)) / width / node;
    Tensor start = x.plus(seen.denoised().minus(seen.unconditional()));
    Tensor mixed = start.times(to / from).plus(-Math.expm1(-width), seen.unconditional());
    return mixed.plus(weight, past.seen().minus(seen.unconditional()));
  }
}
