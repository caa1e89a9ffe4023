package dev.darkroom.app.bench;

import dev.darkroom.core.ir.Contraction;
import dev.darkroom.core.ir.Graph;
import dev.darkroom.core.ir.Node;
import dev.darkroom.core.lowering.Lowering;
import dev.darkroom.core.tensor.Shape;

/// Counts the floating-point operations of matrix products and convolutions, a multiplication and an
/// addition as two. They are nearly all of a diffusion model's work.
final class FlopCount {

  private FlopCount() {}

  /// The operations of one run.
  static long of(Graph graph, DimSizes sizes) {
    Graph primitive = Lowering.lower(graph, _ -> false);
    return primitive.nodes().stream().mapToLong(node -> of(node, sizes)).sum();
  }

  private static long of(Node node, DimSizes sizes) {
    if (!(node.op() instanceof Contraction contraction)) {
      return 0;
    }
    long results = sizes.shape(node.output().type()).elements();
    return switch (contraction) {
      case Contraction.MatMul _ -> 2 * results * input(node, 0, sizes).size(-1);
      case Contraction.Conv2d _ -> {
        Shape weight = input(node, 1, sizes);
        yield 2 * results * weight.size(1) * weight.size(2) * weight.size(3);
      }
    };
  }

  private static Shape input(Node node, int index, DimSizes sizes) {
    return sizes.shape(node.inputs().get(index).type());
  }
}
