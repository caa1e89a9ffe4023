package dev.darkroom.ext.samplers;

import dev.darkroom.core.spi.Denoiser;
import dev.darkroom.core.spi.Parameter;
import dev.darkroom.core.spi.ParameterValues;
import dev.darkroom.core.spi.Sampler;
import dev.darkroom.core.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// Clean latents pulled back into -1 to 1, for models of pixels (Saharia et al. 2022,
/// arXiv:2205.11487, section 2.3): whatever is above a quantile is clipped, then all is divided by it.
///
/// @param model the model that is held back
/// @param ratio the quantile of the absolute values, of each row for itself
/// @param most the highest value that the quantile may have; 1 clips only
public record DynamicThresholding(Denoiser model, double ratio, double most) implements Denoiser {

  private static final List<Parameter> PARAMETERS =
      List.of(
          new Parameter.Toggle("thresholding", false, "Hold the clean latents within -1 to 1."),
          new Parameter.Real(
              "dynamic_thresholding_ratio", 0.995, 0, 1, "The quantile above which to clip."),
          new Parameter.Real("sample_max_value", 1, 1, 1000, "The highest value to divide by."));

  /// A sampler's own settings, followed by those of thresholding.
  public static Parameter[] besides(Parameter... own) {
    return Stream.concat(Arrays.stream(own), PARAMETERS.stream()).toArray(Parameter[]::new);
  }

  /// The sampler with its model held back, or as it is if the settings do not ask for that.
  public static Sampler around(Sampler sampler, ParameterValues values) {
    if (!values.toggle("thresholding")) {
      return sampler;
    }
    double ratio = values.real("dynamic_thresholding_ratio");
    double most = values.real("sample_max_value");
    return (denoiser, x, sigmas, noise, steps) ->
        sampler.sample(new DynamicThresholding(denoiser, ratio, most), x, sigmas, noise, steps);
  }

  @Override
  public Tensor denoise(Tensor x, double sigma) {
    Tensor clean = model.denoise(x, sigma);
    Tensor[] rows = new Tensor[(int) clean.shape().size(0)];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = held(clean.rows(i, i + 1));
    }
    return Tensor.concat(rows);
  }

  private Tensor held(Tensor row) {
    double limit = Math.clamp(quantile(row), 1, most);
    return row.map(value -> Math.clamp(value, -limit, limit) / limit);
  }

  private double quantile(Tensor row) {
    float[] values = row.map(Math::abs).toFloats();
    Arrays.sort(values);
    double rank = ratio * (values.length - 1);
    int below = (int) rank;
    int above = Math.min(below + 1, values.length - 1);
    return values[below] + (rank - below) * (values[above] - values[below]);
  }
}
