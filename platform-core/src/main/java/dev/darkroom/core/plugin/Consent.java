package dev.darkroom.core.plugin;

import dev.darkroom.core.plugin.info.Permission;
import java.util.Set;

/// What the user agreed to: to exactly these bytes, with these permissions.
///
/// @param sha256 hash of the jar; empty for no consent
public record Consent(String sha256, Set<Permission> permissions) {

  public Consent {
    permissions = Set.copyOf(permissions);
  }

  /// The user was asked nothing, or said no.
  public static Consent none() {
    return new Consent("", Set.of());
  }

  /// The user agreed to everything that a plan shows.
  public static Consent to(InstallPlan plan) {
    return new Consent(plan.jar().sha256(), plan.jar().descriptor().permissions());
  }

  boolean covers(InstallPlan plan) {
    return sha256.equals(plan.jar().sha256())
        && permissions.containsAll(plan.jar().descriptor().permissions());
  }
}
