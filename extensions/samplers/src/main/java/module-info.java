import dev.darkroom.core.spi.SamplerProvider;
import dev.darkroom.core.spi.ScheduleProvider;
import dev.darkroom.ext.samplers.diffusion.BdiaSampler;
import dev.darkroom.ext.samplers.diffusion.ConsistencySampler;
import dev.darkroom.ext.samplers.diffusion.DdimSampler;
import dev.darkroom.ext.samplers.diffusion.DdpmSampler;
import dev.darkroom.ext.samplers.diffusion.FlashFlowSampler;
import dev.darkroom.ext.samplers.diffusion.LangevinSampler;
import dev.darkroom.ext.samplers.diffusion.LcmSampler;
import dev.darkroom.ext.samplers.diffusion.PerflowSampler;
import dev.darkroom.ext.samplers.diffusion.PlmsSampler;
import dev.darkroom.ext.samplers.diffusion.TcdSampler;
import dev.darkroom.ext.samplers.diffusion.TddSampler;
import dev.darkroom.ext.samplers.diffusion.UfogenSampler;
import dev.darkroom.ext.samplers.dpm.Dpm2AncestralSampler;
import dev.darkroom.ext.samplers.dpm.Dpm2Sampler;
import dev.darkroom.ext.samplers.dpm.DpmAdaptiveSampler;
import dev.darkroom.ext.samplers.dpm.DpmFastSampler;
import dev.darkroom.ext.samplers.dpm.DpmPlusPlus2sAncestralCfgPlusPlusSampler;
import dev.darkroom.ext.samplers.dpm.DpmPlusPlus2sAncestralSampler;
import dev.darkroom.ext.samplers.dpm.DpmPlusPlusSdeSampler;
import dev.darkroom.ext.samplers.dpm.DpmPlusPlusSingleSampler;
import dev.darkroom.ext.samplers.euler.DdimCfgPlusPlusSampler;
import dev.darkroom.ext.samplers.euler.EulerAncestralCfgPlusPlusSampler;
import dev.darkroom.ext.samplers.euler.EulerAncestralSampler;
import dev.darkroom.ext.samplers.euler.EulerCfgPlusPlusSampler;
import dev.darkroom.ext.samplers.euler.EulerSampler;
import dev.darkroom.ext.samplers.euler.GradientEstimationCfgPlusPlusSampler;
import dev.darkroom.ext.samplers.euler.GradientEstimationSampler;
import dev.darkroom.ext.samplers.euler.HeunPlusPlus2Sampler;
import dev.darkroom.ext.samplers.euler.HeunSampler;
import dev.darkroom.ext.samplers.exponential.AbNorsett2mSampler;
import dev.darkroom.ext.samplers.exponential.AbNorsett3mSampler;
import dev.darkroom.ext.samplers.exponential.AbNorsett4mSampler;
import dev.darkroom.ext.samplers.exponential.DcSolverSampler;
import dev.darkroom.ext.samplers.exponential.Etdrk2Sampler;
import dev.darkroom.ext.samplers.exponential.Etdrk3aSampler;
import dev.darkroom.ext.samplers.exponential.Etdrk3bSampler;
import dev.darkroom.ext.samplers.exponential.Etdrk4aSampler;
import dev.darkroom.ext.samplers.exponential.Etdrk4bSampler;
import dev.darkroom.ext.samplers.exponential.Lawson2aSampler;
import dev.darkroom.ext.samplers.exponential.Lawson2bSampler;
import dev.darkroom.ext.samplers.exponential.Lawson4Sampler;
import dev.darkroom.ext.samplers.exponential.Pec423Sampler;
import dev.darkroom.ext.samplers.exponential.Pec433Sampler;
import dev.darkroom.ext.samplers.exponential.Res2sSampler;
import dev.darkroom.ext.samplers.exponential.Res2sSdeSampler;
import dev.darkroom.ext.samplers.exponential.Res3sSampler;
import dev.darkroom.ext.samplers.exponential.Res3sSdeSampler;
import dev.darkroom.ext.samplers.flow.EulerFlowSampler;
import dev.darkroom.ext.samplers.flow.HeunFlowSampler;
import dev.darkroom.ext.samplers.multistep.DeisMultistepSampler;
import dev.darkroom.ext.samplers.multistep.DeisSampler;
import dev.darkroom.ext.samplers.multistep.DeisTabSampler;
import dev.darkroom.ext.samplers.multistep.DpmPlusPlus2mCfgPlusPlusSampler;
import dev.darkroom.ext.samplers.multistep.DpmPlusPlus2mSampler;
import dev.darkroom.ext.samplers.multistep.DpmPlusPlus2mSdeHeunSampler;
import dev.darkroom.ext.samplers.multistep.DpmPlusPlus2mSdeSampler;
import dev.darkroom.ext.samplers.multistep.DpmPlusPlus3mSdeSampler;
import dev.darkroom.ext.samplers.multistep.IpndmSampler;
import dev.darkroom.ext.samplers.multistep.IpndmVariableSampler;
import dev.darkroom.ext.samplers.multistep.LmsSampler;
import dev.darkroom.ext.samplers.multistep.ResMultistepAncestralCfgPlusPlusSampler;
import dev.darkroom.ext.samplers.multistep.ResMultistepAncestralSampler;
import dev.darkroom.ext.samplers.multistep.ResMultistepCfgPlusPlusSampler;
import dev.darkroom.ext.samplers.multistep.ResMultistepSampler;
import dev.darkroom.ext.samplers.multistep.SaSolverPeceSampler;
import dev.darkroom.ext.samplers.multistep.SaSolverSampler;
import dev.darkroom.ext.samplers.multistep.UniPcSampler;
import dev.darkroom.ext.samplers.rungekutta.Butcher6Sampler;
import dev.darkroom.ext.samplers.rungekutta.DormandPrince5Sampler;
import dev.darkroom.ext.samplers.rungekutta.GaussLegendre2Sampler;
import dev.darkroom.ext.samplers.rungekutta.GaussLegendre3Sampler;
import dev.darkroom.ext.samplers.rungekutta.GaussLegendre4Sampler;
import dev.darkroom.ext.samplers.rungekutta.Kutta3Sampler;
import dev.darkroom.ext.samplers.rungekutta.Lobatto2Sampler;
import dev.darkroom.ext.samplers.rungekutta.Lobatto3Sampler;
import dev.darkroom.ext.samplers.rungekutta.Lobatto4Sampler;
import dev.darkroom.ext.samplers.rungekutta.Radau2Sampler;
import dev.darkroom.ext.samplers.rungekutta.Radau3Sampler;
import dev.darkroom.ext.samplers.rungekutta.Radau4Sampler;
import dev.darkroom.ext.samplers.rungekutta.RalstonSampler;
import dev.darkroom.ext.samplers.rungekutta.RungeKutta4Sampler;
import dev.darkroom.ext.samplers.rungekutta.StrongStability3Sampler;
import dev.darkroom.ext.samplers.rungekutta.StrongStability4Sampler;
import dev.darkroom.ext.samplers.schedule.AlignYourStepsSchedule;
import dev.darkroom.ext.samplers.schedule.ArcsineSchedule;
import dev.darkroom.ext.samplers.schedule.BetaSchedule;
import dev.darkroom.ext.samplers.schedule.BongTangentSchedule;
import dev.darkroom.ext.samplers.schedule.CustomSchedule;
import dev.darkroom.ext.samplers.schedule.DdimUniformSchedule;
import dev.darkroom.ext.samplers.schedule.EasingSchedule;
import dev.darkroom.ext.samplers.schedule.ExponentialSchedule;
import dev.darkroom.ext.samplers.schedule.FlowSchedule;
import dev.darkroom.ext.samplers.schedule.GitsSchedule;
import dev.darkroom.ext.samplers.schedule.KarrasSchedule;
import dev.darkroom.ext.samplers.schedule.KlOptimalSchedule;
import dev.darkroom.ext.samplers.schedule.LeadingSchedule;
import dev.darkroom.ext.samplers.schedule.LinearQuadraticSchedule;
import dev.darkroom.ext.samplers.schedule.LinearSchedule;
import dev.darkroom.ext.samplers.schedule.LinspaceSchedule;
import dev.darkroom.ext.samplers.schedule.LuSchedule;
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
import dev.darkroom.ext.samplers.stochastic.ErSde2mSampler;
import dev.darkroom.ext.samplers.stochastic.ErSdeSampler;
import dev.darkroom.ext.samplers.stochastic.ExponentialHeunSampler;
import dev.darkroom.ext.samplers.stochastic.ExponentialHeunSdeSampler;
import dev.darkroom.ext.samplers.stochastic.RestartSampler;
import dev.darkroom.ext.samplers.stochastic.Seeds2Sampler;
import dev.darkroom.ext.samplers.stochastic.Seeds3Sampler;
import org.jspecify.annotations.NullMarked;

/// The published samplers and noise schedules, one class each.
@NullMarked
module dev.darkroom.ext.samplers {
  requires dev.darkroom.core;

  provides SamplerProvider with
      AbNorsett2mSampler,
      AbNorsett3mSampler,
      AbNorsett4mSampler,
      BdiaSampler,
      Butcher6Sampler,
      ConsistencySampler,
      DcSolverSampler,
      DdimCfgPlusPlusSampler,
      DdimSampler,
      DdpmSampler,
      DeisMultistepSampler,
      DeisSampler,
      DeisTabSampler,
      DormandPrince5Sampler,
      Dpm2AncestralSampler,
      Dpm2Sampler,
      DpmAdaptiveSampler,
      DpmFastSampler,
      DpmPlusPlus2mCfgPlusPlusSampler,
      DpmPlusPlus2mSampler,
      DpmPlusPlus2mSdeHeunSampler,
      DpmPlusPlus2mSdeSampler,
      DpmPlusPlus2sAncestralCfgPlusPlusSampler,
      DpmPlusPlus2sAncestralSampler,
      DpmPlusPlus3mSdeSampler,
      DpmPlusPlusSdeSampler,
      DpmPlusPlusSingleSampler,
      ErSde2mSampler,
      ErSdeSampler,
      Etdrk2Sampler,
      Etdrk3aSampler,
      Etdrk3bSampler,
      Etdrk4aSampler,
      Etdrk4bSampler,
      EulerAncestralCfgPlusPlusSampler,
      EulerAncestralSampler,
      EulerCfgPlusPlusSampler,
      EulerFlowSampler,
      EulerSampler,
      ExponentialHeunSampler,
      ExponentialHeunSdeSampler,
      FlashFlowSampler,
      GaussLegendre2Sampler,
      GaussLegendre3Sampler,
      GaussLegendre4Sampler,
      GradientEstimationCfgPlusPlusSampler,
      GradientEstimationSampler,
      HeunFlowSampler,
      HeunPlusPlus2Sampler,
      HeunSampler,
      IpndmSampler,
      IpndmVariableSampler,
      Kutta3Sampler,
      LangevinSampler,
      Lawson2aSampler,
      Lawson2bSampler,
      Lawson4Sampler,
      LcmSampler,
      LmsSampler,
      Lobatto2Sampler,
      Lobatto3Sampler,
      Lobatto4Sampler,
      Pec423Sampler,
      Pec433Sampler,
      PerflowSampler,
      PlmsSampler,
      Radau2Sampler,
      Radau3Sampler,
      Radau4Sampler,
      RalstonSampler,
      Res2sSampler,
      Res2sSdeSampler,
      Res3sSampler,
      Res3sSdeSampler,
      ResMultistepAncestralCfgPlusPlusSampler,
      ResMultistepAncestralSampler,
      ResMultistepCfgPlusPlusSampler,
      ResMultistepSampler,
      RestartSampler,
      RungeKutta4Sampler,
      SaSolverPeceSampler,
      SaSolverSampler,
      Seeds2Sampler,
      Seeds3Sampler,
      StrongStability3Sampler,
      StrongStability4Sampler,
      TcdSampler,
      TddSampler,
      UfogenSampler,
      UniPcSampler;
  provides ScheduleProvider with
      AlignYourStepsSchedule,
      ArcsineSchedule,
      BetaSchedule,
      BongTangentSchedule,
      CustomSchedule,
      DdimUniformSchedule,
      EasingSchedule,
      ExponentialSchedule,
      FlowSchedule,
      GitsSchedule,
      KarrasSchedule,
      KlOptimalSchedule,
      LeadingSchedule,
      LinearQuadraticSchedule,
      LinearSchedule,
      LinspaceSchedule,
      LuSchedule,
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
