package dev.darkroom.core.process;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Map;
import java.util.Optional;

/// The environment variables that native libraries read while they are loaded.
public final class EnvironmentVariables {

  private EnvironmentVariables() {}

  /// Sets variables that the user has not set, for the native code of this process; Java itself goes
  /// on seeing what it saw at its start. Does nothing on Windows, whose C libraries each copy the
  /// environment when they are loaded.
  @SuppressWarnings("restricted") // calls C, which module descriptors cannot check
  public static void setDefaults(Map<String, String> variables) {
    Linker linker = Linker.nativeLinker();
    Optional<MemorySegment> address = linker.defaultLookup().find("setenv");
    if (address.isPresent()) {
      FunctionDescriptor signature =
          FunctionDescriptor.of(
              ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.JAVA_INT);
      MethodHandle setenv = linker.downcallHandle(address.get(), signature);
      variables.forEach((name, value) -> set(setenv, name, value));
    }
  }

  private static void set(MethodHandle setenv, String name, String value) {
    try (Arena arena = Arena.ofConfined()) {
      int keep = 0;
      int _ = (int) setenv.invokeExact(arena.allocateFrom(name), arena.allocateFrom(value), keep);
    } catch (Throwable e) {
      throw new AssertionError("setenv is plain C and throws nothing", e);
    }
  }
}
