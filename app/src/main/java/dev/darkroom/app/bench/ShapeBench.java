package dev.darkroom.app.bench;

import dev.darkroom.app.ProcessMemory;
import dev.darkroom.core.error.InvalidRequestException;
import dev.darkroom.core.ir.Graph;
import dev.darkroom.core.ir.Type;
import dev.darkroom.core.plugin.PluginCatalog;
import dev.darkroom.core.spi.Backend;
import dev.darkroom.core.spi.Cancellation;
import dev.darkroom.core.spi.CompileOptions;
import dev.darkroom.core.spi.CompiledGraph;
import dev.darkroom.core.spi.DiffusionSettings;
import dev.darkroom.core.spi.GraphOptions;
import dev.darkroom.core.spi.ModelFamily;
import dev.darkroom.core.spi.ModelSpec;
import dev.darkroom.core.tensor.DType;
import dev.darkroom.core.tensor.Tensor;
import dev.darkroom.core.weights.ModelFiles;
import dev.darkroom.core.weights.WeightIndex;
import dev.darkroom.core.weights.Weights;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;

/// Measures one step of the denoiser of a published model, with random weights, at the model's own
/// picture size and with both halves of guidance in one batch.
public final class ShapeBench {

  private static final int SIDES = 2;
  private static final int TOKENS = 77;
  private static final int QUICK_STEPS = 2;

  private final Shape shape;
  private final Graph graph;
  private final DimSizes sizes;
  private final Backend backend;
  private final CompileOptions options;

  private ShapeBench(Shape shape, Backend backend, CompileOptions options) {
    this.shape = shape;
    this.graph = shape.graph;
    this.sizes = shape.sizes;
    this.backend = backend;
    this.options = options;
  }

  /// A published model's denoiser with the sizes of its inputs.
  public static final class Shape {
    private final String name;
    private final Graph graph;
    private final DimSizes sizes;

    private Shape(String name, Graph graph, DimSizes sizes) {
      this.name = name;
      this.graph = graph;
      this.sizes = sizes;
    }

    /// What reports call it.
    public String name() {
      return name;
    }

    /// Floating-point operations of a step.
    public long flop() {
      return FlopCount.of(graph, sizes);
    }

    /// Writes random weights.
    public void writeWeights(Path file) {
      RandomWeights.write(graph, file);
    }

    /// Size of the weights in float32.
    public long weightBytes() {
      return DType.F32.bytes(parameters());
    }

    private long parameters() {
      return graph.weights().stream()
          .mapToLong(weight -> sizes.shape(weight.type()).elements())
          .sum();
    }

    public ShapeBench on(Backend backend, DType precision) {
      return new ShapeBench(this, backend, CompileOptions.of(name).with(precision));
    }
  }

  /// @param name name of the published model, `sd15`
  /// @throws InvalidRequestException if no installed family knows the name
  public static Shape of(PluginCatalog plugins, String name) {
    return of(plugins, published(plugins, name), name);
  }

  /// What an installed family publishes under a name.
  ///
  /// @throws InvalidRequestException if none knows the name
  public static ModelSpec published(PluginCatalog plugins, String name) {
    return plugins.all(ModelFamily.class).stream()
        .flatMap(family -> family.published(name).stream())
        .findFirst()
        .orElseThrow(() -> unknown(name));
  }

  /// The denoiser of a whole model.
  ///
  /// @param name what reports call it
  public static Shape of(PluginCatalog plugins, ModelSpec spec, String name) {
    DiffusionSettings settings = spec.diffusion().orElseThrow(() -> unknown(name));
    ModelFamily family = plugins.find(ModelFamily.class, spec.family());
    Graph graph = family.graph(spec, settings.denoiser(), GraphOptions.plain());
    return new Shape(name, graph, sizes(settings));
  }

  private static InvalidRequestException unknown(String name) {
    return new InvalidRequestException(
        "model-shape", "no installed family publishes \"" + name + "\"; try sd15, sd21 or sdxl.");
  }

  private static DimSizes sizes(DiffusionSettings settings) {
    int downscale = settings.latents().downscale();
    return new DimSizes(
        Map.of(
            "batch",
            (long) SIDES,
            "height",
            (long) settings.size().height() / downscale,
            "width",
            (long) settings.size().width() / downscale,
            "tokens",
            (long) TOKENS));
  }

  /// Writes random weights to `file`, unless it is there already, and measures with them.
  ///
  /// @param steps steps to measure; one more comes before them
  public ShapeReport run(Path file, int steps, Cancellation cancellation) {
    Weights weights = weights(file);
    cancellation.check();
    double peakBefore = MatrixPeak.measure(backend, options, cancellation);
    double[] times;
    double load = seconds();
    try (CompiledGraph compiled = backend.compile(graph, weights, options)) {
      load = seconds() - load;
      times = time(compiled, steps, cancellation);
    }
    double secondLoad = seconds();
    try (CompiledGraph _ = backend.compile(graph, weights, options)) {
      secondLoad = seconds() - secondLoad;
    }
    OptionalLong memory = ProcessMemory.peak();
    double peak = Math.max(peakBefore, MatrixPeak.measure(backend, options, cancellation));
    double median = DoubleStream.of(times).sorted().toArray()[times.length / 2];
    double fastest = DoubleStream.of(times).min().orElseThrow();
    return report(new ShapeReport.Time(load, secondLoad, median, fastest, steps), peak, memory);
  }

  /// Seconds of one step, the fastest of a few; written weights are used again.
  public double step(Path file, Cancellation cancellation) {
    try (CompiledGraph compiled = backend.compile(graph, weights(file), options)) {
      return DoubleStream.of(time(compiled, QUICK_STEPS, cancellation)).min().orElseThrow();
    }
  }

  private Weights weights(Path file) {
    if (!Files.exists(file)) {
      shape.writeWeights(file);
    }
    WeightIndex index = ModelFiles.open(file);
    return key -> Objects.requireNonNull(index.weights().get(key), key);
  }

  private double[] time(CompiledGraph compiled, int steps, Cancellation cancellation) {
    Map<String, Tensor> inputs = inputs();
    compiled.run(inputs, cancellation);
    double[] times = new double[steps];
    for (int i = 0; i < steps; i++) {
      double began = seconds();
      compiled.run(inputs, cancellation);
      times[i] = seconds() - began;
    }
    return times;
  }

  private Map<String, Tensor> inputs() {
    SplittableRandom random = new SplittableRandom(1);
    Map<String, Tensor> inputs = new HashMap<>();
    for (Map.Entry<String, Type> input : graph.inputs().entrySet()) {
      Tensor zeros = Tensor.allocate(DType.F32, sizes.shape(input.getValue()));
      Tensor numbers = zeros.map(_ -> random.nextDouble(-1, 1));
      inputs.put(input.getKey(), numbers.cast(input.getValue().dtype()));
    }
    return inputs;
  }

  private static double seconds() {
    return System.nanoTime() / 1e9;
  }

  private ShapeReport report(ShapeReport.Time time, double peak, OptionalLong memory) {
    long bytes = shape.weightBytes();
    long flop = shape.flop();
    double rate = flop / time.step();
    List<String> input =
        graph.inputs().entrySet().stream()
            .map(entry -> entry.getKey() + " " + sizes.shape(entry.getValue()))
            .toList();
    boolean known = memory.isPresent();
    return new ShapeReport(
        shape.name,
        backend.capabilities().engine(),
        options.precision().name(),
        String.join(", ", input),
        new ShapeReport.Work(shape.parameters(), bytes, flop),
        time,
        new ShapeReport.Rate(rate / 1e9, peak / 1e9, rate / peak),
        new ShapeReport.Memory(
            known ? memory.getAsLong() : null, known ? (double) memory.getAsLong() / bytes : null));
  }
}
