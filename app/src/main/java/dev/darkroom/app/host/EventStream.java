package dev.darkroom.app.host;

import dev.darkroom.app.studio.DrawingListener;
import dev.darkroom.app.wire.Json;
import dev.darkroom.app.wire.Progress;
import dev.darkroom.core.spi.Cancellation;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// Tells a client how its order proceeds, as server-sent events (WHATWG HTML, section 9.2). The answer
/// begins with the first event: a failure before it has a status of its own.
///
/// A client that is gone stops its order.
final class EventStream implements DrawingListener {

  private final Context request;
  private final Cancellation cancellation;
  private boolean begun;

  EventStream(Context request, Cancellation cancellation) {
    this.request = request;
    this.cancellation = cancellation;
  }

  boolean hasBegun() {
    return begun;
  }

  @Override
  public void stage(Stage stage) {
    send(new Progress.Stages(stage));
  }

  @Override
  public void step(int done, int total) {
    send(new Progress.Steps(done, total));
  }

  @Override
  public void notice(String text) {
    send(new Progress.Notice(text));
  }

  private void send(Progress progress) {
    send(progress.event(), progress);
  }

  /// Sends one event at once.
  void send(String event, Object data) {
    if (!begun) {
      begun = true;
      request.status(200).contentType("text/event-stream").header("Cache-Control", "no-store");
    }
    String text = "event: %s\ndata: %s\n\n".formatted(event, Json.text(data));
    try {
      OutputStream out = request.res().getOutputStream();
      out.write(text.getBytes(StandardCharsets.UTF_8));
      out.flush();
    } catch (IOException _) {
      cancellation.cancel();
    }
  }
}
