package dev.darkroom.backend.tf;

import dev.darkroom.core.ir.Dim;
import dev.darkroom.core.ir.Type;
import dev.darkroom.core.tensor.DType;
import dev.darkroom.core.tensor.Tensor;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.bytedeco.javacpp.BytePointer;
import org.tensorflow.internal.c_api.TF_Graph;
import org.tensorflow.internal.c_api.TF_Operation;
import org.tensorflow.internal.c_api.TF_OperationDescription;
import org.tensorflow.internal.c_api.TF_Output;
import org.tensorflow.internal.c_api.global.tensorflow;

/// An operation about to join a TensorFlow graph. TensorFlow finds the attributes that inputs
/// imply, element types above all, by itself.
///
/// Native memory that it takes on the way is let go by the `PointerScope` around the compilation.
final class Operator {

  private final String type;
  private final String name;
  private final TF_OperationDescription description;

  Operator(TF_Graph graph, String type, String name) {
    this.type = type;
    this.name = name;
    this.description = tensorflow.TF_NewOperation(graph, type, name);
  }

  String type() {
    return type;
  }

  Operator input(Edge... edges) {
    for (Edge edge : edges) {
      tensorflow.TF_AddInput(description, output(edge, new TF_Output()));
    }
    return this;
  }

  /// One input that is a list.
  Operator inputs(List<Edge> edges) {
    TF_Output list = new TF_Output(edges.size());
    for (int i = 0; i < edges.size(); i++) {
      output(edges.get(i), list.getPointer(i));
    }
    tensorflow.TF_AddInputList(description, list, edges.size());
    return this;
  }

  private static TF_Output output(Edge edge, TF_Output target) {
    return target.oper(edge.operation()).index(edge.index());
  }

  /// Lets the operation wait for another.
  Operator after(TF_Operation other) {
    tensorflow.TF_AddControlInput(description, other);
    return this;
  }

  Operator with(String key, long value) {
    tensorflow.TF_SetAttrInt(description, key, value);
    return this;
  }

  Operator with(String key, boolean value) {
    tensorflow.TF_SetAttrBool(description, key, (byte) (value ? 1 : 0));
    return this;
  }

  Operator with(String key, String value) {
    byte[] bytes = value.getBytes(StandardCharsets.US_ASCII);
    tensorflow.TF_SetAttrString(description, key, new BytePointer(bytes), bytes.length);
    return this;
  }

  Operator with(String key, long[] values) {
    tensorflow.TF_SetAttrIntList(description, key, values, values.length);
    return this;
  }

  Operator with(String key, DType value) {
    tensorflow.TF_SetAttrType(description, key, ElementType.code(value));
    return this;
  }

  /// A shape; named dimensions are left open.
  Operator shaped(String key, Type value) {
    long[] sizes = value.dims().stream().mapToLong(Operator::size).toArray();
    tensorflow.TF_SetAttrShape(description, key, sizes, sizes.length);
    return this;
  }

  private static long size(Dim dim) {
    return switch (dim) {
      case Dim.Fixed(long size) -> size;
      case Dim.Named _ -> -1;
    };
  }

  Operator with(String key, Tensor value) {
    try (EngineTensor tensor = EngineTensor.of(name, value);
        Status status = new Status()) {
      tensorflow.TF_SetAttrTensor(description, key, tensor.handle(), status.handle());
      status.check("The constant " + name + " could not be made");
    }
    return this;
  }

  /// Adds the operation.
  ///
  /// @throws dev.darkroom.core.error.BackendException if TensorFlow refuses it
  Edge build() {
    try (Status status = new Status()) {
      TF_Operation operation = tensorflow.TF_FinishOperation(description, status.handle());
      status.check("TensorFlow takes no " + type + " named " + name);
      return new Edge(operation, 0);
    }
  }
}
