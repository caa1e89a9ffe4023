package dev.darkroom.core.ir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.core.ir.Elementwise.Unary;
import dev.darkroom.core.ir.Reduction.Reduce;
import dev.darkroom.core.ir.composite.Silu;
import dev.darkroom.core.tensor.DType;
import dev.darkroom.core.tensor.Shape;
import dev.darkroom.core.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

class GraphBuilderTests {

  private final GraphBuilder g = new GraphBuilder();
  private final Value x =
      g.input("x", DType.F32, Dim.named("batch"), Dim.of(4), Dim.named("height"), Dim.of(6));

  @Test
  void mistakesNameTheOpThePlaceAndEveryType() {
    g.label("down.0.conv");
    Value weight = g.weight("w", 8, 3, 3, 3);
    assertThatThrownBy(() -> g.apply(new Contraction.Conv2d(Window.square(3, 1, 1), 1), x, weight))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Conv2d")
        .hasMessageContaining("in down.0.conv")
        .hasMessageContaining("F32 [batch, 4, height, 6]")
        .hasMessageContaining("F32 [8, 3, 3, 3]");
  }

  @Test
  void missingOperandsAreMistakesToo() {
    assertThatThrownBy(() -> g.apply(new Contraction.MatMul(), x))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("MatMul");
    assertThatThrownBy(() -> g.apply(new Movement.Concat(0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Concat");
  }

  @Test
  void elementTypesAreChecked() {
    Value flags = g.input("flags", DType.BOOL, Dim.of(3));
    Value whole = g.input("whole", DType.I64, Dim.of(3));
    assertThatThrownBy(() -> g.unary(Unary.Kind.EXP, whole)).hasMessageContaining("EXP");
    assertThatThrownBy(() -> g.add(flags, flags)).hasMessageContaining("ADD");
    assertThatThrownBy(() -> g.reduce(Reduce.Kind.SUM, flags, 0)).hasMessageContaining("cast");
    assertThatThrownBy(() -> g.reduce(Reduce.Kind.MEAN, whole, 0)).hasMessageContaining("MEAN");
    assertThatThrownBy(() -> g.mul(whole, 2)).hasMessageContaining("I64 [3]");
    assertThatThrownBy(() -> g.gather(x, 0, flags)).hasMessageContaining("I64 or I32");
  }

  @Test
  void aValueOfAnotherGraphIsRefused() {
    GraphBuilder other = new GraphBuilder();
    other.input("a", DType.F32);
    Value foreign = other.input("b", DType.F32, Dim.of(2));
    assertThatThrownBy(() -> g.unary(Unary.Kind.NEG, foreign))
        .hasMessageContaining("another graph");
    assertThatThrownBy(() -> g.output("y", foreign)).hasMessageContaining("another graph");
  }

  @Test
  void sourcesOfOneNameAreMadeOnce() {
    assertThat(g.weight("w", 2, 3)).isEqualTo(g.weight("w", 2, 3));
    assertThat(g.constant(0.5)).isEqualTo(g.constant(0.5));
    assertThatThrownBy(() -> g.weight("w", 3, 2))
        .hasMessageContaining("w is used as F32 [2, 3] and as F32 [3, 2]");
  }

  @Test
  void oneNameIsOneOutput() {
    g.output("y", x);
    assertThatThrownBy(() -> g.output("y", x)).hasMessageContaining("two outputs named y");
  }

  @Test
  void castingToTheSameTypeIsNothing() {
    assertThat(g.cast(x, DType.F32)).isEqualTo(x);
    assertThat(g.cast(x, DType.I32).type().dtype()).isEqualTo(DType.I32);
  }

  @Test
  void reshapingAndBackGivesTheSameType() {
    Value down =
        g.apply(new Reduction.Pool2d(Reduction.Pool2d.Kind.MAX, Window.square(2, 2, 0)), x);
    Value folded = g.reshape(g.transpose(down, 0, 2, 1, 3), 0, 0, -1);
    assertThat(g.reshapeLike(folded, down).type()).isEqualTo(down.type());
    Value rows = g.reshape(g.slice(down, 0, 0, 1), -1, 4, 3);
    assertThat(rows.type().dim(0)).isEqualTo(down.type().dim(2));
  }

  @Test
  void reshapesThatCannotBeAreRefused() {
    assertThatThrownBy(() -> g.reshape(x, -1, -1)).hasMessageContaining("two free dimensions");
    assertThatThrownBy(() -> g.reshape(x, 0, 5, 0, 6)).hasMessageContaining("differ");
    assertThatThrownBy(() -> g.reshape(x, 0, 7, -1)).hasMessageContaining("cannot divide");
  }

  @Test
  void slicesOfNamedDimensions() {
    assertThat(g.slice(x, 2, 0, Long.MAX_VALUE).type()).isEqualTo(x.type());
    assertThat(g.slice(x, 2, 1, 3).type().size(2)).isEqualTo(2);
    assertThat(g.slice(x, 2, -2, Long.MAX_VALUE).type().size(2)).isEqualTo(2);
    assertThat(g.slice(x, 2, 1, -1).type().dim(2)).hasToString("slice(height,1,-1)");
    assertThat(g.slice(x, 3, 4, 99).type().size(3)).isEqualTo(2);
  }

  @Test
  void aCompositeMustLowerToWhatItPromises() {
    GraphBuilder lowering = new GraphBuilder(_ -> false);
    Value input = lowering.input("x", DType.F32, Dim.of(2));
    assertThatThrownBy(() -> lowering.apply(new Broken(), input))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Broken")
        .hasMessageContaining("F32 [2]")
        .hasMessageContaining("F32 [1, 2]");
  }

  private record Broken() implements Op.Composite {
    @Override
    public Type result(List<Type> inputs) {
      return inputs.getFirst();
    }

    @Override
    public Value lower(GraphBuilder builder, List<Value> inputs) {
      return builder.reshape(inputs.getFirst(), 1, -1);
    }
  }

  @Test
  void theDumpReadsLikeTheModel() {
    GraphBuilder small = new GraphBuilder();
    Value rows = small.input("rows", DType.F32, Dim.named("n"), Dim.of(2));
    small.label("mlp.fc1");
    Value product = small.matmul(rows, small.weight("mlp.fc1.weight", 2, 3));
    small.label("mlp.act");
    small.output("result", small.apply(new Silu(), product));
    assertThat(small.build())
        .hasToString(
            """
            %0 = Input[key=rows, type=F32 [n, 2]] : F32 [n, 2]
            %1 = Weight[key=mlp.fc1.weight, type=F32 [2, 3]] : F32 [2, 3]  # mlp.fc1
            %2 = MatMul[] %0 %1 : F32 [n, 3]  # mlp.fc1
            %3 = Silu[scale=1.0] %2 : F32 [n, 3]  # mlp.act
            return result = %3
            """);
  }

  @Test
  void aGraphTellsItsInputsAndWeightsInOrder() {
    g.weight("b", 1);
    g.weight("a", 1);
    g.input("mask", DType.BOOL, Dim.of(1));
    g.constant(Tensor.of(Shape.of(1), 1));
    Graph graph = g.build();
    assertThat(graph.inputs().keySet()).containsExactly("x", "mask");
    assertThat(graph.weights()).extracting(Source.Weight::key).containsExactly("b", "a");
  }
}
