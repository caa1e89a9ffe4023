package dev.darkroom.backend.tf;

import java.io.ByteArrayOutputStream;

/// The message `ConfigProto` in protobuf's wire format, without a protobuf library.
final class SessionConfig {

  private static final int INTRA_OP_THREADS = 2;
  private static final int INTER_OP_THREADS = 5;
  private static final int OWN_THREADS = 9;

  private SessionConfig() {}

  /// Operations run one after the other, each on `threads` threads of the session's own: what two
  /// of them would compute at once they would have to hold at once, too.
  static byte[] bytes(int threads) {
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    put(message, INTRA_OP_THREADS, threads);
    put(message, INTER_OP_THREADS, 1);
    put(message, OWN_THREADS, 1);
    return message.toByteArray();
  }

  private static void put(ByteArrayOutputStream message, int field, int number) {
    message.write(field << 3);
    int rest = number;
    while (rest > 0x7f) {
      message.write(rest & 0x7f | 0x80);
      rest >>>= 7;
    }
    message.write(rest);
  }
}
