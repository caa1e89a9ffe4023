package dev.darkroom.testkit;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.darkroom.core.ir.Contraction.MatMul;
import dev.darkroom.core.tensor.DType;
import dev.darkroom.core.tensor.Shape;
import dev.darkroom.core.tensor.Tensor;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Matrix products.
public interface MatMulContract extends BackendSubject {

  @TestFactory
  default Stream<DynamicTest> productsOfManyShapes() {
    return Stream.of(
            pair(new long[] {1, 1}, new long[] {1, 1}),
            pair(new long[] {3, 5}, new long[] {5, 7}),
            pair(new long[] {2, 3, 5}, new long[] {2, 5, 4}),
            pair(new long[] {2, 3, 5}, new long[] {5, 4}),
            pair(new long[] {3, 5}, new long[] {4, 5, 2}),
            pair(new long[] {2, 1, 3, 4}, new long[] {1, 3, 4, 2}),
            pair(new long[] {2, 3, 1, 4, 2}, new long[] {3, 2, 2, 3}),
            pair(new long[] {0, 3}, new long[] {3, 2}),
            pair(new long[] {2, 0}, new long[] {0, 3}),
            pair(new long[] {67, 129}, new long[] {129, 65}))
        .map(pair -> dynamicTest(pair[0] + " by " + pair[1], () -> checkProduct(pair[0], pair[1])));
  }

  private static Tensor[] pair(long[] a, long[] b) {
    return new Tensor[] {Samples.floats(11, a), Samples.floats(12, b)};
  }

  private void checkProduct(Tensor a, Tensor b) {
    Grid x = Grid.of(a);
    Grid y = Grid.of(b);
    int rank = Math.max(a.shape().rank(), b.shape().rank());
    long[] sizes = new long[rank];
    for (int axis = 1; axis <= rank; axis++) {
      sizes[rank - axis] = Math.max(size(a, axis), size(b, axis));
    }
    sizes[rank - 2] = a.shape().size(-2);
    sizes[rank - 1] = b.shape().size(-1);
    Grid expected = Grid.fill(Shape.of(sizes), index -> cell(x, y, index));
    Trial.check(this, new MatMul(), expected, a, b);
  }

  private static long size(Tensor tensor, int fromEnd) {
    return fromEnd > tensor.shape().rank() ? 1 : tensor.shape().size(-fromEnd);
  }

  private static double cell(Grid x, Grid y, long[] index) {
    int rank = index.length;
    double sum = 0;
    for (long k = 0; k < x.shape().size(-1); k++) {
      long[] left = index.clone();
      left[rank - 1] = k;
      long[] right = index.clone();
      right[rank - 2] = k;
      sum += x.broadcast(left) * y.broadcast(right);
    }
    return sum;
  }

  @Test
  default void largeProduct() {
    int size = 384;
    Tensor a = Samples.floats(13, size, size);
    Tensor b = Samples.floats(14, size, size);
    checkProduct(a.times(1 / Math.sqrt(size)), b);
  }

  @TestFactory
  default Stream<DynamicTest> productsOfIntegers() {
    return Stream.of(DType.I64, DType.I32)
        .map(dtype ->
            dynamicTest(
                dtype.name(),
                () -> checkProduct(Samples.of(dtype, 15, 2, 3, 4), Samples.of(dtype, 16, 4, 2))));
  }
}
