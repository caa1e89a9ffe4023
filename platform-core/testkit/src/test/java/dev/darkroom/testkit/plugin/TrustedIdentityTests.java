package dev.darkroom.testkit.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.core.error.InvalidRequestException;
import dev.darkroom.core.plugin.trust.SigningKey;
import dev.darkroom.core.plugin.trust.TrustedIdentities;
import dev.darkroom.core.plugin.trust.TrustedIdentities.Entry;
import dev.darkroom.core.plugin.trust.TrustedKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Signers whom the user trusts by who they are.
class TrustedIdentityTests {

  private static final String GOOGLE = "https://accounts.google.com";
  private static final String GITHUB = "https://token.actions.githubusercontent.com";
  private static final String WORKFLOW =
      "https://github.com/acme/samplers/.github/workflows/release.yml@refs/tags/";

  @TempDir Path folder;

  private TrustedIdentities trusted() {
    return new TrustedIdentities(folder.resolve("trusted-keys"));
  }

  @Test
  void areAddedListedFoundAndRemoved() {
    assertThat(trusted().all()).isEmpty();
    Entry jo = new Entry("jo", "jo@acme.org", GOOGLE);
    trusted().add(jo);
    assertThat(trusted().all()).containsExactly(jo);
    assertThat(trusted().find("jo@acme.org", GOOGLE)).hasValue("jo");
    assertThat(trusted().find("jo@acme.org", GITHUB)).isEmpty();
    assertThat(trusted().find("joe@acme.org", GOOGLE)).isEmpty();
    trusted().remove("jo");
    assertThat(trusted().find("jo@acme.org", GOOGLE)).isEmpty();
    assertThatThrownBy(() -> trusted().remove("jo")).isInstanceOf(InvalidRequestException.class);
  }

  @Test
  void aStarStandsForTheTagsOfOneWorkflow() {
    trusted().add(new Entry("acme", WORKFLOW + "*", GITHUB));
    assertThat(trusted().find(WORKFLOW + "v1.0.0", GITHUB)).hasValue("acme");
    assertThat(trusted().find(WORKFLOW.replace("acme", "evil") + "v1.0.0", GITHUB)).isEmpty();
    assertThat(trusted().find(WORKFLOW.replace("tags", "heads") + "main", GITHUB)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "*", "jo@*", "https://github.com/acme/*", "a b", "a\nissuer=x", "x@refs/*/y"})
  void otherPatternsAreRefused(String identity) {
    assertThatThrownBy(() -> trusted().add(new Entry("acme", identity, GITHUB)))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("no identity");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "accounts.google.com", "http://accounts.google.com", "https://*"})
  void issuersAreWholeUris(String issuer) {
    assertThatThrownBy(() -> trusted().add(new Entry("acme", "jo@acme.org", issuer)))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("no issuer");
  }

  /// As if somebody had written the file by hand.
  @ParameterizedTest
  @ValueSource(
      strings = {"identity=*\nissuer=" + GOOGLE, "identity=jo@acme.org", "issuer=" + GOOGLE, "\\u"})
  void aFileOfAnotherFormTrustsNobody(String text) throws IOException {
    Path file = Files.createDirectories(folder.resolve("trusted-keys")).resolve("any.identity");
    Files.writeString(file, text);
    assertThatThrownBy(() -> trusted().find("jo@acme.org", GOOGLE))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining(file.toString());
  }

  @Test
  void aNameIsGivenOnceWhateverItIsFor() throws IOException {
    TrustedKeys keys = new TrustedKeys(folder.resolve("trusted-keys"));
    Path key =
        Files.writeString(folder.resolve("acme.pub.pem"), SigningKey.generate().publicText());
    keys.add("acme", key);
    assertThatThrownBy(() -> trusted().add(new Entry("acme", "jo@acme.org", GOOGLE)))
        .hasMessageContaining("acme already");
    trusted().add(new Entry("jo", "jo@acme.org", GOOGLE));
    assertThatThrownBy(() -> keys.add("jo", key)).hasMessageContaining("jo already");
    assertThat(keys.all()).hasSize(1);
  }
}
