package dev.darkroom.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.darkroom.core.spi.Configurable;
import dev.darkroom.core.spi.Parameter;
import dev.darkroom.core.spi.ParameterSet;
import dev.darkroom.core.spi.Plugin;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What every plug-in owes, whatever it does. The contracts of the kinds inherit it; a test class
/// implements one of those.
public interface PluginContract<P extends Plugin> {

  /// The plug-in under test.
  P provider();

  /// What ids of this kind begin with: `sampler`.
  String kind();

  @Test
  default void hasAStableId() {
    assertThat(provider().id()).matches(kind() + "\\.[a-z0-9]+(-[a-z0-9]+)*");
    assertThat(provider().id()).isEqualTo(provider().id());
  }

  @Test
  default void saysWhatItDoes() {
    assertThat(provider().title()).isNotBlank().doesNotContain("\n");
    assertThat(provider().summary()).as("summary of %s", provider().id()).matches(".+\\.");
  }

  @Test
  default void goesByEachNameOnce() {
    List<String> names = new ArrayList<>(provider().aliases());
    names.add(provider().id());
    assertThat(names).allMatch(name -> !name.isBlank());
    assertThat(names.stream().map(name -> name.toLowerCase(Locale.ROOT))).doesNotHaveDuplicates();
  }

  @Test
  default void describesItsSettings() {
    List<Parameter> parameters = settings().parameters();
    assertThat(parameters).extracting(Parameter::name).doesNotHaveDuplicates();
    for (Parameter parameter : parameters) {
      assertThat(parameter.name()).matches("[a-z][a-z0-9_]*");
      assertThat(parameter.description()).as(parameter.name()).endsWith(".");
    }
  }

  @Test
  default void takesItsOwnDefaults() {
    ParameterSet settings = settings();
    assertThatCode(() -> settings.parse(settings.defaults().asText())).doesNotThrowAnyException();
    assertThat(settings()).isEqualTo(settings);
  }

  /// Providers live as long as the process and are shared by all jobs.
  @Test
  default void keepsNothingThatChanges() {
    Stream<Class<?>> types = Stream.iterate(provider().getClass(), Class::getSuperclass);
    assertThat(types.takeWhile(type -> type != Object.class))
        .flatMap(type -> Arrays.asList(type.getDeclaredFields()))
        .filteredOn(field -> !Modifier.isFinal(field.getModifiers()))
        .as("fields of the provider that can be changed")
        .isEmpty();
  }

  private ParameterSet settings() {
    return provider() instanceof Configurable configurable
        ? configurable.parameters()
        : ParameterSet.none();
  }
}
