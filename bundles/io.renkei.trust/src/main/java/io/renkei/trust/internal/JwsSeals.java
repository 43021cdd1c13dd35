package io.renkei.trust.internal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.util.Base64;
import com.nimbusds.jose.util.X509CertUtils;
import io.renkei.ports.trust.ReceiptSealer;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.util.ArrayList;
import java.util.Base64.Encoder;
import java.util.List;
import java.util.regex.Pattern;

/** Seals with ES256 (RFC 7518, 3.4). The key id is the thumbprint of the public key (RFC 7638). */
final class JwsSeals implements ReceiptSealer {

    private static final Encoder BASE64_URL = java.util.Base64.getUrlEncoder().withoutPadding();
    private static final byte[] DOT = {'.'};
    private static final Pattern TYPE = Pattern.compile("[A-Za-z0-9!#$&^_.+/-]{1,100}");
    private static final int KNOWN_TYPES = 64;

    private final Es256 signer;
    private final ECKey current;
    private final String jwks;

    /** Encoded headers by type; with the chain for detached seals. */
    private final Bounded<String, byte[]> headers = new Bounded<>(KNOWN_TYPES);

    private final Bounded<String, byte[]> detachedHeaders = new Bounded<>(KNOWN_TYPES);

    JwsSeals(List<X509Certificate> certificates, Es256 signer) {
        this.signer = signer;
        try {
            List<JWK> published = new ArrayList<>();
            for (X509Certificate certificate : certificates) {
                published.add(jwk(certificate));
            }
            this.current = (ECKey) published.get(0);
            this.jwks = new JWKSet(published).toString();
        } catch (JOSEException | CertificateEncodingException e) {
            throw SealKeys.broken("the sealing key", e);
        }
    }

    @Override
    public String seal(String type, byte[] payload) {
        byte[] header = header(headers, type, false);
        byte[] body = BASE64_URL.encode(payload);
        return text(header) + '.' + text(body) + '.' + value(header, body);
    }

    /** {@code header..signature}, over the payload that is not in it. */
    String sealDetached(String type, byte[] payload) {
        byte[] header = header(detachedHeaders, type, true);
        return text(header) + ".." + value(header, BASE64_URL.encode(payload));
    }

    @Override
    public String jwks() {
        return jwks;
    }

    private String value(byte[] header, byte[] body) {
        return text(BASE64_URL.encode(signer.sign(header, DOT, body)));
    }

    private byte[] header(Bounded<String, byte[]> known, String type, boolean withChain) {
        return known.get(type).orElseGet(() -> {
            byte[] made = newHeader(type, withChain);
            known.put(type, made);
            return made;
        });
    }

    private byte[] newHeader(String type, boolean withChain) {
        if (!TYPE.matcher(type).matches()) {
            throw new IllegalArgumentException("a seal's type is a media type of at most 100 ASCII characters");
        }
        JWSHeader.Builder header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(new JOSEObjectType(type))
                .keyID(current.getKeyID())
                .x509CertSHA256Thumbprint(current.getX509CertSHA256Thumbprint());
        if (withChain) {
            header.x509CertChain(current.getX509CertChain());
        }
        return header.build().toBase64URL().toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static String text(byte[] ascii) {
        return new String(ascii, StandardCharsets.ISO_8859_1);
    }

    private static ECKey jwk(X509Certificate certificate) throws JOSEException, CertificateEncodingException {
        return new ECKey.Builder(Curve.P_256, (ECPublicKey) certificate.getPublicKey())
                .keyUse(KeyUse.SIGNATURE)
                .algorithm(JWSAlgorithm.ES256)
                .keyIDFromThumbprint()
                .x509CertSHA256Thumbprint(X509CertUtils.computeSHA256Thumbprint(certificate))
                .x509CertChain(List.of(Base64.encode(certificate.getEncoded())))
                .build();
    }
}
