package dev.darkroom.core.spi;

/// Width and height of a picture in pixels.
public record Size(int width, int height) {

  @Override
  public String toString() {
    return width + "x" + height;
  }
}
