package dev.darkroom.core.spi;

/// Turns requests into conditionings for one open model. One thread at a time.
public interface Conditioner extends AutoCloseable {

  /// Called once a job.
  ///
  /// @throws dev.darkroom.core.error.InvalidRequestException if the request cannot be honoured
  Conditioning condition(GenerationRequest request, Cancellation cancellation);

  @Override
  void close();
}
