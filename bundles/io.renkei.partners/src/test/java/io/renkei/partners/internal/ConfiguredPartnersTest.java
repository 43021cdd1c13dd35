package io.renkei.partners.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.api.model.PartnerId;
import io.renkei.ports.access.Caller;
import io.renkei.ports.access.Partners.Entry;
import io.renkei.ports.health.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfiguredPartnersTest {

    @TempDir
    Path folder;

    private final AtomicLong nanos = new AtomicLong();
    private final ConfiguredPartners partners =
            new ConfiguredPartners(new GatewayLimits(256, 134_217_728, 1_048_576), nanos::get);
    private final X509Certificate acme = TestCertificates.client("株式会社アクメ");
    private final X509Certificate beta = TestCertificates.client("ベータ社会保険労務士法人");

    @Test
    void nobodyIsKnownByDefault() {
        assertEquals(Optional.empty(), partners.identify(acme));
    }

    @Test
    void aPartnerIsKnownByItsWholeCertificateAndNotByItsName() throws IOException {
        partners.put("1", Settings.of("acme", file("acme.pem", TestCertificates.pem(acme))));

        assertEquals(Optional.of("acme"), known(acme));
        assertEquals(Optional.empty(), known(TestCertificates.client("株式会社アクメ")));
    }

    @Test
    void ofAnIdentityFileOnlyTheClientsOwnCertificateCounts() throws IOException {
        X509Certificate authority = TestCertificates.authority("連携認証局");
        String identity = "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"
                + TestCertificates.pem(acme)
                + TestCertificates.pem(authority);
        partners.put("1", Settings.of("acme", file("acme.pem", identity)));

        assertEquals(Optional.of("acme"), known(acme));
        assertEquals(Optional.empty(), known(authority));
    }

    @Test
    void aCertificateThatEndsSoonIsToldUntilItsSuccessorStandsBesideIt() throws IOException {
        Instant end = acme.getNotAfter().toInstant();
        Duration warning = Duration.ofDays(30);
        Path file = file("acme.pem", TestCertificates.pem(acme));
        partners.put("1", Settings.of("acme", file));
        assertEquals(List.of(), partners.findings(end.minus(warning).minusSeconds(1), warning));

        Finding soon = partners.findings(end.minus(warning), warning).get(0);
        assertEquals(Finding.Level.WARNING, soon.level());
        assertTrue(soon.sentence().contains("partner acme in " + file), soon.sentence());
        assertEquals(
                Finding.Level.CRITICAL, partners.findings(end, warning).get(0).level());

        X509Certificate successor =
                TestCertificates.client("株式会社アクメ", end.plus(warning).plusSeconds(1));
        file("acme.pem", TestCertificates.pem(acme) + TestCertificates.pem(successor));
        assertEquals(List.of(), partners.findings(end, warning));
    }

    @Test
    void twoPartnersWithOneCertificateAreBothRefusedUntilOneGivesWay() throws IOException {
        Path shared = file("shared.pem", TestCertificates.pem(acme));
        partners.put("1", Settings.of("acme", shared));
        partners.put("2", Settings.of("beta", shared));
        assertEquals(Optional.empty(), known(acme));

        partners.remove("2");
        assertEquals(Optional.of("acme"), known(acme));
    }

    @Test
    void theRefusalSaysWhoSharesTheCertificateAndWhatToDo() {
        Set<io.renkei.api.model.Sha256> one = Set.of(io.renkei.api.model.Sha256.of(new byte[] {1}));
        Directory directory = Directory.of(
                List.of(new Known(Settings.of("acme", folder), one), new Known(Settings.of("beta", folder), one)));

        String sentence = directory.faults().iterator().next();
        assertTrue(sentence.startsWith("PARTNERS-004: the partners acme and beta have the same certificate"), sentence);
        assertTrue(directory.byCertificate().isEmpty());
    }

    @Test
    void twoFilesWithOneIdAreBothRefused() throws IOException {
        partners.put("1", Settings.of("acme", file("acme.pem", TestCertificates.pem(acme))));
        partners.put("2", Settings.of("acme", file("beta.pem", TestCertificates.pem(beta))));

        assertEquals(Optional.empty(), known(acme));
        assertEquals(Optional.empty(), known(beta));
    }

    @Test
    void aRenewedCertificateFileIsSeenWithinASecond() throws IOException {
        Path file = file("acme.pem", TestCertificates.pem(acme));
        partners.put("1", Settings.of("acme", file));
        Files.writeString(file, TestCertificates.pem(acme) + TestCertificates.pem(beta));
        assertEquals(Optional.empty(), known(beta));

        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        assertEquals(Optional.of("acme"), known(beta));
        assertEquals(Optional.of("acme"), known(acme));
    }

    @Test
    void aFileThatBecameUnreadableLeavesTheCertificatesOfBefore() throws IOException {
        Path file = file("acme.pem", TestCertificates.pem(acme));
        partners.put("1", Settings.of("acme", file));
        Files.writeString(file, "こわれた");

        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        assertEquals(Optional.of("acme"), known(acme));
    }

    @Test
    void aFileThatComesLateIsSeenWithoutARestart() throws IOException {
        partners.put("1", Settings.of("acme", folder.resolve("acme.pem")));
        assertEquals(Optional.empty(), known(acme));

        file("acme.pem", TestCertificates.pem(acme));
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        assertEquals(Optional.of("acme"), known(acme));
    }

    @Test
    void aRemovedPartnerGetsNoPlace() throws IOException {
        partners.put("1", Settings.of("acme", file("acme.pem", TestCertificates.pem(acme))));
        Caller caller = partners.identify(acme).orElseThrow();
        assertInstanceOf(Entry.Place.class, partners.enter(caller, OptionalLong.of(0)));

        partners.remove("1");
        assertInstanceOf(Entry.Full.class, partners.enter(caller, OptionalLong.of(0)));
    }

    @Test
    void thePortalThatIsMeantIsTheOneThatIsNamedOrTheOnlyOne() {
        Optional<PartnerId> none = Optional.empty();
        Optional<PartnerId> city = Optional.of(new PartnerId("city"));
        Optional<PartnerId> acme = Optional.of(new PartnerId("acme"));
        partners.put("1", Settings.of("acme", folder));
        assertEquals(none, partners.portal(none));

        partners.put("2", Settings.portal("city", folder));
        assertEquals(city, partners.portal(none));
        assertEquals(none, partners.portal(acme), "it is no portal");

        partners.put("3", Settings.portal("town", folder));
        assertEquals(none, partners.portal(none), "there are two");
        assertEquals(city, partners.portal(city));
    }

    private Optional<String> known(X509Certificate certificate) {
        return partners.identify(certificate).map(Caller::partner).map(PartnerId::value);
    }

    private Path file(String name, String text) throws IOException {
        return TestCertificates.write(folder, name, text);
    }
}
