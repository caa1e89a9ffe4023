package dev.darkroom.app.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Who is heard, and who is not.
final class GuardTests {

  private static final String JSON = "Content-Type: application/json";

  @TempDir static Path folder;
  private static TestHost host;

  @BeforeAll
  static void start() {
    host = TestHost.in(folder);
  }

  @AfterAll
  static void stop() {
    host.close();
  }

  private static String name() {
    return "Host: 127.0.0.1:" + host.port();
  }

  @Test
  void everybodyMayAskForItsHealth() throws IOException {
    TestHost.Answer answer = host.send("GET /v1/health", List.of(name()), "");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"status\":\"ok\",\"version\":\"test\"}");
  }

  /// Every address that is answered, save that of the health.
  static Stream<String> addresses() {
    Javalin routes =
        Javalin.create(config ->
            Routes.register(
                config.routes,
                new Routes.Endpoints(
                    new HostEndpoint(null, null, null),
                    new GenerateEndpoint(null, null, null),
                    new ListEndpoint(null),
                    new PluginEndpoint(null))));
    return routes.unsafe.internalRouter.allHttpHandlers().stream()
        .map(handler -> handler.endpoint.method + " " + handler.endpoint.path)
        .map(line -> line.replaceAll("\\{\\w+}", "acme-wave"))
        .filter(line -> !line.endsWith(Routes.HEALTH));
  }

  @Test
  void thereAreAddresses() {
    assertThat(addresses())
        .hasSizeGreaterThan(20)
        .contains("POST /v1/generate", "DELETE /v1/plugins/acme-wave");
  }

  @ParameterizedTest
  @MethodSource("addresses")
  void everythingElseNeedsTheToken(String line) throws IOException {
    for (String credential : List.of("X: y", "Authorization: Bearer wrong", "Authorization: ")) {
      TestHost.Answer answer = host.send(line, List.of(name(), credential, JSON), "");
      assertThat(answer.status()).as(line).isEqualTo(401);
      assertThat(answer.body()).startsWith("{\"error\":{\"code\":\"token\"");
    }
    assertThat(host.send("GET /v1/host", "").status()).as("still there").isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /v1/samplers/",
        "GET /V1/samplers",
        "GET /v1/health/..;/samplers",
        "GET /v1/%73amplers",
        "GET //v1/samplers",
        "GET /v1/health/",
        "GET /none",
        "PUT /v1/host",
        "TRACE /v1/host",
        "OPTIONS /v1/generate",
        "HEAD /v1/host"
      })
  void noDetourLeadsAround(String line) throws IOException {
    for (String credential : List.of("X: y", "Authorization: Bearer wrong", "Authorization: ")) {
      TestHost.Answer answer = host.send(line, List.of(name(), credential, JSON), "");
      assertThat(answer.status()).as(line).isIn(400, 401, 404, 405);
      assertThat(answer.body()).doesNotContain("sampler.", "\tat ");
    }
    assertThat(host.send("GET /v1/host", "").status()).as("still there").isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, 200",
    "localhost, 200",
    "LOCALHOST, 200",
    "[::1], 200",
    "localhost:1234, 200",
    "evil.example, 421",
    "evil.example:80, 421",
    "127.0.0.1.evil.example, 421",
    "0.0.0.0, 421",
    "127.0.0.2, 421",
    "localhost., 421"
  })
  void answersToNamesOfThisMachineOnly(String name, int status) throws IOException {
    TestHost.Answer answer = host.send("GET /v1/host", List.of("Host: " + name, host.token()), "");
    assertThat(answer.status()).isEqualTo(status);
    if (status != 200) {
      assertThat(answer.body()).isEmpty();
    }
  }

  @Test
  void hostHeadersMustBeOneAndAgree() throws IOException {
    List<String> none = List.of(host.token());
    assertThat(host.send("GET /v1/host", none, "").status()).isEqualTo(400);
    List<String> two = List.of(name(), "Host: evil.example", host.token());
    assertThat(host.send("GET /v1/host", two, "").status()).isEqualTo(400);
    List<String> own = List.of(name(), host.token());
    assertThat(host.send("GET http://evil.example/v1/host", own, "").status()).isIn(400, 421);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Origin: https://evil.example",
        "Origin: null",
        "Origin: http://localhost:1",
        "Sec-Fetch-Site: cross-site",
        "Sec-Fetch-Site: same-site"
      })
  void pagesOfOtherSitesAreNotHeard(String header) throws IOException {
    // the body is announced and never comes: the answer does not wait for it
    List<String> headers = List.of(name(), host.token(), JSON, header, "Content-Length: 1000");
    for (String path : List.of("generate", "shutdown", "plugins")) {
      TestHost.Answer answer = host.send("POST /v1/" + path, headers, "");
      assertThat(answer.status()).isEqualTo(403);
      assertThat(answer.head()).doesNotContainIgnoringCase("Access-Control-Allow");
    }
    assertThat(host.send("GET /v1/host", List.of(name(), host.token(), header), "").status())
        .isEqualTo(403);
  }

  @Test
  void grantsNothingToPreflights() throws IOException {
    TestHost.Answer answer =
        host.send(
            "OPTIONS /v1/generate",
            List.of(
                name(),
                "Origin: https://evil.example",
                "Access-Control-Request-Method: POST",
                "Access-Control-Request-Private-Network: true"),
            "");
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.head()).doesNotContainIgnoringCase("Access-Control-Allow");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Type: text/plain", "Content-Type: application/x-www-form-urlencoded",
        "Content-Type: multipart/form-data; boundary=x", "X: no type",
        "Content-Type: application/json-patch+json"
      })
  void bodiesMustBeJson(String type) throws IOException {
    List<String> headers = List.of(name(), host.token(), type);
    assertThat(host.send("POST /v1/generate", headers, "{\"prompt\":\"x\"}").status())
        .isEqualTo(415);
    assertThat(host.send("POST /v1/shutdown", headers, "").status()).isEqualTo(415);
  }

  @Test
  void packedBodiesAreNotUnpacked() throws IOException {
    List<String> headers = List.of(name(), host.token(), JSON, "Content-Encoding: gzip");
    assertThat(host.send("POST /v1/generate", headers, "x").status()).isEqualTo(415);
  }
}
