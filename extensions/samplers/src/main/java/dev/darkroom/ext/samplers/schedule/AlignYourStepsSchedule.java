package dev.darkroom.ext.samplers.schedule;

import dev.darkroom.core.spi.Parameter;
import dev.darkroom.core.spi.ParameterSet;
import dev.darkroom.core.spi.ParameterValues;
import dev.darkroom.core.spi.Preset;
import dev.darkroom.core.spi.Sigmas;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Noise levels that were optimised for a family of models (Sabour, Fidler and Kreis 2024, "Align Your
/// Steps", arXiv:2404.14507), stretched to the number of steps.
public final class AlignYourStepsSchedule implements FormulaSchedule {

  private static final String AFTER = "after";

  @Override
  public String id() {
    return "schedule.align-your-steps";
  }

  @Override
  public String title() {
    return "Align Your Steps";
  }

  @Override
  public String summary() {
    return "Levels optimised for SD 1, SDXL or SVD; Sabour et al. 2024, arXiv:2404.14507.";
  }

  @Override
  public List<String> aliases() {
    return List.of("Align Your Steps 11");
  }

  @Override
  public List<Preset> presets() {
    return List.of(
        Preset.of("ays", Map.of("zero", "instead")),
        Preset.of("AlignYourStepsScheduler", Map.of("zero", "instead")),
        Preset.of("Align-Your-Steps SD15", Map.of("table", "sd1")),
        Preset.of("Align-Your-Steps SDXL", Map.of("table", "sdxl")),
        Preset.of("Align Your Steps 32", Map.of("table", "sd1-32")),
        Preset.of("ays_32steps", Map.of("table", "sd1-32")));
  }

  @Override
  public ParameterSet parameters() {
    return ParameterSet.of(
        new Parameter.Choice(
            "table",
            "sd1",
            Arrays.stream(StepTable.values()).map(AlignYourStepsSchedule::word).toList(),
            "The models that the levels are for."),
        new Parameter.Choice(
            "zero",
            AFTER,
            List.of(AFTER, "instead"),
            "0 after the lowest level (A1111), or instead of it (the authors, ComfyUI)."));
  }

  private static String word(StepTable table) {
    return table.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public double[] levels(Request request, ParameterValues values) {
    double[] listed =
        Arrays.stream(StepTable.values())
            .filter(table -> word(table).equals(values.text("table")))
            .findFirst()
            .orElseThrow()
            .levels();
    int steps = request.steps();
    boolean after = values.text("zero").equals(AFTER);
    return Arrays.copyOf(LogLinear.levels(listed, after ? steps : steps + 1), steps);
  }

  @Override
  public Sigmas sigmas(Request request, ParameterValues values) {
    return Walk.through(request, levels(request, values), 0);
  }
}
