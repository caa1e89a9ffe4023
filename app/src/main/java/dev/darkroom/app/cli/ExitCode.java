package dev.darkroom.app.cli;

import dev.darkroom.app.client.HostAnswerException;
import dev.darkroom.app.host.HostRefusedException;
import dev.darkroom.app.wire.Fault;
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
  NO_HOST(69),
  BUSY(75),
  CONFIGURATION(78),
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
      case HostRefusedException refused -> of(refused);
      case HostAnswerException answer -> of(answer);
      case IOException _ -> FILE;
      case UncheckedIOException _ -> FILE;
      default -> UNEXPECTED;
    };
  }

  private static ExitCode of(HostRefusedException refused) {
    return switch (refused.reason()) {
      case ADDRESS -> CONFIGURATION;
      case PORT -> NO_HOST;
      case ANOTHER -> BUSY;
      case FOLDER -> FILE;
    };
  }

  /// The code that the failure would have had in this process.
  private static ExitCode of(HostAnswerException answer) {
    return switch (answer.code()) {
      case Fault.INVALID_REQUEST, Fault.UNKNOWN_PLUGIN -> INVALID_REQUEST;
      case Fault.MODEL -> FILE;
      case Fault.BACKEND -> BACKEND;
      case Fault.CANCELLED -> CANCELLED;
      case HostAnswerException.GONE -> NO_HOST;
      case HostAnswerException.BUSY -> BUSY;
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
