package dev.darkroom.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.core.error.InvalidRequestException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputPlaceTests {

  @TempDir Path folder;

  @Test
  void keepsTheNameOfTheUser() {
    Path file = folder.resolve("a.PNG");
    assertThat(OutputPlace.of(file.toString(), 1).file(1, 5)).isEqualTo(file);
    assertThat(OutputPlace.of(file.toString(), 2).file(2, 5)).isEqualTo(folder.resolve("a-2.PNG"));
    Path bare = folder.resolve("bare");
    assertThat(OutputPlace.of(bare.toString(), 2).file(1, 5)).isEqualTo(folder.resolve("bare-1"));
  }

  @Test
  void passesOverNamesThatAreTaken() throws IOException {
    OutputPlace place = OutputPlace.of(folder.toString(), 3);
    Files.createFile(place.file(1, 5));
    Files.createFile(place.file(2, 5));
    assertThat(place.file(3, 5)).isEqualTo(folder.resolve("darkroom-5-3.png"));
    assertThat(place.file(3, 6)).isEqualTo(folder.resolve("darkroom-6.png"));
  }

  @Test
  void makesAFolderOnlyWhenThereIsAPicture() {
    OutputPlace place = OutputPlace.of(folder.resolve("new") + "/", 1);
    assertThat(folder.resolve("new")).doesNotExist();
    assertThat(place.file(1, 5).getParent()).isDirectory();
  }

  @Test
  void writesIntoTheCurrentFolderByDefault() {
    assertThat(OutputPlace.of("", 1).file(1, 5)).isEqualTo(Path.of("darkroom-5.png"));
  }

  @Test
  void refusesWhatCannotBeWritten() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    assertRefused(folder.resolve("no/a.png").toString());
    assertRefused(folder.resolve("no/such") + "/");
    assertRefused(file + "/a.png");
    assertRefused(folder.resolve("a.webp").toString());
    assertRefused("a\0b.png");
  }

  private static void assertRefused(String output) {
    assertThatThrownBy(() -> OutputPlace.of(output, 1))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageStartingWith("output: ");
  }
}
