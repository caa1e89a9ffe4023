package dev.darkroom.ext.samplers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.plugin.PluginCatalog;
import dev.darkroom.core.spi.SamplerProvider;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// That people find samplers under the names that they know.
final class SamplerNamesTests {

  private final List<SamplerProvider> samplers = PluginCatalog.load().all(SamplerProvider.class);

  /// The samplers that only SD.Next offers, by its exact names.
  @Test
  void knowsTheNamesOfSdNext() {
    assertThat(names())
        .containsKeys(
            lower(
                "ABNorsett 2M",
                "ABNorsett 3M",
                "ABNorsett 4M",
                "Lawson 2S A",
                "Lawson 2S B",
                "Lawson 4S",
                "ETD-RK 2S",
                "ETD-RK 3S A",
                "ETD-RK 3S B",
                "ETD-RK 4S A",
                "ETD-RK 4S B",
                "PEC 423",
                "PEC 433",
                "RES-Unified 2S",
                "RES-Unified 3S",
                "RES-Unified 2M",
                "RES-Unified 3M",
                "RES-Singlestep 2S",
                "RES-Singlestep 3S",
                "RES-Multistep 2M",
                "RES-Multistep 3M",
                "RES-SDE 2S",
                "RES-SDE 3S",
                "DEIS-Unified 1S",
                "DEIS-Unified 2M",
                "DEIS-Multistep",
                "DPM++ Cosine",
                "DPM SDE",
                "Euclidean Flow",
                "Hyperbolic Flow",
                "Spherical Flow",
                "Lorentzian Flow",
                "Langevin Dynamics",
                "Linear-RK 2",
                "Linear-RK 3",
                "Linear-RK 4",
                "Linear-RK Euler",
                "Linear-RK Heun",
                "Linear-RK Ralston",
                "Specialized-RK 3S",
                "Specialized-RK 4S",
                "Runge-Kutta 4/4",
                "Runge-Kutta 5/7",
                "Runge-Kutta 6/7",
                "Lobatto 2",
                "Lobatto 3",
                "Lobatto 4",
                "Radau IIA 2",
                "Radau IIA 3",
                "Radau IIA 4",
                "Gauss-Legendre 2S",
                "Gauss-Legendre 3S",
                "Gauss-Legendre 4S",
                "DC Solver",
                "TDD",
                "PeRFlow",
                "UFOGen",
                "CMSI",
                "Flash FlowMatch",
                "VDM Solver",
                "BDIA DDIM",
                "CogX DDIM",
                "DDIM Parallel"));
  }

  @Test
  void noTwoSamplersShareAName() {
    names().forEach((name, ids) -> assertThat(ids.stream().distinct()).as(name).hasSize(1));
  }

  @Test
  void sayWhatTheyAre() {
    assertThat(samplers)
        .allSatisfy(sampler -> assertThat(sampler.title()).isNotEqualTo(sampler.id()));
  }

  private Map<String, List<String>> names() {
    Map<String, List<String>> names = new HashMap<>();
    for (SamplerProvider sampler : samplers) {
      Stream.concat(Stream.of(sampler.title()), sampler.aliases().stream())
          .map(name -> name.toLowerCase(Locale.ROOT))
          .forEach(name ->
              names.merge(
                  name,
                  List.of(sampler.id()),
                  (one, other) -> Stream.concat(one.stream(), other.stream()).toList()));
    }
    return names;
  }

  private static String[] lower(String... names) {
    return Stream.of(names).map(name -> name.toLowerCase(Locale.ROOT)).toArray(String[]::new);
  }
}
