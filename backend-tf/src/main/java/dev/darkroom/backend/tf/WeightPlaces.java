package dev.darkroom.backend.tf;

import dev.darkroom.core.ir.Source;
import dev.darkroom.core.ir.Type;
import dev.darkroom.core.tensor.DType;
import java.util.List;

/// Where a graph under construction takes its weights from.
interface WeightPlaces {

  /// The order of a filter's dimensions here, `[height, width, in, out]`, from those of checkpoints.
  List<Integer> FILTER = List.of(2, 3, 1, 0);

  /// The place of a weight.
  ///
  /// @param held the element type that it is held in
  /// @param order dimension i of it is dimension `order[i]` of the model's tensor; empty: as there
  Edge place(Emission out, Source.Weight weight, DType held, List<Integer> order);

  /// What lies there.
  static Type type(Source.Weight weight, DType held, List<Integer> order) {
    Type type = weight.type().with(held);
    return order.isEmpty() ? type : new Type(held, order.stream().map(type::dim).toList());
  }
}
