package dev.darkroom.app.host;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.app.report.DiagnosisReport;
import dev.darkroom.app.report.InstallReport;
import dev.darkroom.app.report.InstalledReport;
import dev.darkroom.app.shelf.WaveJar;
import dev.darkroom.app.wire.InstallBody;
import dev.darkroom.app.wire.Json;
import dev.darkroom.core.plugin.info.PluginState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Every address of the plug-ins, byte by byte.
final class PluginEndpointTests {

  @TempDir static Path folder;
  private static TestHost host;
  private static Path jar;

  @BeforeAll
  static void start() throws IOException {
    host = TestHost.in(folder.resolve("host"));
    jar = WaveJar.of("1.0.0").build(folder);
  }

  @AfterAll
  static void stop() {
    host.close();
  }

  @BeforeEach
  void empty() throws IOException {
    for (InstalledReport.Row row : list().plugins()) {
      assertThat(host.send("DELETE /v1/plugins/" + row.id(), "").status()).isEqualTo(200);
    }
  }

  private static <T> T read(TestHost.Answer answer, Class<T> type) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.head()).contains("application/json");
    return Json.readLarge(answer.body().getBytes(UTF_8), type);
  }

  private static InstalledReport list() throws IOException {
    return read(host.send("GET /v1/plugins", ""), InstalledReport.class);
  }

  private static TestHost.Answer install() throws IOException {
    InstallBody look = new InstallBody(jar.toString(), null);
    InstallReport plan =
        read(host.send("POST /v1/plugins/plan", Json.text(look)), InstallReport.class);
    InstallBody body = new InstallBody(jar.toString(), plan.plugin().sha256());
    return host.send("POST /v1/plugins", Json.text(body));
  }

  private static InstalledReport.Row change(String verb) throws IOException {
    TestHost.Answer answer = host.send("POST /v1/plugins/acme-wave/" + verb, "{}");
    return read(answer, InstalledReport.Row.class);
  }

  @Test
  void aPluginIsInstalledChangedAndRemoved() throws IOException {
    assertThat(list().plugins()).isEmpty();
    assertThat(read(install(), InstalledReport.Row.class).state()).isEqualTo(PluginState.ACTIVE);
    assertThat(host.send("GET /v1/schedules", "").body()).contains("acme-wave 1.0.0");
    assertThat(change("disable").state()).isEqualTo(PluginState.DISABLED);
    assertThat(host.send("GET /v1/schedules", "").body()).doesNotContain("acme-wave");
    assertThat(change("enable").state()).isEqualTo(PluginState.ACTIVE);
    TestHost.Answer verified = host.send("POST /v1/plugins/verify", "{}");
    assertThat(read(verified, InstalledReport.class)).isEqualTo(list());
    TestHost.Answer diagnosis = host.send("GET /v1/plugins/diagnose", "");
    assertThat(read(diagnosis, DiagnosisReport.class).plugins()).isEqualTo(list().plugins());
    TestHost.Answer removed = host.send("DELETE /v1/plugins/acme-wave", "");
    assertThat(read(removed, InstalledReport.class).plugins()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST %s/enable", "POST %s/disable", "POST %s/rollback", "DELETE %s"})
  void anUnknownIdIsAnsweredWithTheKnownOnes(String line) throws IOException {
    install();
    for (String id : List.of("acme-wafe", "enable", "%20", "plan", "%C3%A4")) {
      TestHost.Answer answer = host.send(line.formatted("/v1/plugins/" + id), "{}");
      assertThat(answer.status()).as(line + id).isEqualTo(404);
      assertThat(answer.body())
          .startsWith("{\"error\":{\"code\":\"unknown-plugin\",\"field\":")
          .contains("Known: acme-wave.");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{}; path",
        "{\"path\":null}; path",
        "{\"path\":\"\"}; path",
        "{\"path\":\"wave.jar\"}; path",
        "{\"path\":\"/a\\u0000b\"}; path",
        "{\"path\":7}; path",
        "{\"path\":\"/none.jar\"}; plugin",
        "{\"path\":\"/\"}; plugin",
        "{\"path\":\"/none.jar\",\"consent\":[]}; consent",
        "{\"path\":\"/none.jar\",\"url\":\"http://evil.example/a.jar\"}; url",
      })
  void theFieldIsNamed(String body, String field) throws IOException {
    for (String address : List.of("/v1/plugins", "/v1/plugins/plan")) {
      TestHost.Answer answer = host.send("POST " + address, body);
      assertThat(answer.status()).as(answer.body()).isEqualTo(422);
      assertThat(answer.body())
          .startsWith("{\"error\":{\"code\":\"invalid-request\",\"field\":\"" + field + "\"");
    }
    assertThat(list().plugins()).isEmpty();
  }

  @Test
  void nothingIsInstalledWithoutConsentToThisJar() throws IOException {
    Path unseen = WaveJar.of("2.0.0").build(folder);
    for (String consent : new String[] {null, "", "yes", "0".repeat(64)}) {
      InstallBody body = new InstallBody(unseen.toString(), consent);
      TestHost.Answer answer = host.send("POST /v1/plugins", Json.text(body));
      assertThat(answer.status()).as(answer.body()).isEqualTo(422);
    }
    assertThat(list().plugins()).isEmpty();
  }

  @Test
  void aJarComesFromAFileAndNeverFromABody() throws IOException {
    String bytes = new String(Files.readAllBytes(jar), UTF_8);
    assertThat(host.send("POST /v1/plugins", bytes).status()).isIn(400, 422);
    assertThat(list().plugins()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PUT /v1/plugins",
        "DELETE /v1/plugins",
        "GET /v1/plugins/plan",
        "GET /v1/plugins/acme-wave/enable",
        "POST /v1/plugins/diagnose"
      })
  void otherVerbsAreRefused(String line) throws IOException {
    TestHost.Answer answer = host.send(line, "");
    assertThat(answer.status()).as(answer.body()).isEqualTo(405);
    assertThat(answer.body()).startsWith("{\"error\":{\"code\":\"http\"");
  }
}
