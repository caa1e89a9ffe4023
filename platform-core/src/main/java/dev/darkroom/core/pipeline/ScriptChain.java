package dev.darkroom.core.pipeline;

import dev.darkroom.core.error.InvalidRequestException;
import dev.darkroom.core.spi.Drawing;
import dev.darkroom.core.spi.Extras;
import dev.darkroom.core.spi.Generation;
import dev.darkroom.core.spi.GenerationRequest;
import dev.darkroom.core.spi.Script;
import java.util.List;

/// Scripts around a generation, the first one outermost.
record ScriptChain(List<Configured<Script>> scripts, Generation last) implements Generation {

  @Override
  public List<Drawing> generate(GenerationRequest request) {
    Extras extras = request.extras().withFinishing(List.of());
    GenerationRequest own = request.with(extras.withScripts(Configured.uses(scripts)));
    if (scripts.isEmpty()) {
      return last.generate(own);
    }
    Configured<Script> first = scripts.getFirst();
    Generation next = new ScriptChain(scripts.subList(1, scripts.size()), last);
    List<Drawing> drawn = first.plugin().run(own, next, first.values());
    if (drawn.isEmpty()) {
      throw new InvalidRequestException(
          "script", first.plugin().id() + " left no picture; leave the script out.");
    }
    return drawn;
  }
}
