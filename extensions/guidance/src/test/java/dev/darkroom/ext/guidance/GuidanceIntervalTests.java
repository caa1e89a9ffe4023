package dev.darkroom.ext.guidance;

import dev.darkroom.core.spi.DenoiseHookProvider;
import dev.darkroom.testkit.DenoiseHookContract;
import java.util.Map;

final class GuidanceIntervalTests implements DenoiseHookContract {

  @Override
  public DenoiseHookProvider provider() {
    return new GuidanceInterval();
  }

  @Override
  public Map<String, String> settings() {
    return Map.of("start", "0.2", "end", "0.6");
  }
}
