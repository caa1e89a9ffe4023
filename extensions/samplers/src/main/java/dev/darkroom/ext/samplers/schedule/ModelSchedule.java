package dev.darkroom.ext.samplers.schedule;

import dev.darkroom.core.spi.NoiseForm;
import dev.darkroom.core.spi.NoiseSettings.Betas;
import dev.darkroom.core.spi.NoiseSettings.Spacing;
import dev.darkroom.core.spi.ParameterSet;
import dev.darkroom.core.spi.ParameterValues;
import dev.darkroom.core.spi.ScheduleProvider;
import dev.darkroom.core.spi.Sigmas;
import java.util.List;

/// The spacing that the model's own configuration names; the line of a flow model, and the levels of
/// Karras et al. for a model that they trained as they did.
public final class ModelSchedule implements ScheduleProvider {

  @Override
  public String id() {
    return "schedule.model";
  }

  @Override
  public String title() {
    return "Automatic";
  }

  @Override
  public String summary() {
    return "The spacing that the model's own configuration names.";
  }

  @Override
  public List<String> aliases() {
    return List.of("default");
  }

  @Override
  public ParameterSet parameters() {
    return SpacedTimesteps.PARAMETERS;
  }

  @Override
  public Sigmas sigmas(Request request) {
    return sigmas(request, parameters().defaults());
  }

  @Override
  public Sigmas sigmas(Request request, ParameterValues values) {
    if (request.noise().form() == NoiseForm.FLOW) {
      return FlowSchedule.walk(request, values.text("final_sigma").equals("sigma_min"));
    }
    if (request.noise().settings().betas() instanceof Betas.Edm) {
      KarrasSchedule karras = new KarrasSchedule();
      return karras.sigmas(request, karras.parameters().parse(FinalSigma.alone(values)));
    }
    Spacing spacing = request.noise().settings().timesteps().spacing();
    return SpacedTimesteps.sigmas(spacing, request, values);
  }
}
