package dev.darkroom.app.host;

import dev.darkroom.app.shelf.PluginShelf;
import dev.darkroom.app.shelf.PluginShelf.Change;
import dev.darkroom.app.wire.InstallBody;
import dev.darkroom.core.error.InvalidRequestException;
import io.javalin.http.Context;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Objects;

/// Looks after installed plug-ins. A jar comes from a file that the user names, never from a body.
final class PluginEndpoint {

  private static final int OK = 200;

  private final PluginShelf shelf;

  PluginEndpoint(PluginShelf shelf) {
    this.shelf = shelf;
  }

  /// `GET /v1/plugins`.
  void list(Context request) {
    Answers.answer(request, OK, shelf.list());
  }

  /// `GET /v1/plugins/diagnose`: more than the list, for a report of a fault.
  void diagnose(Context request) {
    Answers.answer(request, OK, shelf.diagnose());
  }

  /// `POST /v1/plugins/plan`: changes nothing.
  void plan(Context request) {
    Answers.answer(request, OK, shelf.plan(file(Body.read(request, InstallBody.class))));
  }

  /// `POST /v1/plugins`: installs, or replaces the version that is there.
  void install(Context request) {
    InstallBody body = Body.read(request, InstallBody.class);
    String consent = Objects.requireNonNullElse(body.consent(), "");
    Answers.answer(request, OK, shelf.install(file(body), consent));
  }

  private static Path file(InstallBody body) {
    String name = Objects.requireNonNullElse(body.path(), "");
    try {
      Path path = Path.of(name);
      if (path.isAbsolute()) {
        return path;
      }
    } catch (InvalidPathException _) {
      // said below
    }
    throw new InvalidRequestException(
        "path", "\"%s\" is no absolute path of a file.".formatted(name));
  }

  /// `POST /v1/plugins/{id}/enable`.
  void enable(Context request) {
    change(request, Change.ENABLE);
  }

  /// `POST /v1/plugins/{id}/disable`.
  void disable(Context request) {
    change(request, Change.DISABLE);
  }

  /// `POST /v1/plugins/{id}/rollback`.
  void rollback(Context request) {
    change(request, Change.ROLLBACK);
  }

  private void change(Context request, Change change) {
    Answers.answer(request, OK, shelf.change(request.pathParam("id"), change));
  }

  /// `DELETE /v1/plugins/{id}`.
  void remove(Context request) {
    Answers.answer(request, OK, shelf.remove(request.pathParam("id")));
  }

  /// `POST /v1/plugins/verify`: compares the private copies with what was installed.
  void verify(Context request) {
    Answers.answer(request, OK, shelf.verify());
  }
}
