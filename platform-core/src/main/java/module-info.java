import org.jspecify.annotations.NullMarked;

/// The core of Darkroom: the interfaces that plug-ins provide, the graph language, the architectures,
/// and the pipeline that makes pictures. Needs nothing but the JDK and a JSON reader.
@NullMarked
module dev.darkroom.core {
  requires static transitive org.jspecify;
  requires java.desktop;
  requires tools.jackson.databind;

  exports dev.darkroom.core;
  exports dev.darkroom.core.error;
  exports dev.darkroom.core.file;
  exports dev.darkroom.core.image;
  exports dev.darkroom.core.ir;
  exports dev.darkroom.core.ir.composite;
  exports dev.darkroom.core.lowering;
  exports dev.darkroom.core.pipeline;
  exports dev.darkroom.core.placement;
  exports dev.darkroom.core.plugin;
  exports dev.darkroom.core.plugin.info;
  exports dev.darkroom.core.plugin.scan;
  exports dev.darkroom.core.plugin.trust;
  exports dev.darkroom.core.process;
  exports dev.darkroom.core.sampling;
  exports dev.darkroom.core.spi;
  exports dev.darkroom.core.tensor;
  exports dev.darkroom.core.tokenizer;
  exports dev.darkroom.core.weights;

  // Jackson reads and writes the records of the state file
  opens dev.darkroom.core.plugin.store to
      tools.jackson.databind;

  uses dev.darkroom.core.spi.BackendProvider;
  uses dev.darkroom.core.spi.ConditionerProvider;
  uses dev.darkroom.core.spi.DenoiseHookProvider;
  uses dev.darkroom.core.spi.ImageProcessor;
  uses dev.darkroom.core.spi.ModelFamily;
  uses dev.darkroom.core.spi.ModelProvider;
  uses dev.darkroom.core.spi.SamplerProvider;
  uses dev.darkroom.core.spi.ScheduleProvider;
  uses dev.darkroom.core.spi.Script;
  uses dev.darkroom.core.spi.Upscaler;

  provides dev.darkroom.core.spi.BackendProvider with
      dev.darkroom.core.reference.ReferenceBackendProvider;
  provides dev.darkroom.core.spi.ConditionerProvider with
      dev.darkroom.core.family.sd.SdTextConditionerProvider,
      dev.darkroom.core.family.sdxl.SdxlTextConditionerProvider;
  provides dev.darkroom.core.spi.ModelFamily with
      dev.darkroom.core.family.sd.SdFamily,
      dev.darkroom.core.family.sdxl.SdxlFamily;
}
