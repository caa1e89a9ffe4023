package dev.darkroom.core.spi;

/// What people ask about a sampler before they choose it.
///
/// @param order order of convergence on a smooth model, 0 where more steps do not lead to one limit
/// @param modelCalls model calls for each step but first and last ones, which may take fewer or more;
///     0 where the sampler decides as it goes
/// @param stochastic whether it draws random numbers at its default settings
public record SamplerTraits(int order, double modelCalls, boolean stochastic) {

  /// One model call a step, no random numbers.
  public static SamplerTraits ofOrder(int order) {
    return new SamplerTraits(order, 1, false);
  }
}
