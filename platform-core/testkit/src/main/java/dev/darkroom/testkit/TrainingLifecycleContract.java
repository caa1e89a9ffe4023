package dev.darkroom.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.darkroom.core.error.CancelledException;
import dev.darkroom.core.spi.Cancellation;
import dev.darkroom.core.spi.TrainableGraph;
import dev.darkroom.core.spi.TrainableGraph.Gradients;
import dev.darkroom.core.spi.TrainingBackend;
import dev.darkroom.core.tensor.Shape;
import dev.darkroom.core.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Closing, threads and cancelling of losses.
@Timeout(value = 5, unit = TimeUnit.MINUTES)
public interface TrainingLifecycleContract extends BackendSubject {

  @Test
  default void nothingIsTrainedAfterClosing() {
    TrainingBackend backend = Training.open(this);
    TrainableGraph first = Training.compileDistance(backend, Samples.vector(1, 2, 3));
    TrainableGraph second = Training.compileDistance(backend, Samples.vector(1, 2, 3));
    first.close();
    first.close();
    requireClosed(first);
    checkDistance(second);
    backend.close();
    backend.close();
    requireClosed(second);
    second.close();
    assertThatThrownBy(() -> Training.compileDistance(backend, Samples.vector(1, 2, 3)))
        .isInstanceOf(IllegalStateException.class);
  }

  private static void requireClosed(TrainableGraph graph) {
    assertThatThrownBy(() -> graph.run(zeros())).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> graph.weight("w")).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> graph.assign("w", Samples.vector(1, 2, 3)))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  default void thirtyRoundsOfTraining() {
    for (int round = 0; round < 30; round++) {
      try (TrainingBackend backend = Training.open(this);
          TrainableGraph graph = Training.compileDistance(backend, Samples.vector(1, 2, 3))) {
        checkDistance(graph);
      }
    }
  }

  @Test
  default void severalThreadsShareALoss() {
    try (TrainingBackend backend = Training.open(this);
        TrainableGraph graph = Training.compileDistance(backend, Samples.vector(1, 2, 3))) {
      List<CompletableFuture<Void>> threads = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        float number = i;
        threads.add(CompletableFuture.runAsync(() -> runOften(graph, number)));
      }
      threads.forEach(CompletableFuture::join);
    }
  }

  private void runOften(TrainableGraph graph, float number) {
    Map<String, Tensor> x = Map.of("x", Samples.vector(number, 0, 0));
    for (int i = 0; i < 50; i++) {
      Gradients gradients = graph.run(x);
      double expected = (1 - number) * (1 - number) + 13;
      assertThat(gradients.loss()).isCloseTo(expected, within(1e-4));
      Grid exact = Grid.of(Shape.of(3), 2 * (1 - number), 4, 6);
      Trial.close(this, Training.gradient(gradients, "w"), exact);
    }
  }

  @Test
  default void aCancelledLossIsComputedAgain() {
    try (TrainingBackend backend = Training.open(this);
        TrainableGraph graph = Training.compileDistance(backend, Samples.vector(1, 2, 3))) {
      Cancellation cancellation = Cancellation.create();
      cancellation.cancel();
      assertThatThrownBy(() -> graph.run(zeros(), cancellation))
          .isInstanceOf(CancelledException.class);
      checkDistance(graph);
    }
  }

  private void checkDistance(TrainableGraph graph) {
    Gradients gradients = graph.run(zeros());
    assertThat(gradients.loss()).isCloseTo(14, within(1e-4));
    Trial.close(this, Training.gradient(gradients, "w"), Grid.of(Shape.of(3), 2, 4, 6));
  }

  private static Map<String, Tensor> zeros() {
    return Map.of("x", Samples.vector(0, 0, 0));
  }
}
