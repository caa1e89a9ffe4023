package dev.darkroom.app.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.app.report.SamplerReport;
import dev.darkroom.app.report.ScheduleReport;
import dev.darkroom.core.plugin.PluginCatalog;
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

  /// What is known of samplers and schedules is told like the commands tell it.
  @Test
  void listsSamplersAndSchedules() throws IOException {
    try (TestHost host = TestHost.in(folder)) {
      PluginCatalog installed = PluginCatalog.load();
      SamplerReport samplers = host.client().get("/v1/samplers", SamplerReport.class);
      assertThat(samplers).isEqualTo(SamplerReport.of(installed));
      ScheduleReport schedules = host.client().get("/v1/schedules", ScheduleReport.class);
      assertThat(schedules).isEqualTo(ScheduleReport.of(installed));
    }
  }
}
