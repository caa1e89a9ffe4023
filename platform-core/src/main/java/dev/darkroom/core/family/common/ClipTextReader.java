package dev.darkroom.core.family.common;

import dev.darkroom.core.arch.clip.ClipTextConfig;
import dev.darkroom.core.arch.clip.ClipTextConfig.EndOfText;
import dev.darkroom.core.arch.clip.ClipTextConfig.Layers;
import dev.darkroom.core.arch.clip.ClipTextConfig.Vocabulary;
import dev.darkroom.core.arch.common.Activation;
import dev.darkroom.core.tensor.Shape;
import java.util.OptionalInt;

/// Finds out the sizes of a CLIP text encoder: from its configuration, or from its tensors where it
/// has none.
public final class ClipTextReader {

  private static final String TOKENS = "text_model.embeddings.token_embedding.weight";
  private static final String POSITIONS = "text_model.embeddings.position_embedding.weight";
  private static final String LAYER = "text_model.encoder.layers.";
  private static final String PROJECTION = "text_projection.weight";
  private static final int MOST_LAYERS = 256;
  private static final int HEAD_SIZE = 64;
  private static final int FIRST_ENCODER = 768;

  /// Early configurations say 2 whatever the token's id is.
  private static final int LEGACY_END = 2;

  private ClipTextReader() {}

  /// Whether the folder holds a CLIP text encoder.
  public static boolean recognises(ComponentFolder folder) {
    return folder.has(TOKENS) && folder.has(LAYER + "0.self_attn.q_proj.weight");
  }

  /// Whether the encoder's pooled output is projected.
  public static boolean isProjected(ComponentFolder folder) {
    return folder.has(PROJECTION);
  }

  public static ClipTextConfig read(ComponentFolder folder) {
    return folder.config().map(config -> read(config, folder)).orElseGet(() -> measure(folder));
  }

  private static ClipTextConfig read(ConfigFile config, ComponentFolder folder) {
    int channels = config.size("hidden_size");
    int heads = config.size("num_attention_heads");
    if (channels % heads != 0) {
      throw config.fault("num_attention_heads", heads + " does not divide hidden_size " + channels);
    }
    int layers = config.count("num_hidden_layers", MOST_LAYERS);
    boolean projected = isProjected(folder);
    return new ClipTextConfig(
        new Vocabulary(
            config.size("vocab_size"), config.size("max_position_embeddings", 77), end(config)),
        new Layers(layers, channels, config.size("intermediate_size"), heads),
        activation(config),
        config.real("layer_norm_eps", 1e-5),
        projected ? OptionalInt.of(config.size("projection_dim")) : OptionalInt.empty());
  }

  private static EndOfText end(ConfigFile config) {
    int end = config.size("eos_token_id", LEGACY_END);
    return end == LEGACY_END ? new EndOfText.HighestId() : new EndOfText.Token(end);
  }

  private static Activation activation(ConfigFile config) {
    String name = config.word("hidden_act", "quick_gelu");
    return switch (name) {
      case "quick_gelu" -> Activation.QUICK_GELU;
      case "gelu" -> Activation.GELU;
      case "gelu_new", "gelu_pytorch_tanh" -> Activation.GELU_TANH;
      default ->
          throw config.fault(
              "hidden_act", name + " is unknown; quick_gelu and gelu are supported.");
    };
  }

  private static ClipTextConfig measure(ComponentFolder folder) {
    Shape tokens = folder.shape(TOKENS);
    int channels = (int) tokens.size(1);
    int layers = 0;
    while (layers < MOST_LAYERS && folder.has(LAYER + layers + ".mlp.fc1.weight")) {
      layers++;
    }
    int inner = (int) folder.shape(LAYER + "0.mlp.fc1.weight").size(0);
    int positions = (int) folder.shape(POSITIONS).size(0);
    return new ClipTextConfig(
        new Vocabulary((int) tokens.size(0), positions, new EndOfText.HighestId()),
        new Layers(layers, channels, inner, Math.max(1, channels / HEAD_SIZE)),
        channels == FIRST_ENCODER ? Activation.QUICK_GELU : Activation.GELU,
        1e-5,
        isProjected(folder)
            ? OptionalInt.of((int) folder.shape(PROJECTION).size(0))
            : OptionalInt.empty());
  }
}
