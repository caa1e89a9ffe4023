package dev.darkroom.app.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.app.client.HostClient;
import dev.darkroom.app.wire.HostCard;
import dev.darkroom.app.wire.HostPlace;
import dev.darkroom.core.plugin.PluginHostOptions.Mode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// How hosts begin and end, and how they are found.
final class HostTests {

  @TempDir Path folder;

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "no POSIX permissions")
  void onlyTheUserCanReadTheToken() throws IOException {
    try (TestHost host = TestHost.in(folder)) {
      Path card = host.place().card();
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(card)))
          .isEqualTo("rw-------");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(card.getParent())))
          .isEqualTo("rwx------");
      assertThat(HostCard.read(card).orElseThrow().token()).hasSize(43);
    }
    assertThat(TestHost.place(folder).card()).doesNotExist();
  }

  @Test
  void everyHostHasATokenOfItsOwn() {
    String first;
    try (TestHost host = TestHost.in(folder)) {
      first = host.token();
    }
    try (TestHost host = TestHost.in(folder)) {
      assertThat(host.token()).isNotEqualTo(first);
    }
  }

  @Test
  void oneHostWorksOnAFolder() {
    try (TestHost host = TestHost.in(folder)) {
      assertThatThrownBy(() -> TestHost.in(folder))
          .isInstanceOf(HostRefusedException.class)
          .hasMessageContaining("Another host", "host stop");
      assertThat(HostClient.find(host.place(), TestHost.VERSION)).isPresent();
    }
    TestHost.in(folder).close();
  }

  @Test
  void aPortInUseIsNamed() throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Host.Settings settings =
          new Host.Settings("127.0.0.1", other.getLocalPort(), TestHost.VERSION, Mode.NORMAL);
      assertThatThrownBy(() -> Host.start(TestHost.place(folder), settings))
          .isInstanceOf(HostRefusedException.class)
          .hasMessageContaining("port " + other.getLocalPort());
    }
    TestHost.in(folder).close(); // the folder was let go
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "::", "192.168.0.1", "no such name"})
  void answersOnThisMachineOnly(String address) {
    Host.Settings settings = new Host.Settings(address, 0, TestHost.VERSION, Mode.NORMAL);
    assertThatThrownBy(() -> Host.start(TestHost.place(folder), settings))
        .isInstanceOf(HostRefusedException.class)
        .hasMessageContaining("--bind", address);
  }

  @Test
  void cardsOfHostsThatAreGoneMeanNothing() throws IOException {
    HostPlace place = TestHost.place(folder);
    HostCard card;
    try (TestHost _ = TestHost.in(folder)) {
      card = HostCard.read(place.card()).orElseThrow();
    }
    card.write(place.card());
    assertThat(HostClient.find(place, TestHost.VERSION)).as("no answer").isEmpty();
    new HostCard(Long.MAX_VALUE, card.port(), card.token(), "test", "", card.data())
        .write(place.card());
    assertThat(HostClient.find(place, TestHost.VERSION)).as("no process").isEmpty();
    Files.writeString(place.card(), "half a ca");
    assertThat(HostClient.find(place, TestHost.VERSION)).as("damaged").isEmpty();
    try (TestHost host = TestHost.in(folder)) {
      assertThat(host.client().port()).isEqualTo(host.port());
    }
  }

  @Test
  void hostsOfOtherVersionsAreLeftAlone() {
    try (TestHost host = TestHost.in(folder)) {
      assertThat(HostClient.find(host.place(), "other")).isEmpty();
    }
  }
}
