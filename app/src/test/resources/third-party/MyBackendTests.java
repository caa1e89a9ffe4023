import dev.darkroom.core.spi.BackendProvider;
import dev.darkroom.testkit.BackendContract;

/** All that an author writes to have a backend tested. */
class MyBackendTests implements BackendContract {

  @Override
  public BackendProvider backend() {
    return new MyBackendProvider();
  }

  @Override
  public int slowProducts() {
    return 20;
  }
}
