package dev.darkroom.app.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// That orders may name samplers as other programs do.
class SamplerNameTests {

  private static final String ORDER =
      "{\"prompt\":\"x\",\"picture\":{\"steps\":1,\"width\":64,\"height\":64,\"sampler\":\"%s\"}}";

  @TempDir Path folder;

  @Test
  void splitsSamplerAndSchedule() throws IOException {
    try (TestHost host = TestHost.in(folder)) {
      TestHost.Answer answer =
          host.send("POST /v1/generate", ORDER.formatted("DPM++ 2M SDE Karras"));
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.body()).contains("\"sampler.dpmpp-2m-sde\"", "\"schedule.karras\"");
    }
  }

  @Test
  void suggestsNames() throws IOException {
    try (TestHost host = TestHost.in(folder)) {
      TestHost.Answer answer = host.send("POST /v1/generate", ORDER.formatted("DPM++ 2M Karas"));
      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.body()).contains("DPM++ 2M Karras");
    }
  }
}
