package dev.darkroom.app.cli;

import dev.darkroom.core.error.InvalidRequestException;
import dev.darkroom.core.plugin.trust.SigningKey;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Makes an author's key.
@Command(
    name = "keygen",
    description = "Makes a key to sign plug-ins with.",
    footerHeading = "%nExample:%n",
    footer = {
      "  darkroom plugins keygen acme.pem",
      "  darkroom plugins sign my-sampler-0.1.0.jar --key acme.pem",
      "Keep acme.pem to yourself; give acme.pub.pem to those who are to trust it."
    })
final class KeygenCommand implements Callable<Integer> {

  private static final String ENDING = ".pem";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "FILE.pem",
      description = "Where the secret key is written; the public one is written to FILE.pub.pem.")
  private Path file = Path.of("");

  @Override
  public Integer call() {
    Path open = publicFile();
    SigningKey key = SigningKey.generate();
    try {
      key.write(file);
      Files.writeString(open, key.publicText());
    } catch (IOException e) {
      throw new InvalidRequestException(
          "key", "No key can be written to %s (%s). Name another place.".formatted(file, e), e);
    }
    PrintWriter out = spec.commandLine().getOut();
    out.println(key.fingerprint());
    out.flush();
    spec.commandLine().getErr().println("Written: %s (secret), %s".formatted(file, open));
    return ExitCode.OK.number();
  }

  private Path publicFile() {
    String name = String.valueOf(file.getFileName());
    if (!name.endsWith(ENDING)) {
      throw new InvalidRequestException("key", "%s does not end in .pem.".formatted(file));
    }
    String stem = name.substring(0, name.length() - ENDING.length());
    Path open = file.resolveSibling(stem + ".pub" + ENDING);
    if (Files.exists(open)) {
      throw new InvalidRequestException("key", open + " exists. Name another file.");
    }
    return open;
  }
}
