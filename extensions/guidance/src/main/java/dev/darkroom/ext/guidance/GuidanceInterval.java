package dev.darkroom.ext.guidance;

import dev.darkroom.core.error.InvalidRequestException;
import dev.darkroom.core.spi.DenoiseHook;
import dev.darkroom.core.spi.DenoiseHookProvider;
import dev.darkroom.core.spi.Denoiser;
import dev.darkroom.core.spi.GenerationRequest;
import dev.darkroom.core.spi.Guidance;
import dev.darkroom.core.spi.Parameter;
import dev.darkroom.core.spi.ParameterSet;
import dev.darkroom.core.spi.ParameterValues;
import dev.darkroom.core.tensor.Tensor;

/// Guidance in a part of the steps only: in the first ones it makes pictures alike, in the last ones it
/// does nothing (Kynkäänniemi et al. 2024, arXiv:2404.07724). The interval is in shares of the steps
/// where the paper has noise levels. The model is called as often as before.
public final class GuidanceInterval implements DenoiseHookProvider {

  private static final String START = "start";
  private static final String END = "end";

  @Override
  public String id() {
    return "hook.guidance-interval";
  }

  @Override
  public String title() {
    return "Guidance interval";
  }

  @Override
  public String summary() {
    return "Guidance in a part of the steps only (Kynkäänniemi et al. 2024, arXiv:2404.07724).";
  }

  @Override
  public ParameterSet parameters() {
    return ParameterSet.of(
        new Parameter.Real(START, 0, 0, 1, "Share of the steps before guidance begins."),
        new Parameter.Real(END, 1, 0, 1, "Share of the steps after which guidance ends."));
  }

  @Override
  public DenoiseHook open(GenerationRequest request, ParameterValues values) {
    Guidance guidance = request.guidance();
    if (guidance.rescale() > 0) {
      throw new InvalidRequestException(
          "guidance-rescale",
          "must be 0 with hook.guidance-interval, got " + guidance.rescale() + ".");
    }
    return new Interval(values.real(START), values.real(END), guidance.scale());
  }

  private record Interval(double start, double end, double scale) implements DenoiseHook {

    @Override
    public Tensor afterGuidance(Step step, Denoiser.Guided guided) {
      boolean inside = step.progress() >= start && step.progress() <= end;
      return inside || scale <= 1 ? guided.denoised() : positive(guided);
    }

    /// Guidance is `negative + scale * (positive - negative)`, solved for the positive side.
    private Tensor positive(Denoiser.Guided guided) {
      Tensor negative = guided.unconditional();
      return negative.plus(1 / scale, guided.denoised().minus(negative));
    }
  }
}
