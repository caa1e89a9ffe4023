package dev.darkroom.testkit.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RoomsTests {

  @Test
  void everyPackageHasItsLineInTheTable() {
    assertThat(CoreClasses.all()).isNotEmpty();
    assertThat(CoreClasses.all().stream().map(JavaClass::getPackageName).distinct())
        .filteredOn(name -> Room.of(name).isEmpty())
        .as("packages without a line in the table of rooms")
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aRoomLooksOnlyWhereTheTableAllows(Room room) {
    check(
        noClasses()
            .that()
            .resideInAPackage(room.pattern())
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(room.hiddenPackages()));
  }

  /// Siblings may share `arch.common` and `family.common`, nothing else.
  @ParameterizedTest
  @ValueSource(strings = {"arch", "family"})
  void siblingsAreBlindToEachOther(String room) {
    String packages = Room.CORE + "." + room;
    check(
        slices()
            .matching(packages + ".(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(alwaysTrue(), resideInAPackage(packages + ".common..")));
    check(
        noClasses()
            .that()
            .resideInAPackage(packages + ".common..")
            .should()
            .dependOnClassesThat(
                resideInAPackage(packages + "..")
                    .and(resideOutsideOfPackage(packages + ".common.."))));
  }

  @Test
  void packagesFormNoCycle() {
    check(slices().matching(Room.CORE + ".(**)").should().beFreeOfCycles());
  }

  private static void check(ArchRule rule) {
    rule.allowEmptyShould(true).check(CoreClasses.all());
  }
}
