package dev.darkroom.ext.samplers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.core.error.UnknownPluginException;
import dev.darkroom.core.plugin.PluginCatalog;
import dev.darkroom.core.sampling.SamplingName;
import dev.darkroom.core.sampling.SamplingNames;
import dev.darkroom.core.spi.Preset;
import dev.darkroom.core.spi.SamplerProvider;
import dev.darkroom.core.spi.Sampling;
import dev.darkroom.core.spi.ScheduleProvider;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

/// That people find samplers and schedules under the names that they know.
final class SamplerNamesTests {

  private static final PluginCatalog PLUGINS = PluginCatalog.load();
  private static final SamplingNames NAMES = SamplingNames.of(PLUGINS);

  private final List<SamplerProvider> samplers = PLUGINS.all(SamplerProvider.class);

  /// Every name that SD.Next, A1111, ComfyUI and diffusers have, and what it stands for here, or why it
  /// is not here.
  @ParameterizedTest(name = "{0}: {2}")
  @CsvFileSource(resources = "names-elsewhere.txt", delimiter = '|')
  void knowsTheNamesOfOtherPrograms(String program, String kind, String name, String meaning) {
    if (meaning.startsWith("none: ")) {
      assertThatThrownBy(() -> NAMES.sampler(name)).isInstanceOf(UnknownPluginException.class);
    } else {
      boolean isSampler = kind.equals("sampler");
      assertThat(text(isSampler ? NAMES.sampler(name) : NAMES.schedule(name))).isEqualTo(meaning);
    }
  }

  private static String text(SamplingName name) {
    StringBuilder text = new StringBuilder(name.id());
    if (!name.schedule().isEmpty()) {
      text.append(" on ").append(name.schedule());
    }
    new TreeMap<>(name.settings())
        .forEach((key, value) -> text.append(" with ").append(key).append('=').append(value));
    return text.toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DPM++ 2M Karras",
        "dpm++ 2m karras",
        "DPM++ 2M_Karras",
        "dpmpp-2m-karras",
        "k_dpmpp_2m_karras",
        "sampler.dpmpp-2m karras"
      })
  void splitsASamplerAndASchedule(String name) {
    assertThat(text(NAMES.sampler(name))).isEqualTo("sampler.dpmpp-2m on schedule.karras");
  }

  @Test
  void suggestsNames() {
    assertThatThrownBy(() -> NAMES.sampler("DPM++ 2M Karas"))
        .hasMessageContaining("Nearest names: \"DPM++ 2M Karras\"");
    assertThatThrownBy(() -> NAMES.schedule("karas")).hasMessageContaining("\"Karras\"");
  }

  @Test
  void noTwoSamplersShareAName() {
    names().forEach((name, ids) -> assertThat(ids.stream().distinct()).as(name).hasSize(1));
  }

  @Test
  void presetsCanBeUsed() {
    for (SamplerProvider sampler : samplers) {
      sampler.presets().forEach(preset -> sampler.parameters().parse(preset.settings()));
      sampler.presets().stream()
          .map(Preset::schedule)
          .filter(id -> !id.isEmpty())
          .forEach(id -> assertThat(PLUGINS.find(ScheduleProvider.class, id).id()).isEqualTo(id));
    }
    for (ScheduleProvider schedule : PLUGINS.all(ScheduleProvider.class)) {
      schedule.presets().forEach(preset -> schedule.parameters().parse(preset.settings()));
    }
  }

  @Test
  void aNameStandsForItself() {
    Sampling own = Sampling.of("sampler.euler", Sampling.MODEL_SCHEDULE, 1);
    for (SamplerProvider sampler : samplers) {
      Sampling named = Sampling.of(sampler.id(), Sampling.MODEL_SCHEDULE, 1);
      assertThat(NAMES.resolve(named, own)).isEqualTo(named);
    }
  }

  @Test
  void sayWhatTheyAre() {
    assertThat(samplers)
        .allSatisfy(sampler -> assertThat(sampler.title()).isNotEqualTo(sampler.id()));
  }

  private Map<String, List<String>> names() {
    Map<String, List<String>> names = new HashMap<>();
    for (SamplerProvider sampler : samplers) {
      Stream.of(
              Stream.of(sampler.title()),
              sampler.aliases().stream(),
              sampler.presets().stream().map(Preset::name))
          .flatMap(more -> more)
          .map(name -> name.toLowerCase(Locale.ROOT))
          .forEach(name -> names.computeIfAbsent(name, _ -> new ArrayList<>()).add(sampler.id()));
    }
    return names;
  }
}
