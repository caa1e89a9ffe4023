package dev.darkroom.core.plugin.info;

import dev.darkroom.core.error.InvalidRequestException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// What a plug-in jar says of itself.
///
/// @param id what it is installed under, for ever: `acme-samplers`
/// @param permissions what it asks for
public record PluginDescriptor(
    String id, Version version, About about, Needs needs, Set<Permission> permissions) {

  /// Where the jar holds it.
  public static final String ENTRY = "META-INF/darkroom/plugin.properties";

  /// The folder in the jar that holds the jars of its own libraries.
  public static final String LIBRARIES = "META-INF/darkroom/lib/";

  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*([.-][a-z0-9]+)*");
  private static final int MAX_ID = 64;

  /// What people read. Everything but the title may be empty.
  public record About(String title, String description, String licence, String homepage) {}

  /// What it can live with.
  ///
  /// @param api versions of Darkroom's interfaces
  /// @param requires plug-ins that must be there; their modules can be used
  /// @param optional plug-ins whose modules can be used if they are there
  /// @param conflicts plug-ins that must not be there
  public record Needs(
      VersionRange api,
      List<PluginDependency> requires,
      List<PluginDependency> optional,
      List<PluginDependency> conflicts) {

    public Needs {
      requires = List.copyOf(requires);
      optional = List.copyOf(optional);
      conflicts = List.copyOf(conflicts);
    }
  }

  public PluginDescriptor {
    requireId("id", id);
    permissions = Set.copyOf(permissions);
  }

  static void requireId(String field, String id) {
    if (id.length() > MAX_ID || !ID.matcher(id).matches()) {
      throw new InvalidRequestException(
          field,
          "\"%s\" is no plug-in id. Write up to %d lower-case letters, digits, hyphens and dots, such"
                  .formatted(id, MAX_ID)
              + " as acme-samplers.");
    }
  }

  /// Id and version, as messages write them.
  public String name() {
    return id + " " + version;
  }
}
