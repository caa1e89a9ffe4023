package dev.darkroom.app.cli;

import dev.darkroom.core.spi.Cancellation;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a command did when it was run inside this process.
record Outcome(int code, String out, String err) {

  static Outcome of(Object... arguments) {
    return of(Cancellation.none(), arguments);
  }

  static Outcome of(Cancellation cancellation, Object... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        DarkroomCommand.commandLine(cancellation)
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(Arrays.stream(arguments).map(Object::toString).toArray(String[]::new));
    return new Outcome(code, out.toString(), err.toString());
  }

  List<String> lines() {
    return out.lines().toList();
  }

  JsonNode json() {
    return JsonMapper.shared().readTree(out);
  }
}
