package dev.darkroom.backend.djl;

import dev.darkroom.core.error.ModelFormatException;
import dev.darkroom.core.ir.Source;
import dev.darkroom.core.ir.Type;
import dev.darkroom.core.tensor.Tensor;
import dev.darkroom.core.weights.FileSlice;
import dev.darkroom.core.weights.Weight;
import dev.darkroom.core.weights.Weights;
import java.io.EOFException;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/// Finds the weights of a plan and hands them to a module, one after the other.
///
/// A weight that lies in a file is read from it, not mapped: the pages of a map count as this
/// process's memory until the system takes them back, and packing would so double the model.
final class WeightLoader {

  private final WeightPlan plan;
  private final List<Weight> weights;
  private final PackingScript script = new PackingScript();
  private final List<String> methods = new ArrayList<>();

  /// @throws ModelFormatException if a weight is missing or its shape is not what the graph says
  WeightLoader(WeightPlan plan, Weights weights) {
    this.plan = plan;
    this.weights = plan.sources().stream().map(source -> weight(source, weights)).toList();
    for (int i = 0; i < this.weights.size(); i++) {
      methods.add(script.method(this.weights.get(i).dtype(), plan.packing(i)));
    }
  }

  private static Weight weight(Source source, Weights weights) {
    return switch (source) {
      case Source.Weight(String key, Type type) -> checked(key, type, weights.get(key));
      case Source.Constant(Tensor value) -> new ConstantWeight(value);
      case Source.Input input -> throw new IllegalStateException(input + " is no weight");
    };
  }

  private static Weight checked(String key, Type type, Weight weight) {
    if (!Type.of(type.dtype(), weight.shape()).equals(type)) {
      throw new ModelFormatException(
          key,
          "the model's tensor is " + weight.shape() + ", its architecture needs " + type + ".");
    }
    return weight.cast(ScriptEmitter.crossing(weight.dtype()));
  }

  /// The source of the methods that pack the weights.
  String script() {
    return script.toString();
  }

  void load(TorchModule module) {
    for (int i = 0; i < weights.size(); i++) {
      Weight weight = weights.get(i);
      String method = methods.get(i);
      if (plan.packing(i).equals(Packing.rows(weight.dtype()))) {
        module.keep(read(weight, module.arena()), method);
      } else {
        try (Arena arena = Arena.ofConfined()) {
          module.add(read(weight, arena), method);
        }
      }
    }
  }

  private static Tensor read(Weight weight, Arena arena) {
    if (weight.slice().isEmpty() || weight.slice().get().length() > Integer.MAX_VALUE) {
      return weight.read();
    }
    FileSlice slice = weight.slice().get();
    MemorySegment memory = arena.allocate(slice.length(), Long.BYTES);
    try (FileChannel file = FileChannel.open(slice.file(), StandardOpenOption.READ)) {
      ByteBuffer bytes = memory.asByteBuffer();
      while (bytes.hasRemaining()) {
        if (file.read(bytes, slice.offset() + bytes.position()) < 0) {
          throw new EOFException();
        }
      }
    } catch (IOException e) {
      throw new ModelFormatException(
          slice.file().toString(), "cannot be read to its end; fetch it again.", e);
    }
    return Tensor.of(weight.dtype(), weight.shape(), memory);
  }
}
