package dev.darkroom.core.reference;

import dev.darkroom.core.error.InvalidRequestException;
import dev.darkroom.core.ir.Graph;
import dev.darkroom.core.lowering.Lowering;
import dev.darkroom.core.spi.Backend;
import dev.darkroom.core.spi.Capabilities;
import dev.darkroom.core.spi.CompileOptions;
import dev.darkroom.core.spi.CompiledGraph;
import dev.darkroom.core.tensor.DType;
import dev.darkroom.core.weights.Weights;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The open reference backend: keeps track of what it compiled.
final class ReferenceBackend implements Backend {

  private final Set<ReferenceGraph> compiled = new HashSet<>();
  private boolean closed;

  @Override
  public Capabilities capabilities() {
    return new Capabilities("Darkroom reference", Set.of(DType.F32));
  }

  @Override
  public CompiledGraph compile(Graph graph, Weights weights, CompileOptions options) {
    requireOpen();
    if (options.precision() != DType.F32) {
      throw new InvalidRequestException(
          "precision", options.precision() + " is not offered by the reference backend; use F32.");
    }
    Graph lowered = Lowering.lower(graph, composite -> false);
    Program program = Program.load(lowered, weights, options.name());
    return register(new ReferenceGraph(program, new Workers(options.threads()), this));
  }

  private synchronized CompiledGraph register(ReferenceGraph graph) {
    if (closed) {
      graph.release();
    }
    requireOpen();
    compiled.add(graph);
    return graph;
  }

  private synchronized void requireOpen() {
    if (closed) {
      throw new IllegalStateException("The reference backend is closed.");
    }
  }

  synchronized void forget(ReferenceGraph graph) {
    compiled.remove(graph);
  }

  @Override
  public void close() {
    List<ReferenceGraph> open;
    synchronized (this) {
      closed = true;
      open = List.copyOf(compiled);
    }
    open.forEach(ReferenceGraph::close);
  }
}
