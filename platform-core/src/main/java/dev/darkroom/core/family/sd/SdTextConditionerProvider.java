package dev.darkroom.core.family.sd;

import dev.darkroom.core.family.common.Checkpoint;
import dev.darkroom.core.spi.Conditioner;
import dev.darkroom.core.spi.ConditionerProvider;
import dev.darkroom.core.spi.ModelSession;
import dev.darkroom.core.spi.ModelSpec;

/// Steers Stable Diffusion 1.x and 2.x with prompts.
public final class SdTextConditionerProvider implements ConditionerProvider {

  @Override
  public String id() {
    return "conditioner.sd-text";
  }

  @Override
  public String summary() {
    return "Steers Stable Diffusion by text, through one CLIP encoder.";
  }

  @Override
  public String title() {
    return "Prompts for Stable Diffusion";
  }

  @Override
  public boolean supports(ModelSpec model) {
    return model instanceof Checkpoint
        && model.family().equals(SdFamily.ID)
        && model.diffusion().isPresent();
  }

  @Override
  public Conditioner open(ModelSession session) {
    return new SdTextConditioner(session, (Checkpoint) session.spec());
  }
}
