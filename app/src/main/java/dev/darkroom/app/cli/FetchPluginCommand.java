package dev.darkroom.app.cli;

import dev.darkroom.app.maven.MavenFetch;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Fetches a plug-in from a Maven repository.
@Command(
    name = "fetch",
    description =
        "Fetches a plug-in and its libraries from your Maven repositories, as one jar. Uses the"
            + " mirrors, proxies and local repository of ~/.m2/settings.xml.",
    footerHeading = "%nExample:%n",
    footer = "  darkroom plugins fetch org.acme:acme-samplers:1.0.0")
final class FetchPluginCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "GROUP:ARTIFACT:VERSION", description = "An exact version.")
  private String coordinates = "";

  @Option(
      names = "--output",
      paramLabel = "FOLDER",
      description = "Where the jar is put. Default: the current folder.")
  private Path output = Path.of("");

  @Option(names = "--snapshots", description = "Take a version that ends in -SNAPSHOT, too.")
  private boolean snapshots;

  @Override
  public Integer call() {
    MavenFetch.Versions versions =
        snapshots ? MavenFetch.Versions.SNAPSHOTS_TOO : MavenFetch.Versions.RELEASES;
    PrintWriter err = spec.commandLine().getErr();
    PrintWriter out = spec.commandLine().getOut();
    out.println(MavenFetch.ofUser().fetch(coordinates, output, versions, err));
    out.flush();
    return ExitCode.OK.number();
  }
}
