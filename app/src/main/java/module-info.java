import org.jspecify.annotations.NullMarked;

/// The command line.
@NullMarked
module dev.darkroom.app {
  requires dev.darkroom.core;
  requires info.picocli;
  requires me.tongfei.progressbar;
  requires tools.jackson.databind;
}
