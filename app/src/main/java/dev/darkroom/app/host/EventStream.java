package dev.darkroom.app.host;

import dev.darkroom.app.studio.DrawingListener;
import dev.darkroom.app.wire.Json;
import dev.darkroom.app.wire.Progress;
import dev.darkroom.core.spi.Cancellation;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// Tells a client how its order proceeds, as server-sent events (WHATWG HTML, section 9.2). The answer
/// begins with the first event: a failure before it has a status of its own.
///
/// While there is nothing to tell, a comment now and then shows both sides that the other one is still
/// there. A client that is gone stops its order.
final class EventStream implements DrawingListener, AutoCloseable {

  private static final String PULSE = ":\n\n";

  private final Context request;
  private final Cancellation cancellation;
  private final Thread pulse;
  private boolean begun;
  private boolean closed;

  /// @param pause between two comments
  EventStream(Context request, Cancellation cancellation, Duration pause) {
    this.request = request;
    this.cancellation = cancellation;
    this.pulse = Thread.ofVirtual().start(() -> beat(pause));
  }

  private void beat(Duration pause) {
    try {
      while (isOpen()) {
        Thread.sleep(pause);
        write(PULSE);
      }
    } catch (InterruptedException _) {
      // closed
    }
  }

  private synchronized boolean isOpen() {
    return !closed;
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
    write("event: %s\ndata: %s\n\n".formatted(event, Json.text(data)));
  }

  private synchronized void write(String text) {
    if (closed) {
      return;
    }
    if (!begun) {
      begun = true;
      request.status(200).contentType("text/event-stream").header("Cache-Control", "no-store");
    }
    try {
      OutputStream out = request.res().getOutputStream();
      out.write(text.getBytes(StandardCharsets.UTF_8));
      out.flush();
    } catch (IOException _) {
      cancellation.cancel();
    }
  }

  /// Leaves the answer to somebody else, unless it has begun.
  ///
  /// @return whether it is left
  synchronized boolean withdraw() {
    closed = !begun;
    return closed;
  }

  /// Sends nothing more.
  @Override
  public synchronized void close() {
    closed = true;
    pulse.interrupt(); // it waits for the next comment, or for this lock
  }
}
