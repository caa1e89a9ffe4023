package dev.darkroom.ext.samplers.multistep;

import dev.darkroom.core.spi.Denoiser;
import dev.darkroom.core.spi.Denoiser.Guided;
import dev.darkroom.core.spi.Noise;
import dev.darkroom.core.spi.Sampler;
import dev.darkroom.core.spi.Sigmas;
import dev.darkroom.core.spi.StepListener;
import dev.darkroom.core.tensor.Tensor;
import java.util.ArrayDeque;
import java.util.Deque;

/// DPM-Solver++ of second order over two steps (Lu et al. 2022, arXiv:2211.01095) with guidance by
/// CFG++ (Chung et al. 2024, arXiv:2406.08070), in `-log(sigma)` as ComfyUI has it.
record CfgPlusPlus2m() implements Sampler {

  @Override
  public Tensor sample(
      Denoiser denoiser, Tensor x, Sigmas sigmas, Noise noise, StepListener steps) {
    Deque<Tensor> past = new ArrayDeque<>();
    for (int i = 0; i < sigmas.steps(); i++) {
      Guided seen = denoiser.guided(x, sigmas.value(i));
      double left = sigmas.value(i + 1) / sigmas.value(i);
      x = seen.denoised().plus(left, x.minus(seen.unconditional()));
      if (left > 0 && !past.isEmpty()) {
        double ratio = Math.log(left) / Math.log(sigmas.value(i) / sigmas.value(i - 1));
        x = x.plus((1 - left) / 2 * ratio, seen.denoised().minus(past.removeFirst()));
      }
      past.addLast(seen.unconditional());
      steps.step(i, sigmas.value(i), seen.denoised());
    }
    return x;
  }
}
