import dev.darkroom.core.spi.SamplerProvider;
import dev.darkroom.core.spi.ScheduleProvider;
import dev.darkroom.ext.samplers.DdimSampler;
import dev.darkroom.ext.samplers.DpmPlusPlus2mSampler;
import dev.darkroom.ext.samplers.EulerAncestralSampler;
import dev.darkroom.ext.samplers.EulerSampler;
import dev.darkroom.ext.samplers.HeunSampler;
import dev.darkroom.ext.samplers.LcmSampler;
import dev.darkroom.ext.samplers.schedule.AlignYourStepsSchedule;
import dev.darkroom.ext.samplers.schedule.ArcsineSchedule;
import dev.darkroom.ext.samplers.schedule.BongTangentSchedule;
import dev.darkroom.ext.samplers.schedule.CustomSchedule;
import dev.darkroom.ext.samplers.schedule.DdimUniformSchedule;
import dev.darkroom.ext.samplers.schedule.EasingSchedule;
import dev.darkroom.ext.samplers.schedule.GitsSchedule;
import dev.darkroom.ext.samplers.schedule.KarrasSchedule;
import dev.darkroom.ext.samplers.schedule.KlOptimalSchedule;
import dev.darkroom.ext.samplers.schedule.LeadingSchedule;
import dev.darkroom.ext.samplers.schedule.LinearQuadraticSchedule;
import dev.darkroom.ext.samplers.schedule.LinearSchedule;
import dev.darkroom.ext.samplers.schedule.LinspaceSchedule;
import dev.darkroom.ext.samplers.schedule.ModelSchedule;
import dev.darkroom.ext.samplers.schedule.NormalSchedule;
import dev.darkroom.ext.samplers.schedule.PolyexponentialSchedule;
import dev.darkroom.ext.samplers.schedule.SgmUniformSchedule;
import dev.darkroom.ext.samplers.schedule.SigmoidSchedule;
import dev.darkroom.ext.samplers.schedule.SimpleSchedule;
import dev.darkroom.ext.samplers.schedule.SineSchedule;
import dev.darkroom.ext.samplers.schedule.SmoothstepSchedule;
import dev.darkroom.ext.samplers.schedule.TrailingSchedule;
import dev.darkroom.ext.samplers.schedule.TurboSchedule;
import org.jspecify.annotations.NullMarked;

/// The published samplers and noise schedules, one class each.
@NullMarked
module dev.darkroom.ext.samplers {
  requires dev.darkroom.core;

  provides SamplerProvider with
      DdimSampler,
      DpmPlusPlus2mSampler,
      EulerAncestralSampler,
      EulerSampler,
      HeunSampler,
      LcmSampler;
  provides ScheduleProvider with
      AlignYourStepsSchedule,
      ArcsineSchedule,
      BongTangentSchedule,
      CustomSchedule,
      DdimUniformSchedule,
      EasingSchedule,
      GitsSchedule,
      KarrasSchedule,
      KlOptimalSchedule,
      LeadingSchedule,
      LinearQuadraticSchedule,
      LinearSchedule,
      LinspaceSchedule,
      ModelSchedule,
      NormalSchedule,
      PolyexponentialSchedule,
      SgmUniformSchedule,
      SigmoidSchedule,
      SimpleSchedule,
      SineSchedule,
      SmoothstepSchedule,
      TrailingSchedule,
      TurboSchedule;
}
