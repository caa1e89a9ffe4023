package dev.darkroom.ext.grid;

import dev.darkroom.core.tensor.Shape;
import dev.darkroom.core.tensor.Tensor;
import java.util.List;

/// Pictures side by side, row by row; cells that are left over are black.
final class Sheet {

  private Sheet() {}

  /// @param cells `[3, height, width]` each, all of one size
  static Tensor of(List<Tensor> cells, int columns) {
    Shape cell = cells.getFirst().shape();
    int height = (int) cell.size(1);
    int width = (int) cell.size(2);
    int rows = Math.ceilDiv(cells.size(), columns);
    Shape shape = Shape.of(3, (long) rows * height, (long) columns * width);
    float[] sheet = new float[Math.toIntExact(shape.elements())];
    for (int i = 0; i < cells.size(); i++) {
      float[] pixels = cells.get(i).toFloats();
      for (int line = 0; line < 3 * height; line++) {
        int channel = line / height;
        int y = channel * rows * height + i / columns * height + line % height;
        int place = y * columns * width + i % columns * width;
        System.arraycopy(pixels, line * width, sheet, place, width);
      }
    }
    return Tensor.of(shape, sheet);
  }
}
