package dev.darkroom.core.spi;

/// Where random numbers come from. Picture i of the batch uses seed `first + i`.
///
/// @param first seed of the first picture
/// @param batch pictures made together, at least 1
/// @param generator whose random numbers are reproduced
public record Seeds(long first, int batch, Generator generator) {

  /// Whose random numbers are reproduced.
  public enum Generator {
    /// torch's CPU generator.
    CPU,
    /// torch's CUDA generator.
    CUDA
  }

  public static Seeds of(long first) {
    return new Seeds(first, 1, Generator.CPU);
  }

  public Seeds withBatch(int changed) {
    return new Seeds(first, changed, generator);
  }

  public Seeds withGenerator(Generator changed) {
    return new Seeds(first, batch, changed);
  }
}
