import org.jspecify.annotations.NullMarked;

/// The command line. Knows the core only; backends, samplers and models are found at run time.
@NullMarked
module dev.darkroom.app {
  requires dev.darkroom.core;
  requires info.picocli;
  requires jdk.unsupported; // signals
  requires me.tongfei.progressbar;
  requires tools.jackson.databind;

  // picocli sets annotated fields, Jackson reads report records
  opens dev.darkroom.app.cli to
      info.picocli,
      tools.jackson.databind;
  opens dev.darkroom.app.bench to
      tools.jackson.databind;
}
