package dev.darkroom.core.spi;

import java.util.List;

/// Wraps a generation: changes its request, repeats it, puts its pictures together. Stateless and safe
/// for use by several threads.
///
/// Mandatory: the same arguments give the same bits; every picture returned is what its
/// [Drawing#request()] gives at [Drawing#index()]. So pictures of `next` are returned as they are, and
/// what a script makes itself names `request`, which says that the script takes part, and its place
/// among the pictures returned.
public interface Script extends Configurable {

  /// @param request the request with this script, and those after it, as its only scripts
  /// @param next draws; may be called any number of times, on the calling thread
  /// @param values settings checked by [#parameters()]
  /// @return at least one picture
  /// @throws dev.darkroom.core.error.InvalidRequestException if the request does not suit the settings
  /// @throws dev.darkroom.core.error.CancelledException if `next` throws it
  List<Drawing> run(GenerationRequest request, Generation next, ParameterValues values);
}
