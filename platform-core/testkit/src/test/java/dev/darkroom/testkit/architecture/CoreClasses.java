package dev.darkroom.testkit.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import dev.darkroom.core.spi.Plugin;
import java.net.URI;
import java.util.Set;

/// The core's own classes, wherever the module under test came from: its jar or its class folder.
final class CoreClasses {

  private static final JavaClasses CLASSES = read();

  private CoreClasses() {}

  static JavaClasses all() {
    return CLASSES;
  }

  private static JavaClasses read() {
    URI home =
        ModuleLayer.boot()
            .configuration()
            .findModule(Plugin.class.getModule().getName())
            .flatMap(module -> module.reference().location())
            .orElseThrow();
    return new ClassFileImporter().importLocations(Set.of(Location.of(home)));
  }
}
