package dev.darkroom.core.lowering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.ir.Dim;
import dev.darkroom.core.ir.Graph;
import dev.darkroom.core.ir.GraphBuilder;
import dev.darkroom.core.ir.Node;
import dev.darkroom.core.ir.Op;
import dev.darkroom.core.ir.Source;
import dev.darkroom.core.ir.Value;
import dev.darkroom.core.ir.composite.Gelu;
import dev.darkroom.core.ir.composite.Linear;
import dev.darkroom.core.ir.composite.Softmax;
import dev.darkroom.core.tensor.DType;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LoweringTests {

  private final GraphBuilder g = new GraphBuilder();
  private final Value x = g.input("x", DType.F32, Dim.named("n"), Dim.of(3));

  @Test
  void compositesBecomePrimitives() {
    g.label("layer");
    g.output("y", g.apply(new Softmax(-1), g.apply(new Linear(), x, g.weight("w", 3, 3))));
    Graph lowered = Lowering.lower(g.build(), _ -> false);
    assertThat(lowered.nodes()).allMatch(node -> node.op() instanceof Op.Primitive);
    assertThat(lowered.outputs().get("y")).extracting(Value::type).isEqualTo(x.type());
  }

  @Test
  void claimedCompositesStay() {
    g.output("y", g.apply(new Gelu(Gelu.Form.EXACT), g.apply(new Softmax(-1), x)));
    Graph lowered = Lowering.lower(g.build(), Softmax.class::isInstance);
    List<Op> composites =
        lowered.nodes().stream().map(Node::op).filter(Op.Composite.class::isInstance).toList();
    assertThat(composites).containsExactly(new Softmax(-1));
  }

  @Test
  void primitivesKeepTheLabelOfTheirComposite() {
    g.label("mid.norm");
    g.output("y", g.apply(new Softmax(-1), x));
    assertThat(Lowering.lower(g.build(), _ -> false).nodes())
        .filteredOn(node -> !(node.op() instanceof Source.Input))
        .isNotEmpty()
        .allMatch(node -> node.label().equals("mid.norm"));
  }

  @Test
  void whatNothingReadsGoesButInputsStay() {
    Value unread = g.input("unread", DType.I64, Dim.named("m"));
    g.cast(unread, DType.F32);
    g.matmul(x, g.weight("dead", 3, 3));
    g.output("y", g.mul(x, 2));
    Graph lowered = Lowering.lower(g.build(), _ -> false);
    assertThat(lowered.inputs()).containsOnlyKeys("x", "unread");
    assertThat(lowered.weights()).isEmpty();
    assertThat(lowered.nodes()).hasSize(4);
  }

  @Test
  void outputsKeepNamesAndOrder() {
    Value y = g.mul(x, 2);
    g.output("z", y);
    g.output("a", x);
    g.output("m", y);
    Graph lowered = Lowering.lower(g.build(), _ -> false);
    assertThat(lowered.outputs().keySet()).containsExactly("z", "a", "m");
    assertThat(lowered.outputs().get("z")).isEqualTo(lowered.outputs().get("m"));
  }

  @Test
  void everyNodeComesAfterWhatItReads() {
    g.output("y", g.apply(new Softmax(0), g.apply(new Gelu(Gelu.Form.TANH), x)));
    Set<Value> seen = new HashSet<>();
    for (Node node : Lowering.lower(g.build(), _ -> false).nodes()) {
      assertThat(seen).containsAll(node.inputs());
      seen.add(node.output());
    }
  }
}
