package dev.darkroom.backend.onnx;

import dev.darkroom.core.ir.Type;
import dev.darkroom.core.tensor.DType;
import dev.darkroom.core.tensor.Shape;
import dev.darkroom.core.tensor.Tensor;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Names and appends the nodes of one model. Every method that appends returns the name of the new
/// value, which is the path of the layer followed by the operator and a number.
final class Emission {

  private final OnnxModel model;
  private final DType precision;
  private final Map<List<Long>, String> integers = new HashMap<>();
  private String label = "";
  private int count;

  Emission(OnnxModel model, DType precision) {
    this.model = model;
    this.precision = precision;
  }

  /// Sets the path of the layer that the next nodes belong to.
  void label(String path) {
    label = path;
  }

  /// The type that values of `dtype` are computed in.
  DType computed(DType dtype) {
    return dtype == DType.F32 ? precision : dtype;
  }

  /// A standard operator.
  String apply(String operator, List<String> inputs, Attribute... attributes) {
    return append("", operator, inputs, attributes);
  }

  /// An operator of ONNX Runtime's own.
  String contrib(String operator, List<String> inputs, Attribute... attributes) {
    return append(OnnxModel.CONTRIB, operator, inputs, attributes);
  }

  /// The second result of a standard operator.
  String second(String operator, List<String> inputs, Attribute... attributes) {
    String name = fresh(operator);
    model.node(
        new OnnxNode(
            "", operator, name, inputs, List.of(name + "_first", name), List.of(attributes)));
    return name;
  }

  /// A value under a name that is given.
  void named(String name, String value) {
    model.node(new OnnxNode("", "Identity", name, List.of(value), List.of(name), List.of()));
  }

  String cast(String value, DType from, DType to) {
    return from == to
        ? value
        : apply("Cast", List.of(value), Attribute.of("to", ElementType.code(to)));
  }

  /// A constant of the graph, in the type that it is computed in.
  String constant(Tensor value) {
    String name = fresh("Constant");
    model.constant(name, value.cast(computed(value.dtype())));
    return name;
  }

  /// A constant in its own type, for operands that are no values of the graph.
  String parameter(Tensor value) {
    String name = fresh("Constant");
    model.constant(name, value);
    return name;
  }

  /// A float constant with the same value everywhere.
  String filled(double value, int size) {
    float[] values = new float[size];
    Arrays.fill(values, (float) value);
    return constant(Tensor.of(Shape.of(size), values));
  }

  /// A list of int64, as operators take for axes, sizes and shapes.
  String integers(Long... values) {
    return integers.computeIfAbsent(
        List.of(values),
        list ->
            constant(
                Tensor.ofLongs(
                    Shape.of(list.size()), list.stream().mapToLong(Long::longValue).toArray())));
  }

  /// An int64 scalar.
  String integer(long value) {
    return constant(Tensor.scalar(value));
  }

  /// The dimensions of a value.
  String shapeOf(String value) {
    return apply("Shape", List.of(value));
  }

  /// The size of one dimension of a value, as a list of one.
  String sizeOf(String value, Type type, int axis) {
    long at = type.axis(axis);
    return apply("Shape", List.of(value), Attribute.of("start", at), Attribute.of("end", at + 1));
  }

  private String append(
      String domain, String operator, List<String> inputs, Attribute... attributes) {
    String name = fresh(operator);
    model.node(new OnnxNode(domain, operator, name, inputs, List.of(name), List.of(attributes)));
    return name;
  }

  private String fresh(String operator) {
    return (label.isEmpty() ? "" : label + "/") + operator + "_" + count++;
  }
}
