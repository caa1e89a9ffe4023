package dev.darkroom.core.plugin.trust;

import dev.darkroom.core.error.InvalidRequestException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A block of a PEM file (RFC 7468).
///
/// @param label what it is: `PUBLIC KEY`
/// @param base64 the bytes, in lines or without
record Pem(String label, String base64) {

  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([^-]*)-----END \\1-----");
  private static final int MAX_FILE = 64 << 10;
  private static final int LINE = 64;

  /// The blocks of a file, in its order.
  ///
  /// @throws InvalidRequestException if there are none, or the file cannot be read
  static List<Pem> read(Path file) {
    try {
      if (Files.size(file) > MAX_FILE) {
        throw damaged(file, "it is larger than any key", null);
      }
      List<Pem> blocks = parse(Files.readString(file, StandardCharsets.ISO_8859_1));
      if (blocks.isEmpty()) {
        throw damaged(file, "there is no -----BEGIN ...----- in it", null);
      }
      return blocks;
    } catch (IOException | IllegalArgumentException e) {
      throw damaged(file, e.toString(), e);
    }
  }

  private static InvalidRequestException damaged(
      Path file, String reason, @Nullable Exception cause) {
    String message = "%s is no PEM file with a key or signature: %s.".formatted(file, reason);
    return cause == null
        ? new InvalidRequestException("key", message)
        : new InvalidRequestException("key", message, cause);
  }

  private static List<Pem> parse(String text) {
    List<Pem> blocks = new ArrayList<>();
    Matcher block = BLOCK.matcher(text);
    while (block.find()) {
      String base64 = block.group(2).replaceAll("\\s", "");
      blocks.add(of(block.group(1), Base64.getDecoder().decode(base64)));
    }
    return blocks;
  }

  static Pem of(String label, byte[] bytes) {
    Base64.Encoder encoder = Base64.getMimeEncoder(LINE, new byte[] {'\n'});
    return new Pem(label, encoder.encodeToString(bytes));
  }

  byte[] bytes() {
    return Base64.getMimeDecoder().decode(base64);
  }

  String text() {
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(label, base64, label);
  }
}
