package dev.darkroom.core.family.sd;

import dev.darkroom.core.arch.clip.ClipTextConfig;
import dev.darkroom.core.arch.unet.UnetConfig;
import dev.darkroom.core.family.common.Checkpoint;
import dev.darkroom.core.family.common.CheckpointPart;
import dev.darkroom.core.family.common.CheckpointParts;
import dev.darkroom.core.family.common.ClipTextReader;
import dev.darkroom.core.family.common.ComponentFolder;
import dev.darkroom.core.family.common.Network;
import dev.darkroom.core.family.common.PublishedModel;
import dev.darkroom.core.family.common.PublishedTexts;
import dev.darkroom.core.family.common.PublishedUnets;
import dev.darkroom.core.family.common.UnetReader;
import dev.darkroom.core.family.common.WholeModel;
import dev.darkroom.core.ir.Graph;
import dev.darkroom.core.spi.Component;
import dev.darkroom.core.spi.GraphOptions;
import dev.darkroom.core.spi.ModelFamily;
import dev.darkroom.core.spi.ModelSpec;
import dev.darkroom.core.weights.WeightIndex;
import dev.darkroom.core.weights.Weights;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Stable Diffusion 1.x and 2.x: one CLIP text encoder, a UNet that is told the timestep alone, an
/// autoencoder. Single autoencoders and text encoders without projection are of this family too.
public final class SdFamily implements ModelFamily {

  /// The family's id.
  public static final String ID = "family.sd";

  private static final WholeModel.Defaults DEFAULTS = new WholeModel.Defaults(0.18215, 64);

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String title() {
    return "Stable Diffusion";
  }

  @Override
  public String summary() {
    return "Stable Diffusion 1.x and 2.x (Rombach et al. 2022, arXiv:2112.10752).";
  }

  @Override
  public Optional<ModelSpec> recognise(WeightIndex index) {
    ComponentFolder unet = new ComponentFolder(index, "unet");
    if (UnetReader.recognises(unet)) {
      return UnetReader.hasAddition(unet) ? Optional.empty() : Optional.of(whole(index, unet));
    }
    return component(new ComponentFolder(index, ""));
  }

  private static ModelSpec whole(WeightIndex index, ComponentFolder unet) {
    Map<Component, CheckpointPart> parts = new LinkedHashMap<>();
    ComponentFolder text = new ComponentFolder(index, Component.TEXT_ENCODER.folder());
    parts.putAll(CheckpointParts.text(Component.TEXT_ENCODER, text));
    parts.putAll(CheckpointParts.unet(unet));
    parts.putAll(CheckpointParts.autoencoder(new ComponentFolder(index, "vae")));
    return checkpoint(new WholeModel(index, parts, DEFAULTS));
  }

  private static ModelSpec checkpoint(WholeModel model) {
    return new Checkpoint(
        ID,
        SdVariant.title(model.unet()),
        model.index(),
        model.parts(),
        model.diffusion(List.of(Component.TEXT_ENCODER)));
  }

  private static Optional<ModelSpec> component(ComponentFolder folder) {
    if (!UnetReader.hasAddition(folder)) {
      Map<Component, CheckpointPart> unet = CheckpointParts.unet(folder);
      if (!unet.isEmpty()) {
        String title = SdVariant.title(new WholeModel(folder.index(), unet, DEFAULTS).unet());
        return Optional.of(single("UNet of " + title, folder, unet));
      }
    }
    Map<Component, CheckpointPart> autoencoder = CheckpointParts.autoencoder(folder);
    if (!autoencoder.isEmpty()) {
      return Optional.of(single("Autoencoder", folder, autoencoder));
    }
    if (ClipTextReader.recognises(folder) && !ClipTextReader.isProjected(folder)) {
      Map<Component, CheckpointPart> text = CheckpointParts.text(Component.TEXT_ENCODER, folder);
      return Optional.of(single("CLIP text encoder", folder, text));
    }
    return Optional.empty();
  }

  private static ModelSpec single(
      String title, ComponentFolder folder, Map<Component, CheckpointPart> parts) {
    return new Checkpoint(ID, title, folder.index(), parts, Optional.empty());
  }

  @Override
  public Optional<ModelSpec> published(String name) {
    return switch (name) {
      case "sd15" -> Optional.of(published(name, PublishedTexts.vitL(), PublishedUnets.sd1()));
      case "sd21" -> Optional.of(published(name, PublishedTexts.vitH(), PublishedUnets.sd2()));
      default -> Optional.empty();
    };
  }

  private static ModelSpec published(String name, ClipTextConfig text, UnetConfig unet) {
    return checkpoint(
        new PublishedModel(name)
            .with(Component.TEXT_ENCODER, new Network.Text(text))
            .with(Component.UNET, new Network.Denoiser(unet))
            .build(DEFAULTS));
  }

  @Override
  public Graph graph(ModelSpec spec, Component component, GraphOptions options) {
    return ((Checkpoint) spec).graph(component, options);
  }

  @Override
  public Weights weights(ModelSpec spec, Component component) {
    return ((Checkpoint) spec).weights(component);
  }
}
