package dev.darkroom.app.studio;

import dev.darkroom.core.spi.Cancellation;

/// Makes pictures, in this process or in another one.
public interface Studio extends AutoCloseable {

  /// Makes one batch. Models stay open for the next one.
  ///
  /// @throws dev.darkroom.core.error.InvalidRequestException if the order cannot be honoured
  /// @throws dev.darkroom.core.error.UnknownPluginException if it names something not installed
  /// @throws dev.darkroom.core.error.ModelFormatException if the model cannot be used
  /// @throws dev.darkroom.core.error.BackendException if the engine fails
  /// @throws dev.darkroom.core.error.CancelledException if cancelled
  Drawn draw(Order order, DrawingListener listener, Cancellation cancellation);

  @Override
  void close();
}
