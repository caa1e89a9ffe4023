package dev.darkroom.core.plugin.store;

import dev.darkroom.core.plugin.jar.PluginFolder;
import java.io.IOException;
import java.util.List;

/// Where private copies lie.
public interface Copies {

  /// The private copy of a release.
  PluginFolder folder(Release release) throws IOException;

  /// The files of the private copy that are no longer what was installed, or are missing or new.
  List<String> changedFiles(Release release) throws IOException;
}
