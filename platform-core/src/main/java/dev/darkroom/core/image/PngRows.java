package dev.darkroom.core.image;

import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Unpacks the rows of a PNG file one after the other and takes their filters off.
final class PngRows implements AutoCloseable {

  private final Inflater inflater = new Inflater();
  private final Iterator<ByteBuffer> data;
  private final int step;

  /// @param step bytes to the pixel on the left
  PngRows(List<ByteBuffer> data, int step) {
    this.data = data.iterator();
    this.step = step;
  }

  /// Fills `row` with the next row; `above` is the row before it, zeros at the top.
  void next(byte[] row, byte[] above) throws BadPngException {
    byte[] filter = new byte[1];
    inflate(filter);
    inflate(row);
    if (filter[0] < 0 || filter[0] >= PngFormat.FILTERS) {
      throw BadPngException.damaged("a row has the unknown filter " + filter[0]);
    }
    for (int i = 0; i < row.length; i++) {
      int left = i < step ? 0 : row[i - step] & 0xFF;
      int corner = i < step ? 0 : above[i - step] & 0xFF;
      row[i] += (byte) PngFormat.predict(filter[0], left, above[i] & 0xFF, corner);
    }
  }

  private void inflate(byte[] target) throws BadPngException {
    int done = 0;
    while (done < target.length) {
      int count = inflateSome(target, done);
      if (count == 0) {
        feed();
      }
      done += count;
    }
  }

  private int inflateSome(byte[] target, int from) throws BadPngException {
    try {
      return inflater.inflate(target, from, target.length - from);
    } catch (DataFormatException _) {
      throw BadPngException.damaged("its pixels cannot be unpacked");
    }
  }

  private void feed() throws BadPngException {
    if (inflater.finished() || inflater.needsDictionary() || !data.hasNext()) {
      throw BadPngException.damaged("pixels are missing");
    }
    inflater.setInput(data.next());
  }

  @Override
  public void close() {
    inflater.end();
  }
}
