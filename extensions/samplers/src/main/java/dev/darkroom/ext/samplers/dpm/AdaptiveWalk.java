package dev.darkroom.ext.samplers.dpm;

import dev.darkroom.core.error.BackendException;
import dev.darkroom.core.spi.Denoiser;
import dev.darkroom.core.spi.Noise;
import dev.darkroom.core.spi.Sigmas;
import dev.darkroom.core.tensor.Tensor;
import dev.darkroom.ext.samplers.Ancestral;

/// One picture on its way through steps that its own errors choose.
final class AdaptiveWalk {

  /// What an adaptive sampler can be told.
  ///
  /// @param order of the better of the two results that are compared, 2 or 3
  /// @param relative tolerated error as a share of the latents
  /// @param absolute tolerated error of latents near 0
  /// @param width of the first step
  record Settings(
      int order,
      double relative,
      double absolute,
      double width,
      StepSizeControl.Gains gains,
      Ancestry ancestry) {}

  /// The noise of each step: share that is replaced, and deviation.
  record Ancestry(double eta, double scale) {}

  /// Two results of one step, of different order.
  private record Pair(Tensor low, Tensor high) {}

  private static final double CLOSE = 1e-5;
  private static final double NOISY_ORDER = 1.5;

  private final Denoiser denoiser;
  private final Settings settings;
  private final Sigmas sigmas;
  private final Noise noise;
  private final StepSizeControl control;
  private final double end;
  private Tensor x;
  private Tensor low;
  private Tensor denoised;
  private double lambda;

  AdaptiveWalk(Denoiser denoiser, Tensor x, Settings settings, Sigmas sigmas, Noise noise) {
    this.denoiser = denoiser;
    this.settings = settings;
    this.sigmas = sigmas;
    this.noise = noise;
    this.end = Passage.end(sigmas);
    this.x = x;
    this.low = x;
    this.denoised = x;
    this.lambda = DpmSolverStep.lambda(sigmas.value(0));
    boolean noisy = settings.ancestry().eta() > 0;
    this.control =
        new StepSizeControl(
            settings.width(), settings.gains(), noisy ? NOISY_ORDER : settings.order());
  }

  Tensor x() {
    return x;
  }

  /// The clean latents that the model saw last.
  Tensor denoised() {
    return denoised;
  }

  /// Steps until a noise level is reached or passed.
  ///
  /// @throws BackendException if no step is good enough
  void passTo(double sigma) {
    double target = DpmSolverStep.lambda(Math.max(sigma, end));
    while (lambda < target - CLOSE) {
      step();
    }
  }

  private void step() {
    double to = Math.min(DpmSolverStep.lambda(end), lambda + control.width());
    double arrival = DpmSolverStep.sigma(to);
    Ancestral split =
        DpmSolverStep.split(
            sigmas.form(), DpmSolverStep.sigma(lambda), arrival, end, settings.ancestry().eta());
    Pair pair = pair(DpmSolverStep.lambda(split.down()));
    double error = error(pair);
    requireProgress();
    if (!Double.isFinite(error)) {
      giveUp();
    } else if (control.accepts(error)) {
      low = pair.low();
      x = split.rise(pair.high(), settings.ancestry().scale(), noise);
      lambda = to;
    }
  }

  private Pair pair(double to) {
    DpmSolverStep step = new DpmSolverStep(denoiser, x, lambda);
    denoised = step.denoised();
    if (settings.order() == 2) {
      return new Pair(step.first(to), step.second(to, 0.5, step.slope(to, 0.5)));
    }
    Tensor early = step.slope(to, DpmSolverStep.EARLY);
    return new Pair(step.second(to, DpmSolverStep.EARLY, early), step.third(to, early));
  }

  /// Root of the mean square, as a multiple of what is tolerated.
  private double error(Pair pair) {
    float[] lows = pair.low().toFloats();
    float[] highs = pair.high().toFloats();
    float[] lastLows = low.toFloats();
    double squares = 0;
    for (int i = 0; i < lows.length; i++) {
      double size = Math.max(Math.abs(lows[i]), Math.abs(lastLows[i]));
      double tolerated = Math.max(settings.absolute(), settings.relative() * size);
      squares += Math.pow((lows[i] - highs[i]) / tolerated, 2);
    }
    return Math.sqrt(squares / lows.length);
  }

  /// A model that gives NaN would be asked for ever smaller steps without end; whoever asked sees it
  /// by the latents.
  private void giveUp() {
    x = x.times(Double.NaN);
    lambda = DpmSolverStep.lambda(end);
  }

  private void requireProgress() {
    if (control.width() < CLOSE) {
      throw new BackendException(
          "DPM adaptive finds no step that is good enough at noise level %.4f: raise rtol or atol."
              .formatted(DpmSolverStep.sigma(lambda)));
    }
  }
}
