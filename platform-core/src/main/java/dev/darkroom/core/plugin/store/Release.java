package dev.darkroom.core.plugin.store;

import dev.darkroom.core.plugin.info.DescriptorText;
import dev.darkroom.core.plugin.info.Permission;
import dev.darkroom.core.plugin.info.PluginDescriptor;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A version of a plug-in that lies in the store.
///
/// @param sha256 of the jar
/// @param files the hash of every file of the private copy, by path
/// @param descriptor the fields of the descriptor, so that a copy that was changed still has a name
/// @param signature what was known of it when it was installed, in words
/// @param granted words of the permissions that the user consented to
/// @param source where the jar came from
public record Release(
    String sha256,
    Map<String, String> files,
    Map<String, String> descriptor,
    String signature,
    List<String> granted,
    String source) {

  public Release {
    files = Map.copyOf(files);
    descriptor = Map.copyOf(descriptor);
    granted = List.copyOf(granted);
  }

  public PluginDescriptor parsed() {
    return new DescriptorText(descriptor, "the store").descriptor();
  }

  public Set<Permission> permissions() {
    return Permission.parse("permissions", String.join(",", granted));
  }
}
