package dev.darkroom.app.bench;

import dev.darkroom.core.error.BackendException;
import dev.darkroom.core.ir.Graph;
import dev.darkroom.core.ir.Type;
import dev.darkroom.core.plugin.PluginCatalog;
import dev.darkroom.core.spi.Backend;
import dev.darkroom.core.spi.BackendProvider;
import dev.darkroom.core.spi.Cancellation;
import dev.darkroom.core.spi.CompileOptions;
import dev.darkroom.core.spi.CompiledGraph;
import dev.darkroom.core.spi.Component;
import dev.darkroom.core.spi.GraphOptions;
import dev.darkroom.core.spi.ModelFamily;
import dev.darkroom.core.spi.ModelSpec;
import dev.darkroom.core.tensor.DType;
import dev.darkroom.core.tensor.Tensor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// How far engines differ: every component of a model on every engine, with the same inputs.
///
/// @param plugins where engines are found
/// @param spec the model
/// @param progress told what is being computed
/// @param cancellation stops it
public record Agreement(
    PluginCatalog plugins, ModelSpec spec, Consumer<String> progress, Cancellation cancellation) {

  /// What two float32 engines may differ by, times one plus the largest value: the tolerance of the
  /// reference data.
  public static final double BOUND = 2e-4;

  /// One latent picture of 8 x 8, as small as a network takes, so that the reference backend ends.
  private static final Map<String, Long> SIZES =
      Map.of("batch", 1L, "height", 8L, "width", 8L, "tokens", 77L);

  private static final long LARGEST_INTEGER = 100;

  /// @param component id of the component
  /// @param engine backend, device and precision
  /// @param difference largest difference of an element from the reference's
  /// @param largest largest absolute value of the reference's results
  /// @param failure why there are no results to compare; null if there are
  public record Row(
      String component,
      String engine,
      String precision,
      double difference,
      double largest,
      @Nullable String failure) {

    /// Whether the engine computed the component and, in float32, is within [#BOUND]; other precisions
    /// have no bound here.
    public boolean agrees() {
      return failure == null
          && (!precision.equals(DType.F32.name()) || difference <= BOUND * (1 + largest));
    }
  }

  /// Compares all usable engines with the one of `reference`.
  ///
  /// @param reference id of the backend that the others are compared with
  public List<Row> compare(String reference) {
    Engines.Candidate truth =
        Engines.of(plugins.find(BackendProvider.class, reference)).findFirst().orElseThrow();
    List<Engines.Candidate> others =
        Engines.fast(plugins).stream().filter(candidate -> !candidate.equals(truth)).toList();
    List<Row> rows = new ArrayList<>();
    for (Component component :
        spec.components().stream().sorted(Comparator.comparing(Component::id)).toList()) {
      Network network = network(component);
      Map<String, Tensor> expected = run(truth, network);
      for (Engines.Candidate candidate : others) {
        rows.add(row(candidate, network, expected));
      }
    }
    return rows;
  }

  private record Network(Component component, Graph graph, Map<String, Tensor> inputs) {}

  private Network network(Component component) {
    ModelFamily family = plugins.find(ModelFamily.class, spec.family());
    Graph graph = family.graph(spec, component, GraphOptions.plain());
    SplittableRandom random = new SplittableRandom(1);
    Map<String, Tensor> inputs = new HashMap<>();
    graph.inputs().forEach((name, type) -> inputs.put(name, input(type, random)));
    return new Network(component, graph, inputs);
  }

  private static Tensor input(Type type, SplittableRandom random) {
    Tensor zeros = Tensor.allocate(DType.F32, new DimSizes(SIZES).shape(type));
    boolean floating = type.dtype().isFloating();
    return zeros
        .map(_ -> floating ? random.nextDouble(-1, 1) : random.nextLong(LARGEST_INTEGER))
        .cast(type.dtype());
  }

  private Map<String, Tensor> run(Engines.Candidate candidate, Network network) {
    cancellation.check();
    progress.accept(network.component() + " on " + candidate.name());
    ModelFamily family = plugins.find(ModelFamily.class, spec.family());
    CompileOptions options =
        CompileOptions.of(network.component().id()).with(candidate.precision());
    try (Backend backend = candidate.backend().open(candidate.device());
        CompiledGraph graph =
            backend.compile(network.graph(), family.weights(spec, network.component()), options)) {
      return graph.run(network.inputs(), cancellation);
    }
  }

  /// One engine's failure is told in its row and leaves the others their turn.
  private Row row(Engines.Candidate candidate, Network network, Map<String, Tensor> expected) {
    try {
      return row(network.component(), candidate, expected, run(candidate, network));
    } catch (BackendException e) {
      return new Row(
          network.component().id(),
          engine(candidate),
          candidate.precision().name(),
          0,
          0,
          String.valueOf(e.getMessage()));
    }
  }

  private static String engine(Engines.Candidate candidate) {
    return candidate.backend().id() + ", " + candidate.device().id();
  }

  static Row row(
      Component component,
      Engines.Candidate candidate,
      Map<String, Tensor> expected,
      Map<String, Tensor> actual) {
    double difference = 0;
    double largest = 0;
    for (Map.Entry<String, Tensor> entry : expected.entrySet()) {
      float[] wanted = entry.getValue().toFloats();
      float[] found = Objects.requireNonNull(actual.get(entry.getKey())).toFloats();
      for (int i = 0; i < wanted.length; i++) {
        double apart = Math.abs((double) found[i] - wanted[i]);
        difference = Double.isNaN(apart) ? Double.POSITIVE_INFINITY : Math.max(difference, apart);
        largest = Math.max(largest, Math.abs(wanted[i]));
      }
    }
    return new Row(
        component.id(), engine(candidate), candidate.precision().name(), difference, largest, null);
  }
}
