package dev.darkroom.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.darkroom.core.error.BackendException;
import dev.darkroom.core.ir.Indexing;
import dev.darkroom.core.tensor.DType;
import dev.darkroom.core.tensor.Shape;
import dev.darkroom.core.tensor.Tensor;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Lookups, order and positions.
public interface IndexingContract extends BackendSubject {

  @TestFactory
  default Stream<DynamicTest> gathersOfEachType() {
    return SourceContract.TYPES.stream()
        .flatMap(dtype ->
            Stream.of(DType.I64, DType.I32)
                .map(indices ->
                    dynamicTest(dtype + " by " + indices, () -> checkGather(dtype, indices))));
  }

  private void checkGather(DType dtype, DType indexType) {
    Tensor data = Samples.of(dtype, 81, 4, 3);
    Tensor indices = Tensor.ofLongs(Shape.of(2, 2), 3, 0, 0, 2).cast(indexType);
    Grid from = Grid.of(data);
    Grid at = Grid.of(indices);
    Grid rows =
        Grid.fill(Shape.of(2, 2, 3), index -> from.at((long) at.at(index[0], index[1]), index[2]));
    Trial.check(this, new Indexing.Gather(0), rows, data, indices);
  }

  @Test
  default void gathersAlongInnerAxes() {
    Tensor data = Samples.floats(82, 2, 4, 3);
    Grid from = Grid.of(data);
    Tensor indices = Samples.longs(2, 2, 0, 1, 1);
    Grid at = Grid.of(indices);
    Grid middle =
        Grid.fill(Shape.of(2, 5, 3), index -> from.at(index[0], (long) at.at(index[1]), index[2]));
    Grid last =
        Grid.fill(Shape.of(2, 4, 5), index -> from.at(index[0], index[1], (long) at.at(index[2])));
    Trial.check(this, new Indexing.Gather(1), middle, data, indices);
    Trial.check(this, new Indexing.Gather(-1), last, data, indices);
  }

  @Test
  default void aScalarIndexDropsTheAxis() {
    Tensor data = Samples.floats(83, 3, 2);
    Grid expected = Grid.of(Shape.of(2), data.at(4), data.at(5));
    Trial.check(this, new Indexing.Gather(0), expected, data, Tensor.scalar(2L));
  }

  @Test
  default void gatherAlong() {
    Tensor data = Samples.floats(84, 2, 3, 4);
    Grid from = Grid.of(data);
    Tensor indices = Tensor.ofLongs(Shape.of(2, 3, 2), 3, 0, 1, 1, 2, 0, 0, 0, 3, 2, 1, 3);
    Grid at = Grid.of(indices);
    Grid expected =
        Grid.fill(indices.shape(), index -> from.at(index[0], index[1], (long) at.at(index)));
    Trial.check(this, new Indexing.GatherAlong(-1), expected, data, indices);
    Tensor narrow = Tensor.ofLongs(Shape.of(1, 3, 4), 1, 0, 1, 0, 0, 0, 1, 1, 1, 1, 1, 0);
    Grid which = Grid.of(narrow);
    Grid chosen =
        Grid.fill(narrow.shape(), index -> from.at((long) which.at(index), index[1], index[2]));
    Trial.check(this, new Indexing.GatherAlong(0), chosen, data, narrow);
  }

  @Test
  default void indicesOutsideAreAnError() {
    Tensor data = Samples.floats(85, 4, 3);
    assertThatThrownBy(() -> Trial.apply(this, new Indexing.Gather(0), data, Samples.longs(1, 4)))
        .isInstanceOf(BackendException.class)
        .hasMessageContaining("Gather");
    Tensor wide = Tensor.ofLongs(Shape.of(4, 1), 0, 1, 2, 3);
    assertThatThrownBy(() -> Trial.apply(this, new Indexing.GatherAlong(1), data, wide))
        .isInstanceOf(BackendException.class)
        .hasMessageContaining("Gather");
  }

  @TestFactory
  default Stream<DynamicTest> topIndices() {
    return Stream.of(DType.F32, DType.I64, DType.I32)
        .map(dtype -> dynamicTest(dtype.name(), () -> checkTop(dtype)));
  }

  private void checkTop(DType dtype) {
    Tensor x = Tensor.of(Shape.of(2, 4), 1, 7, 7, 3, -1, -1, -5, -1).cast(dtype);
    Trial.check(this, new Indexing.TopIndices(3), Grid.of(Shape.of(2, 3), 1, 2, 3, 0, 1, 3), x);
    Trial.check(this, new Indexing.TopIndices(1), Grid.of(Shape.of(2, 1), 1, 0), x);
    Trial.check(
        this, new Indexing.TopIndices(4), Grid.of(Shape.of(2, 4), 1, 2, 3, 0, 0, 1, 3, 2), x);
  }

  @Test
  default void positions() {
    Tensor reference = Samples.floats(86, 2, 5, 3);
    Trial.check(this, new Indexing.Positions(1), Grid.of(Shape.of(5), 0, 1, 2, 3, 4), reference);
    Trial.check(this, new Indexing.Positions(-1), Grid.of(Shape.of(3), 0, 1, 2), reference);
  }
}
