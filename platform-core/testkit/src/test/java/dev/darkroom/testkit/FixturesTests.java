package dev.darkroom.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.core.tensor.Shape;
import dev.darkroom.core.tensor.Tensor;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FixturesTests {

  private final Tensor expected = Tensor.of(Shape.of(2, 3), 1, 2, 3, 4, 5, 6);

  @Test
  void everyComponentCaseCanBeRead() {
    for (Path folder : Fixtures.cases("components", "")) {
      assertThat(Fixtures.about(folder).path("max_abs_error").asDouble())
          .as("%s", folder)
          .isPositive();
      assertThat(Fixtures.tensors(folder.resolve("inputs.safetensors"))).isNotEmpty();
      assertThat(Fixtures.tensors(folder.resolve("expected.safetensors"))).isNotEmpty();
    }
  }

  @Test
  void aKindWithoutCasesIsAnError() {
    assertThatThrownBy(() -> Fixtures.cases("components", "no-such-network"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no-such-network");
  }

  @Test
  void tensorsWithinTheToleranceAreClose() {
    Tensor near = expected.map(value -> value + 0.25);
    assertThatCode(() -> Fixtures.assertClose("near", near, expected, 0.25))
        .doesNotThrowAnyException();
  }

  @Test
  void theLargestDifferenceIsNamedWithItsPlace() {
    Tensor far = Tensor.of(Shape.of(2, 3), 1, 2.1f, 3, 4, 9, 6);
    assertThatThrownBy(() -> Fixtures.assertClose("unet-x sample", far, expected, 0.5))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("unet-x sample")
        .hasMessageContaining("[1, 1]")
        .hasMessageContaining("9.0, expected 5.0");
  }

  @Test
  void notANumberIsFarFromEveryNumber() {
    Tensor broken = Tensor.of(Shape.of(2, 3), 1, 2, 3, 4, 5, Float.NaN);
    assertThatThrownBy(() -> Fixtures.assertClose("case", broken, expected, 1))
        .hasMessageContaining("[1, 2]");
    assertThatCode(() -> Fixtures.assertClose("case", broken, broken, 0))
        .doesNotThrowAnyException();
  }

  @Test
  void shapesMustAgree() {
    Tensor flat = expected.reshape(Shape.of(6));
    assertThatThrownBy(() -> Fixtures.assertClose("case", flat, expected, 1))
        .hasMessageContaining("[6]")
        .hasMessageContaining("[2, 3]");
  }
}
