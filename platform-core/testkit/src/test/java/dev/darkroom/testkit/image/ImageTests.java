package dev.darkroom.testkit.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.core.image.Image;
import dev.darkroom.core.tensor.DType;
import dev.darkroom.core.tensor.Shape;
import dev.darkroom.core.tensor.Tensor;
import org.junit.jupiter.api.Test;

final class ImageTests {

  @Test
  void turnsPlanesIntoPixels() {
    Tensor tensor =
        Tensor.of(Shape.of(3, 1, 2), 0, 1, 10 / 255f, 20 / 255f, 100 / 255f, 200 / 255f);
    Image image = Image.fromTensor(tensor);

    assertThat(image.width()).isEqualTo(2);
    assertThat(image.height()).isEqualTo(1);
    assertThat(image.channels()).isEqualTo(Image.RGB);
    assertThat(image.pixels()).isEqualTo(RawPng.bytes(0, 10, 100, 255, 20, 200));
    assertThat(image.at(1, 0, 2)).isEqualTo(200);
    assertThat(image).hasToString("2 x 1 RGB");
    assertThat(image.toTensor().shape()).isEqualTo(Shape.of(3, 1, 2));
    assertThat(image.toTensor().toFloats()).containsExactly(tensor.toFloats());
  }

  @Test
  void roundsHalvesToEvenAndClamps() {
    float[] values = {0.5f / 255, 1.5f / 255, 2.5f / 255, -3, 7, Float.NaN};
    Image image = Image.fromTensor(Tensor.of(Shape.of(3, 1, 2), values));
    assertThat(image.pixels()).isEqualTo(RawPng.bytes(0, 2, 255, 2, 0, 0));
    float[] infinite = {Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, -0f};
    Image edges = Image.fromTensor(Tensor.of(Shape.of(3, 1, 1), infinite));
    assertThat(edges.pixels()).isEqualTo(RawPng.bytes(255, 0, 0));
  }

  @Test
  void keepsEveryLevelOnTheWayThroughATensor() {
    byte[] pixels = new byte[256 * 4];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) (i / 4 + i % 4);
    }
    Image image = Image.of(16, 16, Image.RGBA, pixels);
    assertThat(Image.fromTensor(image.toTensor())).isEqualTo(image).hasSameHashCodeAs(image);
  }

  @Test
  void isNotChangedByItsMaker() {
    byte[] pixels = {1, 2, 3};
    Image image = Image.of(1, 1, Image.RGB, pixels);
    pixels[0] = 9;
    image.pixels()[1] = 9;
    assertThat(image.pixels()).containsExactly(1, 2, 3);
    assertThat(image).isNotEqualTo(Image.of(1, 1, Image.RGB, pixels));
  }

  @Test
  void refusesWhatIsNoPicture() {
    assertIllegal(() -> Image.fromTensor(Tensor.allocate(DType.F16, Shape.of(3, 1, 1))), "F16");
    assertIllegal(() -> Image.fromTensor(Tensor.of(Shape.of(3, 1), 1, 2, 3)), "[3, 1]");
    assertIllegal(() -> Image.fromTensor(Tensor.of(Shape.of(2, 1, 1), 1, 2)), "2 channels");
    assertIllegal(() -> Image.fromTensor(Tensor.of(Shape.of(3, 0, 1))), "1 x 0 pixels");
    assertIllegal(() -> Image.of(2, 2, Image.RGB, new byte[3]), "take 12 bytes, got 3");
    assertIllegal(() -> Image.of(1, 1, 1, new byte[1]), "1 channels");
  }

  private static void assertIllegal(Runnable call, String reason) {
    assertThatThrownBy(call::run)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(reason);
  }
}
