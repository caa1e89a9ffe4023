package dev.darkroom.core.pipeline;

import dev.darkroom.core.sampling.Predictions;
import dev.darkroom.core.spi.Cancellation;
import dev.darkroom.core.spi.CompiledGraph;
import dev.darkroom.core.spi.Conditioning;
import dev.darkroom.core.spi.Conditioning.Side;
import dev.darkroom.core.spi.Denoiser;
import dev.darkroom.core.spi.Guidance;
import dev.darkroom.core.spi.NoiseSchedule;
import dev.darkroom.core.spi.Sigmas;
import dev.darkroom.core.tensor.Shape;
import dev.darkroom.core.tensor.Tensor;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Makes a denoiser of a network: scales its input, tells it the timestep, adds the conditionings,
/// runs both sides of the guidance in one batch, and turns its prediction into clean latents.
final class GuidedDenoiser implements Denoiser {

  /// The network and how it was trained.
  record Network(CompiledGraph graph, NoiseSchedule noise) {}

  private final Network network;
  private final List<Conditioning> conditionings;
  private final Guidance guidance;
  private final Sigmas sigmas;
  private final Cancellation cancellation;

  GuidedDenoiser(
      Network network,
      List<Conditioning> conditionings,
      Guidance guidance,
      Sigmas sigmas,
      Cancellation cancellation) {
    this.network = network;
    this.conditionings = List.copyOf(conditionings);
    this.guidance = guidance;
    this.sigmas = sigmas;
    this.cancellation = cancellation;
  }

  @Override
  public Tensor denoise(Tensor x, double sigma) {
    return seen(x, sigma).denoised();
  }

  /// What [#denoise(Tensor, double)] finds on its way: both sides are the same where guidance is off.
  Guided seen(Tensor x, double sigma) {
    return guidance.scale() > 1 ? guided(x, sigma) : positive(x, sigma);
  }

  /// Mixes both sides at every scale, also where [#denoise(Tensor, double)] leaves guidance off:
  /// samplers that ask for the negative side are made for scales around 1.
  @Override
  public Guided guided(Tensor x, double sigma) {
    if (!conditionings.stream().allMatch(Conditioning::guided)) {
      return positive(x, sigma);
    }
    Tensor input = Predictions.input(network.noise().settings().prediction(), x, sigma);
    Tensor both = Tensor.concat(input, input);
    Tensor predicted = predict(both, sigma, List.of(Side.NEGATIVE, Side.POSITIVE));
    long pictures = input.shape().size(0);
    Tensor negative = predicted.rows(0, pictures);
    Tensor positive = predicted.rows(pictures, 2 * pictures);
    return new Guided(denoised(mixed(negative, positive), x, sigma), denoised(negative, x, sigma));
  }

  private Guided positive(Tensor x, double sigma) {
    Tensor input = Predictions.input(network.noise().settings().prediction(), x, sigma);
    Tensor denoised = denoised(predict(input, sigma, List.of(Side.POSITIVE)), x, sigma);
    return new Guided(denoised, denoised);
  }

  private Tensor denoised(Tensor predicted, Tensor x, double sigma) {
    return Predictions.denoised(network.noise().settings().prediction(), predicted, x, sigma);
  }

  private Tensor mixed(Tensor negative, Tensor positive) {
    Tensor mixed = negative.plus(guidance.scale(), positive.minus(negative));
    return guidance.rescale() == 0 ? mixed : rescaled(mixed, positive);
  }

  /// Lin et al. 2023 (arXiv:2305.08891), equations 15 and 16, picture by picture.
  private Tensor rescaled(Tensor mixed, Tensor positive) {
    Tensor[] rows = new Tensor[(int) mixed.shape().size(0)];
    for (int i = 0; i < rows.length; i++) {
      Tensor row = mixed.rows(i, i + 1);
      double ratio = deviation(positive.rows(i, i + 1)) / deviation(row);
      rows[i] = row.times(guidance.rescale() * ratio + 1 - guidance.rescale());
    }
    return Tensor.concat(rows);
  }

  private static double deviation(Tensor tensor) {
    long count = tensor.shape().elements();
    double mean = 0;
    for (long i = 0; i < count; i++) {
      mean += tensor.at(i) / count;
    }
    double squares = 0;
    for (long i = 0; i < count; i++) {
      squares += Math.pow(tensor.at(i) - mean, 2);
    }
    return Math.sqrt(squares / (count - 1));
  }

  private Tensor predict(Tensor sample, double sigma, List<Side> sides) {
    cancellation.check();
    double timestep = timestep(sigma);
    float[] timesteps = new float[(int) sample.shape().size(0)];
    Arrays.fill(timesteps, (float) timestep);
    Map<String, Tensor> inputs = new HashMap<>();
    inputs.put("sample", sample);
    inputs.put("timestep", Tensor.of(Shape.of(timesteps.length), timesteps));
    Conditioning.Step step = new Conditioning.Step(sigmas.progress(sigma), timestep, sides, sample);
    for (Conditioning conditioning : conditionings) {
      conditioning.inputs(step).forEach((name, value) -> inputs.merge(name, value, Tensor::plus));
    }
    Map<String, Tensor> outputs = network.graph().run(inputs, cancellation);
    return Objects.requireNonNull(outputs.get("sample"), "sample");
  }

  private double timestep(double sigma) {
    double known = sigmas.timestep(sigma);
    return Double.isNaN(known) ? network.noise().timestep(sigma) : known;
  }
}
