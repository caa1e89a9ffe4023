package dev.darkroom.app.host;

import dev.darkroom.app.wire.Fault;
import dev.darkroom.app.wire.Json;
import dev.darkroom.core.error.BackendException;
import dev.darkroom.core.error.CancelledException;
import dev.darkroom.core.error.DarkroomException;
import dev.darkroom.core.error.InvalidRequestException;
import dev.darkroom.core.error.ModelFormatException;
import dev.darkroom.core.error.UnknownPluginException;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;

/// What failures are answered with: a status, and a body that says what is at fault.
final class Answers {

  private static final System.Logger LOG = System.getLogger(Answers.class.getName());
  private static final String RETRY_SECONDS = "5";

  private Answers() {}

  static void refuse(Refusal refusal, Context request) {
    int status = refusal.status();
    if (status == 503) {
      request.header("Retry-After", RETRY_SECONDS);
    }
    if (status == 401) {
      request.header("WWW-Authenticate", "Bearer");
    }
    if (status == 421) {
      request.status(status); // a stranger's page learns nothing
      return;
    }
    answer(request, status, fault(refusal));
  }

  static void fail(Exception failure, Context request) {
    answer(request, status(failure), fault(failure));
  }

  /// Answers with a record.
  static void answer(Context request, int status, Record value) {
    request.status(status).contentType("application/json").result(Json.text(value));
  }

  private static void answer(Context request, int status, Fault fault) {
    answer(request, status, new Fault.Answer(fault));
  }

  private static int status(Exception failure) {
    return switch (failure) {
      case DarkroomException expected -> status(expected);
      case HttpResponseException http -> http.getStatus();
      default -> 500;
    };
  }

  private static int status(DarkroomException failure) {
    return switch (failure) {
      case InvalidRequestException _ -> 422;
      case UnknownPluginException _ -> 404;
      case ModelFormatException _ -> 422;
      case CancelledException _ -> 409;
      case BackendException _ -> 503;
    };
  }

  /// What is at fault in a failure of any kind.
  static Fault fault(Throwable failure) {
    return switch (failure) {
      case DarkroomException expected -> fault(expected);
      case Refusal refusal -> new Fault(refusal.code(), null, text(refusal));
      case HttpResponseException http -> new Fault("http", null, text(http));
      default -> unexpected(failure);
    };
  }

  private static Fault fault(DarkroomException failure) {
    return switch (failure) {
      case InvalidRequestException e -> new Fault(Fault.INVALID_REQUEST, e.field(), text(e));
      case UnknownPluginException e -> new Fault(Fault.UNKNOWN_PLUGIN, e.id(), text(e));
      case ModelFormatException e -> new Fault(Fault.MODEL, e.resource(), text(e));
      case CancelledException e -> new Fault(Fault.CANCELLED, null, text(e));
      case BackendException e -> new Fault(Fault.BACKEND, null, text(e));
    };
  }

  private static Fault unexpected(Throwable failure) {
    LOG.log(System.Logger.Level.ERROR, "A request failed", failure);
    return new Fault(
        "unexpected",
        null,
        "Unexpected failure (%s); the host's own output says more."
            .formatted(failure.getClass().getSimpleName()));
  }

  private static String text(Throwable failure) {
    return String.valueOf(failure.getMessage());
  }
}
