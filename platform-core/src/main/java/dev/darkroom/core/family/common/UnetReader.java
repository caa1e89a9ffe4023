package dev.darkroom.core.family.common;

import dev.darkroom.core.arch.common.Sinusoid;
import dev.darkroom.core.arch.common.Sinusoid.Order;
import dev.darkroom.core.arch.common.SpatialTransformer.Projection;
import dev.darkroom.core.arch.unet.UnetConfig;
import dev.darkroom.core.arch.unet.UnetConfig.Ends;
import dev.darkroom.core.arch.unet.UnetTime;
import dev.darkroom.core.arch.unet.UnetTime.Addition;
import dev.darkroom.core.error.ModelFormatException;
import dev.darkroom.core.ir.composite.GroupNorm;
import java.util.List;
import java.util.Optional;

/// Finds out the sizes of a UNet: from its configuration, or, where it has none, by the published
/// model whose shapes it has.
public final class UnetReader {

  private static final String ADDITION = "add_embedding.linear_1.weight";
  private static final String GUIDANCE = "time_embedding.cond_proj.weight";
  private static final String CONTEXT = ".attn2.to_k.weight";

  /// Pixel sizes, crop and target sizes.
  private static final int TIME_IDS = 6;

  private static final List<String> UNSUPPORTED_FLAGS =
      List.of(
          "center_input_sample",
          "only_cross_attention",
          "mid_block_only_cross_attention",
          "dual_cross_attention",
          "class_embeddings_concat",
          "resnet_skip_time_act");

  private static final List<String> UNSUPPORTED =
      List.of(
          "class_embed_type",
          "num_class_embeds",
          "encoder_hid_dim",
          "encoder_hid_dim_type",
          "cross_attention_norm",
          "time_embedding_act_fn",
          "timestep_post_act");

  private UnetReader() {}

  /// Whether the folder holds a UNet that attends to a text.
  public static boolean recognises(ComponentFolder folder) {
    return folder.has("conv_in.weight")
        && folder.has("conv_out.weight")
        && folder.has("time_embedding.linear_1.weight")
        && folder.has("up_blocks.0.resnets.0.conv1.weight")
        && folder.anyEndingIn(CONTEXT).isPresent();
  }

  /// Whether the UNet is told pooled text and sizes.
  public static boolean hasAddition(ComponentFolder folder) {
    return folder.has(ADDITION);
  }

  public static UnetConfig read(ComponentFolder folder) {
    return folder.config().map(UnetReader::read).orElseGet(() -> published(folder));
  }

  private static UnetConfig read(ConfigFile config) {
    refuseOthers(config);
    UnetLevels levels = UnetLevels.read(config);
    boolean linear = config.flag("use_linear_projection", false);
    return new UnetConfig(
        new Ends(config.size("in_channels", 4), config.size("out_channels", 4), context(config)),
        levels.levels(),
        levels.middle(),
        new GroupNorm(config.size("norm_num_groups", 32), config.real("norm_eps", 1e-5)),
        linear ? Projection.LINEAR : Projection.CONVOLUTION,
        time(config, levels.levels().getFirst().channels()));
  }

  private static int context(ConfigFile config) {
    int levels = config.sizes("block_out_channels", UnetLevels.MOST_LEVELS).size();
    List<Integer> sizes = config.perLevel("cross_attention_dim", levels);
    if (sizes.stream().distinct().count() > 1) {
      throw config.fault("cross_attention_dim", sizes + " differ; levels attend to one text.");
    }
    return sizes.getFirst();
  }

  private static UnetTime time(ConfigFile config, int channels) {
    if (channels % 2 != 0) {
      throw config.fault("block_out_channels", "must start with an even number.");
    }
    boolean flipped = config.flag("flip_sin_to_cos", true);
    Order order = flipped ? Order.COSINE_FIRST : Order.SINE_FIRST;
    Sinusoid wave = new Sinusoid(order, config.real("freq_shift", 0));
    int size = config.size("time_embedding_dim", 4 * channels);
    Optional<Integer> guidance =
        config.has("time_cond_proj_dim")
            ? Optional.of(config.size("time_cond_proj_dim"))
            : Optional.empty();
    return new UnetTime(wave, size, guidance, addition(config));
  }

  private static Optional<Addition> addition(ConfigFile config) {
    if (!config.has("addition_embed_type")) {
      return Optional.empty();
    }
    config.only("addition_embed_type", "text_time");
    int waves = config.size("addition_time_embed_dim");
    int text = config.size("projection_class_embeddings_input_dim") - TIME_IDS * waves;
    if (waves % 2 != 0 || text < 1) {
      throw config.fault(
          "projection_class_embeddings_input_dim",
          "must be the pooled text's size and 6 times addition_time_embed_dim, an even number.");
    }
    return Optional.of(new Addition(text, TIME_IDS, waves));
  }

  private static void refuseOthers(ConfigFile config) {
    config.only("act_fn", "silu");
    config.only("resnet_time_scale_shift", "default");
    config.only("time_embedding_type", "positional");
    config.only("attention_type", "default");
    for (String field : List.of("conv_in_kernel", "conv_out_kernel")) {
      config.only(field, "3");
    }
    config.only("downsample_padding", "1");
    for (String field : List.of("mid_block_scale_factor", "resnet_out_scale_factor")) {
      if (config.real(field, 1) != 1) {
        throw config.fault(field, "must be 1.");
      }
    }
    for (String field : UNSUPPORTED_FLAGS) {
      config.only(field, "false");
    }
    for (String field : UNSUPPORTED) {
      config.only(field, "null");
    }
  }

  private static UnetConfig published(ComponentFolder folder) {
    long context = folder.anyEndingIn(CONTEXT).orElseThrow().shape().size(-1);
    UnetConfig config =
        switch ((int) context) {
          case 768 -> PublishedUnets.sd1();
          case 1024 -> PublishedUnets.sd2();
          case 2048 -> PublishedUnets.sdxl();
          default ->
              throw new ModelFormatException(
                  folder.resource("config.json"),
                  "is missing, and the tensors are not those of Stable Diffusion 1.x, 2.x or XL;"
                      + " put the model's config.json there.");
        };
    UnetConfig sized = config.withInput((int) folder.shape("conv_in.weight").size(1));
    return folder.has(GUIDANCE) ? sized.withGuidance((int) folder.shape(GUIDANCE).size(1)) : sized;
  }
}
