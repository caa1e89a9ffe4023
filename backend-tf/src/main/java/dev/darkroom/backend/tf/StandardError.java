package dev.darkroom.backend.tf;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/// The file that native code of this process writes its messages to, where the C library is POSIX.
final class StandardError {

  private static final int NUMBER = 2;
  private static final int WRITE_ONLY = 1;

  private final MethodHandle open;
  private final MethodHandle duplicate;
  private final MethodHandle replace;
  private final MethodHandle close;

  private StandardError(SymbolLookup names) {
    open = function(names, "open", ValueLayout.ADDRESS, ValueLayout.JAVA_INT);
    duplicate = function(names, "dup", ValueLayout.JAVA_INT);
    replace = function(names, "dup2", ValueLayout.JAVA_INT, ValueLayout.JAVA_INT);
    close = function(names, "close", ValueLayout.JAVA_INT);
  }

  /// Empty where the functions are missing.
  static Optional<StandardError> find() {
    SymbolLookup names = Linker.nativeLinker().defaultLookup();
    boolean there =
        Stream.of("open", "dup", "dup2", "close").allMatch(name -> names.find(name).isPresent());
    return there ? Optional.of(new StandardError(names)) : Optional.empty();
  }

  @SuppressWarnings("restricted") // calls the C library with its types
  private static MethodHandle function(
      SymbolLookup names, String name, MemoryLayout... parameters) {
    FunctionDescriptor type = FunctionDescriptor.of(ValueLayout.JAVA_INT, parameters);
    return Linker.nativeLinker().downcallHandle(names.find(name).orElseThrow(), type);
  }

  /// Does `work` while everything that is written to standard error goes to `file`, which exists.
  void into(Path file, Runnable work) {
    int target = open(file);
    int kept = call(() -> (int) duplicate.invokeExact(NUMBER));
    call(() -> (int) replace.invokeExact(target, NUMBER));
    try {
      work.run();
    } finally {
      call(() -> (int) replace.invokeExact(kept, NUMBER));
      call(() -> (int) close.invokeExact(kept));
      call(() -> (int) close.invokeExact(target));
    }
  }

  private int open(Path file) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment path = arena.allocateFrom(file.toString());
      return call(() -> (int) open.invokeExact(path, WRITE_ONLY));
    }
  }

  private interface Call {
    int run() throws Throwable;
  }

  private static int call(Call call) {
    try {
      return call.run();
    } catch (Throwable e) {
      throw new AssertionError("a function of the C library throws nothing", e);
    }
  }
}
