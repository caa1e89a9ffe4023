package dev.darkroom.backend.djl;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import dev.darkroom.core.tensor.DType;
import dev.darkroom.core.tensor.Tensor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/// A loaded TorchScript archive with its weights: the one class that uses what DJL does not document.
///
/// One thread at a time. Nothing checks for use after [#close()]; callers do.
final class TorchModule implements AutoCloseable {

  static final String ENGINE = "PyTorch";

  private final PtNDManager manager;
  private final PtSymbolBlock block;
  private final int threads;
  private final Arena arena = Arena.ofShared();
  private final List<Tensor> kept = new ArrayList<>();
  private final IValue weights;

  /// @param threads threads of a run; 0 is one for each processor
  TorchModule(byte[] archive, Device device, int threads) {
    this.manager = (PtNDManager) Engine.getEngine(ENGINE).newBaseManager(device);
    this.threads = threads > 0 ? threads : Runtime.getRuntime().availableProcessors();
    prepareThread();
    try {
      this.block = JniUtils.loadModule(manager, new ByteArrayInputStream(archive), true, false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      arena.close();
      manager.close();
      throw e;
    }
    this.weights = IValueUtils.runMethod(block, PackingScript.BEGIN);
  }

  /// The calling thread computes with our number of threads, and takes scripts as they are: the
  /// profiling executor compiles anew for each new size, which takes longer than it saves.
  private void prepareThread() {
    if (JniUtils.getNumThreads() != threads) {
      JniUtils.setNumThreads(threads);
    }
    JniUtils.setGraphExecutorOptimize(false);
  }

  /// Memory for weights that PyTorch uses where they lie; lives as long as the module.
  Arena arena() {
    return arena;
  }

  /// Appends a weight to the list that every run gets.
  ///
  /// @param method the packing method that fits it, which copies
  void add(Tensor tensor, String method) {
    prepareThread();
    try (PtNDArray array = array(manager, tensor);
        IValue value = IValue.from(array);
        IValue _ = IValueUtils.runMethod(block, method, weights, value)) {
      // the list holds it now
    }
  }

  /// Appends a weight to the list, which goes on using the tensor's memory.
  void keep(Tensor tensor, String method) {
    add(tensor, method);
    kept.add(tensor);
  }

  /// Runs the network.
  ///
  /// @param inputs in the order in which the script numbers them
  /// @param stop one byte in native memory; other than 0 it ends the run
  /// @param types element types of the results, none of them bfloat16
  List<Tensor> run(List<Tensor> inputs, MemorySegment stop, List<DType> types) {
    prepareThread();
    try (PtNDManager scope = manager.newSubManager(manager.getDevice())) {
      PtNDArray[] arrays =
          inputs.stream().map(tensor -> array(scope, tensor)).toArray(PtNDArray[]::new);
      try (IValue handed = arrays.length == 0 ? noTensors() : IValue.listFrom(arrays);
          IValue flagValue = IValue.from(flag(scope, stop));
          IValue results = IValueUtils.runMethod(block, "forward", weights, handed, flagValue)) {
        return copies(results.toTensorArray(scope), types);
      }
    }
  }

  /// Runs a loss and its gradients; see [GradientScript].
  ///
  /// @param count number of gradients
  /// @return the loss, then its gradients
  List<Tensor> gradients(List<Tensor> inputs, MemorySegment stop, int count) {
    prepareThread();
    boolean recorded = JniUtils.isGradMode();
    JniUtils.setGradMode(true);
    try (PtNDManager scope = manager.newSubManager(manager.getDevice())) {
      PtNDArray flag = flag(scope, stop);
      hold(
          weights,
          Stream.concat(inputs.stream().map(tensor -> array(scope, tensor)), Stream.of(flag))
              .toArray(PtNDArray[]::new));
      flag.setName("module_method:" + GradientScript.GRADIENTS); // a name, and no argument
      NDList results = IValueUtils.forward(block, new NDList(flag), true);
      return copies(
          results.stream().map(PtNDArray.class::cast).toArray(PtNDArray[]::new),
          Collections.nCopies(1 + count, DType.F32));
    } finally {
      try (IValue nothing = noTensors()) {
        hold(nothing);
      }
      JniUtils.setGradMode(recorded);
    }
  }

  private void hold(IValue list, PtNDArray... inputs) {
    try (IValue handed = inputs.length == 0 ? noTensors() : IValue.listFrom(inputs);
        IValue _ = IValueUtils.runMethod(block, "hold", list, handed)) {
      // held from here on
    }
  }

  /// A copy of the weight at `place`.
  Tensor weight(int place) {
    prepareThread();
    try (PtNDManager scope = manager.newSubManager(manager.getDevice());
        IValue index = IValue.from((long) place);
        IValue found = IValueUtils.runMethod(block, "weight", weights, index)) {
      PtNDArray[] single = {found.toTensor(scope)};
      return copies(single, List.of(DType.F32)).getFirst();
    }
  }

  /// Writes to the weight at `place`.
  void assign(int place, Tensor value) {
    prepareThread();
    try (PtNDManager scope = manager.newSubManager(manager.getDevice());
        IValue index = IValue.from((long) place);
        IValue handed = IValue.from(array(scope, value));
        IValue _ = IValueUtils.runMethod(block, "assign", weights, index, handed)) {
      // written now
    }
  }

  private IValue noTensors() {
    return IValueUtils.runMethod(block, PackingScript.BEGIN);
  }

  private static PtNDArray flag(PtNDManager scope, MemorySegment stop) {
    return hostArray(scope, Tensor.of(DType.U8, dev.darkroom.core.tensor.Shape.of(1), stop));
  }

  private static PtNDArray array(PtNDManager owner, Tensor tensor) {
    PtNDArray host = hostArray(owner, tensor);
    return owner.getDevice().isGpu() ? host.toDevice(owner.getDevice(), false) : host;
  }

  /// A view of a tensor whose memory is native, else a copy.
  private static PtNDArray hostArray(PtNDManager owner, Tensor tensor) {
    ByteBuffer bytes = direct(tensor.data()).order(ByteOrder.nativeOrder());
    return JniUtils.createNdFromByteBuffer(
        owner,
        bytes,
        new Shape(tensor.shape().sizes()),
        TorchType.carrier(tensor.dtype()),
        ai.djl.ndarray.types.SparseFormat.DENSE,
        Device.cpu());
  }

  private static ByteBuffer direct(MemorySegment data) {
    ByteBuffer bytes = data.asByteBuffer();
    return bytes.isDirect()
        ? bytes
        : ByteBuffer.allocateDirect(bytes.remaining()).put(bytes).flip();
  }

  private static List<Tensor> copies(PtNDArray[] results, List<DType> types) {
    List<Tensor> copies = new ArrayList<>();
    for (int i = 0; i < results.length; i++) {
      NDArray result = results[i].toDevice(Device.cpu(), false);
      Tensor copy =
          Tensor.allocate(
              types.get(i), dev.darkroom.core.tensor.Shape.of(result.getShape().getShape()));
      copy.data().copyFrom(MemorySegment.ofBuffer(result.toByteBuffer(true)));
      copies.add(copy);
    }
    return copies;
  }

  @Override
  public void close() {
    weights.close();
    block.close();
    manager.close();
    kept.clear();
    arena.close();
  }
}
