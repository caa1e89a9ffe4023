package dev.darkroom.core.family.sdxl;

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

/// Stable Diffusion XL: two CLIP text encoders, a UNet that is told pooled text and sizes, an
/// autoencoder. Single text encoders with projection are of this family too.
public final class SdxlFamily implements ModelFamily {

  /// The family's id.
  public static final String ID = "family.sdxl";

  private static final WholeModel.Defaults DEFAULTS = new WholeModel.Defaults(0.13025, 128);
  private static final String INPAINTING = "Stable Diffusion XL, inpainting";
  private static final int INPAINTING_CHANNELS = 9;

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String title() {
    return "Stable Diffusion XL";
  }

  @Override
  public String summary() {
    return "Stable Diffusion XL (Podell et al. 2023, arXiv:2307.01952).";
  }

  @Override
  public Optional<ModelSpec> recognise(WeightIndex index) {
    ComponentFolder unet = new ComponentFolder(index, "unet");
    if (UnetReader.recognises(unet)) {
      return UnetReader.hasAddition(unet) ? Optional.of(whole(index, unet)) : Optional.empty();
    }
    return component(new ComponentFolder(index, ""));
  }

  private ModelSpec whole(WeightIndex index, ComponentFolder unet) {
    Map<Component, CheckpointPart> parts = new LinkedHashMap<>();
    for (Component encoder : List.of(Component.TEXT_ENCODER, Component.TEXT_ENCODER_2)) {
      ComponentFolder folder = new ComponentFolder(index, encoder.folder());
      parts.putAll(CheckpointParts.text(encoder, folder));
    }
    parts.putAll(CheckpointParts.unet(unet));
    parts.putAll(CheckpointParts.autoencoder(new ComponentFolder(index, "vae")));
    return checkpoint(new WholeModel(index, parts, DEFAULTS));
  }

  private ModelSpec checkpoint(WholeModel model) {
    boolean inpainting = model.unet().ends().input() == INPAINTING_CHANNELS;
    return new Checkpoint(
        ID,
        inpainting ? INPAINTING : title(),
        model.index(),
        model.parts(),
        model.diffusion(List.of(Component.TEXT_ENCODER, Component.TEXT_ENCODER_2)));
  }

  private static Optional<ModelSpec> component(ComponentFolder folder) {
    if (UnetReader.recognises(folder) && UnetReader.hasAddition(folder)) {
      return single("UNet of Stable Diffusion XL", folder, CheckpointParts.unet(folder));
    }
    if (ClipTextReader.recognises(folder) && ClipTextReader.isProjected(folder)) {
      Map<Component, CheckpointPart> text = CheckpointParts.text(Component.TEXT_ENCODER_2, folder);
      return single("CLIP text encoder with projection", folder, text);
    }
    return Optional.empty();
  }

  private static Optional<ModelSpec> single(
      String title, ComponentFolder folder, Map<Component, CheckpointPart> parts) {
    return Optional.of(new Checkpoint(ID, title, folder.index(), parts, Optional.empty()));
  }

  @Override
  public Optional<ModelSpec> published(String name) {
    if (!name.equals("sdxl")) {
      return Optional.empty();
    }
    PublishedModel model =
        new PublishedModel(name)
            .with(Component.TEXT_ENCODER, new Network.Text(PublishedTexts.vitL()))
            .with(Component.TEXT_ENCODER_2, new Network.Text(PublishedTexts.vitBigG()))
            .with(Component.UNET, new Network.Denoiser(PublishedUnets.sdxl()));
    return Optional.of(checkpoint(model.build(DEFAULTS)));
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
