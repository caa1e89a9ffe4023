package dev.darkroom.backend.onnx;

import dev.darkroom.core.ir.Dim;
import dev.darkroom.core.ir.Type;
import dev.darkroom.core.tensor.DType;
import dev.darkroom.core.tensor.Shape;
import dev.darkroom.core.tensor.Tensor;
import dev.darkroom.core.weights.FileSlice;
import java.lang.foreign.ValueLayout;
import java.util.List;

/// An ONNX model under construction: the messages of `onnx.proto3` that a graph needs, by their
/// field numbers. Weights stay outside, so a model is small whatever it computes with.
final class OnnxModel {

  /// Standard operators as of ONNX 1.16, the first set with 4-bit numbers.
  static final int OPSET = 21;

  /// The domain of ONNX Runtime's own operators.
  static final String CONTRIB = "com.microsoft";

  private static final int IR_VERSION = 10;
  private static final int EXTERNAL = 1;

  private final ProtoMessage graph = new ProtoMessage();

  OnnxModel(String name) {
    graph.put(2, name);
  }

  void node(OnnxNode node) {
    ProtoMessage message = new ProtoMessage();
    node.inputs().forEach(input -> message.put(1, input));
    node.outputs().forEach(output -> message.put(2, output));
    message.put(3, node.name()).put(4, node.type());
    node.attributes().forEach(attribute -> message.put(5, attribute.message()));
    graph.put(1, message.put(7, node.domain()));
  }

  void input(String name, Type type) {
    graph.put(11, valueInfo(name, type.dtype(), shape(type.dims())));
  }

  /// Declares an output; its shape is left to the engine, which knows the sizes of a run.
  void output(String name, DType dtype) {
    ProtoMessage tensor = new ProtoMessage().put(1, ElementType.code(dtype));
    graph.put(12, new ProtoMessage().put(1, name).put(2, new ProtoMessage().put(1, tensor)));
  }

  /// A tensor whose bytes are part of the model.
  void constant(String name, Tensor value) {
    byte[] bytes = value.data().toArray(ValueLayout.JAVA_BYTE);
    graph.put(5, tensor(name, value.dtype(), value.shape()).put(9, bytes));
  }

  /// A tensor whose bytes the engine maps from a file; `location` is relative to the folder that the
  /// session is given.
  void external(String name, DType dtype, Shape shape, String location, FileSlice slice) {
    ProtoMessage message = tensor(name, dtype, shape);
    message.put(13, entry("location", location));
    message.put(13, entry("offset", Long.toString(slice.offset())));
    message.put(13, entry("length", Long.toString(slice.length())));
    graph.put(5, message.put(14, EXTERNAL));
  }

  /// A tensor whose bytes are handed over when the session is made.
  void supplied(String name, DType dtype, Shape shape) {
    ProtoMessage message = tensor(name, dtype, shape).put(13, entry("location", "memory"));
    graph.put(5, message.put(14, EXTERNAL));
  }

  /// The message `ModelProto`.
  byte[] bytes() {
    return new ProtoMessage()
        .put(1, IR_VERSION)
        .put(2, "darkroom")
        .put(7, graph)
        .put(8, new ProtoMessage().put(1, "").put(2, OPSET))
        .put(8, new ProtoMessage().put(1, CONTRIB).put(2, 1))
        .bytes();
  }

  private static ProtoMessage tensor(String name, DType dtype, Shape shape) {
    ProtoMessage message = new ProtoMessage();
    shape.stream().forEach(size -> message.put(1, size));
    return message.put(2, ElementType.code(dtype)).put(8, name);
  }

  private static ProtoMessage entry(String key, String value) {
    return new ProtoMessage().put(1, key).put(2, value);
  }

  private static ProtoMessage valueInfo(String name, DType dtype, ProtoMessage shape) {
    ProtoMessage tensor = new ProtoMessage().put(1, ElementType.code(dtype)).put(2, shape);
    return new ProtoMessage().put(1, name).put(2, new ProtoMessage().put(1, tensor));
  }

  private static ProtoMessage shape(List<Dim> dims) {
    ProtoMessage shape = new ProtoMessage();
    for (Dim dim : dims) {
      ProtoMessage message = new ProtoMessage();
      shape.put(
          1,
          switch (dim) {
            case Dim.Fixed(long size) -> message.put(1, size);
            case Dim.Named(String name) -> message.put(2, name);
          });
    }
    return shape;
  }
}
