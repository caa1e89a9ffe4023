package dev.darkroom.testkit.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URLConnection;
import java.nio.Buffer;
import java.util.Map;
import java.util.Random;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

final class HabitsTests {

  private static final DescribedPredicate<JavaClass> CHANGEABLE =
      DescribedPredicate.describe(
          "made to be changed",
          type ->
              type.getPackageName().startsWith("java.util.concurrent.atomic")
                  || type.isAssignableTo(ThreadLocal.class)
                  || type.isAssignableTo(StringBuilder.class)
                  || type.isAssignableTo(Buffer.class)
                  || type.isAssignableTo(Random.class)
                  || isChangeableCollection(type));

  @Test
  void nothingPrints() {
    check(NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS);
  }

  @Test
  void staticFieldsAreFinal() {
    check(fields().that().areStatic().should().beFinal());
  }

  @Test
  void staticFieldsHoldNothingMadeToBeChanged() {
    check(noFields().that().areStatic().should().haveRawType(CHANGEABLE));
  }

  /// An array in a constant can be written to, so it must not leave its class.
  @Test
  void staticArraysArePrivate() {
    check(
        fields()
            .that()
            .areStatic()
            .and()
            .doNotHaveModifier(JavaModifier.SYNTHETIC)
            .and()
            .haveRawType(DescribedPredicate.describe("array", JavaClass::isArray))
            .should()
            .bePrivate());
  }

  @Test
  void nothingKnowsHttp() {
    check(
        noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.net.http..", "com.sun.net..", "jakarta..", "io.javalin..")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(URLConnection.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Socket.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(ServerSocket.class));
  }

  @Test
  void onlyThePluginRoomLooksForProviders() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage(Room.PLUGIN.pattern())
            .should()
            .dependOnClassesThat()
            .areAssignableTo(ServiceLoader.class));
  }

  @Test
  void noTestClassIsShipped() {
    check(
        noClasses()
            .should()
            .haveSimpleNameEndingWith("Tests")
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage("org.junit..", "org.assertj..", "dev.darkroom.testkit.."));
  }

  private static boolean isChangeableCollection(JavaClass type) {
    return type.getPackageName().startsWith("java.util")
        && !type.isInterface()
        && (type.isAssignableTo(Iterable.class) || type.isAssignableTo(Map.class));
  }

  private static void check(ArchRule rule) {
    rule.allowEmptyShould(true).check(CoreClasses.all());
  }
}
