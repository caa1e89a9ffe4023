package dev.darkroom.core.plugin.trust;

import java.nio.file.Path;
import java.util.List;

/// Finds out who vouches for a jar. Never throws: what cannot be read is [Signature.Bad].
///
/// The files of a signature lie beside the jar and are kept with Darkroom's private copy of it, so that
/// the check can be made again when the plug-in is loaded. It must need no network.
public interface SignatureCheck {

  /// The endings, behind the jar's whole name, of the files that signatures are in: `.sigstore.json`.
  List<String> endings();

  /// @param jar the jar; its name may differ from the one that it was signed under
  Signature check(Path jar);

  /// Knows no signature: every jar is unsigned.
  static SignatureCheck none() {
    return new SignatureCheck() {
      @Override
      public List<String> endings() {
        return List.of();
      }

      @Override
      public Signature check(Path jar) {
        return new Signature.Unsigned();
      }
    };
  }
}
