package dev.darkroom.backend.tf;

import dev.darkroom.core.ir.Contraction.Conv2d;
import dev.darkroom.core.ir.Type;
import dev.darkroom.core.ir.Window;
import dev.darkroom.core.tensor.DType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Says matrix products and convolutions in TensorFlow. Only they compute in the precision that was
/// asked for: their operands are narrowed and their results widened again.
record ContractionEmitter(Emission out, DType precision) {

  /// An operand in the precision of products.
  Edge narrow(Edge edge, DType dtype) {
    return dtype == DType.F32 && !out.is(edge, precision) ? out.cast(edge, dtype, precision) : edge;
  }

  Edge widen(Edge edge, DType dtype) {
    return dtype == DType.F32 ? out.cast(edge, precision, dtype) : edge;
  }

  Operand matmul(Type result, Operand a, Operand b) {
    DType dtype = result.dtype();
    DType computed = ElementType.isNarrow(dtype) ? DType.I32 : dtype;
    Edge left = narrow(out.cast(out.plain(a), dtype, computed), computed);
    Edge right = narrow(out.cast(out.plain(b), dtype, computed), computed);
    boolean matrices = a.rank() == 2 && b.rank() == 2;
    Operator product = out.operator(matrices ? "MatMul" : "BatchMatMulV2").input(left, right);
    Edge wide = widen(out.stoppable(product), computed);
    return Operand.plain(out.cast(wide, computed, dtype), result);
  }

  /// `x · weightᵀ + bias` as one matrix product of all rows.
  Operand linear(Type result, Operand x, Operand weight, @Nullable Operand bias) {
    DType dtype = result.dtype();
    Edge narrow = narrow(out.plain(x), dtype);
    boolean matrix = x.rank() == 2;
    Edge rows = matrix ? narrow : out.reshape(narrow, out.integers(-1, x.type().size(-1)));
    Edge product =
        out.stoppable(
            out.operator("MatMul")
                .input(rows, narrow(out.plain(weight), dtype))
                .with("transpose_b", true));
    Edge biased = biased(product, bias, dtype);
    Edge wide = widen(biased, dtype);
    return Operand.plain(matrix ? wide : ReshapeEmitter.withLast(out, wide, x, result), result);
  }

  /// @param filter `[height, width, in / groups, out]`
  Operand conv(Conv2d op, Type result, Operand x, Edge filter, @Nullable Operand bias) {
    DType dtype = result.dtype();
    Edge picture = narrow(out.last(x), dtype);
    Edge kernel = narrow(filter, dtype);
    Edge product =
        op.groups() == 1
            ? conv(op.window(), picture, kernel)
            : grouped(op, x.type(), result, picture, kernel);
    return new Operand(widen(biased(product, bias, dtype), dtype), result, Layout.CHANNELS_LAST);
  }

  private Edge biased(Edge product, @Nullable Operand bias, DType dtype) {
    return bias == null ? product : out.apply("BiasAdd", product, narrow(bias.edge(), dtype));
  }

  private Edge conv(Window window, Edge picture, Edge filter) {
    return out.stoppable(sliding(out.operator("Conv2D").input(picture, filter), window));
  }

  private Edge grouped(Conv2d op, Type x, Type result, Edge picture, Edge filter) {
    long in = x.size(1);
    if (op.groups() == in && op.window().dilation() == 1) {
      Window window = op.window();
      Edge shape = out.integers(window.height(), window.width(), in, result.size(1) / in);
      Operator product =
          out.operator("DepthwiseConv2dNative").input(picture, out.reshape(filter, shape));
      return out.stoppable(sliding(product, window));
    }
    List<Edge> pictures = split(picture, op.groups());
    List<Edge> filters = split(filter, op.groups());
    List<Edge> results = new ArrayList<>();
    for (int i = 0; i < op.groups(); i++) {
      results.add(conv(op.window(), pictures.get(i), filters.get(i)));
    }
    return MovementEmitter.joined(out, 3, results);
  }

  private List<Edge> split(Edge x, int groups) {
    return out.split(x, 3, groups);
  }

  private static Operator sliding(Operator operator, Window window) {
    operator
        .with("strides", new long[] {1, window.stride(), window.stride(), 1})
        .with("dilations", new long[] {1, window.dilation(), window.dilation(), 1});
    if (window.top() + window.bottom() + window.left() + window.right() == 0) {
      return operator.with("padding", "VALID");
    }
    return keepsSize(window)
        ? operator.with("padding", "SAME")
        : operator
            .with("padding", "EXPLICIT")
            .with(
                "explicit_paddings",
                new long[] {
                  0, 0, window.top(), window.bottom(), window.left(), window.right(), 0, 0
                });
  }

  private static boolean keepsSize(Window window) {
    int rows = window.dilation() * (window.height() - 1);
    int columns = window.dilation() * (window.width() - 1);
    return window.stride() == 1
        && window.top() * 2 == rows
        && window.bottom() * 2 == rows
        && window.left() * 2 == columns
        && window.right() * 2 == columns;
  }
}
