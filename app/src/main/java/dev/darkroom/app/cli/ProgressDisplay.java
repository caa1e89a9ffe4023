package dev.darkroom.app.cli;

import dev.darkroom.core.spi.GenerationListener;
import java.io.Console;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/// Shows on a terminal how a generation proceeds: a line for each stage, a bar with step time and
/// remaining time for the steps. Shows nothing in a pipe.
final class ProgressDisplay implements GenerationListener, AutoCloseable {

  private static final int COLUMNS = 79;

  private final PrintWriter out;
  private final String task;
  private final String unit;
  private final boolean shown;
  private @Nullable ProgressBar bar;
  private long stepBegan;

  ProgressDisplay(PrintWriter out) {
    this(out, "Denoising", "step");
  }

  /// @param task what the bar is called
  /// @param unit what is counted
  ProgressDisplay(PrintWriter out, String task, String unit) {
    this.out = out;
    this.task = task;
    this.unit = unit;
    this.stepBegan = System.nanoTime();
    this.shown = Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
  }

  @Override
  public void stage(Stage stage) {
    close();
    if (!shown) {
      return;
    }
    switch (stage) {
      case LOADING -> line("Loading the model ...");
      case CONDITIONING -> line("Reading the prompt ...");
      case DENOISING -> stepBegan = System.nanoTime();
      case DECODING -> line("Decoding ...");
    }
  }

  private void line(String text) {
    out.println(text);
    out.flush();
  }

  @Override
  public void step(int done, int total) {
    if (!shown) {
      return;
    }
    if (bar == null) {
      bar = bar(total);
    }
    long now = System.nanoTime();
    bar.setExtraMessage(String.format(Locale.ROOT, " %.2f s a %s", (now - stepBegan) / 1e9, unit));
    bar.stepTo(done);
    stepBegan = now;
  }

  private ProgressBar bar(int total) {
    return new ProgressBarBuilder()
        .setTaskName(task)
        .setInitialMax(total)
        .setStyle(ProgressBarStyle.ASCII)
        .setConsumer(new TerminalLine(out))
        .build();
  }

  /// Ends the bar, if there is one.
  @Override
  public void close() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }

  /// The last line of a terminal, written again and again.
  private record TerminalLine(PrintWriter out) implements ProgressBarConsumer {

    @Override
    public int getMaxRenderedLength() {
      return COLUMNS;
    }

    @Override
    public void accept(String line) {
      out.print('\r' + line);
      out.flush();
    }

    @Override
    public void close() {
      out.println();
      out.flush();
    }
  }
}
