package dev.darkroom.core.ir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class DimTests {

  private static final Dim HEIGHT = Dim.named("height");
  private static final Dim WIDTH = Dim.named("width");

  @Test
  void fixedSizesAreComputed() {
    assertThat(Dim.of(7).windowed(3, 2, 2)).isEqualTo(Dim.of(4));
    assertThat(Dim.of(8).windowed(3, 2, 1)).isEqualTo(Dim.of(4));
    assertThat(Dim.of(7).times(3)).isEqualTo(Dim.of(21));
    assertThat(Dim.of(7).plus(Dim.of(3))).isEqualTo(Dim.of(10));
    assertThat(Dim.quotient(Dim.of(24), Dim.of(6))).isEqualTo(Dim.of(4));
  }

  @Test
  void sizesAreNotNegative() {
    assertThatThrownBy(() -> Dim.of(-1)).hasMessageContaining("-1");
    assertThatThrownBy(() -> Dim.of(2).windowed(5, 1, 2)).hasMessageContaining("does not fit 2");
  }

  @Test
  void aWindowThatKeepsTheSizeKeepsTheName() {
    assertThat(HEIGHT.windowed(3, 1, 2)).isEqualTo(HEIGHT);
    assertThat(HEIGHT.windowed(1, 1, 0)).isEqualTo(HEIGHT);
  }

  @Test
  void equalComputationsGiveEqualNames() {
    assertThat(HEIGHT.windowed(3, 2, 2)).isEqualTo(HEIGHT.windowed(3, 2, 2));
    assertThat(HEIGHT.windowed(3, 2, 2)).isNotEqualTo(HEIGHT.windowed(3, 2, 1));
    assertThat(Dim.product(List.of(HEIGHT, WIDTH))).isEqualTo(Dim.product(List.of(WIDTH, HEIGHT)));
    assertThat(HEIGHT.times(2).times(3)).isEqualTo(HEIGHT.times(6));
  }

  @Test
  void namesSayWhatIsComputed() {
    assertThat(HEIGHT.windowed(3, 2, 2)).hasToString("((height-1)/2+1)");
    assertThat(Dim.product(List.of(WIDTH, HEIGHT, Dim.of(4)))).hasToString("4*height*width");
    assertThat(HEIGHT.plus(Dim.of(3))).hasToString("(height+3)");
  }

  @Test
  void neutralOperandsChangeNothing() {
    assertThat(HEIGHT.times(1)).isEqualTo(HEIGHT);
    assertThat(HEIGHT.plus(Dim.of(0))).isEqualTo(HEIGHT);
    assertThat(Dim.of(0).plus(HEIGHT)).isEqualTo(HEIGHT);
    assertThat(HEIGHT.times(0)).isEqualTo(Dim.of(0));
  }

  @Test
  void quotientsTakeFactorsAway() {
    Dim half = HEIGHT.windowed(3, 2, 2);
    Dim sum = HEIGHT.plus(WIDTH);
    for (Dim factor : List.of(half, sum, HEIGHT, HEIGHT.times(6))) {
      Dim product = Dim.product(List.of(factor, WIDTH, Dim.of(4)));
      assertThat(Dim.quotient(product, WIDTH.times(4))).isEqualTo(factor);
      assertThat(Dim.quotient(product, factor)).isEqualTo(WIDTH.times(4));
    }
  }

  @Test
  void quotientsThatDoNotComeOutEvenAreRefusedWithBothSizes() {
    assertThatThrownBy(() -> Dim.quotient(HEIGHT.times(3), Dim.of(2)))
        .hasMessageContaining("3*height")
        .hasMessageContaining("by 2");
    assertThatThrownBy(() -> Dim.quotient(HEIGHT, WIDTH)).hasMessageContaining("height by width");
    assertThatThrownBy(() -> Dim.quotient(HEIGHT.plus(WIDTH), WIDTH))
        .hasMessageContaining("(height+width)");
  }
}
