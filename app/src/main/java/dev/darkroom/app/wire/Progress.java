package dev.darkroom.app.wire;

import dev.darkroom.core.spi.GenerationListener.Stage;

/// What the events of a generation carry. The last one is `done`, with the pictures, or `error`, with a
/// [Fault.Answer].
public sealed interface Progress {

  /// The name of the event.
  String event();

  /// A stage begins.
  record Stages(Stage stage) implements Progress {
    @Override
    public String event() {
      return STAGE;
    }
  }

  /// Steps are done.
  record Steps(int done, int total) implements Progress {
    @Override
    public String event() {
      return STEP;
    }
  }

  /// Something is not as it was asked for.
  record Notice(String text) implements Progress {
    @Override
    public String event() {
      return NOTICE;
    }
  }

  String STAGE = "stage";
  String STEP = "step";
  String NOTICE = "notice";
  String DONE = "done";
  String ERROR = "error";
}
