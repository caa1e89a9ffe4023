package dev.darkroom.app.studio;

import dev.darkroom.core.DarkroomOptions;
import dev.darkroom.core.error.InvalidRequestException;
import dev.darkroom.core.spi.PerComponent;
import dev.darkroom.core.tensor.DType;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Options that say where and how precisely to compute.
public final class EngineChoice {

  @Option(
      names = "--backend",
      paramLabel = "ID",
      description = {
        "Backend; see `darkroom backends`.",
        "One for all, or pairs: unet=djl,vae=onnx,text=onnx."
      })
  private @Nullable String backend;

  @Option(
      names = "--device",
      paramLabel = "ID",
      description = {
        "Device of the backend: cpu, cuda ...",
        "One for all, or pairs: unet=cuda,vae=cpu."
      })
  private @Nullable String device;

  @Option(
      names = "--precision",
      paramLabel = "TYPE",
      description = {
        "What to compute in: f32, f16 or bf16.",
        "One for all, or pairs: unet=bf16,vae=f32."
      })
  private @Nullable String precision;

  /// `options` with what was given.
  public DarkroomOptions applyTo(DarkroomOptions options) {
    DarkroomOptions result = options;
    if (backend != null) {
      result = result.withBackend(parse("backend", backend, DarkroomOptions.AUTO, id -> id));
    }
    if (device != null) {
      result = result.withDevice(parse("device", device, DarkroomOptions.AUTO, id -> id));
    }
    if (precision != null) {
      result =
          result.withPrecision(parse("precision", precision, DType.F32, EngineChoice::precision));
    }
    return result;
  }

  private static <T> PerComponent<T> parse(
      String field, String text, T rest, Function<String, T> reader) {
    return PerComponent.parse(field, text, rest, reader);
  }

  private static DType precision(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "f32", "fp32", "float32" -> DType.F32;
      case "f16", "fp16", "float16" -> DType.F16;
      case "bf16", "bfloat16" -> DType.BF16;
      default ->
          throw new InvalidRequestException(
              "precision", "\"" + name + "\" is not f32, f16 or bf16.");
    };
  }

  /// Whether a backend was named.
  public boolean namesBackend() {
    return backend != null;
  }

  /// Whether every backend is meant.
  public boolean meansAll() {
    return "all".equals(backend);
  }
}
