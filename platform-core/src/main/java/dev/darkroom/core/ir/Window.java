package dev.darkroom.core.ir;

/// A sliding window over height and width: kernel size, stride, dilation and zero padding at each
/// side.
public record Window(
    int height, int width, int stride, int dilation, int top, int left, int bottom, int right) {

  /// A square kernel with the same padding on all sides.
  public static Window square(int kernel, int stride, int padding) {
    return new Window(kernel, kernel, stride, 1, padding, padding, padding, padding);
  }

  /// The number of rows of the result over `height` rows.
  public Dim rows(Dim rows) {
    return rows.windowed(reach(height), stride, (long) top + bottom);
  }

  /// The number of columns of the result over `width` columns.
  public Dim columns(Dim columns) {
    return columns.windowed(reach(width), stride, (long) left + right);
  }

  private long reach(int kernel) {
    return (long) dilation * (kernel - 1) + 1;
  }
}
