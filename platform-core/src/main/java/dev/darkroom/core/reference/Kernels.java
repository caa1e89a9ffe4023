package dev.darkroom.core.reference;

import dev.darkroom.core.ir.Contraction;
import dev.darkroom.core.ir.Dim;
import dev.darkroom.core.ir.Elementwise;
import dev.darkroom.core.ir.Indexing;
import dev.darkroom.core.ir.Movement;
import dev.darkroom.core.ir.Op;
import dev.darkroom.core.ir.Reduction;
import dev.darkroom.core.ir.Source;
import dev.darkroom.core.ir.Type;
import dev.darkroom.core.spi.Cancellation;
import dev.darkroom.core.tensor.Shape;
import java.util.List;

/// Every primitive on concrete data. The shape of a result follows from the op's own type rule, asked
/// with the sizes of this run.
record Kernels(Workers workers, Cancellation cancellation) {

  Data apply(Op.Primitive op, List<Data> inputs) {
    Type type = op.result(inputs.stream().map(Data::type).toList());
    Shape shape = Shape.of(type.dims().stream().mapToLong(Kernels::size).toArray());
    requireIndexable(shape);
    return switch (op) {
      case Source source -> throw new IllegalArgumentException(source + " is not computed");
      case Elementwise elementwise -> ElementwiseKernels.apply(elementwise, inputs, shape);
      case Contraction.MatMul _ ->
          new Product(workers, cancellation).apply(inputs.get(0), inputs.get(1), shape);
      case Contraction.Conv2d conv ->
          new Convolution(workers, cancellation).apply(conv, inputs, shape);
      case Reduction reduction -> ReductionKernels.apply(reduction, inputs.getFirst(), shape);
      case Movement movement -> MovementKernels.apply(movement, inputs, shape);
      case Indexing indexing -> IndexingKernels.apply(indexing, inputs, shape);
    };
  }

  private static long size(Dim dim) {
    return switch (dim) {
      case Dim.Fixed(long size) -> size;
      case Dim.Named named -> throw new IllegalArgumentException(named + " has no size");
    };
  }

  private static void requireIndexable(Shape shape) {
    if (shape.elements() > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException(
          shape + " has more elements than a Java array; use another backend");
    }
  }
}
