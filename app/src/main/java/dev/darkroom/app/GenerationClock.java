package dev.darkroom.app;

import dev.darkroom.core.spi.GenerationListener;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Measures the stages and steps of generations, and passes what it hears on.
public final class GenerationClock implements GenerationListener {

  private final GenerationListener next;
  private final Map<Stage, Double> stages = new EnumMap<>(Stage.class);
  private final List<Double> steps = new ArrayList<>();
  private Stage stage = Stage.LOADING;
  private long stageBegan = System.nanoTime();
  private long stepBegan = stageBegan;

  /// @param next who hears the same
  public GenerationClock(GenerationListener next) {
    this.next = next;
  }

  @Override
  public void stage(Stage begun) {
    end();
    stage = begun;
    next.stage(begun);
  }

  /// Ends the stage under way.
  public void end() {
    long now = System.nanoTime();
    stages.merge(stage, (now - stageBegan) / 1e9, Double::sum);
    stageBegan = now;
    stepBegan = now;
  }

  @Override
  public void step(int done, int total) {
    long now = System.nanoTime();
    steps.add((now - stepBegan) / 1e9);
    stepBegan = now;
    next.step(done, total);
  }

  /// Seconds of each stage so far.
  public double seconds(Stage wanted) {
    return stages.getOrDefault(wanted, 0.0);
  }

  /// Seconds of all stages so far.
  public double totalSeconds() {
    return stages.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  /// The median of the step times so far, in seconds; 0 without steps.
  public double stepSeconds() {
    List<Double> sorted = steps.stream().sorted().toList();
    return sorted.isEmpty() ? 0 : sorted.get(sorted.size() / 2);
  }
}
