package dev.darkroom.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IVersionProvider;

/// The version that the build writes beside the classes.
public final class ProgramVersion implements IVersionProvider {

  private static final String FILE = "/META-INF/maven/dev.darkroom/darkroom-app/pom.properties";

  @Override
  public String[] getVersion() {
    return new String[] {
      "Darkroom " + version(), "Java " + Runtime.version() + ", " + System.getProperty("os.arch")
    };
  }

  /// The version; `development` outside a jar.
  public static String version() {
    try (@Nullable InputStream in = ProgramVersion.class.getResourceAsStream(FILE)) {
      Properties properties = new Properties();
      if (in != null) {
        properties.load(in);
      }
      return properties.getProperty("version", "development");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
