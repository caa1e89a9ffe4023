package dev.darkroom.core.weights;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/// A short name for the contents of a model, cheap enough to compute at every start.
///
/// It is the SHA-256 over the names, types and shapes of all tensors in the order of their names,
/// and over a fixed sample of each one's bytes: the first, the middle and the last 4 KiB, or all
/// where there are no more than 12 KiB. Equal models have equal fingerprints wherever they lie and
/// however they are cut into shards. Retrained or converted models differ with near certainty; a
/// change outside the sample goes unseen, so this is an identity and no proof against forgery.
public final class Fingerprint {

  private static final long SAMPLE = 4096;

  private Fingerprint() {}

  /// The fingerprint of all tensors of `index`: 64 lower-case hexadecimal digits.
  public static String of(WeightIndex index) {
    MessageDigest digest = sha256();
    for (Map.Entry<String, Weight> entry : new TreeMap<>(index.weights()).entrySet()) {
      update(digest, entry.getKey(), entry.getValue());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void update(MessageDigest digest, String name, Weight weight) {
    // Types that cannot be read have bytes all the same.
    String type =
        weight instanceof StoredWeight stored ? stored.type().name() : weight.dtype().name();
    MemorySegment bytes =
        weight instanceof StoredWeight stored ? stored.bytes() : weight.read().data();
    // The zero byte ends the head, so that no two models run together to the same text.
    String head = name + "\n" + type + "\n" + weight.shape() + "\0";
    digest.update(head.getBytes(StandardCharsets.UTF_8));
    digest.update(ByteBuffer.allocate(Long.BYTES).putLong(bytes.byteSize()).flip());
    long size = bytes.byteSize();
    if (size <= 3 * SAMPLE) {
      digest.update(bytes.asByteBuffer());
      return;
    }
    digest.update(bytes.asSlice(0, SAMPLE).asByteBuffer());
    digest.update(bytes.asSlice((size - SAMPLE) / 2, SAMPLE).asByteBuffer());
    digest.update(bytes.asSlice(size - SAMPLE, SAMPLE).asByteBuffer());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
