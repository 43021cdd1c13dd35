package io.renkei.partners.internal;

import io.renkei.api.model.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The client certificates of a PEM file. Other blocks, such as a key beside them, are not looked at. */
final class PemCertificates {

    private static final long MAX_FILE_BYTES = 256 * 1024;
    private static final int MAX_CERTIFICATES = 16;
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\\s]+)-----END CERTIFICATE-----");

    private PemCertificates() {}

    /**
     * The client certificates; those of authorities, which stand in an identity file as its chain, never identify anybody.
     *
     * @throws IOException if the file cannot be read or holds no client certificate
     */
    static Set<X509Certificate> read(Path file) throws IOException {
        if (Files.size(file) > MAX_FILE_BYTES) {
            throw new IOException("the file is larger than " + MAX_FILE_BYTES + " bytes");
        }
        Set<X509Certificate> certificates = new LinkedHashSet<>();
        Matcher blocks = BLOCK.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
        for (int count = 0; blocks.find(); count++) {
            if (count == MAX_CERTIFICATES) {
                throw new IOException("the file has more than " + MAX_CERTIFICATES + " certificates");
            }
            X509Certificate certificate = parse(blocks.group(1));
            if (certificate.getBasicConstraints() < 0) {
                certificates.add(certificate);
            }
        }
        if (certificates.isEmpty()) {
            throw new IOException("the file holds no client certificate");
        }
        return Set.copyOf(certificates);
    }

    /** @throws IOException if the certificate cannot be encoded */
    static Sha256 digest(X509Certificate certificate) throws IOException {
        try {
            return Sha256.of(certificate.getEncoded());
        } catch (CertificateException e) {
            throw new IOException("the certificate cannot be encoded", e);
        }
    }

    private static X509Certificate parse(String base64) throws IOException {
        try {
            byte[] der = Base64.getMimeDecoder().decode(base64);
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
        } catch (CertificateException | IllegalArgumentException e) {
            throw new IOException("a certificate of the file cannot be read", e);
        }
    }
}
