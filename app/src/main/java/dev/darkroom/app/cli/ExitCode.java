package dev.darkroom.app.cli;

import dev.darkroom.core.error.BackendException;
import dev.darkroom.core.error.CancelledException;
import dev.darkroom.core.error.DarkroomException;
import dev.darkroom.core.error.InvalidRequestException;
import dev.darkroom.core.error.ModelFormatException;
import dev.darkroom.core.error.UnknownPluginException;
import java.io.IOException;
import java.io.UncheckedIOException;

/// What the program's exit code says.
enum ExitCode {
  OK(0),
  UNEXPECTED(1),
  INVALID_REQUEST(2),
  FILE(3),
  BACKEND(4),
  CANCELLED(130);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  int number() {
    return number;
  }

  /// The code for a failure.
  static ExitCode of(Throwable failure) {
    return switch (failure) {
      case DarkroomException expected -> of(expected);
      case IOException _ -> FILE;
      case UncheckedIOException _ -> FILE;
      default -> UNEXPECTED;
    };
  }

  private static ExitCode of(DarkroomException failure) {
    return switch (failure) {
      case InvalidRequestException _ -> INVALID_REQUEST;
      case UnknownPluginException _ -> INVALID_REQUEST;
      case ModelFormatException _ -> FILE;
      case BackendException _ -> BACKEND;
      case CancelledException _ -> CANCELLED;
    };
  }
}
