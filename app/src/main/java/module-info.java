import org.jspecify.annotations.NullMarked;

/// The command line. Knows the core only; backends, samplers and models are found at run time.
@NullMarked
module dev.darkroom.app {
  requires dev.darkroom.core;
  requires info.picocli;
  // resolved where a host is started
  requires static io.javalin;
  requires java.naming; // for the tool that fetches plug-ins
  requires java.net.http;
  requires jdk.unsupported; // signals
  requires me.tongfei.progressbar;
  requires tools.jackson.databind;

  uses java.util.spi.ToolProvider;

  // picocli sets annotated fields, Jackson reads and writes records
  opens dev.darkroom.app to
      info.picocli;
  opens dev.darkroom.app.cli to
      info.picocli,
      tools.jackson.databind;
  opens dev.darkroom.app.bench to
      tools.jackson.databind;
  opens dev.darkroom.app.client to
      tools.jackson.databind;
  opens dev.darkroom.app.host to
      tools.jackson.databind;
  opens dev.darkroom.app.report to
      tools.jackson.databind;
  opens dev.darkroom.app.studio to
      info.picocli,
      tools.jackson.databind;
  opens dev.darkroom.app.wire to
      tools.jackson.databind;
}
