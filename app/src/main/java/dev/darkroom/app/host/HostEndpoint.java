package dev.darkroom.app.host;

import dev.darkroom.app.wire.Health;
import dev.darkroom.app.wire.HostState;
import io.javalin.http.Context;

/// Tells of the host itself, and ends it.
final class HostEndpoint {

  /// What stays as it is while a host runs.
  ///
  /// @param started when, in ISO 8601
  /// @param data the folder that it works on
  record Identity(String version, String started, String data) {}

  private final Identity identity;
  private final Jobs jobs;
  private final Runnable end;

  /// @param end called when the host is asked to end
  HostEndpoint(Identity identity, Jobs jobs, Runnable end) {
    this.identity = identity;
    this.jobs = jobs;
    this.end = end;
  }

  /// `GET /v1/health`, for everybody.
  void health(Context request) {
    Answers.answer(request, 200, new Health("ok", identity.version()));
  }

  /// `GET /v1/host`.
  void state(Context request) {
    HostState state =
        new HostState(
            ProcessHandle.current().pid(),
            request.req().getLocalPort(),
            identity.version(),
            identity.started(),
            identity.data(),
            jobs.orders());
    Answers.answer(request, 200, state);
  }

  /// `POST /v1/shutdown`: answers, then ends.
  void shutdown(Context request) {
    Answers.answer(request, 202, new GenerateEndpoint.Nothing());
    end.run();
  }
}
