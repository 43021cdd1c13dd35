package io.renkei.tools.pki;

import io.renkei.tools.client.Tls;
import io.renkei.tools.pki.Authority.Identity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.bouncycastle.asn1.x509.KeyUsage;

/**
 * As many invented people as are wanted, under an authority of their own, which the sandbox trusts until this is closed: as an operator
 * trusts one more generation of the JPKI. Its key lives in memory alone.
 */
public final class TrustedCrowd implements AutoCloseable {

    private static final String NAME = "crowd";

    private final Authority authority;
    private final Path folder;

    private TrustedCrowd(Path folder, Authority authority) {
        this.folder = folder;
        this.authority = authority;
    }

    /** @param folder of the sandbox's keys */
    public static TrustedCrowd in(Path folder, Clock clock) throws IOException, GeneralSecurityException {
        TrustedCrowd crowd = new TrustedCrowd(folder, Authority.make("Sandbox Crowd CA", clock));
        put(list(folder), crowd.authority.revoking().getEncoded());
        put(
                anchor(folder),
                Pem.of("CERTIFICATE", crowd.authority.certificate().getEncoded())
                        .getBytes(StandardCharsets.US_ASCII));
        return crowd;
    }

    private static Path anchor(Path folder) {
        return folder.resolve("trust").resolve(SandboxPeople.PURPOSE).resolve(NAME + ".pem");
    }

    private static Path list(Path folder) {
        return anchor(folder).resolveSibling(NAME + ".crl");
    }

    /** In one step: the gateway looks at any moment. */
    private static void put(Path file, byte[] bytes) throws IOException {
        Path fresh = Files.createTempFile(file.getParent(), NAME, ".new");
        Files.write(fresh, bytes);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** The TLS side of one more person, with a certificate for user authentication. */
    public SSLContext person(int number) throws IOException, GeneralSecurityException {
        Identity person = authority.issuePerson(
                String.format("997794E9AGCIEG132%05dX", number),
                SandboxPeople.USER_AUTHENTICATION,
                KeyUsage.digitalSignature);
        return Tls.context(
                folder.resolve("ca.pem"),
                person.key().getPrivate(),
                List.of(person.certificate(), authority.certificate()));
    }

    /** Of whichever crowd: nobody of it may sign in any more. */
    public static void remove(Path folder) throws IOException {
        Files.deleteIfExists(anchor(folder));
        Files.deleteIfExists(list(folder));
    }

    @Override
    public void close() throws IOException {
        remove(folder);
    }
}
