package dev.darkroom.app.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.core.error.BackendException;
import dev.darkroom.core.error.CancelledException;
import dev.darkroom.core.spi.Cancellation;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the stand-ins are POSIX shell scripts")
class EngineBenchTests {

  private static final String REPORT =
      "{\"shape\":\"s\",\"engine\":\"e\",\"precision\":\"F32\",\"input\":\"x\","
          + "\"work\":{\"parameters\":1,\"weightBytes\":4,\"flop\":2},"
          + "\"time\":{\"load\":1,\"secondLoad\":1,\"step\":0.5,\"fastestStep\":0.5,\"steps\":1},"
          + "\"rate\":{\"gflops\":1,\"peakGflops\":2,\"share\":0.5},"
          + "\"memory\":{\"peakBytes\":null,\"toWeights\":null}}";

  @Test
  void readsTheReportAndLeavesWarningsAside() {
    String script = "echo 'a {warning}' >&2; echo greeting; echo '" + REPORT + "'; echo bye >&2";
    ShapeReport report = bench(script, Cancellation.none()).run(List.of());
    assertThat(report.time().step()).isEqualTo(0.5);
  }

  @Test
  void tellsWhyAProcessFailed() {
    String script = "echo 'WARNING: old' >&2; echo 'darkroom: no such device' >&2; exit 4";
    assertThatThrownBy(() -> bench(script, Cancellation.none()).run(List.of()))
        .isInstanceOf(BackendException.class)
        .hasMessageContaining("darkroom: no such device")
        .hasMessageNotContaining("WARNING");
    assertThatThrownBy(() -> bench("kill -9 $$", Cancellation.none()).run(List.of()))
        .isInstanceOf(BackendException.class)
        .hasMessageContaining("without a word");
    assertThatThrownBy(() -> bench("echo nothing", Cancellation.none()).run(List.of()))
        .isInstanceOf(BackendException.class)
        .hasMessageContaining("nothing");
  }

  @Test
  @Timeout(value = 20, unit = TimeUnit.SECONDS)
  void endsTheProcessWhenCancelled() {
    Cancellation cancellation = Cancellation.create();
    Thread.ofVirtual()
        .start(() -> {
          sleep();
          cancellation.cancel();
        });
    assertThatThrownBy(() -> bench("exec sleep 60", cancellation).run(List.of()))
        .isInstanceOf(CancelledException.class);
  }

  private static void sleep() {
    try {
      TimeUnit.MILLISECONDS.sleep(300);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Starts a script instead of the program.
  private static EngineBench bench(String script, Cancellation cancellation) {
    return new EngineBench(List.of("sh", "-c", script), cancellation);
  }
}
