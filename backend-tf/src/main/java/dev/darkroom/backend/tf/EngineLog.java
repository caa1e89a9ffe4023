package dev.darkroom.backend.tf;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;

/// What TensorFlow writes to standard error by itself. Part of it goes through a library (Abseil)
/// that knows no environment variable and is told by a call; errors reach callers as exceptions.
final class EngineLog {

  /// `absl::SetMinLogLevel(absl::LogSeverityAtLeast)` as the linker names it in TensorFlow 2.18.
  private static final String SET_LEVEL =
      "_ZN4absl12lts_2023080214SetMinLogLevelENS0_18LogSeverityAtLeastE";

  private static final int FATAL = 3;

  private EngineLog() {}

  /// Silences all but the last words of a dying process. Builds of TensorFlow without that function
  /// stay as talkative as they are.
  ///
  /// @param folder the folder that the loaded libraries are in
  static void silence(Path folder) {
    for (String name : new String[] {"libtensorflow_framework.so.2", "libtensorflow_cc.so.2"}) {
      Path library = folder.resolve(name);
      if (Files.isRegularFile(library)) {
        SymbolLookup.libraryLookup(library, Arena.global())
            .find(SET_LEVEL)
            .map(address ->
                Linker.nativeLinker()
                    .downcallHandle(address, FunctionDescriptor.ofVoid(ValueLayout.JAVA_INT)))
            .ifPresent(EngineLog::silence);
      }
    }
  }

  private static void silence(MethodHandle setLevel) {
    try {
      setLevel.invokeExact(FATAL);
    } catch (Throwable e) {
      throw new AssertionError("setting a number throws nothing", e);
    }
  }
}
