package dev.darkroom.core.spi;

/// Makes a hook into the denoising known: thresholds, rescaling, previews. Stateless.
public interface DenoiseHookProvider extends Configurable {

  /// Opens the hook for one job, which closes it at its end.
  ///
  /// @param request what is drawn
  /// @param values settings checked by [#parameters()]
  /// @throws dev.darkroom.core.error.InvalidRequestException if the request does not suit the settings
  DenoiseHook open(GenerationRequest request, ParameterValues values);
}
