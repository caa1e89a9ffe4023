package dev.darkroom.ext.sigstore;

import java.io.IOException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1String;

/// Who signed, as the certificate says it.
///
/// @param identity an e-mail address, or the URI of a workflow with branch or tag
/// @param issuer the URI of the service that the signer logged in with
record Signer(String identity, String issuer) {

  /// Fulcio's extension "Issuer (V2)", a UTF-8 string in DER.
  /// See <https://github.com/sigstore/fulcio/blob/main/docs/oid-info.md>.
  private static final String ISSUER = "1.3.6.1.4.1.57264.1.8";

  private static final int EMAIL = 1;
  private static final int URI = 6;

  /// The signer that a certificate of Fulcio names; empty if it names none, or not in plain text.
  static Optional<Signer> of(X509Certificate certificate) {
    try {
      return identity(certificate)
          .flatMap(identity -> issuer(certificate).map(issuer -> new Signer(identity, issuer)))
          .filter(signer -> isPlain(signer.identity) && isPlain(signer.issuer));
    } catch (CertificateParsingException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> identity(X509Certificate certificate)
      throws CertificateParsingException {
    Collection<List<?>> names = certificate.getSubjectAlternativeNames();
    if (names == null || names.size() != 1) {
      return Optional.empty();
    }
    List<?> name = names.iterator().next();
    return name.get(0) instanceof Integer kind
            && (kind == EMAIL || kind == URI)
            && name.get(1) instanceof String text
        ? Optional.of(text)
        : Optional.empty();
  }

  private static Optional<String> issuer(X509Certificate certificate) {
    byte[] extension = certificate.getExtensionValue(ISSUER);
    if (extension == null) {
      return Optional.empty();
    }
    try {
      byte[] value = ASN1OctetString.getInstance(extension).getOctets();
      return ASN1Primitive.fromByteArray(value) instanceof ASN1String text
          ? Optional.of(text.getString())
          : Optional.empty();
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /// Whether a text can be shown in a line.
  private static boolean isPlain(String text) {
    return text.chars().noneMatch(c -> c <= ' ' || Character.isISOControl(c));
  }
}
