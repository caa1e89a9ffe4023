package dev.darkroom.backend.tf;

import dev.darkroom.core.error.BackendException;
import dev.darkroom.core.error.DeviceMemoryException;
import org.tensorflow.exceptions.TensorFlowException;
import org.tensorflow.internal.c_api.TF_Status;
import org.tensorflow.internal.c_api.global.tensorflow;

/// How a call of TensorFlow went.
final class Status implements AutoCloseable {

  private final TF_Status handle = tensorflow.TF_NewStatus();

  TF_Status handle() {
    return handle;
  }

  boolean isGood() {
    return tensorflow.TF_GetCode(handle) == tensorflow.TF_OK;
  }

  /// @param what what was being done, as the start of a sentence: `unet could not run`
  /// @throws BackendException if the call failed
  void check(String what) {
    if (isGood()) {
      return;
    }
    String detail = tensorflow.TF_Message(handle).getString();
    TensorFlowException cause = new TensorFlowException(detail);
    if (tensorflow.TF_GetCode(handle) == tensorflow.TF_RESOURCE_EXHAUSTED) {
      throw new DeviceMemoryException(
          what + " for want of memory; try a smaller picture or batch: " + detail, cause);
    }
    throw new BackendException(what + ": " + detail, cause);
  }

  @Override
  public void close() {
    tensorflow.TF_DeleteStatus(handle);
  }
}
