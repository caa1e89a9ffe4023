package dev.darkroom.ext.samplers;

import java.util.List;

/// What people see of a sampler.
///
/// @param id the stable id
/// @param title the name that people read
/// @param summary one sentence with the paper
/// @param aliases names elsewhere
public record SamplerName(String id, String title, String summary, List<String> aliases) {

  public SamplerName {
    aliases = List.copyOf(aliases);
  }

  public static SamplerName of(String id, String title, String summary, String... aliases) {
    return new SamplerName(id, title, summary, List.of(aliases));
  }
}
