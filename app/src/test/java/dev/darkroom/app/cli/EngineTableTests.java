package dev.darkroom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.app.bench.Engines;
import dev.darkroom.app.bench.ShapeReport;
import dev.darkroom.core.plugin.PluginCatalog;
import dev.darkroom.core.spi.BackendProvider;
import dev.darkroom.core.spi.Device;
import dev.darkroom.core.tensor.DType;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class EngineTableTests {

  @Test
  void sharesAreOfTheBestPeakOfTheSamePrecision() {
    EngineTable table =
        EngineTable.of(
            "net",
            1_000,
            List.of(measured("F32", 50, 80), measured("F32", 40, 100), measured("BF16", 60, 300)));
    assertThat(table.rows()).extracting(EngineTable.Row::share).containsExactly(0.5, 0.4, 0.2);
  }

  @Test
  void aFailureIsALineOfItsOwn() {
    Engines.Candidate engine = engine();
    EngineTable table =
        EngineTable.of(
            "net",
            1_000,
            List.of(
                new EngineTable.Measurement(engine, null, "out of memory"),
                measured("F32", 40, 80)));
    StringWriter text = new StringWriter();
    table.table().print(new PrintWriter(text, true));
    assertThat(text.toString().lines())
        .hasSize(3)
        .anyMatch(line -> line.startsWith(engine.name()) && line.contains("failed: out of memory"));
    assertThat(table.rows().getFirst().share()).isNull();
  }

  private static EngineTable.Measurement measured(String precision, double rate, double peak) {
    ShapeReport report =
        new ShapeReport(
            "net",
            "engine 1.0",
            precision,
            "x",
            new ShapeReport.Work(1, 4, 1_000),
            new ShapeReport.Time(1, 1, 1, 1, 1),
            new ShapeReport.Rate(rate, peak, rate / peak),
            new ShapeReport.Memory(null, null));
    return new EngineTable.Measurement(engine(), report, null);
  }

  private static Engines.Candidate engine() {
    BackendProvider provider = PluginCatalog.load().find(BackendProvider.class, "reference");
    return new Engines.Candidate(provider, Device.cpu("here"), DType.F32);
  }
}
