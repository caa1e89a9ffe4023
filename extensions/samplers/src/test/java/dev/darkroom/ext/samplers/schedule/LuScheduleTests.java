package dev.darkroom.ext.samplers.schedule;

import dev.darkroom.core.spi.ScheduleProvider;
import dev.darkroom.testkit.ScheduleContract;

final class LuScheduleTests implements ScheduleContract {

  @Override
  public ScheduleProvider provider() {
    return new LuSchedule();
  }
}
