package dev.darkroom.app.studio;

import dev.darkroom.core.DarkroomOptions;
import dev.darkroom.core.pipeline.GenerationResult;
import dev.darkroom.core.pipeline.Model;
import dev.darkroom.core.pipeline.Recipe;
import dev.darkroom.core.plugin.PluginHost;
import dev.darkroom.core.spi.Cancellation;
import dev.darkroom.core.spi.GenerationRequest;
import dev.darkroom.core.spi.Prompt;
import org.jspecify.annotations.Nullable;

/// Makes pictures in this process. One thread at a time draws; a second one waits.
public final class LocalStudio implements Studio {

  private final DarkroomOptions defaults;
  private final OpenModels models;

  /// @param defaults what holds where an order says nothing
  /// @param plugins stays open when this is closed
  public LocalStudio(DarkroomOptions defaults, PluginHost plugins) {
    this.defaults = defaults;
    this.models = new OpenModels(plugins);
  }

  @Override
  public synchronized Drawn draw(Order order, DrawingListener listener, Cancellation cancellation) {
    cancellation.check();
    OpenModel open = models.get(options(order), order.model());
    open.tell(listener);
    try {
      GenerationRequest request = request(order, open);
      GenerationResult result = open.model().generate(request, listener, cancellation);
      cancellation.check();
      return Drawn.of(request.seeds(), result);
    } finally {
      open.tell(new DrawingListener() {});
    }
  }

  private DarkroomOptions options(Order order) {
    Recipe recipe = order.recipe();
    return order.engine().applyTo(recipe == null ? defaults : Recipes.options(recipe, defaults));
  }

  private static GenerationRequest request(Order order, OpenModel open) {
    GenerationRequest request = start(order.recipe(), open.model());
    String text = order.prompt();
    Prompt given = request.prompt();
    Prompt prompt = text == null ? given : new Prompt(text, given.negative(), given.clipSkip());
    return order.picture().applyTo(request.with(prompt), open.plugins());
  }

  private static GenerationRequest start(@Nullable Recipe recipe, Model model) {
    if (recipe == null) {
      return model.request("");
    }
    Recipes.requireSameModel(recipe, model);
    return recipe.request();
  }

  /// Closes models whose plug-ins changed, so that nothing holds on to the old ones.
  public synchronized void release() {
    models.closeOutdated();
  }

  @Override
  public synchronized void close() {
    models.close();
  }
}
