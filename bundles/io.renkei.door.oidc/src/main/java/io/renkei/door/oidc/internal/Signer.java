package io.renkei.door.oidc.internal;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSAEncrypter;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.EncryptedJWT;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.renkei.ports.artefacts.KeyRenewal.NewKey;
import io.renkei.ports.sites.Site;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;

/** Signs what the provider says, encrypts it where the site's file asks for it, and knows what it once signed. */
final class Signer {

    static final List<JWEAlgorithm> KEY_ENCRYPTION = List.of(JWEAlgorithm.ECDH_ES, JWEAlgorithm.RSA_OAEP_256);
    static final EncryptionMethod CONTENT_ENCRYPTION = EncryptionMethod.A256GCM;

    private final SigningKeys keys;
    private final ClientKeys clients;
    private final Curves curves;

    Signer(SigningKeys keys, ClientKeys clients, Curves curves) {
        this.keys = keys;
        this.clients = clients;
        this.curves = curves;
    }

    JWKSet published() {
        return keys.published();
    }

    /** All keys, the oldest first. */
    List<ECKey> keys() {
        return keys.all();
    }

    NewKey renew(boolean compromised) {
        return keys.replace(compromised);
    }

    SignedJWT sign(JOSEObjectType type, JWTClaimsSet claims) {
        SigningKeys.Current key = keys.current();
        try {
            SignedJWT jwt = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.ES256)
                            .type(type)
                            .keyID(key.id())
                            .build(),
                    claims);
            jwt.sign(key.signer());
            return jwt;
        } catch (JOSEException e) {
            throw new IllegalStateException("a P-256 key signs", e);
        }
    }

    /**
     * Signed, and encrypted as well where the site's file says so.
     *
     * @throws IllegalStateException if the file says so and has no key for it: nothing is sent in clear instead
     */
    JWT signFor(Site site, JOSEObjectType type, JWTClaimsSet claims) {
        SignedJWT signed = sign(type, claims);
        return site.client().encrypted() ? encrypt(site, signed) : signed;
    }

    /**
     * To be asked before data is fetched for the site.
     *
     * @throws IllegalStateException if what it is told has to be encrypted and cannot be
     */
    void requireKeys(Site site) {
        if (site.client().encrypted()) {
            encryptionKey(site);
        }
    }

    private EncryptedJWT encrypt(Site site, SignedJWT signed) {
        JWK key = encryptionKey(site);
        try {
            boolean elliptic = key instanceof ECKey;
            JWEHeader header = new JWEHeader.Builder(
                            elliptic ? JWEAlgorithm.ECDH_ES : JWEAlgorithm.RSA_OAEP_256, CONTENT_ENCRYPTION)
                    .contentType("JWT")
                    .keyID(key.getKeyID())
                    .build();
            JWEObject jwe = new JWEObject(header, new Payload(signed));
            jwe.encrypt(elliptic ? curves.encrypter(key.toECKey()) : new RSAEncrypter(key.toRSAKey()));
            return EncryptedJWT.parse(jwe.serialize());
        } catch (JOSEException | ParseException e) {
            throw new IllegalStateException("the key of site " + site.id() + " for encryption cannot be used", e);
        }
    }

    private JWK encryptionKey(Site site) {
        return clients.of(site).getKeys().stream()
                .filter(key -> KeyUse.ENCRYPTION.equals(key.getKeyUse()))
                .filter(key -> key instanceof ECKey || key instanceof RSAKey)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("site " + site.id()
                        + " wants what it is told encrypted, and its jwks has no EC or RSA key with use enc"));
    }

    /** The claims of something that this provider signed, however long ago; empty for anything else. */
    Optional<JWTClaimsSet> ofOurs(JWT token) {
        if (!(token instanceof SignedJWT signed)
                || !JWSAlgorithm.ES256.equals(signed.getHeader().getAlgorithm())
                || signed.getHeader().getKeyID() == null) {
            return Optional.empty();
        }
        JWK key = keys.published().getKeyByKeyId(signed.getHeader().getKeyID());
        try {
            return key != null && signed.verify(new ECDSAVerifier(key.toECKey()))
                    ? Optional.of(signed.getJWTClaimsSet())
                    : Optional.empty();
        } catch (JOSEException | ParseException e) {
            return Optional.empty();
        }
    }
}
