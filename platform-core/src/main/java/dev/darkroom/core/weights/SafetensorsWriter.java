package dev.darkroom.core.weights;

import dev.darkroom.core.file.AtomicFile;
import dev.darkroom.core.tensor.DType;
import dev.darkroom.core.tensor.Tensor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Writes safetensors files, whole or not at all.
public final class SafetensorsWriter {

  private static final int ALIGNMENT = 8;
  private static final long CHUNK = 1L << 24;

  private SafetensorsWriter() {}

  /// Writes `tensors` under their names. The same tensors give the same bytes: wide types lie
  /// first, so that every tensor is aligned, and names are in order within a type.
  ///
  /// @throws dev.darkroom.core.error.InvalidRequestException if the file cannot be written
  /// @throws IllegalArgumentException if a tensor is of type [DType#U4], which the format lacks
  public static void write(Path file, Map<String, Tensor> tensors) {
    write(file, tensors, Map.of());
  }

  /// As [#write(Path, Map)], with free texts for the header.
  public static void write(Path file, Map<String, Tensor> tensors, Map<String, String> metadata) {
    List<Map.Entry<String, Tensor>> sorted = new ArrayList<>(tensors.entrySet());
    sorted.sort(
        Comparator.comparingInt((Map.Entry<String, Tensor> e) -> -e.getValue().dtype().bits())
            .thenComparing(e -> e.getValue().dtype())
            .thenComparing(Map.Entry::getKey));
    byte[] header = header(sorted, metadata);
    AtomicFile.write(
        file,
        channel -> {
          AtomicFile.writeAll(channel, length(header.length));
          AtomicFile.writeAll(channel, ByteBuffer.wrap(header));
          for (Map.Entry<String, Tensor> entry : sorted) {
            writeData(channel, entry.getValue().data());
          }
        });
  }

  private static byte[] header(
      List<Map.Entry<String, Tensor>> tensors, Map<String, String> metadata) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json =
        new JsonFactory().createGenerator(ObjectWriteContext.empty(), bytes)) {
      json.writeStartObject();
      if (!metadata.isEmpty()) {
        json.writeObjectPropertyStart("__metadata__");
        metadata.forEach(json::writeStringProperty);
        json.writeEndObject();
      }
      long offset = 0;
      for (Map.Entry<String, Tensor> entry : tensors) {
        writeEntry(json, entry.getKey(), entry.getValue(), offset);
        offset += entry.getValue().data().byteSize();
      }
      json.writeEndObject();
    }
    while (bytes.size() % ALIGNMENT != 0) {
      bytes.write(' ');
    }
    return bytes.toByteArray();
  }

  private static void writeEntry(JsonGenerator json, String name, Tensor tensor, long offset) {
    if (tensor.dtype() == DType.U4) {
      throw new IllegalArgumentException(name + ": safetensors files hold no " + tensor.dtype());
    }
    json.writeObjectPropertyStart(name);
    json.writeStringProperty("dtype", tensor.dtype().name());
    json.writeArrayPropertyStart("shape");
    tensor.shape().stream().forEach(json::writeNumber);
    json.writeEndArray();
    json.writeArrayPropertyStart("data_offsets");
    json.writeNumber(offset);
    json.writeNumber(offset + tensor.data().byteSize());
    json.writeEndArray();
    json.writeEndObject();
  }

  private static ByteBuffer length(long length) {
    return ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(length).flip();
  }

  private static void writeData(WritableByteChannel channel, MemorySegment data)
      throws IOException {
    for (long at = 0; at < data.byteSize(); at += CHUNK) {
      long size = Math.min(CHUNK, data.byteSize() - at);
      AtomicFile.writeAll(channel, data.asSlice(at, size).asByteBuffer());
    }
  }
}
