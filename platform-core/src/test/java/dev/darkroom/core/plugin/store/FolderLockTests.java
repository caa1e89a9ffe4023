package dev.darkroom.core.plugin.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.core.error.InvalidRequestException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FolderLockTests {

  private static final Duration LONG = Duration.ofMinutes(5);

  @TempDir private Path folder;

  @Test
  void aSecondOneWaitsForTheFirst() throws Exception {
    CountDownLatch waiting = new CountDownLatch(1);
    CompletableFuture<Void> second;
    try (FolderLock _ = FolderLock.of(folder, LONG)) {
      second =
          CompletableFuture.runAsync(() -> {
            waiting.countDown();
            FolderLock.of(folder, LONG).close();
          });
      assertThat(waiting.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
      assertThat(second).isNotDone();
    }
    second.get(LONG.toSeconds(), TimeUnit.SECONDS);
  }

  @Test
  void aSecondOneIsToldWhenTheFirstStays() {
    try (FolderLock _ = FolderLock.of(folder, LONG)) {
      assertThatThrownBy(() -> FolderLock.of(folder, Duration.ofMillis(50)))
          .isInstanceOf(InvalidRequestException.class)
          .hasMessageContaining("another process is changing " + folder + ". Try again");
    }
    FolderLock.of(folder, Duration.ZERO).close();
  }

  @Test
  void aFolderThatCannotBeWrittenToIsNamed() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    assertThatThrownBy(() -> FolderLock.of(file, LONG))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining(file + " cannot be written to")
        .hasMessageContaining("Choose another folder");
  }

  @Test
  void whoIsInterruptedWaitsNoLonger() throws Exception {
    try (FolderLock _ = FolderLock.of(folder, LONG)) {
      Thread.currentThread().interrupt();
      assertThatThrownBy(() -> FolderLock.of(folder, LONG))
          .hasMessageContaining("interrupted while waiting");
      assertThat(Thread.interrupted()).isTrue();
    }
  }
}
