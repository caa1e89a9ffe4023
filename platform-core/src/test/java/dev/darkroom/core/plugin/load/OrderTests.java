package dev.darkroom.core.plugin.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.plugin.info.DescriptorText;
import dev.darkroom.core.plugin.info.PluginDescriptor;
import dev.darkroom.core.plugin.info.Version;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// In which order plug-ins are started, and what becomes of those that have none. A plug-in is written
/// as its id and what it says of others: `b requires=a`.
final class OrderTests {

  private static final Version API = new Version(0, 1, 0, "");

  @Test
  void thoseThatAreRequiredComeFirst() {
    assertThat(order("c requires=b", "b requires=a", "a").order()).containsExactly("a", "b", "c");
  }

  @Test
  void thoseThatAreWelcomeComeFirst() {
    assertThat(order("b optional=a", "a").order()).containsExactly("a", "b");
  }

  @Test
  void oneDoesWithoutWhatStandsOnIt() {
    Order order = order("a optional=c", "b requires=a", "c requires=b");
    assertThat(order.order()).containsExactly("a", "b", "c");
    assertThat(order.refused()).isEmpty();
  }

  @Test
  void aCircleIsNamedAndTakesAlongWhatStandsOnIt() {
    Order order = order("a requires=b", "b requires=a", "c requires=a", "d");
    assertThat(order.order()).containsExactly("d");
    assertThat(order.refused()).containsOnlyKeys("a", "b", "c");
    assertThat(order.refused().get("a")).startsWith("a, b require each other in a circle");
    assertThat(order.refused().get("c"))
        .startsWith("It requires the plug-in a, which cannot be used: a, b require each other");
  }

  @Test
  void twoCirclesAreNamedEach() {
    Order order = order("a requires=b", "b requires=a", "c requires=d;a", "d requires=c");
    assertThat(order.refused().get("b")).startsWith("a, b require");
    assertThat(order.refused().get("d")).startsWith("c, d require");
  }

  @Test
  void oneThatCannotBeUsedExcludesNobody() {
    Order order = order("a requires=missing;conflicts=b", "b");
    assertThat(order.order()).containsExactly("b");
    assertThat(order.refused().get("a")).contains("requires the plug-in missing, which is not");
  }

  @Test
  void theEarlierOfTwoThatExcludeEachOtherIsKept() {
    Order order = order("a", "b conflicts=a", "c requires=b");
    assertThat(order.order()).containsExactly("a");
    assertThat(order.refused().get("b")).contains("cannot be used beside a 1.0.0");
    assertThat(order.refused().get("c"))
        .contains("It requires the plug-in b, which cannot be used");
  }

  private static Order order(String... plugins) {
    return Order.of(Arrays.stream(plugins).map(OrderTests::plugin).toList(), API, Map.of());
  }

  private static PluginDescriptor plugin(String text) {
    String[] words = text.split(" ", 2);
    String others = words.length == 1 ? "" : words[1];
    String requires = field("requires", others);
    return new DescriptorText(
            Map.of(
                "id",
                words[0],
                "version",
                "1.0.0",
                "api",
                "*",
                "requires",
                requires,
                "optional",
                field("optional", others),
                "conflicts",
                field("conflicts", others)),
            text)
        .descriptor();
  }

  private static String field(String name, String text) {
    return List.of(text.split("(?=\\b(?:requires|optional|conflicts)=)")).stream()
        .filter(part -> part.startsWith(name + "="))
        .map(part -> part.substring(name.length() + 1).replaceFirst(";$", ""))
        .findFirst()
        .orElse("");
  }
}
