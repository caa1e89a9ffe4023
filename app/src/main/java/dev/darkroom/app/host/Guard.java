package dev.darkroom.app.host;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Decides whether a request is heard, before its body is read: it must be addressed to this machine
/// by a name of the machine itself, come from no web page of another site, and show the token.
final class Guard {

  private static final Set<String> NAMES = Set.of("127.0.0.1", "localhost", "[::1]");
  private static final Set<String> OWN_SITE = Set.of("same-origin", "none");
  private static final List<HandlerType> WITH_BODY =
      List.of(HandlerType.POST, HandlerType.PUT, HandlerType.PATCH);

  private final Token token;

  Guard(Token token) {
    this.token = token;
  }

  /// @throws Refusal if it is not heard
  void check(Context request) {
    requireOwnName(request);
    requireOwnSite(request);
    if (!request.path().equals(Routes.HEALTH)) {
      requireToken(request);
    }
    if (WITH_BODY.contains(request.method())) {
      requireJson(request);
    }
  }

  /// Pages of other sites reach this machine by a name of theirs that leads here (DNS rebinding).
  private static void requireOwnName(Context request) {
    String host = request.header("Host");
    if (host == null || !isOwn(host) || !isOwn(request.req().getServerName())) {
      throw new Refusal(421, "host", "");
    }
  }

  private static boolean isOwn(String host) {
    return NAMES.contains(host.toLowerCase(Locale.ROOT).replaceFirst(":\\d{1,5}$", ""));
  }

  private static void requireOwnSite(Context request) {
    String origin = request.header("Origin");
    String site = request.header("Sec-Fetch-Site");
    if ((origin != null && !isOwnOrigin(origin, request.port()))
        || (site != null && !OWN_SITE.contains(site))) {
      throw new Refusal(403, "origin", "Requests from web pages of other sites are not answered.");
    }
  }

  private static boolean isOwnOrigin(String origin, int port) {
    return NAMES.stream().anyMatch(name -> origin.equals("http://" + name + ":" + port));
  }

  private void requireToken(Context request) {
    if (!token.isShownBy(request.header("Authorization"))) {
      throw new Refusal(
          401,
          "token",
          "Send the header \"Authorization: Bearer TOKEN\" with the token from the host's file;"
              + " `darkroom host status` says where that is.");
    }
  }

  /// Forms of web pages can send other types to any site without asking.
  private static void requireJson(Context request) {
    if (!isJson(request.contentType()) || request.header("Content-Encoding") != null) {
      throw new Refusal(
          415, "content-type", "Send JSON, with the header \"Content-Type: application/json\".");
    }
  }

  private static boolean isJson(@Nullable String type) {
    String name = type == null ? "" : type.split(";", 2)[0].strip();
    return name.equalsIgnoreCase("application/json");
  }
}
