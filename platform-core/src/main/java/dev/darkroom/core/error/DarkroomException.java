package dev.darkroom.core.error;

import org.jspecify.annotations.Nullable;

/// Root of everything that Darkroom throws on purpose. Unchecked and sealed: callers switch over the
/// kinds, backends subclass [BackendException].
///
/// The message is one sentence for the person at the keyboard: it names the field, file, tensor or
/// op at fault and says what to do next.
public abstract sealed class DarkroomException extends RuntimeException
    permits InvalidRequestException,
        UnknownPluginException,
        ModelFormatException,
        CancelledException,
        BackendException {

  private static final long serialVersionUID = 1L;

  DarkroomException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
