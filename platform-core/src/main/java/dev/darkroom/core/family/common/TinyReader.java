package dev.darkroom.core.family.common;

import dev.darkroom.core.arch.vae.TinyConfig;
import dev.darkroom.core.arch.vae.TinyConfig.Stage;
import dev.darkroom.core.spi.LatentFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Finds out the sizes of an AutoencoderTiny: from its configuration, or as TAESD published it.
public final class TinyReader {

  private static final String DECODER = "decoder.layers.0.weight";
  private static final String ENCODER = "encoder.layers.0.weight";
  private static final int MOST_STAGES = 16;
  private static final int MOST_BLOCKS = 64;

  private TinyReader() {}

  public static boolean hasDecoder(ComponentFolder folder) {
    return isConvolution(folder, DECODER);
  }

  public static boolean hasEncoder(ComponentFolder folder) {
    return isConvolution(folder, ENCODER);
  }

  private static boolean isConvolution(ComponentFolder folder, String tensor) {
    return folder.find(tensor).filter(weight -> weight.shape().rank() == 4).isPresent();
  }

  public static TinyConfig read(ComponentFolder folder) {
    return folder.config().map(TinyReader::read).orElseGet(() -> published(folder));
  }

  private static TinyConfig read(ConfigFile config) {
    config.only("act_fn", "relu");
    config.only("upsample_fn", "nearest");
    config.only("upsampling_scaling_factor", "2");
    int image = config.size("in_channels", 3);
    config.only("out_channels", Integer.toString(image));
    return new TinyConfig(
        image,
        config.size("latent_channels", 4),
        stages(config, "encoder"),
        stages(config, "decoder"));
  }

  private static List<Stage> stages(ConfigFile config, String side) {
    List<Integer> channels = config.sizes(side + "_block_out_channels", MOST_STAGES);
    List<Integer> blocks = config.perLevel("num_" + side + "_blocks", channels.size());
    if (blocks.stream().anyMatch(count -> count > MOST_BLOCKS)) {
      throw config.fault("num_" + side + "_blocks", "must be at most " + MOST_BLOCKS + " each.");
    }
    return IntStream.range(0, channels.size())
        .mapToObj(i -> new Stage(channels.get(i), blocks.get(i)))
        .toList();
  }

  private static TinyConfig published(ComponentFolder folder) {
    int latent = hasDecoder(folder) ? (int) folder.shape(DECODER).size(1) : 4;
    List<Stage> encoder =
        List.of(new Stage(64, 1), new Stage(64, 3), new Stage(64, 3), new Stage(64, 3));
    return new TinyConfig(3, latent, encoder, encoder.reversed());
  }

  /// The form of the latents.
  static LatentFormat latents(TinyConfig sizes, Optional<ConfigFile> config) {
    return new LatentFormat(
        sizes.latent(),
        1 << (sizes.decoder().size() - 1),
        config.map(file -> file.real("scaling_factor", 1)).orElse(1.0),
        config.map(file -> file.real("shift_factor", 0)).orElse(0.0));
  }
}
