package dev.darkroom.core.family.sdxl;

import dev.darkroom.core.family.common.Checkpoint;
import dev.darkroom.core.spi.Conditioner;
import dev.darkroom.core.spi.ConditionerProvider;
import dev.darkroom.core.spi.ModelSession;
import dev.darkroom.core.spi.ModelSpec;

/// Steers Stable Diffusion XL with prompts and the picture's size.
public final class SdxlTextConditionerProvider implements ConditionerProvider {

  @Override
  public String id() {
    return "conditioner.sdxl-text";
  }

  @Override
  public String summary() {
    return "Steers Stable Diffusion XL by text, through two CLIP encoders.";
  }

  @Override
  public String title() {
    return "Prompts for Stable Diffusion XL";
  }

  @Override
  public boolean supports(ModelSpec model) {
    return model instanceof Checkpoint
        && model.family().equals(SdxlFamily.ID)
        && model.diffusion().isPresent();
  }

  @Override
  public Conditioner open(ModelSession session) {
    return new SdxlTextConditioner(session, (Checkpoint) session.spec());
  }
}
