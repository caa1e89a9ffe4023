package dev.darkroom.app.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Option;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The option that asks for a result that programs can read.
final class JsonOption {

  @Option(names = "--json", description = "Write one JSON object to standard output.")
  boolean asked;

  /// Writes `report`, a record, as JSON.
  static void write(PrintWriter out, Record report) {
    JsonMapper mapper = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    out.println(mapper.writeValueAsString(report));
    out.flush();
  }
}
