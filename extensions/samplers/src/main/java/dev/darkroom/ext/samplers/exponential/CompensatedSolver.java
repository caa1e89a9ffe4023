package dev.darkroom.ext.samplers.exponential;

import dev.darkroom.core.spi.Denoiser;
import dev.darkroom.core.spi.Noise;
import dev.darkroom.core.spi.Sampler;
import dev.darkroom.core.spi.Sigmas;
import dev.darkroom.core.spi.StepListener;
import dev.darkroom.core.tensor.Tensor;
import dev.darkroom.ext.samplers.LagrangeBasis;
import dev.darkroom.ext.samplers.exponential.ExponentialAdams.Answer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Predictor and corrector at one model call a step, with answers that are compensated for the
/// difference between predicted and corrected latents (Zhao et al. 2024, arXiv:2409.03755).
///
/// @param ratio where between the last two levels an answer is taken from, by interpolation: 1 is where
///     it was given, more is beyond
record CompensatedSolver(double ratio) implements Sampler {

  private static final int PREDICTOR_ANSWERS = 2;
  private static final int KEPT = 3;

  private record Taken(LambdaStep step, Tensor start, List<Answer> past) {

    Tensor corrected(Tensor predicted, Answer answer) {
      if (!step.isFinite() || step.width() == 0) {
        return predicted;
      }
      List<Answer> known = new ArrayList<>(past);
      known.addFirst(answer);
      return ExponentialAdams.land(start, step, known);
    }
  }

  @Override
  public Tensor sample(
      Denoiser denoiser, Tensor x, Sigmas sigmas, Noise noise, StepListener steps) {
    List<Answer> past = new ArrayList<>();
    @Nullable Taken last = null;
    for (int i = 0; i < sigmas.steps(); i++) {
      var step = new LambdaStep(sigmas.form(), sigmas.value(i), sigmas.value(i + 1));
      Tensor denoised = denoiser.denoise(x, step.from());
      Answer answer = new Answer(step.form().lambda(step.from()), denoised);
      x = last == null ? x : last.corrected(x, answer);
      remember(past, answer);
      last = new Taken(step, x, past.stream().limit(PREDICTOR_ANSWERS).toList());
      x = predicted(last);
      steps.step(i, step.from(), denoised);
    }
    return x;
  }

  private static Tensor predicted(Taken taken) {
    LambdaStep step = taken.step();
    return !step.isFinite() || step.width() == 0
        ? step.firstOrder(taken.start(), taken.past().getFirst().denoised())
        : ExponentialAdams.land(taken.start(), step, taken.past());
  }

  private void remember(List<Answer> past, Answer answer) {
    past.removeIf(old -> Double.isInfinite(old.lambda()) || old.lambda() == answer.lambda());
    past.addFirst(answer);
    if (past.size() > KEPT) {
      past.removeLast();
    }
    if (ratio != 1 && past.size() > 1) {
      past.set(0, compensated(past));
    }
  }

  private Answer compensated(List<Answer> past) {
    double[] nodes = past.stream().mapToDouble(Answer::lambda).toArray();
    double at = nodes[1] + ratio * (nodes[0] - nodes[1]);
    Tensor sum = past.getFirst().denoised().times(LagrangeBasis.value(nodes, 0, at));
    for (int i = 1; i < nodes.length; i++) {
      sum = sum.plus(LagrangeBasis.value(nodes, i, at), past.get(i).denoised());
    }
    return new Answer(nodes[0], sum);
  }
}
