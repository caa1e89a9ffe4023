package dev.darkroom.app.cli;

import dev.darkroom.core.error.InvalidRequestException;
import dev.darkroom.core.plugin.trust.SigningKey;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Signs a plug-in.
@Command(
    name = "sign",
    description = "Signs a plug-in's jar; the signature is written beside it, to JAR.sig.")
final class SignCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "JAR", description = "The plug-in.")
  private Path jar = Path.of("");

  @Option(
      names = "--key",
      required = true,
      paramLabel = "FILE.pem",
      description = "The secret key: a file that plugins keygen made.")
  private Path key = Path.of("");

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try {
      out.println(SigningKey.read(key).sign(jar));
    } catch (IOException e) {
      throw new InvalidRequestException(
          "plugin", "%s cannot be signed (%s). Name a jar.".formatted(jar, e), e);
    }
    out.flush();
    return ExitCode.OK.number();
  }
}
