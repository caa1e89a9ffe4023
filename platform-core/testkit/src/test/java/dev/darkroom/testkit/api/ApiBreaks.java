package dev.darkroom.testkit.api;

import japicmp.cmp.JApiCmpArchive;
import japicmp.cmp.JarArchiveComparator;
import japicmp.cmp.JarArchiveComparatorOptions;
import japicmp.config.Options;
import japicmp.model.AccessModifier;
import japicmp.model.JApiBehavior;
import japicmp.model.JApiClass;
import japicmp.model.JApiCompatibility;
import japicmp.model.JApiCompatibilityChangeType;
import japicmp.model.JApiConstructor;
import japicmp.model.JApiField;
import japicmp.model.JApiImplementedInterface;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// What would break code that was compiled against older interfaces, and who implements them: all that
/// is binary-incompatible, and abstract methods that are added to what others may implement.
final class ApiBreaks {

  private ApiBreaks() {}

  /// A line each: the class or member, and what happened to it.
  static List<String> between(Path old, Path now) {
    Options options = Options.newDefault();
    options.setAccessModifier(AccessModifier.PROTECTED);
    options.setIgnoreMissingClasses(true);
    JarArchiveComparator comparator =
        new JarArchiveComparator(JarArchiveComparatorOptions.of(options));
    return comparator
        .compare(new JApiCmpArchive(old.toFile(), "old"), new JApiCmpArchive(now.toFile(), "new"))
        .stream()
        .flatMap(ApiBreaks::breaks)
        .distinct()
        .sorted()
        .toList();
  }

  private static Stream<String> breaks(JApiClass type) {
    String name = type.getFullyQualifiedName();
    List<String> own = lines(type, type, name).toList();
    if (own.stream()
        .anyMatch(line -> line.endsWith(JApiCompatibilityChangeType.CLASS_REMOVED.name()))) {
      return own.stream();
    }
    return Stream.of(
            own.stream(),
            lines(type, type.getSuperclass(), name),
            type.getInterfaces().stream().flatMap(added -> lines(type, added, name(name, added))),
            Stream.concat(type.getConstructors().stream(), type.getMethods().stream())
                .flatMap(method -> lines(type, method, name(name, method))),
            type.getFields().stream().flatMap(field -> lines(type, field, name(name, field))))
        .flatMap(lines -> lines);
  }

  private static String name(String type, JApiImplementedInterface added) {
    return type + " implements " + added.getFullyQualifiedName();
  }

  private static String name(String type, JApiField field) {
    return type + "." + field.getName();
  }

  private static String name(String type, JApiBehavior method) {
    List<String> parameters =
        method.getParameters().stream().map(parameter -> parameter.getType()).toList();
    String called = method instanceof JApiConstructor ? type : type + "." + method.getName();
    return "%s(%s)".formatted(called, String.join(", ", parameters));
  }

  private static Stream<String> lines(JApiClass type, JApiCompatibility element, String name) {
    return element.getCompatibilityChanges().stream()
        .filter(change -> !change.isBinaryCompatible() || isDemanded(type, change.getType()))
        .map(change -> name + ": " + change.getType());
  }

  /// Whether it is a method that others' implementations lack.
  private static boolean isDemanded(JApiClass type, JApiCompatibilityChangeType change) {
    boolean added =
        change == JApiCompatibilityChangeType.METHOD_ADDED_TO_INTERFACE
            || change == JApiCompatibilityChangeType.METHOD_ABSTRACT_ADDED_TO_CLASS
            || change == JApiCompatibilityChangeType.METHOD_NOW_ABSTRACT;
    boolean closed =
        type.getOldClass().stream()
            .anyMatch(old -> old.getClassFile().getAttribute("PermittedSubclasses") != null);
    return added && !closed;
  }
}
