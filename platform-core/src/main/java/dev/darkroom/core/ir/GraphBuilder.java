package dev.darkroom.core.ir;

import dev.darkroom.core.tensor.DType;
import dev.darkroom.core.tensor.Shape;
import dev.darkroom.core.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Predicate;
import java.util.stream.LongStream;

/// The only way to make a [Graph]. Checks types as ops are applied, so a mistake is reported where
/// it is made. Sources (inputs, weights, scalars) with the same name are made once.
///
/// Not safe for use by several threads; done with after [#build()].
public final class GraphBuilder {

  private final Predicate<Op.Composite> keep;
  private final List<Node> nodes = new ArrayList<>();
  private final Map<String, Value> inputs = new HashMap<>();
  private final Map<String, Value> weights = new HashMap<>();
  private final Map<Float, Value> scalars = new HashMap<>();
  private final Map<String, Value> outputs = new LinkedHashMap<>();
  private String label = "";

  /// A builder that keeps composite ops as they are.
  public GraphBuilder() {
    this(composite -> true);
  }

  /// A builder that lowers every composite that `keep` does not claim as soon as it is applied.
  public GraphBuilder(Predicate<Op.Composite> keep) {
    this.keep = keep;
  }

  /// Sets the label of the nodes that follow: the path of the layer being built.
  public void label(String path) {
    label = path;
  }

  /// A tensor that is handed over at every run.
  public Value input(String name, DType dtype, Dim... dims) {
    return input(name, Type.of(dtype, dims));
  }

  /// A tensor that is handed over at every run.
  public Value input(String name, Type type) {
    return once(inputs, name, new Source.Input(name, type));
  }

  /// A float tensor of the model.
  public Value weight(String name, long... sizes) {
    return weight(name, Type.of(DType.F32, Shape.of(sizes)));
  }

  /// A tensor of the model.
  public Value weight(String name, Type type) {
    return once(weights, name, new Source.Weight(name, type));
  }

  private Value once(Map<String, Value> known, String name, Source source) {
    Value value = known.computeIfAbsent(name, _ -> append(source, List.of(), source.type()));
    if (!value.type().equals(source.type())) {
      throw new IllegalArgumentException(
          "%s is used as %s and as %s".formatted(name, value.type(), source.type()));
    }
    return value;
  }

  public Value constant(Tensor tensor) {
    return apply(new Source.Constant(tensor));
  }

  /// A float scalar.
  public Value constant(double value) {
    return scalars.computeIfAbsent((float) value, number -> constant(Tensor.scalar(number)));
  }

  /// Applies an op.
  ///
  /// @throws IllegalArgumentException if the inputs do not fit; names the op and every input type
  public Value apply(Op op, Value... operands) {
    return apply(op, Arrays.asList(operands));
  }

  /// Applies an op.
  ///
  /// @throws IllegalArgumentException if the inputs do not fit; names the op and every input type
  public Value apply(Op op, List<Value> operands) {
    operands.forEach(this::requireOwn);
    Type type = typed(op, operands);
    if (op instanceof Op.Composite composite && !keep.test(composite)) {
      Value lowered = composite.lower(this, operands);
      if (!lowered.type().equals(type)) {
        throw new IllegalStateException(
            "%s promises %s and lowers to %s".formatted(op, type, lowered.type()));
      }
      return lowered;
    }
    return append(op, operands, type);
  }

  private void requireOwn(Value value) {
    if (value.id() >= nodes.size() || !nodes.get(value.id()).output().equals(value)) {
      throw new IllegalArgumentException(value + " belongs to another graph");
    }
  }

  private Type typed(Op op, List<Value> operands) {
    List<Type> types = operands.stream().map(Value::type).toList();
    try {
      return op.result(types);
    } catch (IllegalArgumentException
        | IndexOutOfBoundsException
        | NoSuchElementException
        | ArithmeticException e) {
      String at = label.isEmpty() ? "" : " in " + label;
      throw new IllegalArgumentException(
          "%s%s on %s: %s".formatted(op, at, types, e.getMessage()), e);
    }
  }

  private Value append(Op op, List<Value> operands, Type type) {
    Value value = new Value(nodes.size(), type);
    nodes.add(new Node(op, operands, value, label));
    return value;
  }

  /// Declares a value that runs return under `name`.
  public void output(String name, Value value) {
    requireOwn(value);
    if (outputs.putIfAbsent(name, value) != null) {
      throw new IllegalArgumentException("two outputs named " + name);
    }
  }

  public Graph build() {
    return new Graph(nodes, outputs);
  }

  public Value add(Value a, Value b) {
    return binary(Elementwise.Binary.Kind.ADD, a, b);
  }

  public Value sub(Value a, Value b) {
    return binary(Elementwise.Binary.Kind.SUB, a, b);
  }

  public Value mul(Value a, Value b) {
    return binary(Elementwise.Binary.Kind.MUL, a, b);
  }

  public Value mul(Value a, double b) {
    return mul(a, constant(b));
  }

  public Value div(Value a, Value b) {
    return binary(Elementwise.Binary.Kind.DIV, a, b);
  }

  public Value binary(Elementwise.Binary.Kind kind, Value a, Value b) {
    return apply(new Elementwise.Binary(kind), a, b);
  }

  public Value unary(Elementwise.Unary.Kind kind, Value x) {
    return apply(new Elementwise.Unary(kind), x);
  }

  public Value compare(Elementwise.Compare.Kind kind, Value a, Value b) {
    return apply(new Elementwise.Compare(kind), a, b);
  }

  public Value select(Value condition, Value a, Value b) {
    return apply(new Elementwise.Select(), condition, a, b);
  }

  public Value cast(Value x, DType target) {
    return x.type().dtype() == target ? x : apply(new Elementwise.Cast(target), x);
  }

  public Value matmul(Value a, Value b) {
    return apply(new Contraction.MatMul(), a, b);
  }

  /// See [Movement.Reshape] for the meaning of 0 and -1.
  public Value reshape(Value x, long... target) {
    return apply(new Movement.Reshape(LongStream.of(target).boxed().toList()), x);
  }

  public Value reshapeLike(Value x, Value reference) {
    return apply(new Movement.ReshapeLike(), x, reference);
  }

  public Value resizeLike(Value x, Value reference) {
    return apply(new Movement.ResizeLike(), x, reference);
  }

  public Value expandLike(Value x, Value reference) {
    return apply(new Movement.ExpandLike(), x, reference);
  }

  public Value transpose(Value x, Integer... order) {
    return apply(new Movement.Transpose(List.of(order)), x);
  }

  public Value concat(int axis, Value... parts) {
    return apply(new Movement.Concat(axis), parts);
  }

  public Value slice(Value x, int axis, long start, long end) {
    return apply(new Movement.Slice(axis, start, end), x);
  }

  public Value gather(Value data, int axis, Value indices) {
    return apply(new Indexing.Gather(axis), data, indices);
  }

  public Value positions(Value reference, int axis) {
    return apply(new Indexing.Positions(axis), reference);
  }

  /// Reduces along `axes`, which stay with size 1.
  public Value reduce(Reduction.Reduce.Kind kind, Value x, Integer... axes) {
    return apply(new Reduction.Reduce(kind, List.of(axes)), x);
  }
}
