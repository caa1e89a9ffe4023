package dev.darkroom.core.plugin.scan;

import dev.darkroom.core.plugin.info.Permission;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.ConstantDynamicEntry;
import java.lang.classfile.constantpool.DynamicConstantPoolEntry;
import java.lang.classfile.constantpool.LoadableConstantEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.MethodHandleEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.reflect.AccessFlag;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// What one class needs, and where.
///
/// @param table what calls need
/// @param type the class
record ClassRights(RightsTable table, ClassModel type) {

  /// The first place of each right but of those that are known already.
  ///
  /// Code is read only if the constant pool, which is much faster to go through, names something that
  /// the table knows.
  Map<Permission, String> first(Set<Permission> known) {
    Map<Permission, String> found = new EnumMap<>(Permission.class);
    Set<Permission> wanted = inPool();
    wanted.removeAll(known);
    for (MethodModel method : type.methods()) {
      if (method.flags().has(AccessFlag.NATIVE)) {
        found.putIfAbsent(Permission.NATIVE, place(method) + " is native");
      }
      if (!found.keySet().containsAll(wanted)) {
        calls(method).forEach(call -> note(found, wanted, method, call));
      }
    }
    // what no instruction names may still be called, through a constant
    wanted.forEach(right -> found.putIfAbsent(right, name() + " names what needs it"));
    found.keySet().removeAll(known);
    return found;
  }

  private Set<Permission> inPool() {
    Set<Permission> rights = EnumSet.noneOf(Permission.class);
    for (PoolEntry entry : type.constantPool()) {
      if (entry instanceof MemberRefEntry member) {
        rights.addAll(needed(member));
      }
    }
    return rights;
  }

  private void note(
      Map<Permission, String> found,
      Set<Permission> wanted,
      MethodModel method,
      MemberRefEntry call) {
    for (Permission right : needed(call)) {
      if (wanted.contains(right)) {
        found.putIfAbsent(right, "%s uses %s".formatted(place(method), text(call)));
      }
    }
  }

  private Set<Permission> needed(MemberRefEntry member) {
    return table.needed(member.owner().asInternalName(), member.name().stringValue());
  }

  private static Stream<MemberRefEntry> calls(MethodModel method) {
    return method.code().stream().flatMap(CodeModel::elementStream).flatMap(ClassRights::calls);
  }

  private static Stream<MemberRefEntry> calls(CodeElement element) {
    return switch (element) {
      case InvokeInstruction call -> Stream.of(call.method());
      case InvokeDynamicInstruction call -> handles(call.invokedynamic());
      case ConstantInstruction.LoadConstantInstruction load -> handles(load.constantEntry());
      default -> Stream.empty();
    };
  }

  /// The methods behind `System::exit` and the like.
  private static Stream<MemberRefEntry> handles(DynamicConstantPoolEntry dynamic) {
    List<LoadableConstantEntry> arguments = dynamic.bootstrap().arguments();
    return Stream.concat(
        Stream.of(dynamic.bootstrap().bootstrapMethod().reference()),
        arguments.stream().flatMap(ClassRights::handles));
  }

  private static Stream<MemberRefEntry> handles(LoadableConstantEntry constant) {
    return switch (constant) {
      case MethodHandleEntry handle -> Stream.of(handle.reference());
      case ConstantDynamicEntry dynamic -> handles((DynamicConstantPoolEntry) dynamic);
      default -> Stream.empty();
    };
  }

  private String place(MethodModel method) {
    return name() + "." + method.methodName().stringValue();
  }

  private String name() {
    return type.thisClass().asInternalName().replace('/', '.');
  }

  private static String text(MemberRefEntry member) {
    String owner = member.owner().asInternalName().replace('/', '.');
    String name = member.name().stringValue();
    return "<init>".equals(name) ? "new " + owner : owner + "." + name;
  }
}
