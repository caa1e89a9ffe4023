package dev.darkroom.backend.onnx;

import ai.onnxruntime.OnnxTensorLike;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.SessionOptions;
import dev.darkroom.core.error.ModelFormatException;
import dev.darkroom.core.ir.Type;
import dev.darkroom.core.tensor.DType;
import dev.darkroom.core.tensor.Tensor;
import dev.darkroom.core.weights.FileSlice;
import dev.darkroom.core.weights.Weight;
import dev.darkroom.core.weights.Weights;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Hands the weights of one model over to ONNX Runtime.
///
/// A weight that lies in a file as it is becomes a reference to that place: the engine maps it,
/// brings it into the layout of its kernels and lets the map go, so that there is never a second
/// copy. A weight of another float type is converted by the engine in the same pass. Only weights
/// that are computed (an adapter was added, say) are handed over as tensors, which the engine copies.
final class ModelWeights implements AutoCloseable {

  private static final String FOLDER = "session.model_external_initializers_file_folder_path";

  private final Weights weights;
  private final Map<Path, Path> files = new LinkedHashMap<>();
  private final Map<String, OnnxTensorLike> computed = new LinkedHashMap<>();

  ModelWeights(Weights weights) {
    this.weights = weights;
  }

  /// Puts a weight into the model under its own name.
  ///
  /// @return its element type there
  DType place(OnnxModel model, String key, Type type) {
    Weight weight = weights.get(key);
    if (!Type.of(type.dtype(), weight.shape()).equals(type)) {
      throw new ModelFormatException(
          key,
          "the model's tensor is " + weight.shape() + ", its architecture needs " + type + ".");
    }
    return weight
        .slice()
        .filter(this::isReachable)
        .map(slice -> map(model, key, weight, slice))
        .orElseGet(() -> supply(model, key, weight, type));
  }

  private DType map(OnnxModel model, String key, Weight weight, FileSlice slice) {
    Path file = real(slice.file());
    String location = root(file).relativize(file).toString();
    model.external(key, weight.dtype(), weight.shape(), location, slice);
    return weight.dtype();
  }

  private DType supply(OnnxModel model, String key, Weight weight, Type type) {
    Tensor tensor = weight.read().cast(type.dtype());
    model.supplied(key, tensor.dtype(), tensor.shape());
    computed.put(key, EngineTensors.of(key, tensor));
    return tensor.dtype();
  }

  /// The engine takes one folder that all files lie below: the root of the first.
  private boolean isReachable(FileSlice slice) {
    Path file = real(slice.file());
    Path first = files.values().iterator().next();
    return root(first).equals(root(file));
  }

  /// The file behind links, which the engine does not follow.
  private Path real(Path file) {
    return files.computeIfAbsent(
        file,
        path -> {
          try {
            return path.toRealPath();
          } catch (IOException e) {
            throw new ModelFormatException(path.toString(), "cannot be read. Check the path.", e);
          }
        });
  }

  private static Path root(Path file) {
    return Objects.requireNonNull(file.getRoot());
  }

  void addTo(SessionOptions options) throws OrtException {
    Optional<Path> file = files.values().stream().findFirst();
    if (file.isPresent()) {
      options.addConfigEntry(FOLDER, root(file.get()).toString());
    }
    if (!computed.isEmpty()) {
      options.addExternalInitializers(computed);
    }
  }

  /// Lets go of the tensors, of which the engine has its copies by now.
  @Override
  public void close() {
    computed.values().forEach(OnnxTensorLike::close);
    computed.clear();
  }
}
