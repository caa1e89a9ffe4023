package dev.darkroom.core.family.common;

import dev.darkroom.core.arch.unet.UnetConfig.Level;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// The blocks of a UNet as its configuration lists them.
///
/// @param levels from the full resolution to the lowest
/// @param middle depths of the transformers in the middle block
record UnetLevels(List<Level> levels, List<Integer> middle) {

  static final int MOST_LEVELS = 16;
  private static final int MOST_BLOCKS = 32;
  private static final int MOST_DEPTH = 256;

  private static final String HEADS = "num_attention_heads";
  private static final String DEPTHS = "transformer_layers_per_block";

  static UnetLevels read(ConfigFile config) {
    List<Integer> channels = config.sizes("block_out_channels", MOST_LEVELS);
    int count = channels.size();
    List<Integer> blocks = config.perLevel("layers_per_block", count);
    if (Collections.max(blocks) > MOST_BLOCKS) {
      throw config.fault("layers_per_block", "must be at most " + MOST_BLOCKS + ".");
    }
    List<Integer> heads = heads(config, channels);
    List<List<Integer>> down = down(config, blocks);
    List<List<Integer>> up = up(config, blocks).reversed();
    List<Level> levels = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      levels.add(new Level(channels.get(i), heads.get(i), down.get(i), up.get(i)));
    }
    return new UnetLevels(levels, middle(config, blocks));
  }

  /// The number of heads stands in `attention_head_dim` unless `num_attention_heads` is given: a slip
  /// in the first configurations that all later ones keep.
  private static List<Integer> heads(ConfigFile config, List<Integer> channels) {
    String field = config.has(HEADS) ? HEADS : "attention_head_dim";
    List<Integer> heads = config.perLevel(field, channels.size());
    for (int i = 0; i < heads.size(); i++) {
      if (channels.get(i) % heads.get(i) != 0) {
        throw config.fault(
            field,
            "of level %d (the number of heads) is %d, which does not divide %d channels."
                .formatted(i, heads.get(i), channels.get(i)));
      }
    }
    return heads;
  }

  private static List<List<Integer>> down(ConfigFile config, List<Integer> blocks) {
    List<List<Integer>> depths = depths(config, blocks);
    return kept(config, "down_block_types", "DownBlock2D", depths);
  }

  private static List<List<Integer>> up(ConfigFile config, List<Integer> blocks) {
    String reversed = "reverse_" + DEPTHS;
    List<Integer> larger = blocks.reversed().stream().map(count -> count + 1).toList();
    List<List<Integer>> depths =
        config.has(reversed)
            ? config.perBlock(reversed, larger, MOST_DEPTH)
            : widened(config, depths(config, blocks).reversed());
    return kept(config, "up_block_types", "UpBlock2D", depths);
  }

  private static List<List<Integer>> depths(ConfigFile config, List<Integer> blocks) {
    return config.has(DEPTHS)
        ? config.perBlock(DEPTHS, blocks, MOST_DEPTH)
        : blocks.stream().map(count -> Collections.nCopies(count, 1)).toList();
  }

  /// The same depth once more for each level.
  private static List<List<Integer>> widened(ConfigFile config, List<List<Integer>> levels) {
    List<List<Integer>> widened = new ArrayList<>();
    for (List<Integer> level : levels) {
      if (level.stream().distinct().count() > 1) {
        throw config.fault("reverse_" + DEPTHS, "is missing; depths differ within a level.");
      }
      widened.add(Collections.nCopies(level.size() + 1, level.getFirst()));
    }
    return widened;
  }

  /// The depths of those levels whose block has transformers, 0 for the others.
  private static List<List<Integer>> kept(
      ConfigFile config, String field, String plain, List<List<Integer>> depths) {
    List<String> types = config.words(field, depths.size());
    List<List<Integer>> kept = new ArrayList<>();
    for (int i = 0; i < types.size(); i++) {
      if (types.get(i).equals(plain)) {
        kept.add(Collections.nCopies(depths.get(i).size(), 0));
      } else if (types.get(i).equals("CrossAttn" + plain)) {
        kept.add(depths.get(i));
      } else {
        throw config.fault(
            field,
            "holds %s; only %s and CrossAttn%s are supported."
                .formatted(types.get(i), plain, plain));
      }
    }
    return kept;
  }

  private static List<Integer> middle(ConfigFile config, List<Integer> blocks) {
    String block = "UNetMidBlock2DCrossAttn";
    if (config.isNull("mid_block_type")) {
      return List.of();
    }
    String type = config.word("mid_block_type", block);
    if (!type.equals(block)) {
      throw config.fault("mid_block_type", "is " + type + "; only " + block + " is supported.");
    }
    return List.of(depths(config, blocks).getLast().getFirst());
  }
}
