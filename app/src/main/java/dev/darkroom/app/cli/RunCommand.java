package dev.darkroom.app.cli;

import dev.darkroom.app.OutputPlace;
import dev.darkroom.core.Darkroom;
import dev.darkroom.core.pipeline.Model;
import dev.darkroom.core.spi.Cancellation;
import dev.darkroom.core.spi.Component;
import dev.darkroom.core.tensor.Tensor;
import dev.darkroom.core.weights.ModelFiles;
import dev.darkroom.core.weights.SafetensorsWriter;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Runs components of a model on named tensors.
@Command(
    name = "run",
    description = {
      "Runs one component of a model on named tensors.",
      "Every component in FOLDER whose inputs are all given is run, so that an autoencoder decodes"
          + " `latents` and encodes `image`."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  darkroom run model/unet --inputs inputs.safetensors --outputs outputs.safetensors",
      "  darkroom run model/vae --dump-graph"
    })
final class RunCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "FOLDER", description = "Component folder of a model.")
  private Path folder = Path.of("");

  @Option(names = "--inputs", paramLabel = "FILE", description = "safetensors file to read.")
  private @Nullable Path inputs;

  @Option(names = "--outputs", paramLabel = "FILE", description = "safetensors file to write.")
  private @Nullable Path outputs;

  @Option(names = "--dump-graph", description = "Print the graph of each component.")
  private boolean dumpGraph;

  @Mixin private final EngineOptions engine = new EngineOptions();

  private final Cancellation cancellation;

  RunCommand(Cancellation cancellation) {
    this.cancellation = cancellation;
  }

  @Override
  public Integer call() {
    if (!dumpGraph && (inputs == null || outputs == null)) {
      throw new ParameterException(
          spec.commandLine(), "Missing --inputs and --outputs, or --dump-graph");
    }
    try (Darkroom darkroom =
        Darkroom.open(engine.options(), Workplace.plugins(spec.commandLine()))) {
      Model model = darkroom.model(folder);
      if (dumpGraph) {
        dump(model);
      }
      if (inputs != null && outputs != null) {
        run(new ComponentRun(model), inputs, outputs);
      }
    }
    return ExitCode.OK.number();
  }

  private void run(ComponentRun run, Path from, Path to) {
    OutputPlace.requireWritable(to);
    Map<String, Tensor> given = new TreeMap<>();
    ModelFiles.open(from).weights().forEach((name, weight) -> given.put(name, weight.read()));
    SafetensorsWriter.write(to, run.run(given, cancellation));
    PrintWriter out = spec.commandLine().getOut();
    out.println(to);
    out.flush();
  }

  private void dump(Model model) {
    PrintWriter out = spec.commandLine().getOut();
    List<Component> components =
        model.spec().components().stream().sorted(Comparator.comparing(Component::id)).toList();
    for (Component component : components) {
      out.println("# " + component);
      out.println(model.graph(component));
    }
    out.flush();
  }
}
