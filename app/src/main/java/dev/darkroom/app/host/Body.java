package dev.darkroom.app.host;

import dev.darkroom.app.wire.Json;
import dev.darkroom.core.error.InvalidRequestException;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/// Reads the bodies of requests.
final class Body {

  private static final byte[] EMPTY = "{}".getBytes(StandardCharsets.UTF_8);

  private Body() {}

  /// The body of a request; an empty one is that of `{}`.
  ///
  /// @throws Refusal if it is too large or no JSON
  /// @throws InvalidRequestException if a field is unknown or holds something else than it should
  static <T> T read(Context request, Class<T> type) {
    byte[] body = bytes(request);
    try {
      return Json.read(body.length == 0 ? EMPTY : body, type);
    } catch (UnrecognizedPropertyException e) {
      throw new InvalidRequestException(
          e.getPropertyName(),
          "is not known here. Known: %s.".formatted(e.getKnownPropertyIds()),
          e);
    } catch (DatabindException e) {
      throw new InvalidRequestException(field(e), e.getOriginalMessage() + ".", e);
    } catch (JacksonException e) {
      throw new Refusal(400, "json", "The body is no JSON: " + e.getOriginalMessage() + ".");
    }
  }

  /// `picture.steps`.
  private static String field(DatabindException e) {
    StringBuilder path = new StringBuilder();
    for (JacksonException.Reference reference : e.getPath()) {
      String name = reference.getPropertyName();
      path.append(path.isEmpty() ? "" : ".").append(name == null ? reference.getIndex() : name);
    }
    return path.isEmpty() ? "body" : path.toString();
  }

  private static byte[] bytes(Context request) {
    if (request.req().getContentLengthLong() > Json.MOST) {
      throw tooLarge();
    }
    try (InputStream in = request.req().getInputStream()) {
      byte[] body = in.readNBytes(Json.MOST + 1);
      if (body.length > Json.MOST) {
        throw tooLarge();
      }
      return body;
    } catch (IOException e) {
      throw new Refusal(400, "body", "The body could not be read to its end.");
    }
  }

  private static Refusal tooLarge() {
    return new Refusal(413, "body", "The body has more than %d bytes.".formatted(Json.MOST));
  }
}
