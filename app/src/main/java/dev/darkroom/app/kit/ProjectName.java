package dev.darkroom.app.kit;

import dev.darkroom.core.error.InvalidRequestException;
import java.lang.module.ModuleDescriptor;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What a new plug-in is called.
///
/// @param name its id, and the folder of its project: `my-sampler`
/// @param packageName its package and module
public record ProjectName(PluginKind kind, String name, String packageName) {

  private static final Pattern KEBAB = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
  private static final int MAX_LENGTH = 64;

  /// @throws InvalidRequestException if it has another form
  public ProjectName {
    if (name.length() > MAX_LENGTH || !KEBAB.matcher(name).matches()) {
      throw new InvalidRequestException(
          "name",
          "cannot be \"%s\"; write up to %d lower-case letters, digits and single hyphens, such as my-%s."
              .formatted(name, MAX_LENGTH, kind.word()));
    }
    requirePackage(packageName);
  }

  /// In a package of its own below `com.example`.
  public static ProjectName of(PluginKind kind, String name) {
    return new ProjectName(kind, name, "com.example." + name.replace("-", ""));
  }

  private static void requirePackage(String packageName) {
    try {
      ModuleDescriptor.newModule(packageName);
    } catch (IllegalArgumentException e) {
      throw new InvalidRequestException(
          "package",
          "\"%s\" is no Java package; name one with --package, such as com.example.mine."
              .formatted(packageName),
          e);
    }
    if (packageName.startsWith("dev.darkroom.") || !packageName.contains(".")) {
      throw new InvalidRequestException(
          "package", "must be a package of your own with a dot in it, got " + packageName + ".");
    }
  }

  /// The name of the provider's class: that of the plug-in, which ends in that of its kind.
  public String className() {
    String words =
        Arrays.stream(name.split("-"))
            .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
            .collect(Collectors.joining());
    String ending = kind.word().substring(0, 1).toUpperCase(Locale.ROOT) + kind.word().substring(1);
    return words.endsWith(ending) ? words : words + ending;
  }

  /// For people: `My sampler`.
  public String title() {
    String words = name.replace('-', ' ');
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  /// The folder of the package.
  String path() {
    return packageName.replace('.', '/');
  }
}
