package io.renkei.door.soap.internal;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Set;
import org.apache.wss4j.common.ext.WSSecurityException;
import org.apache.wss4j.dom.handler.RequestData;
import org.apache.wss4j.dom.validate.Credential;
import org.apache.wss4j.dom.validate.Validator;

/**
 * Takes the certificates that the operator named, and no other, while they are valid. No path is judged: the operator
 * vouches for the certificate itself.
 *
 * @param fingerprints SHA-256, in lower-case hexadecimal
 */
record PinnedSigner(Set<String> fingerprints) implements Validator {

    @Override
    public Credential validate(Credential credential, RequestData data) throws WSSecurityException {
        X509Certificate[] path = credential == null ? null : credential.getCertificates();
        if (path == null || path.length == 0) {
            throw new WSSecurityException(WSSecurityException.ErrorCode.FAILED_AUTHENTICATION);
        }
        try {
            path[0].checkValidity();
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(path[0].getEncoded());
            if (fingerprints.contains(HexFormat.of().formatHex(digest))) {
                return credential;
            }
        } catch (GeneralSecurityException e) {
            throw new WSSecurityException(WSSecurityException.ErrorCode.FAILED_AUTHENTICATION, e);
        }
        throw new WSSecurityException(WSSecurityException.ErrorCode.FAILED_AUTHENTICATION);
    }
}
