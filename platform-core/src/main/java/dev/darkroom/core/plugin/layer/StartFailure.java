package dev.darkroom.core.plugin.layer;

import dev.darkroom.core.plugin.info.PluginDescriptor;
import dev.darkroom.core.plugin.info.Problem;
import java.util.ServiceConfigurationError;

/// What the code of a plug-in threw when it was started, in words for people.
final class StartFailure {

  private StartFailure() {}

  static Problem of(Throwable thrown) {
    return new Problem(Failures.text(thrown) + ".", remedy(Failures.root(thrown)));
  }

  private static String remedy(Throwable root) {
    return switch (root) {
      case UnsupportedClassVersionError _ ->
          "Run Darkroom on a newer Java, or find a version of the plug-in for this one.";
      case ClassFormatError _ ->
          "Its jar is damaged: fetch it again, or have its author build it again.";
      case ClassNotFoundException _, NoClassDefFoundError _ ->
          "A class is missing: its author must put the library that holds it into %s of the jar."
              .formatted(PluginDescriptor.LIBRARIES);
      case UnsatisfiedLinkError _ ->
          "A native library is missing or made for another machine: find a version of the plug-in"
              + " for this one.";
      case LinkageError _ ->
          "It was built for other versions of what it uses: find a version of the plug-in that"
              + " fits.";
      case IllegalCallerException _ ->
          "Its author must ask for the permission `native` in %s."
              .formatted(PluginDescriptor.ENTRY);
      case ServiceConfigurationError _ ->
          "What it provides and its classes do not belong together: its author must build it"
              + " again.";
      default -> "That is a fault of the plug-in: tell its author.";
    };
  }
}
