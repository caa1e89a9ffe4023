package dev.darkroom.ext.samplers;

import dev.darkroom.core.plugin.PluginCatalog;
import dev.darkroom.core.sampling.DiscreteNoiseSchedule;
import dev.darkroom.core.spi.NoiseSchedule;
import dev.darkroom.core.spi.NoiseSettings;
import dev.darkroom.core.spi.NoiseSettings.Betas;
import dev.darkroom.core.spi.NoiseSettings.FinalStep;
import dev.darkroom.core.spi.NoiseSettings.Prediction;
import dev.darkroom.core.spi.NoiseSettings.Spacing;
import dev.darkroom.core.spi.ParameterSet;
import dev.darkroom.core.spi.ParameterValues;
import dev.darkroom.core.spi.SamplerProvider;
import dev.darkroom.core.spi.ScheduleProvider;
import dev.darkroom.core.spi.Sigmas;
import dev.darkroom.ext.samplers.schedule.KarrasSchedule;
import dev.darkroom.ext.samplers.schedule.ModelSchedule;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
          "rescale_betas_zero_snr");

  private static final Set<String> SETTINGS =
      Set.of(
          "solver_type",
          "lower_order_final",
          "euler_at_final",
          "use_karras_sigmas",
          "final_sigmas_type",
          "solver_order");

  /// Options at the only value that the delivered samplers stand for.
  private static final Map<String, String> FIXED =
      Map.of(
          "algorithm_type", "dpmsolver++",
          "interpolation_type", "linear",
          "timestep_type", "discrete",
          "original_inference_steps", "50",
          "timestep_scaling", "10.0",
          "lambda_min_clipped", "-Infinity");

  /// Options of parts that are switched by options of their own.
  private static final Set<String> IDLE =
      Set.of(
          "dynamic_thresholding_ratio",
          "sample_max_value",
          "clip_sample_range",
          "flow_shift",
          "time_shift_type");

  String name() {
    return json.get("name").asString();
  }

  int steps() {
    return json.get("steps").asInt();
  }

  /// What the case takes that is not delivered yet; empty if it can be run.
  Optional<String> missing() {
    String scheduler = json.get("scheduler").asString();
    if (sampler().isEmpty()) {
      return Optional.of("sampler " + scheduler);
    }
    List<String> missing = new ArrayList<>();
    if (!prediction().equals("epsilon")
        && !prediction().equals("v_prediction")
        && !prediction().equals("sample")) {
      missing.add("prediction " + prediction());
    }
    config()
        .forEach((key, value) -> {
          if (!understood(key, value)) {
            missing.add(key);
          }
        });
    json.get("set_timesteps").propertyNames().forEach(missing::add);
    json.get("step").propertyNames().stream().filter(key -> !isSetting(key)).forEach(missing::add);
    return missing.stream().reduce((one, other) -> one + " + " + other);
  }

  private Map<String, JsonNode> config() {
    Map<String, JsonNode> config = new TreeMap<>();
    json.get("config").properties().forEach(entry -> config.put(entry.getKey(), entry.getValue()));
    return config;
  }

  private boolean understood(String key, JsonNode value) {
    boolean off = value.isNull() || (value.isBoolean() && !value.asBoolean());
    return off
        || MODEL_KEYS.contains(key)
        || SETTINGS.contains(key)
        || IDLE.contains(key)
        || value.asString().equals(FIXED.get(key));
  }

  private boolean isSetting(String key) {
    ParameterSet known = sampler().orElseThrow().parameters();
    return known.parameters().stream().anyMatch(parameter -> parameter.name().equals(key));
  }

  Optional<SamplerProvider> sampler() {
    String scheduler = json.get("scheduler").asString();
    return PluginCatalog.load().all(SamplerProvider.class).stream()
        .filter(provider -> provider.aliases().contains(scheduler))
        .findFirst();
  }

  ParameterValues settings() {
    Map<String, String> settings = new TreeMap<>();
    json.get("step")
        .properties()
        .forEach(entry -> settings.put(entry.getKey(), entry.getValue().asString()));
    config()
        .forEach((key, value) -> {
          String name = key.equals("solver_order") ? "order" : key;
          if (isSetting(name)) {
            settings.put(name, value.asString());
          }
        });
    return sampler().orElseThrow().parameters().parse(settings);
  }

  Sigmas sigmas(NoiseSchedule noise) {
    boolean karras = config().containsKey("use_karras_sigmas") && flag("use_karras_sigmas");
    ScheduleProvider schedule = karras ? new KarrasSchedule() : new ModelSchedule();
    Map<String, String> settings =
        config().containsKey("final_sigmas_type")
            ? Map.of("final_sigma", text("final_sigmas_type"))
            : Map.of();
    return schedule.sigmas(
        new ScheduleProvider.Request(steps(), noise, sampler().orElseThrow().grid()),
        schedule.parameters().parse(settings));
  }

  NoiseSchedule noise() {
    NoiseSettings.Timesteps timesteps =
        new NoiseSettings.Timesteps(
            Spacing.valueOf(text("timestep_spacing").toUpperCase(Locale.ROOT)),
            config().containsKey("steps_offset") ? value("steps_offset").asInt() : 0,
            flag("set_alpha_to_one") ? FinalStep.ZERO : FinalStep.FIRST_TIMESTEP);
    return DiscreteNoiseSchedule.of(
        new NoiseSettings(betas(), predictionType(), timesteps, flag("rescale_betas_zero_snr")));
  }

  Prediction predictionType() {
    return switch (prediction()) {
      case "v_prediction" -> Prediction.V;
      case "sample" -> Prediction.X0;
      default -> Prediction.EPSILON;
    };
  }

  private String prediction() {
    return json.get("prediction").asString();
  }

  private Betas betas() {
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
