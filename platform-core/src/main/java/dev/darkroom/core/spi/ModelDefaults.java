package dev.darkroom.core.spi;

/// Settings for requests that leave them open.
///
/// @param sampling sampler, schedule and steps
/// @param guidance guidance scale and rescale
public record ModelDefaults(Sampling sampling, Guidance guidance) {

  /// What serves most models: 20 steps of DPM++ 2M on Karras sigmas, guidance 7.
  public static ModelDefaults common() {
    return new ModelDefaults(
        Sampling.of("sampler.dpmpp-2m", "schedule.karras", 20), Guidance.of(7));
  }

  /// What serves most models of this one's kind: flow models walk by Euler on their own schedule, all
  /// others have the common defaults.
  public static ModelDefaults of(ModelSpec spec) {
    boolean flow =
        spec.diffusion()
            .filter(settings -> settings.noise().prediction() == NoiseSettings.Prediction.FLOW)
            .isPresent();
    return flow
        ? new ModelDefaults(
            Sampling.of("sampler.euler-flow", "schedule.model", 20), common().guidance())
        : common();
  }
}
