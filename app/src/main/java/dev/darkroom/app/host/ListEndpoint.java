package dev.darkroom.app.host;

import dev.darkroom.app.report.BackendReport;
import dev.darkroom.app.report.ModelReport;
import dev.darkroom.app.report.PluginKindReport;
import dev.darkroom.app.report.SamplerReport;
import dev.darkroom.app.report.ScheduleReport;
import dev.darkroom.core.spi.DenoiseHookProvider;
import dev.darkroom.core.spi.ImageProcessor;
import dev.darkroom.core.spi.Plugins;
import dev.darkroom.core.spi.Script;
import dev.darkroom.core.spi.Upscaler;
import io.javalin.http.Context;

/// Lists what can be used at this moment, as the commands of the same names do.
final class ListEndpoint {

  private static final int OK = 200;

  private final Plugins plugins;

  ListEndpoint(Plugins plugins) {
    this.plugins = plugins;
  }

  void backends(Context request) {
    Answers.answer(request, OK, BackendReport.of(plugins));
  }

  void models(Context request) {
    Answers.answer(request, OK, ModelReport.of(plugins));
  }

  void samplers(Context request) {
    Answers.answer(request, OK, SamplerReport.of(plugins));
  }

  void schedules(Context request) {
    Answers.answer(request, OK, ScheduleReport.of(plugins));
  }

  void scripts(Context request) {
    Answers.answer(request, OK, PluginKindReport.of(plugins, Script.class));
  }

  void hooks(Context request) {
    Answers.answer(request, OK, PluginKindReport.of(plugins, DenoiseHookProvider.class));
  }

  void processors(Context request) {
    Answers.answer(request, OK, PluginKindReport.of(plugins, ImageProcessor.class));
  }

  void upscalers(Context request) {
    Answers.answer(request, OK, PluginKindReport.of(plugins, Upscaler.class));
  }
}
