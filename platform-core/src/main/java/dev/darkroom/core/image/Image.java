package dev.darkroom.core.image;

import dev.darkroom.core.tensor.DType;
import dev.darkroom.core.tensor.Shape;
import dev.darkroom.core.tensor.Tensor;
import java.util.Arrays;
import java.util.Objects;

/// A picture of 8 bits a channel: RGB, or RGBA with straight (not premultiplied) alpha, in sRGB.
/// Immutable.
public final class Image {

  /// The channels of an opaque picture.
  public static final int RGB = 3;

  /// The channels of a picture with transparency.
  public static final int RGBA = 4;

  private static final float MAX = 255;

  private final int width;
  private final int height;
  private final int channels;
  private final byte[] pixels;

  /// Takes over `pixels`.
  Image(int width, int height, int channels, byte[] pixels) {
    if (width < 1 || height < 1 || (channels != RGB && channels != RGBA)) {
      throw new IllegalArgumentException(
          "no picture has %d x %d pixels of %d channels".formatted(width, height, channels));
    }
    if (pixels.length != (long) width * height * channels) {
      throw new IllegalArgumentException(
          "%d x %d pixels of %d channels take %d bytes, got %d"
              .formatted(width, height, channels, (long) width * height * channels, pixels.length));
    }
    this.width = width;
    this.height = height;
    this.channels = channels;
    this.pixels = pixels;
  }

  /// A picture with a copy of `pixels`: row by row from the top, pixel by pixel from the left, the
  /// channels of a pixel side by side.
  public static Image of(int width, int height, int channels, byte[] pixels) {
    return new Image(width, height, channels, pixels.clone());
  }

  /// The picture that a decoder computed.
  ///
  /// @param tensor F32 `[channels, height, width]` with 3 or 4 channels; values are clamped to 0..1,
  ///     scaled to 0..255 and rounded to the nearest integer, halves to even; not-a-number is 0
  public static Image fromTensor(Tensor tensor) {
    Shape shape = tensor.shape();
    if (tensor.dtype() != DType.F32 || shape.rank() != 3) {
      throw new IllegalArgumentException(
          "a picture is F32 [channels, height, width], not " + tensor);
    }
    float[] values = tensor.toFloats();
    int channels = Math.toIntExact(shape.size(0));
    int area = channels == 0 ? 0 : values.length / channels;
    byte[] pixels = new byte[values.length];
    for (int c = 0; c < channels; c++) {
      for (int i = 0; i < area; i++) {
        pixels[i * channels + c] = (byte) level(values[c * area + i]);
      }
    }
    return new Image((int) shape.size(2), (int) shape.size(1), channels, pixels);
  }

  private static int level(float value) {
    return (int) Math.rint(Math.clamp(value, 0f, 1f) * MAX);
  }

  /// F32 `[channels, height, width]` in 0..1.
  public Tensor toTensor() {
    float[] values = new float[pixels.length];
    int area = width * height;
    for (int c = 0; c < channels; c++) {
      for (int i = 0; i < area; i++) {
        values[c * area + i] = (pixels[i * channels + c] & 0xFF) / MAX;
      }
    }
    return Tensor.of(Shape.of(channels, height, width), values);
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  /// [#RGB] or [#RGBA].
  public int channels() {
    return channels;
  }

  /// One channel of one pixel, 0 to 255; `x` counts from the left, `y` from the top.
  public int at(int x, int y, int channel) {
    Objects.checkIndex(x, width);
    Objects.checkIndex(y, height);
    Objects.checkIndex(channel, channels);
    return pixels[(y * width + x) * channels + channel] & 0xFF;
  }

  /// A copy of all pixels, laid out as for [#of].
  public byte[] pixels() {
    return pixels.clone();
  }

  /// The pixels themselves; only for reading.
  byte[] shared() {
    return pixels;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Image that
        && width == that.width
        && channels == that.channels
        && Arrays.equals(pixels, that.pixels);
  }

  @Override
  public int hashCode() {
    return 31 * width + Arrays.hashCode(pixels);
  }

  /// Size and channels, as in `512 x 768 RGB`.
  @Override
  public String toString() {
    return "%d x %d %s".formatted(width, height, channels == RGB ? "RGB" : "RGBA");
  }
}
