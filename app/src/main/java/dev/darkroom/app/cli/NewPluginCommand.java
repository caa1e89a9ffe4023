package dev.darkroom.app.cli;

import dev.darkroom.app.kit.KitRepository;
import dev.darkroom.app.kit.PluginKind;
import dev.darkroom.app.kit.Project;
import dev.darkroom.app.kit.ProjectName;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Begins a plug-in.
@Command(
    name = "new",
    description = "Writes a Maven project for a new plug-in, whose build and tests pass offline.",
    footerHeading = "%nExample:%n",
    footer = {
      "  darkroom plugins new sampler my-sampler",
      "  cd my-sampler && mvn -o verify && darkroom plugins install target/my-sampler-0.1.0.jar"
    })
final class NewPluginCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      index = "0",
      paramLabel = "KIND",
      description = "What it is to be: ${COMPLETION-CANDIDATES}.")
  private PluginKind kind = PluginKind.SAMPLER;

  @Parameters(
      index = "1",
      paramLabel = "NAME",
      description = "What it is called, in lower case with hyphens: its id, and its folder.")
  private String name = "";

  @Option(
      names = "--package",
      paramLabel = "PACKAGE",
      description = "Java package and module. Default: com.example.<name>.")
  private @Nullable String packageName;

  @Option(
      names = "--output",
      paramLabel = "FOLDER",
      description = "Where the project's folder is made. Default: the current folder.")
  private Path output = Path.of("");

  @Override
  public Integer call() {
    ProjectName project =
        packageName == null ? ProjectName.of(kind, name) : new ProjectName(kind, name, packageName);
    Path folder = new Project(project, KitRepository.find()).write(output);
    PrintWriter out = spec.commandLine().getOut();
    out.println(folder);
    out.flush();
    spec.commandLine().getErr().println("Next: cd " + folder + " && mvn -o verify");
    return ExitCode.OK.number();
  }
}
