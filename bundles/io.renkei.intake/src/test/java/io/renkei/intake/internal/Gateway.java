package io.renkei.intake.internal;

import io.renkei.api.model.PartnerId;
import io.renkei.api.model.SenderNumber;
import io.renkei.api.spi.PackageFiles;
import io.renkei.api.spi.PackageReader;
import io.renkei.catalogue.internal.LiveCatalogue;
import io.renkei.format.portal.internal.PortalReader;
import io.renkei.ports.intake.SubmitApplication.Answer;
import io.renkei.ports.lanes.Ability;
import io.renkei.ports.lanes.Hold;
import io.renkei.ports.packages.Packages;
import io.renkei.ports.trust.ReceiptSealer;
import io.renkei.ports.trust.XmlSignatures;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Intake with the real verifier, portal reader and shipped catalogue. */
final class Gateway {

    static final Instant NOW = Instant.parse("2026-04-01T15:30:00.123456Z");
    static final PartnerId ACME = new PartnerId("acme");
    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();

    final MemoryStore store = new MemoryStore();
    final Applicant applicant = new Applicant();
    List<PackageReader> readers = List.of(new PortalReader());
    Packages packages = Single::new;
    int verified;
    List<Hold> holds = List.of();
    final Checker checker;
    final Intake intake;
    final MemoryFollowUps followUps = new MemoryFollowUps(store);
    Optional<Set<Ability>> abilities = Optional.of(EnumSet.allOf(Ability.class));
    final Corrections corrections;

    Gateway(IntakeSettings settings) {
        XmlSignatures signatures = signatures();
        checker = new Checker(
                () -> readers,
                (document, policy, at) -> {
                    verified++;
                    return signatures.verify(document, policy, at);
                },
                body -> packages.open(body),
                LiveCatalogue.of(Path.of("../../config/catalogue")),
                purpose -> Set.of(applicant.root),
                Clock.fixed(NOW, ZoneOffset.UTC),
                settings);
        corrections = new Corrections(
                new Gate(() -> holds, Clock.fixed(NOW, ZoneOffset.UTC)),
                checker,
                store,
                followUps,
                new CorrectionAcceptance(store, followUps, store, new Plain()),
                destination -> abilities,
                settings.packageMaxBytes());
        intake = new Intake(
                new Gate(() -> holds, Clock.fixed(NOW, ZoneOffset.UTC)),
                checker,
                store,
                new Acceptance(store, store, new Plain(), RandomGenerator.getDefault()),
                settings.packageMaxBytes());
    }

    Answer submit(Optional<String> number, byte[] body) throws IOException {
        return intake.submit(ACME, number.map(SenderNumber::new), new ByteArrayInputStream(body));
    }

    /** As the bundle makes it, with its shipped settings. */
    private static XmlSignatures signatures() {
        try {
            Constructor<?> constructor =
                    Class.forName("io.renkei.trust.internal.TrustXmlSignatures").getConstructors()[0];
            Class<?> config = constructor.getParameterTypes()[0];
            return (XmlSignatures) constructor.newInstance(Proxy.newProxyInstance(
                    config.getClassLoader(),
                    new Class<?>[] {config},
                    (proxy, key, arguments) -> key.getDefaultValue()));
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /** A package that is one document. */
    record Single(byte[] bytes) implements PackageFiles {

        @Override
        public List<String> names() {
            return List.of(DOCUMENT);
        }

        @Override
        public Optional<byte[]> bytes(String name) {
            return name.equals(DOCUMENT) ? Optional.of(bytes) : Optional.empty();
        }

        @Override
        public boolean isSingleDocument() {
            return true;
        }
    }

    /** The form of a compact JWS, without a key. */
    private static final class Plain implements ReceiptSealer {

        @Override
        public String seal(String type, byte[] payload) {
            return URL.encodeToString(type.getBytes(StandardCharsets.UTF_8)) + "." + URL.encodeToString(payload) + ".";
        }

        @Override
        public String jwks() {
            return "{\"keys\":[]}";
        }
    }
}
