package dev.darkroom.core.pipeline;

import dev.darkroom.core.spi.DenoiseHook;
import dev.darkroom.core.spi.DenoiseHookProvider;
import dev.darkroom.core.spi.GenerationRequest;
import java.util.ArrayList;
import java.util.List;

/// The hooks of one job.
record OpenHooks(List<DenoiseHook> hooks) implements AutoCloseable {

  static OpenHooks open(
      List<Configured<DenoiseHookProvider>> providers, GenerationRequest request) {
    OpenHooks opened = new OpenHooks(new ArrayList<>());
    try {
      for (Configured<DenoiseHookProvider> hook : providers) {
        opened.hooks.add(hook.plugin().open(request, hook.values()));
      }
      return opened;
    } catch (RuntimeException e) {
      opened.close();
      throw e;
    }
  }

  @Override
  public void close() {
    hooks.forEach(DenoiseHook::close);
  }
}
