package dev.darkroom.core.ir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.core.tensor.DType;
import org.junit.jupiter.api.Test;

class TypeTests {

  private static final Type PICTURE =
      Type.of(DType.F32, Dim.named("batch"), Dim.of(4), Dim.named("height"), Dim.of(1));

  @Test
  void axesCountFromBothEnds() {
    assertThat(PICTURE.dim(0)).isEqualTo(PICTURE.dim(-4));
    assertThat(PICTURE.size(-3)).isEqualTo(4);
    assertThat(PICTURE.with(-1, Dim.of(9)).size(3)).isEqualTo(9);
  }

  @Test
  void anAxisThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> PICTURE.dim(4))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("axis 4 of F32 [batch, 4, height, 1]");
    assertThatThrownBy(() -> PICTURE.dim(-5)).hasMessageContaining("axis -5");
    assertThatThrownBy(() -> PICTURE.size(2)).hasMessageContaining("no fixed size");
  }

  @Test
  void onesStretchAndShorterTypesAreAlignedAtTheEnd() {
    Type row = Type.of(DType.F32, Dim.of(1), Dim.of(7));
    assertThat(Type.broadcast(PICTURE, row))
        .containsExactly(Dim.named("batch"), Dim.of(4), Dim.named("height"), Dim.of(7));
    assertThat(Type.broadcast(row, Type.of(DType.F32))).isEqualTo(row.dims());
  }

  @Test
  void differentSizesDoNotBroadcast() {
    Type two = Type.of(DType.F32, Dim.of(2));
    assertThatThrownBy(() -> Type.broadcast(two, Type.of(DType.F32, Dim.of(3))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Type.broadcast(two, Type.of(DType.F32, Dim.named("n"))))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
