package dev.darkroom.app.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.app.distribution.Home.Ended;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// What a newcomer does first: the launcher of a fresh checkout, in a home without a Maven repository.
/// What this build has fetched is taken for the repositories of the world, so that no network is
/// needed.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a POSIX shell script")
final class FirstUseTests {

  private static final Path CHECKOUT = Distribution.FOLDER.resolve("../../..").normalize();
  private static final Set<String> MADE = Set.of("target", ".git");

  @TempDir Path folder;

  @Test
  void buildsAndDraws() throws Exception {
    Path checkout = folder.resolve("checkout");
    copySources(checkout);
    Home home = Home.in(folder);
    useAsWorld(home, Path.of(System.getProperty("darkroom.maven.repository")));
    Ended drawn =
        home.runWith(
            checkout.resolve("app/bin/darkroom"),
            List.of("generate", "a red apple", "--steps", "2", "--output", "apple.png"));
    assertThat(drawn.code()).as("%s%s", drawn.err(), log(checkout)).isZero();
    assertThat(drawn.err()).startsWith("Building Darkroom (first use");
    assertThat(folder.resolve("apple.png")).isNotEmptyFile();
  }

  private static void copySources(Path target) throws IOException {
    Files.walkFileTree(
        CHECKOUT,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes)
              throws IOException {
            if (MADE.contains(String.valueOf(dir.getFileName()))) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            Files.createDirectories(target.resolve(CHECKOUT.relativize(dir)));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.copy(file, target.resolve(CHECKOUT.relativize(file)));
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private static void useAsWorld(Home home, Path repository) throws IOException {
    Path settings = Files.createDirectories(home.folder().resolve(".m2")).resolve("settings.xml");
    Files.writeString(
        settings,
        "<settings><mirrors><mirror><id>world</id><mirrorOf>*</mirrorOf><url>%s</url></mirror></mirrors></settings>"
            .formatted(repository.toUri()));
  }

  private static String log(Path checkout) throws IOException {
    Path log = checkout.resolve("app/target/build.log");
    return Files.exists(log) ? Files.readString(log) : "";
  }
}
