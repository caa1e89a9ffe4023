package dev.darkroom.core.plugin.scan;

import dev.darkroom.core.plugin.info.Permission;
import java.nio.file.Path;
import java.util.List;

/// Reads class files for what they may do. Never runs code.
@FunctionalInterface
public interface CodeScan {

  /// A place that needs a right.
  ///
  /// @param where class and method, and what is called there
  record Finding(Permission permission, String where) {}

  /// @param jar the plug-in's jar or that of one of its own libraries
  List<Finding> scan(Path jar);

  /// Finds nothing.
  static CodeScan none() {
    return _ -> List.of();
  }
}
