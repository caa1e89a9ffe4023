package dev.darkroom.core.plugin.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// What is done to a folder of plug-ins, from the state that goes before it.
enum StoreOperation {
  INSTALL,
  UPDATE,
  REMOVE,
  /// Installing the same again after somebody changed its copy.
  REPAIR;

  private static final String ID = "acme";

  /// Brings a folder into the state from which this starts.
  void prepare(Path folder) throws IOException {
    if (this != INSTALL) {
      INSTALL.perform(new PluginStore(folder), folder);
    }
    if (this == REMOVE) {
      UPDATE.perform(new PluginStore(folder), folder);
    }
    if (this == REPAIR) {
      PluginStore store = new PluginStore(folder);
      Release release = store.state().plugins().getFirst().current();
      Files.writeString(store.folder(release).jar(), "changed");
    }
  }

  void perform(PluginStore store, Path folder) {
    store.change(change(store, folder));
  }

  UnaryOperator<StoreState> change(PluginStore store, Path folder) {
    return switch (this) {
      case INSTALL, REPAIR -> state -> state.with(Entry.of(ID, add(store, folder, "1.0.0")));
      case UPDATE ->
          state -> state.with(state.find(ID).orElseThrow().with(add(store, folder, "2.0.0")));
      case REMOVE -> state -> state.without(ID);
    };
  }

  private static Release add(PluginStore store, Path folder, String version) {
    try {
      return store.add(
          jar(folder.resolveSibling("acme-%s.jar".formatted(version)), version), List.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A jar with a descriptor and a library.
  private static Path jar(Path file, String version) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      put(
          zip,
          "META-INF/darkroom/plugin.properties",
          "id=%s\nversion=%s\napi=*\n".formatted(ID, version));
      put(zip, "META-INF/darkroom/lib/lib.jar", "library " + version);
    }
    return file;
  }

  private static void put(ZipOutputStream zip, String name, String text) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(LocalDateTime.of(2026, 1, 1, 0, 0)); // the same bytes each time
    zip.putNextEntry(entry);
    zip.write(text.getBytes(UTF_8));
    zip.closeEntry();
  }
}
