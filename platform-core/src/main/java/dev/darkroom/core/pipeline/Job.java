package dev.darkroom.core.pipeline;

import dev.darkroom.core.error.BackendException;
import dev.darkroom.core.sampling.TrainedNoise;
import dev.darkroom.core.spi.Cancellation;
import dev.darkroom.core.spi.CompiledGraph;
import dev.darkroom.core.spi.Conditioner;
import dev.darkroom.core.spi.Conditioning;
import dev.darkroom.core.spi.DiffusionSettings;
import dev.darkroom.core.spi.GenerationListener;
import dev.darkroom.core.spi.GenerationListener.Stage;
import dev.darkroom.core.spi.GenerationRequest;
import dev.darkroom.core.spi.GraphOptions;
import dev.darkroom.core.spi.NoiseSchedule;
import dev.darkroom.core.spi.Sampler;
import dev.darkroom.core.spi.Sigmas;
import dev.darkroom.core.spi.StepListener;
import dev.darkroom.core.tensor.Shape;
import dev.darkroom.core.tensor.Tensor;
import java.util.List;

/// One request on its way to pictures: condition, denoise, decode.
final class Job {

  private final Components components;
  private final DiffusionSettings settings;
  private final List<Conditioner> conditioners;
  private final NamedPlugins plugins;
  private final GenerationRequest request;
  private final GenerationListener listener;

  Job(
      Components components,
      List<Conditioner> conditioners,
      NamedPlugins plugins,
      GenerationListener listener) {
    this.components = components;
    this.settings = components.spec().diffusion().orElseThrow();
    this.conditioners = conditioners;
    this.plugins = plugins;
    this.request = plugins.request();
    this.listener = listener;
  }

  List<Tensor> run(Cancellation cancellation) {
    NoiseSchedule noise = TrainedNoise.of(settings.noise());
    SamplingPlan plan = new SamplingPlan(plugins.sampler(), plugins.schedule(), request.sampling());
    Sampler sampler = plan.create();
    Sigmas sigmas = plan.sigmas(noise);
    try (OpenHooks hooks = OpenHooks.open(plugins.hooks(), request)) {
      GuidedDenoiser denoiser = denoiser(noise, sigmas, cancellation);
      listener.stage(Stage.DENOISING);
      HookedDenoiser hooked = new HookedDenoiser(denoiser, hooks.hooks(), sigmas);
      Tensor latents = denoise(sampler, hooked, sigmas, cancellation);
      listener.stage(Stage.DECODING);
      return new LatentDecoder(components, settings.latents()).decode(latents, cancellation);
    }
  }

  private GuidedDenoiser denoiser(NoiseSchedule noise, Sigmas sigmas, Cancellation cancellation) {
    listener.stage(Stage.CONDITIONING);
    List<Conditioning> conditionings =
        conditioners.stream()
            .map(conditioner -> conditioner.condition(request, cancellation))
            .toList();
    listener.stage(Stage.LOADING);
    CompiledGraph graph = components.open(settings.denoiser(), GraphOptions.plain());
    return new GuidedDenoiser(
        new GuidedDenoiser.Network(graph, noise),
        conditionings,
        request.guidance(),
        sigmas,
        cancellation);
  }

  private Tensor denoise(
      Sampler sampler, HookedDenoiser denoiser, Sigmas sigmas, Cancellation cancellation) {
    TorchNoise noise = new TorchNoise(request.seeds());
    Tensor start = noise.next(latentShape()).times(sigmas.startScale());
    StepListener steps =
        (index, sigma, denoised) -> {
          cancellation.check();
          denoiser.step(index, sigma, denoised);
          listener.step(index + 1, sigmas.steps());
        };
    Tensor end = sampler.sample(denoiser, start, sigmas, noise, steps);
    cancellation.check();
    requireNumbers(end);
    return end.times(sigmas.endScale());
  }

  private Shape latentShape() {
    return Shape.of(
        request.seeds().batch(),
        settings.latents().channels(),
        request.size().height() / settings.latents().downscale(),
        request.size().width() / settings.latents().downscale());
  }

  private static void requireNumbers(Tensor latents) {
    for (float value : latents.toFloats()) {
      if (!Float.isFinite(value)) {
        throw new BackendException(
            "The latents are no numbers any more (NaN): use precision f32, more steps or less"
                + " guidance.");
      }
    }
  }
}
