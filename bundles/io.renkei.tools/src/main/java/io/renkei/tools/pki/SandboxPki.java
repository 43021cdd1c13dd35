package io.renkei.tools.pki;

import io.renkei.tools.pki.Authority.Identity;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;

/**
 * Makes a whole sandbox of keys: one authority for TLS, one for applicants, one for the seals of ministries, one for timestamps,
 * one for those who certify for a person, and who needs what under them. Written into a new folder, which takes its place in one
 * step, so that a kill leaves nothing half.
 */
public final class SandboxPki {

    /** Kinds of destinations, each with a client identity and a seal. */
    public static final List<String> MINISTRIES =
            List.of("social-insurance-online", "hello-work", "e-tax", "eltax", "health-insurance-society");

    /** External sites, each with one key for TLS, for signatures and for encryption. */
    public static final List<String> SITES =
            List.of("e-tax", "pension-net", "my-post", "minato-bank", "zeimu-soft", "zeirishi-kai");

    /** Who certifies for a person, each with a seal. */
    private static final List<String> ISSUERS = List.of("insurer", "bank");

    private static final List<String> PARTNERS = List.of("acme", "beta", "portal", "operator");

    /** The authority's own key, for later renewals. */
    private static final String TLS_KEY = "ca-key.pem";

    /** The simulated timestamp authority. */
    private static final String TIMESTAMPS = "timestamp.pem";

    private SandboxPki() {}

    /**
     * Makes the keys, unless the folder is there.
     *
     * @return whether they were made now
     */
    public static boolean makeOnce(Path folder, Clock clock) throws IOException, GeneralSecurityException {
        if (Files.isDirectory(folder)) {
            addPeople(folder, clock);
            if (!Files.exists(folder.resolve(TIMESTAMPS))) {
                writeTimestampAuthority(folder, clock);
            }
            SandboxPeople.makeOnce(folder, clock);
            writeSiteKeys(folder);
            return false;
        }
        Files.createDirectories(folder.toAbsolutePath().getParent());
        Path fresh = Files.createTempDirectory(
                folder.toAbsolutePath().getParent(),
                ".pki",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Authority tls = Authority.make("Sandbox TLS CA", clock);
        Authority applicants = Authority.make("Sandbox Applicant CA", clock);
        Authority seals = Authority.make("Sandbox Seal CA", clock);
        writeCertificate(fresh.resolve("ca.pem"), tls.certificate());
        write(fresh.resolve(TLS_KEY), tls.identity(), tls);
        writeCertificate(fresh.resolve("applicant-ca.pem"), applicants.certificate());
        writeCertificate(fresh.resolve("seal-ca.pem"), seals.certificate());

        writeAnchor(fresh, "applicant", applicants.certificate());
        writeAnchor(fresh, "ministry", seals.certificate());

        Authority issuers = Authority.make("Sandbox Issuer CA", clock);
        writeCertificate(fresh.resolve("issuer-ca.pem"), issuers.certificate());
        writeAnchor(fresh, "certificate-issuer", issuers.certificate());
        for (String issuer : ISSUERS) {
            write(fresh.resolve("seal-" + issuer + ".pem"), issuers.issueSigner("seal-" + issuer), issuers);
        }

        Identity gateway = tls.issueTls("gateway", true);
        write(fresh.resolve("gateway.pem"), gateway, tls);
        writeStore(fresh, "gateway", gateway, tls);
        writePeople(fresh, tls);
        writeTrustStore(fresh, tls);
        write(fresh.resolve("sandbox.pem"), tls.issueTls("sandbox", true), tls);
        for (String partner : PARTNERS) {
            write(fresh.resolve("partner-" + partner + ".pem"), tls.issueTls("partner-" + partner, false), tls);
        }
        for (String ministry : MINISTRIES) {
            write(fresh.resolve("ministry-" + ministry + ".pem"), tls.issueTls("ministry-" + ministry, false), tls);
            write(fresh.resolve("seal-" + ministry + ".pem"), seals.issueSigner("seal-" + ministry), seals);
        }
        for (String site : SITES) {
            write(fresh.resolve("site-" + site + ".pem"), tls.issueTls("site-" + site, false), tls);
        }
        writeSiteKeys(fresh);
        writeTimestampAuthority(fresh, clock);
        write(fresh.resolve("applicant.pem"), applicants.issueSigner("Applicant"), applicants);
        SandboxPeople.makeOnce(fresh, clock);
        Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
        return true;
    }

    /** To a folder that is older than the listeners of people. */
    private static void addPeople(Path folder, Clock clock) throws IOException, GeneralSecurityException {
        Path key = folder.resolve(TLS_KEY);
        if (Files.exists(key) && !Files.exists(folder.resolve("people.p12"))) {
            writePeople(
                    folder,
                    Authority.of(Pem.privateKey(key), Pem.certificates(key).get(0), clock));
        }
    }

    /** The public keys of each site that has a certificate; in a folder that is older than one of their uses, anew. */
    private static void writeSiteKeys(Path folder) throws IOException, GeneralSecurityException {
        for (String site : SITES) {
            Path identity = folder.resolve("site-" + site + ".pem");
            Path keys = folder.resolve("site-" + site + ".jwks.json");
            if (Files.exists(identity)) {
                String set =
                        Jwk.publicSet("site-" + site, Pem.certificates(identity).get(0));
                if (!Files.exists(keys)
                        || !Files.readString(keys, StandardCharsets.US_ASCII).equals(set)) {
                    Files.writeString(keys, set, StandardCharsets.US_ASCII);
                }
            }
        }
    }

    /** What browsers are shown. */
    private static void writePeople(Path folder, Authority tls) throws IOException, GeneralSecurityException {
        writeStore(folder, "people", tls.issueTls("people", true), tls);
    }

    /** The identity comes last: a folder that has it has the rest, and one of an older version gets all of it. */
    private static void writeTimestampAuthority(Path folder, Clock clock) throws IOException, GeneralSecurityException {
        Authority authority = Authority.make("Sandbox Timestamp CA", clock);
        writeCertificate(folder.resolve("timestamp-ca.pem"), authority.certificate());
        writeAnchor(folder, "timestamp", authority.certificate());
        write(folder.resolve(TIMESTAMPS), authority.issueTimestamps("timestamps"), authority);
    }

    /**
     * New certificates of the gateway.
     *
     * @param doors for its doors and for its calls to others
     * @param people for the listeners of people
     */
    public record Renewed(X509Certificate doors, X509Certificate people) {}

    /**
     * Gives the gateway new keys and certificates under the same authority: for its doors and for its calls to others, and for the
     * listeners of people. Each file changes in one step; passwords stay.
     */
    public static Renewed renew(Path folder, Clock clock) throws IOException, GeneralSecurityException {
        Path key = folder.resolve(TLS_KEY);
        if (!Files.exists(key)) {
            throw new IOException(
                    "there is no " + key + ": this folder is older than renewal; move it away and start again");
        }
        Authority tls = Authority.of(Pem.privateKey(key), Pem.certificates(key).get(0), clock);
        addPeople(folder, clock);
        Identity gateway = tls.issueTls("gateway", true);
        Identity people = tls.issueTls("people", true);
        Path fresh = Files.createTempDirectory(
                folder, ".renew", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        write(fresh.resolve("gateway.pem"), gateway, tls);
        writeRenewed(folder, fresh, "gateway", gateway, tls);
        writeRenewed(folder, fresh, "people", people, tls);
        for (String file : List.of("gateway.pem", "gateway.p12", "people.p12")) {
            Files.move(fresh.resolve(file), folder.resolve(file), StandardCopyOption.ATOMIC_MOVE);
        }
        Files.delete(fresh);
        return new Renewed(gateway.certificate(), people.certificate());
    }

    /** With the password of before. */
    private static void writeRenewed(Path folder, Path fresh, String name, Identity identity, Authority issuer)
            throws IOException, GeneralSecurityException {
        char[] password = Files.readString(folder.resolve(name + ".p12.password"), StandardCharsets.US_ASCII)
                .strip()
                .toCharArray();
        writeStore(fresh, name, keyStore(name, identity, issuer, password), password);
        Files.delete(fresh.resolve(name + ".p12.password"));
    }

    private static void writeCertificate(Path file, X509Certificate certificate)
            throws IOException, GeneralSecurityException {
        Files.writeString(file, Pem.of("CERTIFICATE", certificate.getEncoded()), StandardCharsets.US_ASCII);
    }

    /** Where the gateway looks for the roots that it trusts, by purpose. */
    static void writeAnchor(Path folder, String purpose, X509Certificate certificate)
            throws IOException, GeneralSecurityException {
        Path anchors = Files.createDirectories(folder.resolve("trust").resolve(purpose));
        writeCertificate(anchors.resolve("sandbox.pem"), certificate);
    }

    static void write(Path file, Identity identity, Authority issuer) throws IOException, GeneralSecurityException {
        String text = Pem.of("PRIVATE KEY", identity.key().getPrivate().getEncoded())
                + Pem.of("CERTIFICATE", identity.certificate().getEncoded())
                + Pem.of("CERTIFICATE", issuer.certificate().getEncoded());
        Pem.writePrivately(file, text.getBytes(StandardCharsets.US_ASCII));
    }

    static void writeStore(Path folder, String name, Identity identity, Authority issuer)
            throws IOException, GeneralSecurityException {
        char[] password = newPassword();
        writeStore(folder, name, keyStore(name, identity, issuer, password), password);
    }

    private static KeyStore keyStore(String name, Identity identity, Authority issuer, char[] password)
            throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(name, identity.key().getPrivate(), password, new Certificate[] {
            identity.certificate(), issuer.certificate()
        });
        return store;
    }

    private static void writeTrustStore(Path folder, Authority trusted) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("sandbox-ca", trusted.certificate());
        writeStore(folder, "clients", store, newPassword());
    }

    private static void writeStore(Path folder, String name, KeyStore store, char[] password)
            throws IOException, GeneralSecurityException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        store.store(bytes, password);
        Pem.writePrivately(folder.resolve(name + ".p12"), bytes.toByteArray());
        Pem.writePrivately(
                folder.resolve(name + ".p12.password"), new String(password).getBytes(StandardCharsets.US_ASCII));
    }

    static char[] newPassword() {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random).toCharArray();
    }
}
