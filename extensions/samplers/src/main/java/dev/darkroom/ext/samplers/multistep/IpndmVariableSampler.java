package dev.darkroom.ext.samplers.multistep;

import dev.darkroom.core.spi.ParameterSet;
import dev.darkroom.core.spi.ParameterValues;
import dev.darkroom.core.spi.Sampler;
import dev.darkroom.core.spi.SamplerProvider;
import dev.darkroom.core.spi.SamplerTraits;
import java.util.List;

/// Improved pseudo linear multistep with weights for unequal steps, as diff-sampler and ComfyUI have
/// it (Zhang and Chen 2022, arXiv:2204.13902).
///
/// The published weights of third order are those of Adams and Bashforth but for one bracket, and stay
/// as they were published; so pictures agree, and the method is of second order.
public final class IpndmVariableSampler implements SamplerProvider {

  @Override
  public String id() {
    return "sampler.ipndm-v";
  }

  @Override
  public String title() {
    return "iPNDM variable";
  }

  @Override
  public List<String> aliases() {
    return List.of("k_ipndm_v", "sample_ipndm_v");
  }

  @Override
  public String summary() {
    return "iPNDM with weights for unequal steps (Zhang and Chen 2022, arXiv:2204.13902).";
  }

  @Override
  public ParameterSet parameters() {
    return IpndmSampler.settings();
  }

  @Override
  public SamplerTraits traits() {
    return SamplerTraits.ofOrder(2);
  }

  @Override
  public Sampler create(ParameterValues values) {
    return IpndmSampler.create(IpndmVariableSampler::weights, values);
  }

  private static double[] weights(double[] sigmas, int step, int count) {
    double width = sigmas[step + 1] - sigmas[step];
    double[] share =
        switch (count) {
          case 1 -> new double[] {1};
          case 2 -> new Widths(sigmas, step, 2).second();
          case 3 -> new Widths(sigmas, step, 3).third();
          default -> new Widths(sigmas, step, 4).fourth();
        };
    for (int k = 0; k < share.length; k++) {
      share[k] *= width;
    }
    return share;
  }

  /// The widths of this step (`h0`) and of those before it.
  private static final class Widths {
    private final double h0;
    private final double h1;
    private final double h2;
    private final double h3;

    Widths(double[] sigmas, int step, int count) {
      h0 = sigmas[step + 1] - sigmas[step];
      h1 = sigmas[step] - sigmas[step - 1];
      h2 = count > 2 ? sigmas[step - 1] - sigmas[step - 2] : 0;
      h3 = count > 3 ? sigmas[step - 2] - sigmas[step - 3] : 0;
    }

    double[] second() {
      return new double[] {1 + h0 / h1 / 2, -h0 / h1 / 2};
    }

    double[] third() {
      double bend = bend();
      double[] base = second();
      return new double[] {base[0] + bend, base[1] - (1 + h1 / h2) * bend, bend * h1 / h2};
    }

    double[] fourth() {
      double twist = twist();
      double near = h1 / h2;
      double far = h1 * (h1 + h2) / (h2 * (h2 + h3));
      double[] base = third();
      return new double[] {
        base[0] + twist,
        base[1] - (1 + near + far) * twist,
        base[2] + (near + far * (1 + h2 / h3)) * twist,
        -twist * far * near
      };
    }

    private double bend() {
      double part = h0 / (3 * (h0 + h1));
      return (1 - part * (h0 * (h0 + h1)) / (h1 * (h1 + h2))) / 2;
    }

    private double twist() {
      double third = (1 - h0 / (3 * (h0 + h1))) / 2;
      double sixth = (1 - h0 / (2 * (h0 + h1))) * h0 / (6 * (h0 + h1 + h2));
      double here = h0 * (h0 + h1) * (h0 + h1 + h2);
      return (third + sixth) * here / (h1 * (h1 + h2) * (h1 + h2 + h3));
    }
  }
}
