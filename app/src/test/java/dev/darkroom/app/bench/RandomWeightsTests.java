package dev.darkroom.app.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.core.error.InvalidRequestException;
import dev.darkroom.core.ir.Graph;
import dev.darkroom.core.ir.GraphBuilder;
import dev.darkroom.core.tensor.Shape;
import dev.darkroom.core.weights.ModelFiles;
import dev.darkroom.core.weights.Weight;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RandomWeightsTests {

  @TempDir Path folder;

  @Test
  void writesEveryWeightOfTheGraph() {
    GraphBuilder g = new GraphBuilder();
    g.output("a", g.weight("norm.weight", 3));
    g.output("b", g.weight("norm.bias", 3));
    g.output("c", g.weight("conv.weight", 5, 4, 3, 3));
    Graph graph = g.build();
    RandomWeights.write(graph, folder.resolve("w.safetensors"));
    Map<String, Weight> weights = ModelFiles.open(folder.resolve("w.safetensors")).weights();
    assertThat(weights).hasSize(3);
    assertThat(weights.get("norm.weight").read().toFloats()).containsOnly(1);
    assertThat(weights.get("norm.bias").read().toFloats()).containsOnly(0);
    assertThat(weights.get("conv.weight").shape()).isEqualTo(Shape.of(5, 4, 3, 3));
    assertThat(weights.get("conv.weight").read().toFloats()).doesNotHaveDuplicates();
  }

  @Test
  void scratchFilesOfKilledProcessesGoAwayWithTheNextOne() throws Exception {
    Process ended = new ProcessBuilder("java", "--version").start();
    ended.waitFor();
    Path left = Files.createDirectory(folder.resolve("bench-" + ended.pid() + "-1"));
    Files.writeString(left.resolve("weights.safetensors"), "large");
    long alive = ProcessHandle.current().pid();
    Path kept = Files.createDirectory(folder.resolve("bench-" + alive + "-1"));
    Path foreign = Files.createDirectory(folder.resolve("bench-notes"));
    try (ScratchFile _ = ScratchFile.create(folder, 100)) {
      assertThat(left).doesNotExist();
      assertThat(kept).exists();
      assertThat(foreign).exists();
    }
  }

  @Test
  void scratchFilesGoAway() throws Exception {
    try (ScratchFile file = ScratchFile.create(folder.resolve("cache"), 100)) {
      Files.writeString(file.path(), "x");
      assertThat(file.path()).exists();
    }
    assertThat(folder.resolve("cache")).isEmptyDirectory();
  }

  @Test
  void scratchFilesNeedRoom() {
    assertThatThrownBy(() -> ScratchFile.create(folder, Long.MAX_VALUE))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining(folder.toString());
  }
}
