package dev.darkroom.core.plugin;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The threads of a plug-in: started by its code, or in the middle of it.
///
/// @param names of the threads, in the order of the alphabet
record LayerThreads(List<String> names) {

  static LayerThreads of(ModuleLayer layer) {
    Set<ClassLoader> loaders = new HashSet<>();
    layer.modules().forEach(module -> loaders.add(module.getClassLoader()));
    Set<String> modules = layer.modules().stream().map(Module::getName).collect(Collectors.toSet());
    return new LayerThreads(
        Thread.getAllStackTraces().entrySet().stream()
            .filter(thread -> isOf(thread, loaders, modules))
            .map(thread -> "the thread " + thread.getKey().getName())
            .sorted()
            .toList());
  }

  /// Frames tell the name of a module only, which another version of the plug-in shares: they count
  /// where the thread does not tell whose it is.
  private static boolean isOf(
      Map.Entry<Thread, StackTraceElement[]> thread,
      Set<ClassLoader> loaders,
      Set<String> modules) {
    ClassLoader context = thread.getKey().getContextClassLoader();
    return loaders.contains(context)
        || loaders.contains(thread.getKey().getClass().getClassLoader())
        || Arrays.stream(thread.getValue())
            .anyMatch(frame -> modules.contains(frame.getModuleName()));
  }
}
