import dev.darkroom.core.ir.Graph;
import dev.darkroom.core.plugin.PluginCatalog;
import dev.darkroom.core.spi.*;
import dev.darkroom.core.tensor.Tensor;
import dev.darkroom.core.weights.Weights;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A backend that lets the reference backend compute; asked to be wrong, it adds a little. */
public final class MyBackendProvider implements BackendProvider {

  private final BackendProvider reference =
      PluginCatalog.load().find(BackendProvider.class, "reference");

  @Override
  public String id() {
    return "backend.mine";
  }

  @Override
  public String summary() {
    return "Lets the reference backend compute.";
  }

  @Override
  public Availability probe() {
    return Availability.yes("a backend made elsewhere");
  }

  @Override
  public List<Device> devices() {
    return List.of(Device.cpu("this machine"));
  }

  @Override
  public Backend open(Device device) {
    Backend backend = reference.open(device);
    return Boolean.getBoolean("wrong") ? new Wrong(backend) : backend;
  }

  private record Wrong(Backend backend) implements Backend {
    @Override
    public Capabilities capabilities() {
      return backend.capabilities();
    }

    @Override
    public CompiledGraph compile(Graph graph, Weights weights, CompileOptions options) {
      CompiledGraph compiled = backend.compile(graph, weights, options);
      return new CompiledGraph() {
        @Override
        public Map<String, Tensor> run(Map<String, Tensor> inputs, Cancellation cancellation) {
          Map<String, Tensor> results = new HashMap<>(compiled.run(inputs, cancellation));
          results.replaceAll(
              (name, tensor) -> tensor.dtype().isFloating() ? tensor.map(x -> x + 0.001) : tensor);
          return results;
        }

        @Override
        public void close() {
          compiled.close();
        }
      };
    }

    @Override
    public void close() {
      backend.close();
    }
  }
}
