package io.renkei.ports.trust;

import org.osgi.annotation.versioning.ProviderType;

/** The gateway's own seal. Safe for use by several threads. */
@ProviderType
public interface ReceiptSealer {

    /**
     * Signs a payload as a compact JWS (RFC 7515), ECDSA P-256 (ES256) unless configured otherwise, with {@code kid},
     * {@code typ} and the certificate's {@code x5t#S256} in its header.
     *
     * @param type the media type without {@code application/}, such as {@code renkei-receipt+jws}
     * @param payload the exact bytes to sign
     */
    String seal(String type, byte[] payload);

    /** The public keys that verify this gateway's seals, as a JWK set (RFC 7517); past keys included. */
    String jwks();
}
