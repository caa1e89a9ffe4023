package dev.darkroom.ext.maven;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.spi.ToolProvider;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession.CloseableSession;
import org.eclipse.aether.RepositorySystemSession.SessionBuilder;
import org.eclipse.aether.supplier.RepositorySystemSupplier;
import org.eclipse.aether.supplier.SessionBuilderSupplier;

/// `darkroom-maven HOME FOLDER GROUP:ARTIFACT:VERSION [--snapshots]` fetches a plug-in into a folder and
/// prints the path of its jar. `HOME` is the user's folder `.m2`, whose settings and local repository are
/// used. Exit codes: 0 done, 2 refused, with the reason on the error writer.
public final class MavenTool implements ToolProvider {

  private static final int REFUSED = 2;
  private static final int ARGUMENTS = 3;

  /// For ServiceLoader.
  public MavenTool() {}

  @Override
  public String name() {
    return "darkroom-maven";
  }

  @Override
  public int run(PrintWriter out, PrintWriter err, String... args) {
    try {
      out.println(fetch(List.of(args), err));
      return 0;
    } catch (RefusedException e) {
      err.println(e.getMessage());
      return REFUSED;
    } catch (IOException e) {
      err.println("The plug-in cannot be written (%s). Name another folder.".formatted(e));
      return REFUSED;
    }
  }

  private static Path fetch(List<String> args, PrintWriter err)
      throws RefusedException, IOException {
    if (args.size() < ARGUMENTS) {
      throw new RefusedException("Usage: darkroom-maven HOME FOLDER GROUP:ARTIFACT:VERSION");
    }
    Coordinates.Versions allowed =
        args.subList(ARGUMENTS, args.size()).contains("--snapshots")
            ? Coordinates.Versions.SNAPSHOTS_TOO
            : Coordinates.Versions.RELEASES;
    Coordinates coordinates = Coordinates.parse(args.get(2), allowed);
    UserSettings settings = UserSettings.read(Path.of(args.getFirst()));
    try (RepositorySystem system = new RepositorySystemSupplier().get()) {
      SessionBuilder builder = new SessionBuilderSupplier(system).get();
      settings.apply(builder);
      try (CloseableSession session = builder.setTransferListener(new Progress(err)).build()) {
        Fetch fetch =
            new Fetch(
                system,
                session,
                system.newResolutionRepositories(session, settings.repositories()));
        return fetch.into(Path.of(args.get(1)), coordinates);
      }
    }
  }
}
