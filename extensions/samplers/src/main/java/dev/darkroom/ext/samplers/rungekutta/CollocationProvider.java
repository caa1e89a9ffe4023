package dev.darkroom.ext.samplers.rungekutta;

import dev.darkroom.core.spi.Parameter;
import dev.darkroom.core.spi.ParameterSet;
import dev.darkroom.core.spi.ParameterValues;
import dev.darkroom.core.spi.Sampler;
import dev.darkroom.core.spi.SamplerTraits;
import dev.darkroom.ext.samplers.NamedSampler;
import dev.darkroom.ext.samplers.SamplerName;

/// An implicit Runge-Kutta method as a sampler.
abstract class CollocationProvider extends NamedSampler {

  private final int order;
  private final Collocation method;

  /// @param order that of the method when its equations are solved
  CollocationProvider(SamplerName name, int order, Collocation method) {
    super(name);
    this.order = order;
    this.method = method;
  }

  final Collocation method() {
    return method;
  }

  /// The order of the method when its equations are solved.
  final int order() {
    return order;
  }

  @Override
  public final ParameterSet parameters() {
    return ParameterSet.of(
        new Parameter.Whole(
            "iterations",
            method.stages(),
            1,
            20,
            "How often the equations of a step are improved; n give at most order n + 1."));
  }

  @Override
  public final SamplerTraits traits() {
    int asked = method.isStart(0) ? method.stages() - 1 : method.stages();
    int calls = 1 + method.stages() * asked;
    return new SamplerTraits(Math.min(order, method.stages() + 1), calls, false);
  }

  @Override
  public final Sampler create(ParameterValues values) {
    return new ImplicitRungeKutta(method, (int) values.whole("iterations"));
  }
}
