package dev.darkroom.core.weights;

import dev.darkroom.core.error.ModelFormatException;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// A safetensors file, mapped into memory: eight bytes of header length, a header in JSON, then the
/// tensors, which may take more than 2 GiB.
///
/// Tensors are views of the map: reading one copies nothing, and the map stays until neither this
/// index nor any tensor of it is reachable. The file must not change meanwhile. Immutable and safe
/// for use by several threads.
public final class SafetensorsFile implements WeightIndex {

  /// The longest header that is read, in bytes, as in the format's reference library.
  public static final long MAX_HEADER_BYTES = 100_000_000;

  static final String ADVICE = "The file is damaged: download it again.";

  private static final int LENGTH_BYTES = 8;
  private static final String LFS_POINTER = "version https://git-lfs";
  private static final ValueLayout.OfLong LENGTH =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private final Path location;
  private final Map<String, String> metadata;
  private final Map<String, StoredWeight> weights;

  private SafetensorsFile(
      Path location, Map<String, String> metadata, Map<String, StoredWeight> weights) {
    this.location = location;
    this.metadata = Collections.unmodifiableMap(metadata);
    this.weights = Collections.unmodifiableMap(weights);
  }

  /// Maps the file and checks its header against it.
  ///
  /// @throws ModelFormatException if there is no such file, or if anything in it is out of place;
  ///     names file, tensor and reason
  public static SafetensorsFile open(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new ModelFormatException(file.toString(), "there is no such file. Check the path.");
    }
    MemorySegment map;
    Path stored;
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      map = channel.map(MapMode.READ_ONLY, 0, channel.size(), Arena.ofAuto());
      stored = file.toRealPath();
    } catch (IOException e) {
      throw new ModelFormatException(
          file.toString(), "cannot be read (%s). Check the file's rights.".formatted(e), e);
    }
    long start = LENGTH_BYTES + headerLength(file, map);
    byte[] json = map.asSlice(LENGTH_BYTES, start - LENGTH_BYTES).toArray(ValueLayout.JAVA_BYTE);
    SafetensorsHeader header = SafetensorsHeaderReader.read(file.toString(), json);
    header.check(file.toString(), map.byteSize() - start);
    return new SafetensorsFile(file, header.metadata(), weights(header, map, start, stored));
  }

  private static long headerLength(Path file, MemorySegment map) {
    long size = map.byteSize();
    if (size < LENGTH_BYTES) {
      throw new ModelFormatException(
          file.toString(), "has only %d bytes, no room for a header. %s".formatted(size, ADVICE));
    }
    long length = map.get(LENGTH, 0);
    if (length < 0 || length > Math.min(MAX_HEADER_BYTES, size - LENGTH_BYTES)) {
      throw new ModelFormatException(file.toString(), badLength(map, length));
    }
    return length;
  }

  private static String badLength(MemorySegment map, long length) {
    byte[] start = map.asSlice(0, Math.min(map.byteSize(), 64)).toArray(ValueLayout.JAVA_BYTE);
    if (new String(start, StandardCharsets.ISO_8859_1).startsWith(LFS_POINTER)) {
      return "is a Git LFS pointer, not the model itself. Fetch the model with \"git lfs pull\".";
    }
    return "claims a header of %s bytes in a file of %d (at most %d are read). %s"
        .formatted(Long.toUnsignedString(length), map.byteSize(), MAX_HEADER_BYTES, ADVICE);
  }

  private static Map<String, StoredWeight> weights(
      SafetensorsHeader header, MemorySegment map, long start, Path stored) {
    Map<String, StoredWeight> weights = new LinkedHashMap<>();
    for (SafetensorsHeader.Entry entry : header.entries()) {
      long length = entry.end() - entry.begin();
      MemorySegment bytes = map.asSlice(start + entry.begin(), length);
      FileSlice place = new FileSlice(stored, start + entry.begin(), length);
      weights.put(
          entry.name(), new StoredWeight(entry.name(), entry.type(), entry.shape(), bytes, place));
    }
    return weights;
  }

  @Override
  public Path location() {
    return location;
  }

  /// The free texts that the header carries (`format`, training notes), in their order.
  public Map<String, String> metadata() {
    return metadata;
  }

  /// Every tensor, in the header's order.
  @Override
  public Map<String, Weight> weights() {
    return Collections.unmodifiableMap(weights);
  }

  Map<String, StoredWeight> stored() {
    return weights;
  }

  /// Nothing: a single file has no folder.
  @Override
  public Optional<String> text(String path) {
    return Optional.empty();
  }
}
