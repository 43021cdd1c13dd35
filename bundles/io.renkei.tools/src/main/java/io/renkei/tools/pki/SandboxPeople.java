package io.renkei.tools.pki;

import io.renkei.tools.pki.Authority.Identity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import org.bouncycastle.asn1.x509.KeyUsage;

/**
 * Invented people with certificates shaped as those of the JPKI: for user authentication, one that was revoked, and one for signing,
 * which signs nobody in. For browsers there are PKCS#12 files beside the PEM files.
 */
final class SandboxPeople {

    /** 利用者証明用 証明書ポリシー */
    static final String USER_AUTHENTICATION = "1.2.392.200149.8.5.1.3.30";

    /** 署名用 証明書ポリシー */
    private static final String SIGNING = "1.2.392.200149.8.5.1.1.20";

    static final String PURPOSE = "user-authentication";

    /** Of the gateway as a client of the simulated provider of company accounts; written last. */
    private static final String SECRET = "company-client.secret";

    private SandboxPeople() {}

    /** In a new folder, or in one that is older than people's certificates. */
    static void makeOnce(Path folder, Clock clock) throws IOException, GeneralSecurityException {
        if (Files.exists(folder.resolve(SECRET))) {
            return;
        }
        Authority users = Authority.make("Sandbox JPKI User Authentication CA", clock);
        Authority signers = Authority.make("Sandbox JPKI Signing CA", clock);
        SandboxPki.writeAnchor(folder, PURPOSE, users.certificate());
        person(folder, "hanako", users, "997794E9AGCIEG13221003A");
        person(folder, "taro", users, "997794E9AGCIEG13221004A");
        Identity revoked = person(folder, "revoked", users, "997794E9AGCIEG13221005A");
        Files.write(
                folder.resolve("trust").resolve(PURPOSE).resolve("sandbox.crl"),
                users.revoking(revoked.certificate()).getEncoded());
        write(
                folder,
                "person-hanako-signing",
                signers.issuePerson(
                        "20261129000000000003", SIGNING, KeyUsage.digitalSignature | KeyUsage.nonRepudiation),
                signers);
        Pem.writePrivately(
                folder.resolve(SECRET), new String(SandboxPki.newPassword()).getBytes(StandardCharsets.US_ASCII));
    }

    private static Identity person(Path folder, String name, Authority users, String subject)
            throws IOException, GeneralSecurityException {
        Identity person = users.issuePerson(subject, USER_AUTHENTICATION, KeyUsage.digitalSignature);
        write(folder, "person-" + name, person, users);
        return person;
    }

    private static void write(Path folder, String name, Identity person, Authority issuer)
            throws IOException, GeneralSecurityException {
        SandboxPki.write(folder.resolve(name + ".pem"), person, issuer);
        SandboxPki.writeStore(folder, name, person, issuer);
    }
}
