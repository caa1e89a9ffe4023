import dev.darkroom.core.spi.Script;
import dev.darkroom.ext.grid.GridScript;
import org.jspecify.annotations.NullMarked;

/// A script that draws a request with changing seeds or settings, side by side.
@NullMarked
module dev.darkroom.ext.grid {
  requires dev.darkroom.core;

  provides Script with
      GridScript;
}
