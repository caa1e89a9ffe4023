package dev.darkroom.core.family.common;

import dev.darkroom.core.spi.Conditioning;
import dev.darkroom.core.tensor.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Steers with the same tensors at every step.
///
/// @param sides for each side its inputs, of one row each; both sides have the same
/// @param guided whether classifier-free guidance makes sense
public record TextConditioning(Map<Side, Map<String, Tensor>> sides, boolean guided)
    implements Conditioning {

  public TextConditioning {
    sides = Map.copyOf(sides);
  }

  @Override
  public Map<String, Tensor> inputs(Step step) {
    Map<String, List<Tensor>> rows = new HashMap<>();
    for (Side side : step.sides()) {
      side(side)
          .forEach((name, row) -> {
            List<Tensor> all = rows.computeIfAbsent(name, _ -> new ArrayList<>());
            for (int i = 0; i < step.pictures(); i++) {
              all.add(row);
            }
          });
    }
    Map<String, Tensor> inputs = new HashMap<>();
    rows.forEach((name, all) -> inputs.put(name, Tensor.concat(all.toArray(Tensor[]::new))));
    return inputs;
  }

  private Map<String, Tensor> side(Side side) {
    Map<String, Tensor> inputs = sides.get(side);
    if (inputs == null) {
      throw new IllegalArgumentException("no conditioning for " + side);
    }
    return inputs;
  }
}
