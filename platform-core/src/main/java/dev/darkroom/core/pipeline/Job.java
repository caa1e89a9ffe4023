package dev.darkroom.core.pipeline;

import dev.darkroom.core.error.BackendException;
import dev.darkroom.core.sampling.DiscreteNoiseSchedule;
import dev.darkroom.core.spi.Cancellation;
import dev.darkroom.core.spi.CompiledGraph;
import dev.darkroom.core.spi.Conditioner;
import dev.darkroom.core.spi.Conditioning;
import dev.darkroom.core.spi.Denoiser;
import dev.darkroom.core.spi.DiffusionSettings;
import dev.darkroom.core.spi.GenerationListener;
import dev.darkroom.core.spi.GenerationListener.Stage;
import dev.darkroom.core.spi.GenerationRequest;
import dev.darkroom.core.spi.GraphOptions;
import dev.darkroom.core.spi.NoiseSchedule;
import dev.darkroom.core.spi.Sampler;
import dev.darkroom.core.spi.SamplerProvider;
import dev.darkroom.core.spi.ScheduleProvider;
import dev.darkroom.core.spi.Sigmas;
import dev.darkroom.core.spi.StepListener;
import dev.darkroom.core.tensor.Shape;
import dev.darkroom.core.tensor.Tensor;
import java.util.List;

/// One request on its way to pictures: condition, denoise, decode.
final class Job {

  /// The plug-ins that the request names, found.
  record Parts(
      SamplerProvider sampler, ScheduleProvider schedule, List<Conditioner> conditioners) {}

  private final Components components;
  private final DiffusionSettings settings;
  private final Parts parts;
  private final GenerationRequest request;
  private final GenerationListener listener;

  Job(Components components, Parts parts, GenerationRequest request, GenerationListener listener) {
    this.components = components;
    this.settings = components.spec().diffusion().orElseThrow();
    this.parts = parts;
    this.request = request;
    this.listener = listener;
  }

  List<Tensor> run(Cancellation cancellation) {
    NoiseSchedule noise = DiscreteNoiseSchedule.of(settings.noise());
    SamplingPlan plan = new SamplingPlan(parts.sampler(), parts.schedule(), request.sampling());
    Sampler sampler = plan.create();
    Sigmas sigmas = plan.sigmas(noise);
    listener.stage(Stage.CONDITIONING);
    List<Conditioning> conditionings =
        parts.conditioners().stream()
            .map(conditioner -> conditioner.condition(request, cancellation))
            .toList();
    listener.stage(Stage.LOADING);
    CompiledGraph graph = components.open(settings.denoiser(), GraphOptions.plain());
    listener.stage(Stage.DENOISING);
    Denoiser denoiser =
        new GuidedDenoiser(
            new GuidedDenoiser.Network(graph, noise),
            conditionings,
            request.guidance(),
            sigmas,
            cancellation);
    Tensor latents = denoise(sampler, denoiser, sigmas, cancellation);
    listener.stage(Stage.DECODING);
    return new LatentDecoder(components, settings.latents()).decode(latents, cancellation);
  }

  private Tensor denoise(
      Sampler sampler, Denoiser denoiser, Sigmas sigmas, Cancellation cancellation) {
    TorchNoise noise = new TorchNoise(request.seeds());
    Tensor start = noise.next(latentShape()).times(sigmas.startScale());
    StepListener steps =
        (index, _, _) -> {
          cancellation.check();
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
