package dev.darkroom.app.cli;

import dev.darkroom.core.spi.GenerationListener;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Measures the stages and steps of generations, and passes what it hears on.
final class GenerationClock implements GenerationListener, AutoCloseable {

  private final ProgressDisplay display;
  private final Map<Stage, Double> stages = new EnumMap<>(Stage.class);
  private final List<Double> steps = new ArrayList<>();
  private Stage stage = Stage.LOADING;
  private long stageBegan = System.nanoTime();
  private long stepBegan = stageBegan;

  GenerationClock(ProgressDisplay display) {
    this.display = display;
  }

  @Override
  public void stage(Stage next) {
    long now = System.nanoTime();
    stages.merge(stage, (now - stageBegan) / 1e9, Double::sum);
    stage = next;
    stageBegan = now;
    stepBegan = now;
    display.stage(next);
  }

  @Override
  public void step(int done, int total) {
    long now = System.nanoTime();
    steps.add((now - stepBegan) / 1e9);
    stepBegan = now;
    display.step(done, total);
  }

  /// Ends the display. What follows counts to the last stage until [#stage] is called.
  @Override
  public void close() {
    stage(stage);
    display.close();
  }

  /// Seconds of each stage so far.
  double seconds(Stage wanted) {
    return stages.getOrDefault(wanted, 0.0);
  }

  /// The median of the step times so far, in seconds; 0 without steps.
  double stepSeconds() {
    List<Double> sorted = steps.stream().sorted().toList();
    return sorted.isEmpty() ? 0 : sorted.get(sorted.size() / 2);
  }
}
