package dev.darkroom.app.tool;

import java.net.URL;
import java.net.URLClassLoader;

/// Loads classes from its jars first. Java's own loaders know every module of this program, whose libraries
/// would otherwise win over a tool's of other versions.
final class OwnLibraries extends URLClassLoader {

  OwnLibraries(String name, URL[] jars) {
    super(name, jars, getPlatformClassLoader());
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? find(name) : loaded;
    }
  }

  private Class<?> find(String name) throws ClassNotFoundException {
    try {
      return findClass(name);
    } catch (ClassNotFoundException _) {
      return super.loadClass(name, false);
    }
  }
}
