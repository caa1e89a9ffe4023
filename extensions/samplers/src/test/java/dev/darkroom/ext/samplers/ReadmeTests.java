package dev.darkroom.ext.samplers;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.plugin.PluginCatalog;
import dev.darkroom.core.spi.Configurable;
import dev.darkroom.core.spi.Parameter;
import dev.darkroom.core.spi.Preset;
import dev.darkroom.core.spi.SamplerProvider;
import dev.darkroom.core.spi.SamplerTraits;
import dev.darkroom.core.spi.ScheduleProvider;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/// That the tables in the README say what is here. `-Ddarkroom.readme=renew` writes them anew.
final class ReadmeTests {

  private static final Path README = Path.of("extensions/samplers/README.md");
  private static final boolean RENEW = "renew".equals(System.getProperty("darkroom.readme"));

  private final PluginCatalog plugins = PluginCatalog.load();

  @Test
  void listsTheSamplers() throws IOException {
    List<String> rows = new ArrayList<>();
    rows.add("| id | names | settings | order | model calls a step | noise | what it is |");
    rows.add("|---|---|---|---|---|---|---|");
    sorted(SamplerProvider.class).stream().map(ReadmeTests::row).forEach(rows::add);
    check("samplers", rows);
  }

  @Test
  void listsTheSchedules() throws IOException {
    List<String> rows = new ArrayList<>();
    rows.add("| id | names | settings | what it is |");
    rows.add("|---|---|---|---|");
    sorted(ScheduleProvider.class).stream().map(ReadmeTests::row).forEach(rows::add);
    check("schedules", rows);
  }

  private <P extends Configurable> List<P> sorted(Class<P> kind) {
    return plugins.all(kind).stream().sorted(Comparator.comparing(Configurable::id)).toList();
  }

  private static String row(SamplerProvider sampler) {
    SamplerTraits traits = sampler.traits();
    return row(
        "`" + sampler.id() + "`",
        names(sampler.title(), sampler.aliases(), sampler.presets()),
        settings(sampler.parameters().parameters()),
        traits.order() == 0 ? "-" : Integer.toString(traits.order()),
        traits.modelCalls() == 0 ? "varies" : number(traits.modelCalls()),
        traits.stochastic() ? "drawn" : "-",
        sampler.summary());
  }

  private static String row(ScheduleProvider schedule) {
    return row(
        "`" + schedule.id() + "`",
        names(schedule.title(), schedule.aliases(), schedule.presets()),
        settings(schedule.parameters().parameters()),
        schedule.summary());
  }

  private static String row(String... cells) {
    return "| " + String.join(" | ", cells) + " |";
  }

  private static String names(String title, List<String> aliases, List<Preset> presets) {
    List<String> names = new ArrayList<>(List.of(title));
    aliases.stream().filter(name -> !name.startsWith("sample_")).forEach(names::add);
    presets.forEach(preset -> names.add(preset.name()));
    return String.join(", ", names);
  }

  private static String settings(List<Parameter> parameters) {
    return parameters.isEmpty()
        ? "-"
        : parameters.stream().map(ReadmeTests::setting).collect(joining(", "));
  }

  private static String setting(Parameter parameter) {
    String usual =
        parameter instanceof Parameter.Real real
            ? number(real.defaultValue())
            : parameter.defaultText();
    return ("`" + parameter.name() + "` " + usual).strip();
  }

  private static String number(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }

  /// A table stands between comments that name it.
  private static void check(String name, List<String> rows) throws IOException {
    String readme = Files.readString(README);
    String begin = "<!-- table of " + name + " -->\n\n";
    String end = "\n\n<!-- end of " + name + " -->";
    int from = readme.indexOf(begin) + begin.length();
    int to = readme.indexOf(end);
    String table = String.join("\n", rows);
    if (RENEW) {
      Files.writeString(README, readme.substring(0, from) + table + readme.substring(to));
    } else {
      assertThat(readme.substring(from, to)).as("-Ddarkroom.readme=renew").isEqualTo(table);
    }
  }
}
