package dev.darkroom.core.arch.unet;

import dev.darkroom.core.arch.common.SpatialTransformer.Projection;
import dev.darkroom.core.ir.composite.GroupNorm;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// The sizes of a UNet.
///
/// @param ends channels that go in, come out, and are attended to
/// @param levels from the full resolution to the lowest; each level halves the one before
/// @param middle depth of the transformers between the residual blocks at the bottom: one less than
///     blocks; empty for a network without a middle
/// @param norm the normalisations outside the transformers
/// @param projection how transformers mix channels on the way in and out
/// @param time how the network is told the timestep and more
public record UnetConfig(
    Ends ends,
    List<Level> levels,
    List<Integer> middle,
    GroupNorm norm,
    Projection projection,
    UnetTime time) {

  public UnetConfig {
    levels = List.copyOf(levels);
    middle = List.copyOf(middle);
    if (levels.isEmpty()) {
      throw new IllegalArgumentException("a UNet has at least one level");
    }
  }

  /// This configuration for `channels` input channels.
  public UnetConfig withInput(int channels) {
    Ends changed = new Ends(channels, ends.output(), ends.context());
    return new UnetConfig(changed, levels, middle, norm, projection, time);
  }

  /// This configuration told the guidance scale as an embedding of `channels`.
  public UnetConfig withGuidance(int channels) {
    UnetTime told =
        new UnetTime(time.wave(), time.channels(), Optional.of(channels), time.addition());
    return new UnetConfig(ends, levels, middle, norm, projection, told);
  }

  /// @param input channels of the sample; 4 latent channels, 9 for inpainting
  /// @param output channels of the prediction
  /// @param context size of a token's state in the text
  public record Ends(int input, int output, int context) {}

  /// One resolution. Each residual block is followed by a transformer of so many blocks, 0 for none.
  ///
  /// @param channels channels of the feature maps
  /// @param heads attention heads; divides `channels`
  /// @param down depths on the way down
  /// @param up depths on the way up, in order of execution
  public record Level(int channels, int heads, List<Integer> down, List<Integer> up) {
    public Level {
      down = List.copyOf(down);
      up = List.copyOf(up);
      if (channels % heads != 0) {
        throw new IllegalArgumentException(
            heads + " heads do not divide " + channels + " channels");
      }
    }

    /// A level with as many blocks as published models have: one more on the way up than down.
    ///
    /// @param blocks blocks on the way down
    /// @param depth depth of all transformers
    public static Level of(int channels, int heads, int blocks, int depth) {
      List<Integer> up = Collections.nCopies(blocks + 1, depth);
      return new Level(channels, heads, up.subList(0, blocks), up);
    }
  }
}
