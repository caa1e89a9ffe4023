package dev.darkroom.core.plugin.load;

import dev.darkroom.core.plugin.info.Version;
import dev.darkroom.core.plugin.jar.HostModules;
import dev.darkroom.core.plugin.layer.PluginLayer;
import dev.darkroom.core.plugin.layer.Start;
import dev.darkroom.core.plugin.trust.SignatureCheck;
import java.util.List;
import java.util.function.Function;

/// What plug-ins are started under.
///
/// @param api the version of Darkroom's interfaces
/// @param starter constructs the providers of a layer
public record Conditions(
    Version api,
    HostModules host,
    SignatureCheck signatures,
    Function<PluginLayer, Start> starter) {

  /// The same without running any code of a plug-in.
  public Conditions withoutStarting() {
    return new Conditions(api, host, signatures, _ -> new Start.Started(List.of()));
  }
}
