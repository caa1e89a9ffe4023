package dev.darkroom.backend.tf;

import dev.darkroom.core.ir.Dim;
import dev.darkroom.core.ir.Type;
import dev.darkroom.core.tensor.DType;
import dev.darkroom.core.tensor.Shape;
import dev.darkroom.core.tensor.Tensor;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tensorflow.internal.c_api.TF_Graph;
import org.tensorflow.internal.c_api.TF_Output;
import org.tensorflow.internal.c_api.global.tensorflow;

/// Names and adds the operations of one graph. They are named after the layer that they belong to,
/// followed by the operator and a number.
final class Emission {

  private final TF_Graph graph;
  private final StopPoints stops;
  private final Map<List<Long>, Edge> lists = new HashMap<>();
  private final Map<Conversion, Edge> converted = new HashMap<>();
  private String label = "";
  private int count;

  private record Conversion(@Nullable Edge edge, Object to) {}

  /// @param stops where runs can be stopped
  Emission(TF_Graph graph, StopPoints stops) {
    this.graph = graph;
    this.stops = stops;
  }

  /// Sets the path of the layer that the next operations belong to.
  void label(String path) {
    label = path.replaceAll("[^A-Za-z0-9_./-]", "_");
  }

  /// An operation about to be added.
  Operator operator(String type) {
    return new Operator(graph, type, fresh(type));
  }

  /// Adds an operation at which a run may be stopped.
  Edge stoppable(Operator operator) {
    return stops.pass(this, operator);
  }

  /// Adds an operation without attributes of its own.
  Edge apply(String type, Edge... inputs) {
    return operator(type).input(inputs).build();
  }

  /// A tensor that is handed over at every run.
  Edge placeholder(Type type) {
    return operator("Placeholder").with("dtype", type.dtype()).shaped("shape", type).build();
  }

  Edge constant(Tensor value) {
    return operator("Const").with("dtype", value.dtype()).with("value", value).build();
  }

  /// A float scalar.
  Edge scalar(double value) {
    return once(new Conversion(null, (float) value), () -> constant(Tensor.scalar((float) value)));
  }

  /// A list of int64, as operators take for axes, sizes and shapes.
  Edge integers(long... values) {
    List<Long> key = Arrays.stream(values).boxed().toList();
    Edge known = lists.get(key);
    if (known == null) {
      known = constant(Tensor.ofLongs(Shape.of(values.length), values));
      lists.put(key, known);
    }
    return known;
  }

  Edge integers(List<? extends Number> values) {
    return integers(values.stream().mapToLong(Number::longValue).toArray());
  }

  /// An int64 scalar.
  Edge integer(long value) {
    return constant(Tensor.scalar(value));
  }

  Edge cast(Edge value, DType from, DType to) {
    return from == to
        ? value
        : once(
            new Conversion(value, to),
            () -> operator("Cast").input(value).with("DstT", to).build());
  }

  /// Whether the elements of `edge` are of this type, whatever our graph says of them.
  boolean is(Edge edge, DType dtype) {
    TF_Output output = new TF_Output().oper(edge.operation()).index(edge.index());
    return tensorflow.TF_OperationOutputType(output) == ElementType.code(dtype);
  }

  /// Equal parts along `place`.
  List<Edge> split(Edge value, int place, int parts) {
    Edge axis = cast(integer(place), DType.I64, DType.I32);
    Edge first = operator("Split").input(axis, value).with("num_split", parts).build();
    return IntStream.range(0, parts).mapToObj(i -> new Edge(first.operation(), i)).toList();
  }

  /// Scalars as a list.
  Edge pack(Edge... scalars) {
    return operator("Pack").inputs(List.of(scalars)).build();
  }

  Edge reshape(Edge value, Edge shape) {
    return apply("Reshape", value, shape);
  }

  Edge transpose(Edge value, List<Integer> order) {
    boolean moves = !IntStream.range(0, order.size()).boxed().toList().equals(order);
    return moves ? apply("Transpose", value, integers(order)) : value;
  }

  /// The dimensions of an edge, in the order in which they lie there.
  Edge shapeOf(Edge value) {
    return once(
        new Conversion(value, "shape"),
        () -> operator("Shape").input(value).with("out_type", DType.I64).build());
  }

  /// The size at `place`, an int64 scalar.
  Edge sizeAt(Edge value, int place) {
    return once(
        new Conversion(value, place),
        () ->
            operator("StridedSlice")
                .input(shapeOf(value), integers(place), integers(place + 1L), integers(1))
                .with("shrink_axis_mask", 1)
                .build());
  }

  /// The size of one dimension of a value, an int64 scalar.
  Edge size(Operand value, int axis) {
    return value.type().dim(axis) instanceof Dim.Fixed(long size)
        ? integer(size)
        : sizeAt(value.edge(), value.place(axis));
  }

  /// The value with its dimensions as the graph says them.
  Edge plain(Operand value) {
    return value.isLast()
        ? once(
            new Conversion(value.edge(), Layout.PLAIN),
            () -> transpose(value.edge(), Layout.toPlain(value.rank())))
        : value.edge();
  }

  /// The value with its channels last. It has three dimensions or more.
  Edge last(Operand value) {
    return value.isLast()
        ? value.edge()
        : once(new Conversion(value.edge(), Layout.CHANNELS_LAST), () -> moved(value));
  }

  /// Where only the channels have a size, moving them is a matter of names.
  private Edge moved(Operand value) {
    List<Dim> dims = value.type().dims();
    if (dims.subList(2, dims.size()).stream().allMatch(dim -> dim.is(1))
        && dims.get(1) instanceof Dim.Fixed(long channels)) {
      long[] sizes = new long[dims.size()];
      Arrays.fill(sizes, 1);
      sizes[0] = dims.get(0) instanceof Dim.Fixed(long batch) ? batch : -1;
      sizes[sizes.length - 1] = channels;
      return reshape(value.edge(), integers(sizes));
    }
    return transpose(value.edge(), Layout.toLast(value.rank()));
  }

  Edge as(Layout layout, Operand value) {
    return switch (layout) {
      case PLAIN -> plain(value);
      case CHANNELS_LAST -> last(value);
    };
  }

  private Edge once(Conversion conversion, Supplier<Edge> maker) {
    Edge known = converted.get(conversion);
    if (known == null) {
      known = maker.get();
      converted.put(conversion, known);
    }
    return known;
  }

  private String fresh(String type) {
    return (label.isEmpty() ? "" : label + "/") + type + "_" + count++;
  }
}
