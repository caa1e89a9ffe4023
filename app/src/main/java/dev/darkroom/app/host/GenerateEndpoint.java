package dev.darkroom.app.host;

import dev.darkroom.app.host.Jobs.Job;
import dev.darkroom.app.studio.DrawingListener;
import dev.darkroom.app.studio.Drawn;
import dev.darkroom.app.studio.Order;
import dev.darkroom.app.studio.Studio;
import dev.darkroom.app.wire.CancelBody;
import dev.darkroom.app.wire.Fault;
import dev.darkroom.app.wire.GenerateBody;
import dev.darkroom.app.wire.Progress;
import dev.darkroom.core.spi.Cancellation;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;

/// Draws, and stops what is being drawn.
final class GenerateEndpoint {

  /// The answer where nothing is left to say.
  record Nothing() {}

  /// What the standard for events advises.
  static final Duration PULSE = Duration.ofSeconds(15);

  private final Studio studio;
  private final Jobs jobs;
  private final Duration pulse;

  /// @param pulse pause between two signs of life while there is nothing to tell
  GenerateEndpoint(Studio studio, Jobs jobs, Duration pulse) {
    this.studio = studio;
    this.jobs = jobs;
    this.pulse = pulse;
  }

  /// `POST /v1/generate`: answers when the pictures are there; with events on the way, where the client
  /// accepts them.
  void generate(Context request) {
    GenerateBody body = Body.read(request, GenerateBody.class);
    String name = Objects.requireNonNullElseGet(body.job(), () -> UUID.randomUUID().toString());
    Job job = new Job(name, Cancellation.create());
    if (String.valueOf(request.header("Accept")).contains("text/event-stream")) {
      stream(request, job, body.order());
    } else {
      Answers.answer(request, 200, draw(job, body.order(), new DrawingListener() {}));
    }
  }

  private Drawn draw(Job job, Order order, DrawingListener listener) {
    return jobs.run(job, () -> studio.draw(order, listener, job.cancellation()));
  }

  private void stream(Context request, Job job, Order order) {
    try (EventStream events = new EventStream(request, job.cancellation(), pulse)) {
      try {
        events.send(Progress.DONE, draw(job, order, events));
      } catch (RuntimeException | OutOfMemoryError e) {
        if (events.withdraw()) {
          throw e;
        }
        events.send(Progress.ERROR, new Fault.Answer(Answers.fault(e)));
      }
    }
  }

  /// `POST /v1/cancel`: stops an order within a step.
  void cancel(Context request) {
    CancelBody body = Body.read(request, CancelBody.class);
    if (!jobs.cancel(body.job())) {
      String name = body.job() == null ? "" : " \"" + body.job() + "\"";
      throw new Refusal(404, "job", "There is no job%s.".formatted(name));
    }
    Answers.answer(request, 200, new Nothing());
  }
}
