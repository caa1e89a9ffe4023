package dev.darkroom.testkit.plugin;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// One host for all tests of a class, which leave it as it was.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SharedTrial {

  Path folder;
  TrialHost trial;

  @BeforeAll
  void open(@TempDir Path given) throws IOException {
    folder = given;
    trial = new TrialHost(folder);
  }

  @AfterAll
  void close() {
    trial.close();
  }
}
