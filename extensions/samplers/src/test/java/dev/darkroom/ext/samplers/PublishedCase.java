package dev.darkroom.ext.samplers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.plugin.PluginCatalog;
import dev.darkroom.core.sampling.Predictions;
import dev.darkroom.core.sampling.TrainedNoise;
import dev.darkroom.core.spi.NoiseSchedule;
import dev.darkroom.core.spi.NoiseSettings;
import dev.darkroom.core.spi.NoiseSettings.Betas;
import dev.darkroom.core.spi.NoiseSettings.FinalStep;
import dev.darkroom.core.spi.NoiseSettings.Prediction;
import dev.darkroom.core.spi.NoiseSettings.Spacing;
import dev.darkroom.core.spi.ParameterValues;
import dev.darkroom.core.spi.SamplerProvider;
import dev.darkroom.core.spi.ScheduleProvider;
import dev.darkroom.core.spi.Sigmas;
import dev.darkroom.core.spi.TimestepGrid;
import dev.darkroom.core.tensor.Tensor;
import dev.darkroom.ext.samplers.schedule.BetaSchedule;
import dev.darkroom.ext.samplers.schedule.ExponentialSchedule;
import dev.darkroom.ext.samplers.schedule.FlowSchedule;
import dev.darkroom.ext.samplers.schedule.KarrasSchedule;
import dev.darkroom.ext.samplers.schedule.LuSchedule;
import dev.darkroom.ext.samplers.schedule.ModelSchedule;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// One configured scheduler of the reference data in terms of our samplers, schedules and settings.
record PublishedCase(JsonNode json) {

  /// What says how the model was trained, or repeats the default of a part that was not asked for.
  private static final Set<String> MODEL_KEYS =
      Set.of(
          "num_train_timesteps",
          "beta_start",
          "beta_end",
          "beta_schedule",
          "trained_betas",
          "prediction_type",
          "timestep_spacing",
          "steps_offset",
          "set_alpha_to_one",
          "rescale_betas_zero_snr",
          "shift",
          "sigma_max",
          "sigma_min",
          "flow_shift");

  private static final Map<String, Prediction> PREDICTIONS =
      Map.of(
          "epsilon", Prediction.EPSILON,
          "v_prediction", Prediction.V,
          "sample", Prediction.X0,
          "flow_prediction", Prediction.FLOW);

  /// Options at the only value that the samplers stand for.
  private static final Set<String> FIXED =
      Set.of(
          "algorithm_type=data_prediction",
          "algorithm_type=deis",
          "algorithm_type=dpmsolver++",
          "interpolation_type=linear",
          "rho=7.0",
          "sigma_data=0.5",
          "sigma_schedule=karras",
          "lambda_min_clipped=-Infinity",
          "lower_order_final=true",
          "original_inference_steps=50",
          "predict_x0=true",
          "skip_prk_steps=true",
          "solver_type=logrho",
          "timestep_scaling=10.0",
          "timestep_type=discrete",
          "variance_type=fixed_small");

  /// Options of parts that are switched by options of their own.
  private static final Set<String> IDLE =
      Set.of(
          "clip_sample_range",
          "disable_corrector",
          "dynamic_thresholding_ratio",
          "base_image_seq_len",
          "base_shift",
          "max_image_seq_len",
          "max_shift",
          "sample_max_value",
          "time_shift_type");

  /// Options that pick a schedule.
  private static final Map<String, ScheduleProvider> SCHEDULES =
      Map.of(
          "use_beta_sigmas", new BetaSchedule(),
          "use_flow_sigmas", new FlowSchedule(),
          "use_dynamic_shifting", new FlowSchedule(),
          "use_exponential_sigmas", new ExponentialSchedule(),
          "use_karras_sigmas", new KarrasSchedule(),
          "use_lu_lambdas", new LuSchedule());

  /// Where schedulers end that have no option for it.
  private static final Map<String, String> ENDS =
      Map.of(
          "DDPMScheduler", "zero",
          "DEISMultistepScheduler", "sigma_min",
          "SASolverScheduler", "sigma_min",
          "TCDScheduler", "sigma_min");

  String name() {
    return json.get("name").asString();
  }

  int steps() {
    return json.get("steps").asInt();
  }

  /// Fails if the case says anything that would not be followed.
  void requireUnderstood() {
    List<String> unknown = new ArrayList<>();
    if (!PREDICTIONS.containsKey(prediction())) {
      unknown.add("prediction " + prediction());
    }
    config()
        .forEach((key, value) -> {
          if (!understood(key, value)) {
            unknown.add("config " + key + " = " + value);
          }
        });
    json.get("set_timesteps").propertyNames().stream()
        .filter(key -> !key.equals("mu"))
        .forEach(key -> unknown.add("set_timesteps " + key));
    json.get("step").propertyNames().stream()
        .filter(key -> !isSetting(key))
        .forEach(key -> unknown.add("step " + key));
    assertThat(unknown)
        .as("%s: options that PublishedCase has no counterpart for yet", name())
        .isEmpty();
  }

  private Map<String, JsonNode> config() {
    Map<String, JsonNode> config = new TreeMap<>();
    json.get("config").properties().forEach(entry -> config.put(entry.getKey(), entry.getValue()));
    return config;
  }

  private boolean understood(String key, JsonNode value) {
    boolean off = value.isNull() || (value.isBoolean() && !value.asBoolean());
    boolean none = value.isArray() && value.isEmpty();
    return off
        || none
        || MODEL_KEYS.contains(key)
        || SCHEDULES.containsKey(key)
        || key.equals("final_sigmas_type")
        || isSetting(setting(key))
        || IDLE.contains(key)
        || FIXED.contains(key + "=" + value.asString());
  }

  private boolean isSetting(String key) {
    return sampler().parameters().has(key);
  }

  private static String setting(String key) {
    return key.equals("solver_order") ? "order" : key;
  }

  private String scheduler() {
    return json.get("scheduler").asString();
  }

  SamplerProvider sampler() {
    return PluginCatalog.load().all(SamplerProvider.class).stream()
        .filter(provider -> provider.aliases().contains(scheduler()))
        .findFirst()
        .orElseThrow(() -> new AssertionError(name() + ": no sampler for " + scheduler()));
  }

  ParameterValues settings(NoiseSchedule noise) {
    Map<String, String> settings = new TreeMap<>();
    json.get("step")
        .properties()
        .forEach(entry -> settings.put(entry.getKey(), entry.getValue().asString()));
    config()
        .forEach((key, value) -> {
          if (isSetting(setting(key)) && !FIXED.contains(key + "=" + value.asString())) {
            settings.put(setting(key), value.asString());
          }
        });
    switch (scheduler()) {
      case "LMSDiscreteScheduler" -> settings.put("denoise_to_zero", "false");
      case "SASolverScheduler" -> {
        // the published strength is a function of the timestep
        settings.put("tau_min", Double.toString(noise.sigma(200)));
        settings.put("tau_max", Double.toString(noise.sigma(800)));
      }
      default -> {}
    }
    return sampler().parameters().parse(settings);
  }

  Sigmas sigmas(NoiseSchedule noise) {
    if (isVelocity()) {
      return VelocityModel.sigmas(steps());
    }
    ScheduleProvider schedule = schedule();
    Map<String, String> settings = new TreeMap<>();
    if (config().containsKey("final_sigmas_type")) {
      settings.put("final_sigma", text("final_sigmas_type"));
    } else if (ENDS.containsKey(scheduler())) {
      settings.put("final_sigma", ENDS.get(scheduler()));
    }
    if (schedule instanceof KarrasSchedule && scheduler().startsWith("KDPM2")) {
      settings.put("timesteps", "whole");
    }
    if (json.get("set_timesteps").has("mu")) {
      settings.put("mu", json.get("set_timesteps").get("mu").asString());
    }
    if (flag("use_flow_sigmas") && scheduler().startsWith("UniPC")) {
      settings.put("start", "noise");
    }
    return schedule.sigmas(
        new ScheduleProvider.Request(steps(), noise, sampler().grid()),
        schedule.parameters().parse(settings));
  }

  private boolean isVelocity() {
    return scheduler().equals("IPNDMScheduler");
  }

  private boolean isEdm() {
    return scheduler().startsWith("EDM");
  }

  /// Whether the published latents are scaled to unit variance.
  boolean unitVariance() {
    boolean preserving = isVelocity() || sampler().grid() != TimestepGrid.SIGMA;
    return preserving && !isEdm() && predictionType() != Prediction.FLOW;
  }

  /// The clean latents that the toy model sees.
  Tensor denoise(Tensor x, double sigma, double timestep) {
    ToyModel model = new ToyModel(x);
    if (isVelocity()) {
      return VelocityModel.denoise(model, x, sigma, timestep);
    }
    Tensor input = Predictions.input(predictionType(), x, sigma);
    Tensor wave = model.wave(input, 3 * timestep / 1000, 0.2 * (timestep / 1000));
    Tensor output =
        switch (predictionType()) {
          case EPSILON, EDM -> wave;
          case V, FLOW -> wave.minus(input.times(0.25f));
          case X0 -> model.slope(input);
        };
    return Predictions.denoised(predictionType(), output, x, sigma);
  }

  private ScheduleProvider schedule() {
    if (isEdm()) {
      return new KarrasSchedule();
    }
    return SCHEDULES.entrySet().stream()
        .filter(entry -> flag(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(new ModelSchedule());
  }

  NoiseSchedule noise() {
    if (isVelocity()) {
      return TrainedNoise.of(NoiseSettings.stableDiffusion()); // every timestep is listed
    }
    NoiseSettings.Timesteps timesteps =
        new NoiseSettings.Timesteps(
            spacing(),
            config().containsKey("steps_offset") ? value("steps_offset").asInt() : 0,
            flag("set_alpha_to_one") ? FinalStep.ZERO : FinalStep.FIRST_TIMESTEP);
    return TrainedNoise.of(
        new NoiseSettings(betas(), predictionType(), timesteps, flag("rescale_betas_zero_snr")));
  }

  private Spacing spacing() {
    boolean said = config().containsKey("timestep_spacing");
    return said
        ? Spacing.valueOf(text("timestep_spacing").toUpperCase(Locale.ROOT))
        : Spacing.LINSPACE;
  }

  Prediction predictionType() {
    return isEdm() ? Prediction.EDM : PREDICTIONS.get(prediction());
  }

  private String prediction() {
    return json.get("prediction").asString();
  }

  private Betas betas() {
    if (isEdm()) {
      double lowest = value("sigma_min").asDouble();
      return new Betas.Edm(lowest, value("sigma_max").asDouble(), 1000);
    }
    if (predictionType() == Prediction.FLOW) {
      String shift = config().containsKey("shift") ? "shift" : "flow_shift";
      return new Betas.Flow(value(shift).asDouble(), value("num_train_timesteps").asInt());
    }
    if (!value("trained_betas").isNull()) {
      List<Double> listed = new ArrayList<>();
      value("trained_betas").forEach(beta -> listed.add(beta.asDouble()));
      return new Betas.Listed(listed);
    }
    Betas.Curve curve =
        switch (text("beta_schedule")) {
          case "linear" -> Betas.Curve.LINEAR;
          case "scaled_linear" -> Betas.Curve.SCALED_LINEAR;
          default -> Betas.Curve.SQUARED_COSINE;
        };
    return new Betas.Range(
        curve,
        value("beta_start").asDouble(),
        value("beta_end").asDouble(),
        value("num_train_timesteps").asInt());
  }

  private JsonNode value(String key) {
    return json.get("config").get(key);
  }

  private String text(String key) {
    return value(key).asString();
  }

  private boolean flag(String key) {
    return config().containsKey(key) && value(key).asBoolean();
  }
}
