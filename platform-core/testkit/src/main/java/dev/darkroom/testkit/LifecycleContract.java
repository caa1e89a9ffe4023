package dev.darkroom.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.core.error.CancelledException;
import dev.darkroom.core.error.InvalidRequestException;
import dev.darkroom.core.ir.Graph;
import dev.darkroom.core.ir.GraphBuilder;
import dev.darkroom.core.ir.Type;
import dev.darkroom.core.ir.Value;
import dev.darkroom.core.spi.Backend;
import dev.darkroom.core.spi.BackendProvider;
import dev.darkroom.core.spi.Cancellation;
import dev.darkroom.core.spi.CompileOptions;
import dev.darkroom.core.spi.CompiledGraph;
import dev.darkroom.core.tensor.DType;
import dev.darkroom.core.tensor.Shape;
import dev.darkroom.core.tensor.Tensor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Opening, closing, threads and cancelling.
@Timeout(value = 5, unit = TimeUnit.MINUTES)
public interface LifecycleContract extends BackendSubject {

  @Test
  default void theProviderDescribesItself() {
    BackendProvider provider = backend();
    assertThat(provider.id()).matches("backend\\.[a-z0-9]+(-[a-z0-9]+)*");
    assertThat(provider.title()).isNotBlank();
    assertThat(provider.probe().usable()).isTrue();
    assertThat(provider.probe().detail()).isNotBlank();
    assertThat(provider.devices()).extracting(device -> device.id()).contains("cpu");
    assertThat(provider.devices()).allMatch(device -> !device.availability().detail().isBlank());
  }

  @Test
  default void theDeviceComputesInFloat32() {
    try (Backend backend = Trial.open(this)) {
      assertThat(backend.capabilities().precisions()).contains(DType.F32);
      assertThat(backend.capabilities().engine()).isNotBlank();
    }
  }

  @Test
  default void aPrecisionThatTheDeviceLacksIsRefused() {
    try (Backend backend = Trial.open(this)) {
      CompileOptions integers = CompileOptions.of("contract").with(DType.I8);
      assertThatThrownBy(() -> backend.compile(doubled(), MemoryWeights.NONE, integers))
          .isInstanceOfSatisfying(
              InvalidRequestException.class,
              refusal -> assertThat(refusal.field()).isEqualTo("precision"));
    }
  }

  @Test
  default void closingTwiceIsAllowed() {
    Backend backend = Trial.open(this);
    CompiledGraph compiled = Trial.compile(backend, doubled());
    compiled.close();
    compiled.close();
    backend.close();
    backend.close();
    compiled.close();
  }

  @Test
  default void nothingRunsAfterClosing() {
    Backend backend = Trial.open(this);
    CompiledGraph first = Trial.compile(backend, doubled());
    CompiledGraph second = Trial.compile(backend, doubled());
    first.close();
    assertThatThrownBy(() -> first.run(two())).isInstanceOf(IllegalStateException.class);
    checkDoubled(second.run(two()));
    backend.close();
    assertThatThrownBy(() -> second.run(two())).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> Trial.compile(backend, doubled()))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  default void graphsOfOneBackendRunSideBySide() {
    try (Backend backend = Trial.open(this);
        Backend second = Trial.open(this);
        CompiledGraph one = Trial.compile(backend, doubled());
        CompiledGraph two = Trial.compile(backend, doubled());
        CompiledGraph three = Trial.compile(second, doubled())) {
      List<CompletableFuture<Void>> threads = new ArrayList<>();
      for (CompiledGraph graph : List.of(one, two, three)) {
        threads.add(CompletableFuture.runAsync(() -> runOften(graph, threads.size())));
      }
      for (int i = 0; i < 5; i++) { // compiling goes on meanwhile
        try (CompiledGraph another = Trial.compile(backend, doubled())) {
          checkDoubled(another.run(two()));
        }
      }
      threads.forEach(CompletableFuture::join);
    }
  }

  @Test
  default void severalThreadsMayCloseABackendThatRuns() {
    Backend backend = Trial.open(this);
    CompiledGraph compiled = Trial.compile(backend, products(12));
    CompletableFuture<Map<String, Tensor>> run =
        CompletableFuture.supplyAsync(() -> compiled.run(matrices()));
    List<CompletableFuture<Void>> closers =
        List.of(
            CompletableFuture.runAsync(backend::close),
            CompletableFuture.runAsync(backend::close),
            CompletableFuture.runAsync(compiled::close));
    closers.forEach(CompletableFuture::join);
    try {
      assertThat(run.join()).containsKey("result");
    } catch (CompletionException e) {
      // the close came before the run began
      assertThat(e.getCause()).isInstanceOf(IllegalStateException.class);
    }
    assertThatThrownBy(() -> compiled.run(matrices())).isInstanceOf(IllegalStateException.class);
  }

  @Test
  default void severalThreadsShareAGraph() {
    try (Backend backend = Trial.open(this);
        CompiledGraph compiled = Trial.compile(backend, doubled())) {
      List<CompletableFuture<Void>> threads = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        float number = i;
        threads.add(CompletableFuture.runAsync(() -> runOften(compiled, number)));
      }
      threads.forEach(CompletableFuture::join);
    }
  }

  private void runOften(CompiledGraph compiled, float number) {
    for (int i = 0; i < 50; i++) {
      Tensor x = Samples.vector(number, number + i);
      Tensor result = Trial.output(compiled.run(Map.of("x", x)), "result");
      Trial.close(this, result, Grid.of(Shape.of(2), 2 * number, 2 * (number + i)));
    }
  }

  @Test
  default void closingWaitsForTheRunUnderWay() throws InterruptedException {
    try (Backend backend = Trial.open(this)) {
      CompiledGraph compiled = Trial.compile(backend, products(12));
      CompletableFuture<Map<String, Tensor>> run =
          CompletableFuture.supplyAsync(() -> compiled.run(matrices()));
      Thread.sleep(100);
      compiled.close();
      try {
        assertThat(run.join()).containsKey("result");
      } catch (CompletionException e) {
        // The close came before the run began.
        assertThat(e.getCause()).isInstanceOf(IllegalStateException.class);
      }
      assertThatThrownBy(() -> compiled.run(matrices())).isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  default void aCancelledRunEndsSoonAndTheGraphRunsAgain() throws InterruptedException {
    Graph graph = products(slowProducts());
    try (Backend backend = Trial.open(this);
        CompiledGraph compiled = Trial.compile(backend, graph);
        CompiledGraph small = Trial.compile(backend, doubled())) {
      Cancellation cancellation = Cancellation.create();
      CompletableFuture<Map<String, Tensor>> run =
          CompletableFuture.supplyAsync(() -> compiled.run(matrices(), cancellation));
      Thread.sleep(300);
      long start = System.nanoTime();
      cancellation.cancel();
      assertThatThrownBy(run::join).hasCauseInstanceOf(CancelledException.class);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
      checkDoubled(small.run(two()));
      assertThatThrownBy(() -> compiled.run(matrices(), cancellation))
          .isInstanceOf(CancelledException.class);
    }
  }

  @Test
  default void aCancelledGraphRunsAgain() {
    try (Backend backend = Trial.open(this);
        CompiledGraph compiled = Trial.compile(backend, doubled())) {
      Cancellation cancellation = Cancellation.create();
      cancellation.cancel();
      assertThatThrownBy(() -> compiled.run(two(), cancellation))
          .isInstanceOf(CancelledException.class);
      checkDoubled(compiled.run(two()));
    }
  }

  private static Graph doubled() {
    GraphBuilder g = new GraphBuilder();
    Value x = g.input("x", Type.of(DType.F32, Shape.of(2)));
    g.output("result", g.mul(x, 2));
    return g.build();
  }

  private static Map<String, Tensor> two() {
    return Map.of("x", Samples.vector(1, 2));
  }

  private void checkDoubled(Map<String, Tensor> outputs) {
    Trial.close(this, Trial.output(outputs, "result"), Grid.of(Shape.of(2), 2, 4));
  }

  /// A chain of products of 1024 x 1024 matrices.
  private static Graph products(int count) {
    GraphBuilder g = new GraphBuilder();
    Value x = g.input("x", Type.of(DType.F32, Shape.of(1024, 1024)));
    Value product = x;
    for (int i = 0; i < count; i++) {
      product = g.matmul(product, x);
    }
    g.output("result", product);
    return g.build();
  }

  private static Map<String, Tensor> matrices() {
    return Map.of("x", Samples.floats(131, 1024, 1024).times(1.0 / 32));
  }
}
