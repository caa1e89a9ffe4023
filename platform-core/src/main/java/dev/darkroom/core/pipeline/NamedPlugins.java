package dev.darkroom.core.pipeline;

import dev.darkroom.core.sampling.SamplingNames;
import dev.darkroom.core.spi.DenoiseHookProvider;
import dev.darkroom.core.spi.Extras;
import dev.darkroom.core.spi.GenerationRequest;
import dev.darkroom.core.spi.Plugin;
import dev.darkroom.core.spi.Plugins;
import dev.darkroom.core.spi.SamplerProvider;
import dev.darkroom.core.spi.Sampling;
import dev.darkroom.core.spi.ScheduleProvider;
import dev.darkroom.core.spi.Script;
import java.util.ArrayList;
import java.util.List;

/// The plug-ins that a request names, found.
///
/// @param request the request with every id in its full form
record NamedPlugins(
    GenerationRequest request,
    SamplerProvider sampler,
    ScheduleProvider schedule,
    List<Configured<DenoiseHookProvider>> hooks,
    List<Configured<Script>> scripts,
    Finishing finishing) {

  /// @param own how the model samples by itself
  /// @throws dev.darkroom.core.error.UnknownPluginException if the request names something not
  ///     installed
  /// @throws dev.darkroom.core.error.InvalidRequestException if a plug-in does not take its settings
  static NamedPlugins find(Plugins plugins, GenerationRequest request, Sampling own) {
    Sampling sampling = SamplingNames.of(plugins).resolve(request.sampling(), own);
    SamplerProvider sampler = plugins.find(SamplerProvider.class, sampling.sampler());
    ScheduleProvider schedule = plugins.find(ScheduleProvider.class, sampling.schedule());
    Extras extras = request.extras();
    var hooks = Configured.findAll(plugins, DenoiseHookProvider.class, extras.hooks());
    var scripts = Configured.findAll(plugins, Script.class, extras.scripts());
    Finishing finishing = Finishing.find(plugins, extras.finishing());
    GenerationRequest full =
        request
            .with(sampling)
            .with(new Extras(Configured.uses(hooks), Configured.uses(scripts), finishing.uses()));
    return new NamedPlugins(full, sampler, schedule, hooks, scripts, finishing);
  }

  /// All of them.
  List<Plugin> all() {
    List<Plugin> all = new ArrayList<>(List.of(sampler, schedule));
    hooks.forEach(hook -> all.add(hook.plugin()));
    scripts.forEach(script -> all.add(script.plugin()));
    all.addAll(finishing.plugins());
    return all;
  }
}
