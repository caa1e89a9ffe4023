package dev.darkroom.app.kit;

import java.util.Locale;

/// A kind of plug-in that there is a project for.
public enum PluginKind {
  SAMPLER("SamplerProvider", "SamplerContract"),
  BACKEND("BackendProvider", "BackendContract"),
  PROCESSOR("ImageProcessor", "ImageProcessorContract"),
  SCRIPT("Script", "ScriptContract"),
  UPSCALER("Upscaler", "UpscalerContract");

  private final String service;
  private final String contract;

  PluginKind(String service, String contract) {
    this.service = service;
    this.contract = contract;
  }

  /// The interface that it provides, in `dev.darkroom.core.spi`.
  String service() {
    return service;
  }

  /// The contract that it keeps, in `dev.darkroom.testkit`.
  String contract() {
    return contract;
  }

  /// As ids begin: `sampler`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
