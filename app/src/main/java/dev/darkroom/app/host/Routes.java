package dev.darkroom.app.host;

import io.javalin.config.RoutesConfig;

/// Every address that is answered.
final class Routes {

  static final String HEALTH = "/v1/health";

  /// What answers.
  record Endpoints(
      HostEndpoint host, GenerateEndpoint generate, ListEndpoint lists, PluginEndpoint plugins) {}

  private Routes() {}

  static void register(RoutesConfig routes, Endpoints endpoints) {
    routes.get(HEALTH, endpoints.host()::health);
    routes.get("/v1/host", endpoints.host()::state);
    routes.post("/v1/shutdown", endpoints.host()::shutdown);
    routes.post("/v1/generate", endpoints.generate()::generate);
    routes.post("/v1/cancel", endpoints.generate()::cancel);
    routes.get("/v1/backends", endpoints.lists()::backends);
    routes.get("/v1/models", endpoints.lists()::models);
    routes.get("/v1/samplers", endpoints.lists()::samplers);
    routes.get("/v1/schedules", endpoints.lists()::schedules);
    routes.get("/v1/scripts", endpoints.lists()::scripts);
    routes.get("/v1/hooks", endpoints.lists()::hooks);
    routes.get("/v1/processors", endpoints.lists()::processors);
    routes.get("/v1/upscalers", endpoints.lists()::upscalers);
    routes.get("/v1/plugins", endpoints.plugins()::list);
    routes.post("/v1/plugins", endpoints.plugins()::install);
    routes.get("/v1/plugins/diagnose", endpoints.plugins()::diagnose);
    routes.post("/v1/plugins/plan", endpoints.plugins()::plan);
    routes.post("/v1/plugins/verify", endpoints.plugins()::verify);
    routes.post("/v1/plugins/{id}/enable", endpoints.plugins()::enable);
    routes.post("/v1/plugins/{id}/disable", endpoints.plugins()::disable);
    routes.post("/v1/plugins/{id}/rollback", endpoints.plugins()::rollback);
    routes.delete("/v1/plugins/{id}", endpoints.plugins()::remove);
  }
}
