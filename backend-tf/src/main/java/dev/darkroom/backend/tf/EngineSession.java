package dev.darkroom.backend.tf;

import java.util.List;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.javacpp.SizeTPointer;
import org.tensorflow.internal.c_api.TF_Buffer;
import org.tensorflow.internal.c_api.TF_Graph;
import org.tensorflow.internal.c_api.TF_Operation;
import org.tensorflow.internal.c_api.TF_Output;
import org.tensorflow.internal.c_api.TF_Session;
import org.tensorflow.internal.c_api.TF_SessionOptions;
import org.tensorflow.internal.c_api.TF_Tensor;
import org.tensorflow.internal.c_api.global.tensorflow;

/// A TensorFlow graph and the session that runs it. Closing frees both; nothing of it may be used
/// afterwards, and no run may be under way.
final class EngineSession implements AutoCloseable {

  private final TF_Graph graph;
  private final TF_Session session;
  private boolean closed;

  /// @param threads threads of one run
  EngineSession(int threads) {
    graph = tensorflow.TF_NewGraph();
    TF_SessionOptions options = tensorflow.TF_NewSessionOptions();
    try (Status status = new Status();
        PointerScope _ = new PointerScope()) {
      byte[] config = SessionConfig.bytes(threads);
      tensorflow.TF_SetConfig(options, new BytePointer(config), config.length, status.handle());
      status.check("TensorFlow's session could not be configured");
      session = tensorflow.TF_NewSession(graph, options, status.handle());
      if (!status.isGood()) {
        tensorflow.TF_DeleteGraph(graph);
      }
      status.check("TensorFlow's session could not be made");
    } finally {
      tensorflow.TF_DeleteSessionOptions(options);
    }
  }

  TF_Graph graph() {
    return graph;
  }

  /// Computes `outputs`. The caller closes the results.
  ///
  /// @param what what is being done, as the start of a sentence: `unet could not run`
  List<EngineTensor> run(
      String what, List<Edge> inputs, List<EngineTensor> values, List<Edge> outputs) {
    try (PointerScope _ = new PointerScope();
        Status status = new Status()) {
      PointerPointer<TF_Tensor> fed = new PointerPointer<>(Math.max(1, values.size()));
      for (int i = 0; i < values.size(); i++) {
        fed.put(i, values.get(i).handle());
      }
      PointerPointer<TF_Tensor> results = new PointerPointer<>(Math.max(1, outputs.size()));
      tensorflow.TF_SessionRun(
          session,
          (TF_Buffer) null,
          list(inputs),
          fed,
          inputs.size(),
          list(outputs),
          results,
          outputs.size(),
          (PointerPointer<TF_Operation>) null,
          0,
          (TF_Buffer) null,
          status.handle());
      status.check(what);
      return IntStream.range(0, outputs.size())
          .mapToObj(i -> new EngineTensor(results.get(TF_Tensor.class, i)))
          .toList();
    }
  }

  private static TF_Output list(List<Edge> edges) {
    TF_Output list = new TF_Output(Math.max(1, edges.size()));
    for (int i = 0; i < edges.size(); i++) {
      list.getPointer(i).oper(edges.get(i).operation()).index(edges.get(i).index());
    }
    return list;
  }

  /// How many operations of a type the graph has.
  long count(String type) {
    try (PointerScope _ = new PointerScope()) {
      SizeTPointer position = new SizeTPointer(1).put(0);
      long count = 0;
      TF_Operation operation = tensorflow.TF_GraphNextOperation(graph, position);
      while (operation != null) {
        count += tensorflow.TF_OperationOpType(operation).getString().equals(type) ? 1 : 0;
        operation = tensorflow.TF_GraphNextOperation(graph, position);
      }
      return count;
    }
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    try (Status status = new Status()) {
      tensorflow.TF_CloseSession(session, status.handle());
      tensorflow.TF_DeleteSession(session, status.handle());
    }
    tensorflow.TF_DeleteGraph(graph);
  }
}
