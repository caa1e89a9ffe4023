package dev.darkroom.backend.tf;

import dev.darkroom.core.error.InvalidRequestException;
import dev.darkroom.core.ir.Graph;
import dev.darkroom.core.lowering.Lowering;
import dev.darkroom.core.spi.Backend;
import dev.darkroom.core.spi.Capabilities;
import dev.darkroom.core.spi.CompileOptions;
import dev.darkroom.core.spi.CompiledGraph;
import dev.darkroom.core.tensor.DType;
import dev.darkroom.core.weights.Weights;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The processor, computed on by TensorFlow.
final class TensorflowBackend implements Backend {

  private final String version;
  private final Set<DType> precisions;
  private final Set<TensorflowGraph> open = ConcurrentHashMap.newKeySet();
  private boolean closed;

  /// @param version TensorFlow's
  TensorflowBackend(String version, Set<DType> precisions) {
    this.version = version;
    this.precisions = precisions;
  }

  @Override
  public Capabilities capabilities() {
    return new Capabilities("TensorFlow " + version, precisions);
  }

  @Override
  public CompiledGraph compile(Graph graph, Weights weights, CompileOptions options) {
    requireOpen();
    if (!precisions.contains(options.precision())) {
      throw new InvalidRequestException(
          "precision",
          "TensorFlow computes in %s on this processor, not in %s; choose one of those."
              .formatted(precisions, options.precision()));
    }
    Graph lowered = Lowering.lower(graph, NativeComposites::claims);
    CompiledParts parts = CompiledParts.of(lowered, weights, options);
    return keep(new TensorflowGraph(options.name(), lowered, parts, open::remove));
  }

  private synchronized CompiledGraph keep(TensorflowGraph graph) {
    open.add(graph);
    if (closed) { // closed while this was compiled
      graph.close();
      requireOpen();
    }
    return graph;
  }

  private synchronized void requireOpen() {
    if (closed) {
      throw new IllegalStateException("the backend is closed; open the device again");
    }
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
    }
    open.forEach(TensorflowGraph::close);
  }
}
