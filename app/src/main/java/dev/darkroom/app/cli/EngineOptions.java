package dev.darkroom.app.cli;

import dev.darkroom.core.DarkroomOptions;
import dev.darkroom.core.tensor.DType;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/// Options that say where and how precisely to compute.
final class EngineOptions {

  @Option(names = "--backend", paramLabel = "ID", description = "Backend; see `darkroom backends`.")
  @Nullable String backend;

  @Option(
      names = "--device",
      paramLabel = "ID",
      description = "Device of the backend: cpu, cuda ...")
  @Nullable String device;

  @Option(
      names = "--precision",
      paramLabel = "TYPE",
      converter = PrecisionConverter.class,
      description = "What to compute in: f32, f16 or bf16.")
  @Nullable DType precision;

  /// `options` with what was given.
  DarkroomOptions applyTo(DarkroomOptions options) {
    DarkroomOptions result = options;
    result = backend == null ? result : result.withBackend(backend);
    result = device == null ? result : result.withDevice(device);
    return precision == null ? result : result.withPrecision(precision);
  }

  /// The defaults with what was given.
  DarkroomOptions options() {
    return applyTo(DarkroomOptions.defaults());
  }

  /// Reads the names of the floating types.
  static final class PrecisionConverter implements ITypeConverter<DType> {
    @Override
    public DType convert(String value) {
      return switch (value.toLowerCase(Locale.ROOT)) {
        case "f32", "fp32", "float32" -> DType.F32;
        case "f16", "fp16", "float16" -> DType.F16;
        case "bf16", "bfloat16" -> DType.BF16;
        default -> throw new TypeConversionException("\"" + value + "\" is not f32, f16 or bf16");
      };
    }
  }
}
