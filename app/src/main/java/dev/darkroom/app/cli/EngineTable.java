package dev.darkroom.app.cli;

import dev.darkroom.app.bench.Engines;
import dev.darkroom.app.bench.ShapeReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The measurements of all engines.
///
/// @param network what was measured
/// @param flop floating-point operations of a step
/// @param rows one for each engine
record EngineTable(String network, long flop, List<Row> rows) {

  /// @param engine backend, device and precision
  /// @param report what was measured; null if that failed
  /// @param share rate of the step over [#peak] of the precision
  /// @param failure why there is no report
  record Row(
      String engine,
      @Nullable ShapeReport report,
      @Nullable Double share,
      @Nullable String failure) {}

  /// One measurement, or why there is none.
  record Measurement(
      Engines.Candidate engine, @Nullable ShapeReport report, @Nullable String failure) {}

  static EngineTable of(String network, long flop, List<Measurement> measurements) {
    List<Row> rows = new ArrayList<>();
    for (Measurement one : measurements) {
      ShapeReport report = one.report();
      Double share =
          report == null
              ? null
              : (Double) (report.rate().gflops() / peak(report.precision(), measurements));
      rows.add(new Row(one.engine().name(), report, share, one.failure()));
    }
    return new EngineTable(network, flop, rows);
  }

  /// The fastest matrix product in a precision on any engine.
  private static double peak(String precision, List<Measurement> measurements) {
    double peak = 0;
    for (Measurement one : measurements) {
      ShapeReport report = one.report();
      if (report != null && report.precision().equals(precision)) {
        peak = Math.max(peak, report.rate().peakGflops());
      }
    }
    return peak;
  }

  TextTable table() {
    TextTable table =
        new TextTable()
            .row(
                "ENGINE",
                "STEP",
                "GFLOP/S",
                "MATRIX PRODUCT",
                "OF BEST PEAK",
                "LOAD",
                "AGAIN",
                "MEMORY",
                "TO WEIGHTS");
    for (Row row : rows) {
      ShapeReport report = row.report();
      if (report == null) {
        table.row(row.engine(), "failed: " + row.failure());
      } else {
        table.row(
            row.engine(),
            number("%.3f s", report.time().step()),
            number("%.0f", report.rate().gflops()),
            number("%.0f", report.rate().peakGflops()),
            number("%.2f", row.share()),
            number("%.2f s", report.time().load()),
            number("%.2f s", report.time().secondLoad()),
            mebibytes(report.memory().peakBytes()),
            number("%.2f", report.memory().toWeights()));
      }
    }
    return table;
  }

  private static String number(String format, @Nullable Double value) {
    return value == null ? "unknown" : String.format(Locale.ROOT, format, value);
  }

  private static String mebibytes(@Nullable Long bytes) {
    return bytes == null ? "unknown" : String.format(Locale.ROOT, "%,d MiB", bytes >> 20);
  }
}
