import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** Runs the tests as a build tool does, and says how many passed and failed. */
final class RunTests {

  public static void main(String[] args) {
    System.setProperty("wrong", Boolean.toString(System.getProperty("kind").equals("wrong")));
    SummaryGeneratingListener listener = new SummaryGeneratingListener();
    LauncherFactory.create()
        .execute(
            LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(MyBackendTests.class))
                .build(),
            listener);
    var summary = listener.getSummary();
    System.out.println("passed " + summary.getTestsSucceededCount());
    System.out.println("failed " + summary.getTestsFailedCount());
    summary.getFailures().stream()
        .limit(5)
        .forEach(failure ->
            System.out.println(
                failure.getTestIdentifier().getDisplayName() + ": " + failure.getException()));
  }
}
