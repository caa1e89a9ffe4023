package dev.darkroom.backend.djl;

import dev.darkroom.core.ir.Contraction;
import dev.darkroom.core.ir.Reduction.Pool2d;
import dev.darkroom.core.ir.Type;
import dev.darkroom.core.ir.Window;
import java.util.List;

/// Says matrix products, convolutions and pools in TorchScript.
final class WindowEmitter {

  /// The last operands of oneDNN's products: nothing is computed on their results.
  static final String NO_ACTIVATION =
      "\"none\", annotate(List[Optional[number]], []), annotate(Optional[str], None)";

  private WindowEmitter() {}

  static Term emit(Script out, Contraction op, List<Term> in, Type type) {
    List<Term> operands = in.stream().map(out::narrow).toList();
    Term x = operands.getFirst();
    return switch (op) {
      case Contraction.MatMul _ -> out.call(type, x.held(), "matmul", x, operands.get(1));
      case Contraction.Conv2d(Window window, int groups) ->
          convolution(out, window, groups, operands, type);
    };
  }

  private static Term convolution(
      Script out, Window window, int groups, List<Term> operands, Type type) {
    Term x = operands.get(0);
    Term weight = operands.get(1);
    Object bias = operands.size() > 2 ? operands.get(2) : "None";
    if (weight.blocked()) {
      // channels innermost: oneDNN's fastest order, which the layers behind keep
      x = out.call(x.type(), x.held(), "contiguous", x, "memory_format=2");
      return out.call(
          type,
          x.held(),
          "ops.mkldnn._convolution_pointwise",
          x,
          weight,
          bias,
          padding(window),
          square(window.stride()),
          square(window.dilation()),
          groups,
          NO_ACTIVATION);
    }
    Term padded = isEven(window) ? x : pad(out, window, x, 0);
    List<Integer> padding = isEven(window) ? padding(window) : square(0);
    return out.call(
        type,
        x.held(),
        "conv2d",
        padded,
        weight,
        bias,
        square(window.stride()),
        padding,
        square(window.dilation()),
        groups);
  }

  static Term pool(Script out, Pool2d.Kind kind, Window window, Term x, Type type) {
    return switch (kind) {
      case MAX ->
          out.call(
              type,
              x.held(),
              "max_pool2d",
              pad(out, window, x, Double.NEGATIVE_INFINITY),
              List.of(window.height(), window.width()),
              square(window.stride()),
              square(0),
              square(window.dilation()));
      case MEAN -> mean(out, window, x, type);
    };
  }

  /// Sums under the window over the number of elements that are no padding, both as convolutions of
  /// single channels with ones: PyTorch's own mean knows neither dilation nor uneven padding.
  private static Term mean(Script out, Window window, Term x, Type type) {
    String rows = Script.invocation("size", x, 2);
    String columns = Script.invocation("size", x, 3);
    String single = "[-1, 1, " + rows + ", " + columns + "]";
    Term planes = out.call(x.type(), x.held(), "reshape", x, single);
    Term present = out.call(x.type(), x.held(), "ones_like", planes);
    String kernel =
        out.let(
            Script.invocation(
                "ones",
                List.of(1, 1, window.height(), window.width()),
                "dtype=" + TorchType.number(x.held()),
                "device=" + x + ".device"));
    Term sum = sum(out, window, planes, kernel);
    Term number = sum(out, window, present, kernel);
    Term mean = out.call(type, x.held(), "div", sum, number);
    return out.call(
        type,
        x.held(),
        "reshape",
        mean,
        "[%s, %s, %s, %s]"
            .formatted(
                Script.invocation("size", x, 0),
                Script.invocation("size", x, 1),
                Script.invocation("size", mean, 2),
                Script.invocation("size", mean, 3)));
  }

  private static Term sum(Script out, Window window, Term planes, String kernel) {
    return out.call(
        planes.type(),
        planes.held(),
        "conv2d",
        pad(out, window, planes, 0),
        kernel,
        "None",
        square(window.stride()),
        square(0),
        square(window.dilation()),
        "1");
  }

  private static Term pad(Script out, Window window, Term x, double value) {
    List<Integer> sides = List.of(window.left(), window.right(), window.top(), window.bottom());
    return sides.stream().allMatch(side -> side == 0)
        ? x
        : out.call(x.type(), x.held(), "constant_pad_nd", x, sides, Script.number(value));
  }

  static boolean isEven(Window window) {
    return window.top() == window.bottom() && window.left() == window.right();
  }

  static List<Integer> padding(Window window) {
    return List.of(window.top(), window.left());
  }

  private static List<Integer> square(int size) {
    return List.of(size, size);
  }
}
