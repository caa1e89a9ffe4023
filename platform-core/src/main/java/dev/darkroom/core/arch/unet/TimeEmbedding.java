package dev.darkroom.core.arch.unet;

import dev.darkroom.core.arch.common.Activation;
import dev.darkroom.core.arch.common.Scope;
import dev.darkroom.core.ir.Dim;
import dev.darkroom.core.ir.GraphBuilder;
import dev.darkroom.core.ir.Value;
import dev.darkroom.core.tensor.DType;

/// The part of the UNet that turns timestep, guidance scale, pooled text and sizes into one vector.
record TimeEmbedding(UnetConfig config, Scope scope) {

  /// Declares the inputs.
  ///
  /// @return the embedding, activated once for all residual blocks, `[batch, channels]`
  Value build(Dim batch) {
    GraphBuilder g = scope.graph();
    UnetTime time = config.time();
    Value timestep = g.input("timestep", DType.F32, batch);
    g.label("time_proj");
    Value waves = time.wave().apply(g, timestep, config.levels().getFirst().channels());
    if (time.guidance().isPresent()) {
      waves = guided(batch, waves, time.guidance().get());
    }
    Value embedding = twoLayers(scope.at("time_embedding"), waves);
    if (time.addition().isPresent()) {
      embedding = g.add(embedding, addition(batch, time.addition().get()));
    }
    return Activation.SILU.apply(g, embedding);
  }

  private Value guided(Dim batch, Value waves, int channels) {
    GraphBuilder g = scope.graph();
    Value guidance = g.input("timestep_cond", DType.F32, batch, Dim.of(channels));
    long size = waves.type().size(1);
    return g.add(waves, scope.linearWithoutBias("time_embedding.cond_proj", guidance, size));
  }

  private Value addition(Dim batch, UnetTime.Addition addition) {
    GraphBuilder g = scope.graph();
    Value text = g.input("text_embeds", DType.F32, batch, Dim.of(addition.text()));
    Value ids = g.input("time_ids", DType.F32, batch, Dim.of(addition.ids()));
    g.label("add_time_proj");
    Value waves = config.time().wave().apply(g, g.reshape(ids, -1), addition.waves());
    Value flat = g.reshape(waves, -1, (long) addition.ids() * addition.waves());
    return twoLayers(scope.at("add_embedding"), g.concat(1, text, flat));
  }

  private Value twoLayers(Scope layers, Value x) {
    int channels = config.time().channels();
    Value hidden = layers.linear("linear_1", x, channels);
    Value active = Activation.SILU.apply(layers.graph(), hidden);
    return layers.linear("linear_2", active, channels);
  }
}
