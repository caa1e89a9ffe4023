package dev.darkroom.app.shelf;

import dev.darkroom.app.sigstore.SigstoreSignatures;
import dev.darkroom.core.plugin.PluginHostOptions;
import dev.darkroom.core.plugin.PluginHostOptions.Trust;
import dev.darkroom.core.plugin.trust.SignatureCheck;
import dev.darkroom.core.plugin.trust.SignatureChecks;
import java.util.List;

/// How the user's plug-ins are opened by this program, which knows Sigstore's bundles, too.
public final class UserPlugins {

  private UserPlugins() {}

  /// The user's folder, with the user's trust.
  public static PluginHostOptions options() {
    Trust keys = Trust.ofUser();
    return SigstoreSignatures.ofUser()
        .<SignatureCheck>map(bundles -> new SignatureChecks(List.of(keys.signatures(), bundles)))
        .map(signatures -> new Trust(signatures, keys.scan()))
        .map(PluginHostOptions.defaults()::with)
        .orElseGet(PluginHostOptions::defaults);
  }
}
