import dev.darkroom.core.spi.SamplerProvider;
import dev.darkroom.core.spi.ScheduleProvider;
import dev.darkroom.ext.samplers.DdimSampler;
import dev.darkroom.ext.samplers.DpmPlusPlus2mSampler;
import dev.darkroom.ext.samplers.EulerAncestralSampler;
import dev.darkroom.ext.samplers.EulerSampler;
import dev.darkroom.ext.samplers.HeunSampler;
import dev.darkroom.ext.samplers.LcmSampler;
import dev.darkroom.ext.samplers.schedule.KarrasSchedule;
import dev.darkroom.ext.samplers.schedule.LeadingSchedule;
import dev.darkroom.ext.samplers.schedule.LinspaceSchedule;
import dev.darkroom.ext.samplers.schedule.ModelSchedule;
import dev.darkroom.ext.samplers.schedule.TrailingSchedule;
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
      KarrasSchedule,
      LeadingSchedule,
      LinspaceSchedule,
      ModelSchedule,
      TrailingSchedule;
}
