package dev.darkroom.core.family.common;

import dev.darkroom.core.spi.NoiseSettings;
import dev.darkroom.core.spi.NoiseSettings.Betas;
import dev.darkroom.core.spi.NoiseSettings.FinalStep;
import dev.darkroom.core.spi.NoiseSettings.Prediction;
import dev.darkroom.core.spi.NoiseSettings.Spacing;
import dev.darkroom.core.spi.NoiseSettings.Timesteps;
import java.util.List;
import java.util.Set;

/// Reads `scheduler_config.json`. Fields that are absent have the defaults of the class that the file
/// names.
public final class SchedulerReader {

  private static final int MOST_STEPS = 100_000;

  private static final Set<String> LEADING =
      Set.of("DDIMScheduler", "DDPMScheduler", "PNDMScheduler", "LCMScheduler", "TCDScheduler");

  private SchedulerReader() {}

  public static NoiseSettings read(ConfigFile config) {
    String type = config.word("_class_name", "DDIMScheduler");
    if (type.startsWith("Cosine")) {
      throw config.fault(
          "_class_name", "is " + type + ", which this kind of model has no use for.");
    }
    if (type.startsWith("EDM")) {
      return edm(config);
    }
    if (type.startsWith("FlowMatch")) {
      return flow(config, "shift");
    }
    if (config.word("prediction_type", "epsilon").equals("flow_prediction")) {
      return flow(config, "flow_shift");
    }
    return new NoiseSettings(
        betas(config),
        prediction(config),
        timesteps(config, type),
        config.flag("rescale_betas_zero_snr", false));
  }

  private static NoiseSettings edm(ConfigFile config) {
    config.only("sigma_data", "0.5");
    config.only("prediction_type", "epsilon");
    double lowest = positive(config, "sigma_min", 0.002);
    double highest = positive(config, "sigma_max", 80);
    if (lowest >= highest) {
      throw config.fault("sigma_max", "must be above sigma_min, " + lowest + ".");
    }
    return continuous(new Betas.Edm(lowest, highest, steps(config)), Prediction.EDM);
  }

  private static NoiseSettings flow(ConfigFile config, String shift) {
    config.only("use_dynamic_shifting", "false");
    config.only("invert_sigmas", "false");
    config.only("shift_terminal", "null");
    Betas.Flow flow = new Betas.Flow(positive(config, shift, 1), steps(config));
    return continuous(flow, Prediction.FLOW);
  }

  private static NoiseSettings continuous(Betas betas, Prediction prediction) {
    Timesteps timesteps = new Timesteps(Spacing.LINSPACE, 0, FinalStep.ZERO);
    return new NoiseSettings(betas, prediction, timesteps, false);
  }

  private static double positive(ConfigFile config, String field, double absent) {
    double value = config.real(field, absent);
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw config.fault(field, "must be above 0, is " + value + ".");
    }
    return value;
  }

  private static Betas betas(ConfigFile config) {
    List<Double> trained = config.reals("trained_betas");
    if (!trained.isEmpty()) {
      if (trained.size() > MOST_STEPS
          || trained.stream().anyMatch(beta -> !(beta > 0 && beta < 1))) {
        throw config.fault("trained_betas", "must be numbers between 0 and 1.");
      }
      return new Betas.Listed(trained);
    }
    String name = config.word("beta_schedule", "linear");
    Betas.Curve curve =
        switch (name) {
          case "linear" -> Betas.Curve.LINEAR;
          case "scaled_linear" -> Betas.Curve.SCALED_LINEAR;
          case "squaredcos_cap_v2" -> Betas.Curve.SQUARED_COSINE;
          default ->
              throw config.fault(
                  "beta_schedule",
                  name + " is unknown; linear, scaled_linear and squaredcos_cap_v2 are supported.");
        };
    double start = beta(config, "beta_start", 0.0001);
    double end = beta(config, "beta_end", 0.02);
    return new Betas.Range(curve, start, end, steps(config));
  }

  private static int steps(ConfigFile config) {
    return config.has("num_train_timesteps")
        ? config.count("num_train_timesteps", MOST_STEPS)
        : 1000;
  }

  private static double beta(ConfigFile config, String field, double absent) {
    double beta = config.real(field, absent);
    if (!(beta > 0 && beta < 1)) {
      throw config.fault(field, "must be between 0 and 1, is " + beta + ".");
    }
    return beta;
  }

  private static Prediction prediction(ConfigFile config) {
    String name = config.word("prediction_type", "epsilon");
    return switch (name) {
      case "epsilon" -> Prediction.EPSILON;
      case "v_prediction" -> Prediction.V;
      case "sample" -> Prediction.X0;
      default ->
          throw config.fault(
              "prediction_type",
              name
                  + " is unknown; epsilon, v_prediction, sample and flow_prediction are"
                  + " supported.");
    };
  }

  private static Timesteps timesteps(ConfigFile config, String type) {
    String name = config.word("timestep_spacing", LEADING.contains(type) ? "leading" : "linspace");
    Spacing spacing =
        switch (name) {
          case "leading" -> Spacing.LEADING;
          case "trailing" -> Spacing.TRAILING;
          case "linspace" -> Spacing.LINSPACE;
          default ->
              throw config.fault(
                  "timestep_spacing",
                  name + " is unknown; leading, trailing and linspace are supported.");
        };
    boolean ends = config.flag("set_alpha_to_one", !type.equals("PNDMScheduler"));
    int offset = config.whole("steps_offset", 0);
    return new Timesteps(spacing, offset, ends ? FinalStep.ZERO : FinalStep.FIRST_TIMESTEP);
  }
}
