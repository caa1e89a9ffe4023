package dev.darkroom.backend.tf;

import dev.darkroom.core.error.ModelFormatException;
import dev.darkroom.core.ir.Source;
import dev.darkroom.core.ir.Type;
import dev.darkroom.core.tensor.DType;
import dev.darkroom.core.tensor.Shape;
import dev.darkroom.core.weights.FileSlice;
import dev.darkroom.core.weights.Weight;
import dev.darkroom.core.weights.Weights;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The weights of one compiled graph, in TensorFlow's memory.
///
/// They are read one after the other, each straight into the memory that it is computed from. One
/// that has to change (another element type, a filter's dimensions) is read beside it and let go.
final class ModelWeights implements WeightPlaces, AutoCloseable {

  private static final long PIECE = 1 << 30;

  private final Weights weights;
  private final Map<Edge, EngineTensor> tensors = new LinkedHashMap<>();
  private final WeightConversion conversion = new WeightConversion();

  ModelWeights(Weights weights) {
    this.weights = weights;
  }

  /// Loads a weight.
  @Override
  public Edge place(Emission out, Source.Weight weight, DType held, List<Integer> order) {
    EngineTensor tensor = load(weight, held, order);
    try {
      Edge edge = out.placeholder(WeightPlaces.type(weight, held, order));
      tensors.put(edge, tensor);
      return edge;
    } catch (RuntimeException e) {
      tensor.close();
      throw e;
    }
  }

  private EngineTensor load(Source.Weight source, DType held, List<Integer> order) {
    Weight weight = weights.get(source.key());
    Type type = source.type();
    if (!Type.of(type.dtype(), weight.shape()).equals(type)) {
      throw new ModelFormatException(
          source.key(),
          "the model's tensor is " + weight.shape() + ", its architecture needs " + type + ".");
    }
    EngineTensor stored = read(weight, type.dtype());
    DType dtype = weight.dtype() == DType.U4 ? type.dtype() : weight.dtype();
    if (dtype == held && order.isEmpty()) {
      return stored;
    }
    try (stored) {
      return conversion.convert(source.key(), stored, dtype, held, order);
    }
  }

  /// The weight as it is stored, or as `dtype` where TensorFlow does not know the stored type.
  private static EngineTensor read(Weight weight, DType dtype) {
    if (weight.dtype() == DType.U4 || weight.slice().isEmpty()) {
      return EngineTensor.of(
          weight.name(), weight.dtype() == DType.U4 ? weight.read().cast(dtype) : weight.read());
    }
    Shape shape = weight.shape();
    EngineTensor tensor = EngineTensor.allocate(weight.name(), weight.dtype(), shape);
    try {
      read(weight.slice().get(), tensor.data());
      return tensor;
    } catch (IOException e) {
      tensor.close();
      throw new ModelFormatException(
          weight.slice().get().file().toString(), "cannot be read. Check the path.", e);
    }
  }

  private static void read(FileSlice slice, MemorySegment target) throws IOException {
    try (FileChannel channel = FileChannel.open(slice.file(), StandardOpenOption.READ)) {
      long done = 0;
      while (done < slice.length()) {
        long piece = Math.min(PIECE, slice.length() - done);
        ByteBuffer buffer = target.asSlice(done, piece).asByteBuffer();
        int count = channel.read(buffer, slice.offset() + done);
        if (count < 0) {
          throw new IOException("the file ends at " + channel.size());
        }
        done += count;
      }
    }
  }

  /// Every weight by the edge that the graph takes it from.
  Map<Edge, EngineTensor> tensors() {
    return tensors;
  }

  /// Ends the loading; the weights stay.
  void finish() {
    conversion.close();
  }

  /// Lets the weights go.
  @Override
  public void close() {
    conversion.close();
    tensors.values().forEach(EngineTensor::close);
    tensors.clear();
  }
}
