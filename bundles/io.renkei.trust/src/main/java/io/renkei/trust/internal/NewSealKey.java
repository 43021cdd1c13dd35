package io.renkei.trust.internal;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A fresh P-256 key and its self-signed certificate, both encoded. The certificate outlives the key's use by as long
 * again, so that it is valid for every receipt while it is being checked.
 */
record NewSealKey(String name, byte[] privateKey, byte[] certificate) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final Pattern NAME = Pattern.compile("seal-(\\d{8}T\\d{6}Z)");

    static NewSealKey make(Instant now, Duration life) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = generator.generateKeyPair();
            X500Name subject = new X500Name("CN=Renkei Gateway seal");
            X509v3CertificateBuilder certificate = new JcaX509v3CertificateBuilder(
                            subject,
                            new BigInteger(127, new SecureRandom()).setBit(126),
                            Date.from(now.minus(Duration.ofMinutes(5))),
                            Date.from(now.plus(life.multipliedBy(2))),
                            subject,
                            pair.getPublic())
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
                    .addExtension(
                            Extension.keyUsage,
                            true,
                            new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
            byte[] encoded = certificate
                    .build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate()))
                    .getEncoded();
            return new NewSealKey("seal-" + TIME.format(now), pair.getPrivate().getEncoded(), encoded);
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException("the JDK cannot make an EC P-256 key; use the supported JDK", e);
        }
    }

    static boolean isName(String file, String suffix) {
        return file.endsWith(suffix)
                && NAME.matcher(file.substring(0, file.length() - suffix.length()))
                        .matches();
    }

    static Instant madeAt(String file) {
        var matcher = NAME.matcher(file);
        if (!matcher.lookingAt()) {
            throw new IllegalArgumentException("no name of a sealing key");
        }
        return LocalDateTime.parse(matcher.group(1), TIME).toInstant(ZoneOffset.UTC);
    }
}
