package dev.darkroom.testkit.api;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.Attribute;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.FieldTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.attribute.ConstantValueAttribute;
import java.lang.classfile.attribute.ExceptionsAttribute;
import java.lang.classfile.attribute.InnerClassesAttribute;
import java.lang.classfile.attribute.PermittedSubclassesAttribute;
import java.lang.classfile.attribute.SignatureAttribute;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.lang.reflect.AccessFlag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// The exported packages of modules without their code: what others compile against.
final class ApiJar {

  private static final ClassFile FILES = ClassFile.of(ClassFile.ConstantPoolSharingOption.NEW_POOL);

  private ApiJar() {}

  /// Writes the same bytes for the same interfaces.
  static Path write(Path jar, List<ModuleReference> modules) throws IOException {
    Map<String, byte[]> classes = new TreeMap<>();
    for (ModuleReference module : modules) {
      classes.putAll(classes(module));
    }
    try (OutputStream out = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> type : classes.entrySet()) {
        zip.putNextEntry(new ZipEntry(type.getKey()).setLastModifiedTime(FileTime.fromMillis(0)));
        zip.write(type.getValue());
        zip.closeEntry();
      }
    }
    return jar;
  }

  private static Map<String, byte[]> classes(ModuleReference module) throws IOException {
    Set<String> exported =
        module.descriptor().exports().stream()
            .filter(exports -> !exports.isQualified())
            .map(ModuleDescriptor.Exports::source)
            .collect(Collectors.toSet());
    try (ModuleReader reader = module.open()) {
      return reader
          .list()
          .filter(name -> name.endsWith(".class") && exported.contains(packageOf(name)))
          .map(name -> Map.entry(name, parse(reader, name)))
          .filter(type -> isNamed(type.getValue()))
          .collect(Collectors.toMap(Map.Entry::getKey, type -> stripped(type.getValue())));
    }
  }

  private static String packageOf(String file) {
    return file.substring(0, Math.max(0, file.lastIndexOf('/'))).replace('/', '.');
  }

  private static ClassModel parse(ModuleReader reader, String name) {
    try (var in = reader.open(name).orElseThrow()) {
      return FILES.parse(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// No class inside a method, which nobody outside can name.
  private static boolean isNamed(ClassModel type) {
    return type.findAttribute(Attributes.enclosingMethod()).isEmpty();
  }

  private static byte[] stripped(ClassModel type) {
    ClassTransform visible =
        (builder, element) -> {
          switch (element) {
            case MethodModel method when isVisible(method.flags().flags()) ->
                builder.transformMethod(method, withoutCode());
            case FieldModel field when isVisible(field.flags().flags()) ->
                builder.transformField(field, withoutNotes());
            case MethodModel _, FieldModel _ -> {}
            default -> {
              if (isPartOfApi(element)) {
                builder.with(element);
              }
            }
          }
        };
    return FILES.transformClass(type, visible);
  }

  private static boolean isVisible(Set<AccessFlag> flags) {
    return (flags.contains(AccessFlag.PUBLIC) || flags.contains(AccessFlag.PROTECTED))
        && !flags.contains(AccessFlag.SYNTHETIC);
  }

  private static boolean isPartOfApi(ClassElement element) {
    return !(element instanceof Attribute<?>)
        || element instanceof InnerClassesAttribute
        || element instanceof PermittedSubclassesAttribute
        || element instanceof SignatureAttribute;
  }

  private static MethodTransform withoutCode() {
    return MethodTransform.dropping(element ->
        element instanceof CodeModel
            || element instanceof Attribute<?>
                && !(element instanceof SignatureAttribute)
                && !(element instanceof ExceptionsAttribute));
  }

  private static FieldTransform withoutNotes() {
    return FieldTransform.dropping(element ->
        element instanceof Attribute<?>
            && !(element instanceof SignatureAttribute)
            && !(element instanceof ConstantValueAttribute));
  }
}
