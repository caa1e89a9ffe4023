package dev.darkroom.ext.maven;

import java.io.PrintWriter;
import org.eclipse.aether.transfer.AbstractTransferListener;
import org.eclipse.aether.transfer.TransferEvent;

/// A line for every file that came over the network.
final class Progress extends AbstractTransferListener {

  private static final long KILO = 1024;

  private final PrintWriter err;

  Progress(PrintWriter err) {
    this.err = err;
  }

  @Override
  public void transferSucceeded(TransferEvent event) {
    if (event.getRequestType() == TransferEvent.RequestType.GET) {
      err.println(
          "fetched %s%s (%d KiB)"
              .formatted(
                  event.getResource().getRepositoryUrl(),
                  event.getResource().getResourceName(),
                  (event.getTransferredBytes() + KILO - 1) / KILO));
      err.flush();
    }
  }
}
