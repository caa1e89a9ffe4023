package dev.darkroom.backend.tf;

import dev.darkroom.core.tensor.DType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;

/// What this machine's processor computes in.
final class Processor {

  private static final Path DESCRIPTION = Path.of("/proc/cpuinfo");

  private Processor() {}

  /// Bfloat16 only with instructions for it; without them TensorFlow has kernels, but slow ones.
  static Set<DType> precisions() {
    return hasBfloat16() ? EnumSet.of(DType.F32, DType.BF16) : EnumSet.of(DType.F32);
  }

  private static boolean hasBfloat16() {
    try {
      String text = Files.isReadable(DESCRIPTION) ? Files.readString(DESCRIPTION) : "";
      return text.contains("avx512_bf16") || text.contains("amx_bf16");
    } catch (IOException e) {
      return false;
    }
  }
}
