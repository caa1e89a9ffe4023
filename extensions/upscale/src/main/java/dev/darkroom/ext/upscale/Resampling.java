package dev.darkroom.ext.upscale;

import dev.darkroom.core.image.Image;
import java.util.stream.IntStream;

/// Makes a picture of sums of another one's pixels: along the rows, then down the columns. What lies
/// between is held in the range of colours, as in Pillow.
///
/// @param rows the sums in each row, as many as the result has columns
/// @param columns the sums in each column, as many as the result has rows
record Resampling(Taps rows, Taps columns) {

  private static final int ALPHA = 3;
  private static final double MAX = 255;

  Image apply(Image image) {
    int channels = image.channels();
    int width = rows.length();
    int height = columns.length();
    byte[] source = image.pixels();
    float[] across = new float[Math.multiplyExact(width * channels, image.height())];
    IntStream.range(0, image.height()).parallel().forEach(y -> across(image, source, y, across));
    byte[] result = new byte[Math.multiplyExact(width * channels, height)];
    IntStream.range(0, height).parallel().forEach(y -> down(across, channels, y, result));
    return Image.of(width, height, channels, result);
  }

  /// One row, as long as the result's; colours are weighted by opacity.
  private void across(Image image, byte[] source, int y, float[] across) {
    int channels = image.channels();
    int length = rows.length() * channels;
    for (int i = 0; i < length; i++) {
      int from = (y * image.width() + rows.first(i / channels)) * channels + i % channels;
      double[] weights = rows.weights(i / channels);
      double sum = 0;
      for (int tap = 0; tap < weights.length; tap++) {
        sum += weights[tap] * weighted(source, from + tap * channels, channels);
      }
      across[y * length + i] = (float) Math.clamp(sum, 0, MAX);
    }
  }

  private static double weighted(byte[] source, int index, int channels) {
    double value = source[index] & 0xFF;
    int channel = index % channels;
    return channels == Image.RGB || channel == ALPHA
        ? value
        : value * (source[index - channel + ALPHA] & 0xFF) / MAX;
  }

  private void down(float[] across, int channels, int y, byte[] result) {
    int length = rows.length() * channels;
    double[] sums = new double[length];
    double[] weights = columns.weights(y);
    for (int tap = 0; tap < weights.length; tap++) {
      int from = (columns.first(y) + tap) * length;
      for (int i = 0; i < length; i++) {
        sums[i] += weights[tap] * across[from + i];
      }
    }
    for (int i = 0; i < length; i++) {
      result[y * length + i] = level(sums, i, channels);
    }
  }

  private static byte level(double[] sums, int index, int channels) {
    double value = sums[index];
    int channel = index % channels;
    if (channels == Image.RGBA && channel != ALPHA) {
      double opacity = Math.clamp(sums[index - channel + ALPHA], 0, MAX);
      value = opacity == 0 ? 0 : value * MAX / opacity;
    }
    return (byte) Math.rint(Math.clamp(value, 0, MAX));
  }
}
