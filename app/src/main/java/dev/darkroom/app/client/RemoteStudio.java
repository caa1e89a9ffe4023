package dev.darkroom.app.client;

import dev.darkroom.app.studio.DrawingListener;
import dev.darkroom.app.studio.Drawn;
import dev.darkroom.app.studio.Order;
import dev.darkroom.app.studio.Studio;
import dev.darkroom.app.wire.Fault;
import dev.darkroom.app.wire.GenerateBody;
import dev.darkroom.app.wire.Json;
import dev.darkroom.app.wire.Progress;
import dev.darkroom.core.spi.Cancellation;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Has a host draw.
public final class RemoteStudio implements Studio {

  private static final String EVENT = "event: ";
  private static final String DATA = "data: ";

  private final HostClient host;

  public RemoteStudio(HostClient host) {
    this.host = host;
  }

  @Override
  public Drawn draw(Order order, DrawingListener listener, Cancellation cancellation) {
    cancellation.check();
    String job = UUID.randomUUID().toString();
    try (Cancellation.Registration _ = cancellation.onCancel(() -> host.cancel(job));
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(
                    host.events("/v1/generate", GenerateBody.of(job, order)),
                    StandardCharsets.UTF_8))) {
      return follow(
          lines,
          event -> {
            tell(listener, event);
            if (cancellation.isCancelled()) {
              host.cancel(job); // the first word of it may have come before the order
            }
          });
    } catch (IOException e) {
      cancellation.check();
      throw host.gone(e);
    }
  }

  private record Event(String name, String data) {
    <T> T read(Class<T> type) {
      return Json.readLarge(data.getBytes(StandardCharsets.UTF_8), type);
    }
  }

  private interface Follower {
    void follow(Event event);
  }

  private Drawn follow(BufferedReader lines, Follower follower) throws IOException {
    for (Event event = next(lines); event != null; event = next(lines)) {
      switch (event.name()) {
        case Progress.DONE -> {
          return event.read(Drawn.class);
        }
        case Progress.ERROR -> throw HostClient.failure(event.read(Fault.Answer.class).error());
        default -> follower.follow(event);
      }
    }
    throw host.gone(new IOException("it stopped in the middle"));
  }

  private static @Nullable Event next(BufferedReader lines) throws IOException {
    String name = "";
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith(EVENT)) {
        name = line.substring(EVENT.length());
      } else if (line.startsWith(DATA)) {
        return new Event(name, line.substring(DATA.length()));
      }
    }
    return null;
  }

  private static void tell(DrawingListener listener, Event event) {
    switch (event.name()) {
      case Progress.STAGE -> listener.stage(event.read(Progress.Stages.class).stage());
      case Progress.STEP -> {
        Progress.Steps steps = event.read(Progress.Steps.class);
        listener.step(steps.done(), steps.total());
      }
      case Progress.NOTICE -> listener.notice(event.read(Progress.Notice.class).text());
      default -> {
        // a newer host may tell more
      }
    }
  }

  /// The host keeps its models.
  @Override
  public void close() {}
}
