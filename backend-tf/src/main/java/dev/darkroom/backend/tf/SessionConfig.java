package dev.darkroom.backend.tf;

import java.io.ByteArrayOutputStream;

/// The message `ConfigProto` in protobuf's wire format, without a protobuf library.
final class SessionConfig {

  private static final int INTRA_OP_THREADS = 2;
  private static final int INTER_OP_THREADS = 5;
  private static final int OWN_THREADS = 9;
  private static final int GRAPH_OPTIONS = 10;
  private static final int REWRITE_OPTIONS = 10;

  private static final int OFF = 2;
  private static final int ITERATIONS = 12;

  /// Steps of TensorFlow's optimizer that find nothing in our graphs: layouts, arithmetic,
  /// dependencies, loops, functions, shapes, common subgraphs. What is left folds constants and
  /// fuses.
  private static final int[] NEEDLESS = {1, 7, 8, 9, 10, 13, 24};

  private final ByteArrayOutputStream message = new ByteArrayOutputStream();

  private SessionConfig() {}

  /// Operations run one after the other, each on `threads` threads of the session's own: what two
  /// of them would compute at once they would have to hold at once, too.
  static byte[] bytes(int threads) {
    SessionConfig rewriting = new SessionConfig().put(ITERATIONS, 1);
    for (int step : NEEDLESS) {
      rewriting.put(step, OFF);
    }
    return new SessionConfig()
        .put(INTRA_OP_THREADS, threads)
        .put(INTER_OP_THREADS, 1)
        .put(OWN_THREADS, 1)
        .put(GRAPH_OPTIONS, new SessionConfig().put(REWRITE_OPTIONS, rewriting))
        .message
        .toByteArray();
  }

  private SessionConfig put(int field, int number) {
    return varint(field << 3).varint(number);
  }

  private SessionConfig put(int field, SessionConfig part) {
    varint(field << 3 | 2).varint(part.message.size());
    message.writeBytes(part.message.toByteArray());
    return this;
  }

  private SessionConfig varint(int number) {
    int rest = number;
    while (rest > 0x7f) {
      message.write(rest & 0x7f | 0x80);
      rest >>>= 7;
    }
    message.write(rest);
    return this;
  }
}
