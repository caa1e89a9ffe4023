package dev.darkroom.core.family.common;

import dev.darkroom.core.arch.vae.KlConfig;
import dev.darkroom.core.arch.vae.KlConfig.Levels;
import dev.darkroom.core.arch.vae.KlConfig.Part;
import dev.darkroom.core.spi.LatentFormat;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Finds out the sizes of an AutoencoderKL: from its configuration, or as Stable Diffusion published
/// it.
public final class KlReader {

  private static final String DECODER = "decoder.conv_in.weight";
  private static final String ENCODER = "encoder.conv_out.weight";
  private static final int MOST_LEVELS = 16;
  private static final int MOST_BLOCKS = 32;

  private KlReader() {}

  public static boolean hasDecoder(ComponentFolder folder) {
    return folder.has(DECODER) && folder.has("decoder.conv_norm_out.weight");
  }

  public static boolean hasEncoder(ComponentFolder folder) {
    return folder.has(ENCODER) && folder.has("encoder.conv_norm_out.weight");
  }

  public static KlConfig read(ComponentFolder folder) {
    return folder.config().map(KlReader::read).orElseGet(() -> published(folder));
  }

  private static KlConfig read(ConfigFile config) {
    config.only("act_fn", "silu");
    config.only("latents_mean", "null");
    config.only("latents_std", "null");
    List<Integer> channels = config.sizes("block_out_channels", MOST_LEVELS);
    refuseOthers(config, "down_block_types", "DownEncoderBlock2D", channels.size());
    refuseOthers(config, "up_block_types", "UpDecoderBlock2D", channels.size());
    int image = config.size("in_channels", 3);
    config.only("out_channels", Integer.toString(image));
    Levels levels =
        new Levels(
            channels,
            config.count("layers_per_block", MOST_BLOCKS),
            config.size("norm_num_groups", 32));
    return new KlConfig(image, config.size("latent_channels", 4), levels, parts(config));
  }

  private static void refuseOthers(ConfigFile config, String field, String type, int count) {
    List<String> types = config.words(field, count);
    if (types.stream().anyMatch(word -> !word.equals(type))) {
      throw config.fault(field, "is " + types + "; only " + type + " is supported.");
    }
  }

  private static Set<Part> parts(ConfigFile config) {
    Set<Part> parts = EnumSet.noneOf(Part.class);
    if (config.flag("use_quant_conv", true)) {
      parts.add(Part.QUANT_CONV);
    }
    if (config.flag("use_post_quant_conv", true)) {
      parts.add(Part.POST_QUANT_CONV);
    }
    if (config.flag("mid_block_add_attention", true)) {
      parts.add(Part.MIDDLE_ATTENTION);
    }
    return parts;
  }

  private static KlConfig published(ComponentFolder folder) {
    KlConfig published = published();
    boolean decodes = hasDecoder(folder);
    int latent =
        decodes ? (int) folder.shape(DECODER).size(1) : (int) folder.shape(ENCODER).size(0) / 2;
    Set<Part> parts = EnumSet.of(Part.MIDDLE_ATTENTION);
    if (folder.has("quant_conv.weight")) {
      parts.add(Part.QUANT_CONV);
    }
    if (folder.has("post_quant_conv.weight")) {
      parts.add(Part.POST_QUANT_CONV);
    }
    return new KlConfig(published.image(), latent, published.levels(), parts);
  }

  /// The autoencoder of Stable Diffusion 1.x, 2.x and XL.
  public static KlConfig published() {
    Levels levels = new Levels(List.of(128, 256, 512, 512), 2, 32);
    return new KlConfig(3, 4, levels, EnumSet.allOf(Part.class));
  }

  /// The form of the latents.
  ///
  /// @param scale scaling factor where the configuration names none
  static LatentFormat latents(KlConfig sizes, Optional<ConfigFile> config, double scale) {
    return new LatentFormat(
        sizes.latent(),
        1 << (sizes.levels().channels().size() - 1),
        config.map(file -> file.real("scaling_factor", scale)).orElse(scale),
        config.map(file -> file.real("shift_factor", 0)).orElse(0.0));
  }
}
