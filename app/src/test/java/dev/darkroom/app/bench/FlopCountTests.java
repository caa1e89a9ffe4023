package dev.darkroom.app.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.core.ir.Contraction.Conv2d;
import dev.darkroom.core.ir.Dim;
import dev.darkroom.core.ir.GraphBuilder;
import dev.darkroom.core.ir.Value;
import dev.darkroom.core.ir.Window;
import dev.darkroom.core.ir.composite.Linear;
import dev.darkroom.core.tensor.DType;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlopCountTests {

  private static final DimSizes SIZES =
      new DimSizes(Map.of("batch", 2L, "height", 9L, "width", 6L, "tokens", 77L));

  @Test
  void countsConvolutionsAndMatrixProducts() {
    GraphBuilder g = new GraphBuilder();
    Value x = g.input("x", DType.F32, dim("batch"), Dim.of(4), dim("height"), dim("width"));
    Value conv = g.apply(new Conv2d(Window.square(3, 2, 1), 2), x, g.weight("w", 8, 2, 3, 3));
    Value t = g.input("t", DType.F32, dim("batch"), dim("tokens"), Dim.of(16));
    Value linear = g.apply(new Linear(), t, g.weight("l", 32, 16));
    g.output("a", conv);
    g.output("b", linear);
    long convolution = 2L * (2 * 8 * 5 * 3) * (2 * 3 * 3);
    long product = 2L * (2 * 77 * 32) * 16;
    assertThat(FlopCount.of(g.build(), SIZES)).isEqualTo(convolution + product);
  }

  @ParameterizedTest
  @CsvSource({
    "height, 9",
    "(height-1)/2+1, 5",
    "((height-1)/2+1)*width, 30",
    "2*height*width, 108",
    "(tokens+width), 83"
  })
  void readsComputedDimensions(String name, long size) {
    assertThat(SIZES.size(Dim.named(name))).isEqualTo(size);
  }

  @Test
  void namesTheDimensionThatHasNoSize() {
    assertThatThrownBy(() -> SIZES.size(Dim.named("2*frames")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("frames");
  }

  private static Dim dim(String name) {
    return Dim.named(name);
  }
}
