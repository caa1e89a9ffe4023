package dev.darkroom.core.family.common;

import dev.darkroom.core.arch.clip.ClipTextConfig;
import dev.darkroom.core.arch.clip.ClipTextConfig.EndOfText;
import dev.darkroom.core.arch.clip.ClipTextConfig.Layers;
import dev.darkroom.core.arch.clip.ClipTextConfig.Vocabulary;
import dev.darkroom.core.arch.common.Activation;
import java.util.OptionalInt;

/// The text encoders of the published models.
public final class PublishedTexts {

  private PublishedTexts() {}

  /// OpenAI's CLIP ViT-L/14: Stable Diffusion 1.x, and the first of XL.
  public static ClipTextConfig vitL() {
    return config(new Layers(12, 768, 3072, 12), Activation.QUICK_GELU, OptionalInt.empty());
  }

  /// OpenCLIP ViT-H/14 without its last layer: Stable Diffusion 2.x.
  public static ClipTextConfig vitH() {
    return config(new Layers(23, 1024, 4096, 16), Activation.GELU, OptionalInt.empty());
  }

  /// OpenCLIP ViT-bigG/14: the second of Stable Diffusion XL.
  public static ClipTextConfig vitBigG() {
    return config(new Layers(32, 1280, 5120, 20), Activation.GELU, OptionalInt.of(1280));
  }

  private static ClipTextConfig config(
      Layers layers, Activation activation, OptionalInt projection) {
    Vocabulary vocabulary = new Vocabulary(49_408, 77, new EndOfText.HighestId());
    return new ClipTextConfig(vocabulary, layers, activation, 1e-5, projection);
  }
}
