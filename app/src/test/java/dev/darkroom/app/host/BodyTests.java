package dev.darkroom.app.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is wrong with a request is answered by name, and nothing is drawn.
final class BodyTests {

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

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{\"promt\":\"x\"}; promt",
        "{\"prompt\":\"x\",\"picture\":{\"stepz\":2}}; stepz",
        "{\"prompt\":\"x\",\"picture\":{\"steps\":\"many\"}}; picture.steps",
        "{\"prompt\":\"x\",\"picture\":{\"steps\":2.5}}; picture.steps",
        "{\"prompt\":\"x\",\"picture\":{\"steps\":0}}; steps",
        "{\"prompt\":\"x\",\"picture\":{\"width\":7}}; width",
        "{\"prompt\":\"x\",\"picture\":{\"cfg\":1e999}}; cfg",
        "{\"prompt\":\"x\",\"picture\":{\"seed\":-5}}; seed",
        "{\"prompt\":\"x\",\"picture\":{\"batch\":0}}; batch",
        "{\"prompt\":\"x\",\"engine\":{\"precision\":\"f9\"}}; precision",
        "{\"prompt\":[1],\"picture\":{}}; prompt",
      })
  void theFieldIsNamed(String body, String field) throws IOException {
    TestHost.Answer answer = host.send("POST /v1/generate", body);
    assertThat(answer.status()).as(answer.body()).isEqualTo(422);
    assertThat(answer.body())
        .startsWith("{\"error\":{\"code\":\"invalid-request\",\"field\":\"" + field)
        .doesNotContain("\tat ", "Exception");
  }

  @Test
  void theIdIsNamedWhereNothingIsInstalledUnderIt() throws IOException {
    TestHost.Answer answer =
        host.send("POST /v1/generate", "{\"prompt\":\"x\",\"picture\":{\"sampler\":\"abacus\"}}");
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.body()).contains("\"field\":\"abacus\"", "Nearest names");
  }

  @Test
  void theFileIsNamedWhereAModelIsMissing() throws IOException {
    TestHost.Answer answer =
        host.send("POST /v1/generate", "{\"prompt\":\"x\",\"model\":\"/none/such\"}");
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body()).contains("\"code\":\"model\"", "/none/such");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "nonsense",
        "{\"prompt\":\"x\"} more",
        "{\"prompt\":\"x\",\"prompt\":\"y\"}",
        "{\"picture\":{\"cfg\":NaN}}"
      })
  void whatIsNoJsonIsRefused(String body) throws IOException {
    TestHost.Answer answer = host.send("POST /v1/generate", body);
    assertThat(answer.status()).as(answer.body()).isIn(400, 422);
    assertThat(answer.body()).doesNotContain("\tat ");
  }

  @Test
  void deepNestingAndLongNumbersAreRefused() throws IOException {
    String deep = "[".repeat(100_000);
    assertThat(host.send("POST /v1/generate", deep).status()).isIn(400, 422);
    String digits = "{\"picture\":{\"seed\":" + "9".repeat(10_000) + "}}";
    assertThat(host.send("POST /v1/generate", digits).status()).isIn(400, 422);
  }

  @Test
  void largeBodiesAreRefused() throws IOException {
    String body = "{\"prompt\":\"" + "x".repeat(5 << 20) + "\"}";
    List<String> headers =
        List.of(
            "Host: localhost",
            host.token(),
            "Content-Type: application/json",
            "Content-Length: " + body.length());
    assertThat(host.send("POST /v1/generate", headers, "").status()).isEqualTo(413);
    String chunked =
        "POST /v1/generate HTTP/1.1\r\nHost: localhost\r\n%s\r\nContent-Type: application/json\r\n"
                .formatted(host.token())
            + "Connection: close\r\nTransfer-Encoding: chunked\r\n\r\n%x\r\n%s\r\n0\r\n\r\n"
                .formatted(body.length(), body);
    assertThat(host.sendRaw(chunked).status()).isEqualTo(413);
  }

  @Test
  void unknownAddressesAndVerbsAreAnsweredInJson() throws IOException {
    assertThat(host.send("GET /v1/none", "").status()).isEqualTo(404);
    assertThat(host.send("DELETE /v1/generate", "").status()).isEqualTo(405);
    assertThat(host.send("GET /v1/none", "").body()).startsWith("{\"error\":{\"code\":\"http\"");
  }

  @Test
  void nothingIsLeftToDraw() throws IOException {
    assertThat(host.send("GET /v1/host", "").body()).contains("\"drawing\":0,\"waiting\":0");
  }
}
