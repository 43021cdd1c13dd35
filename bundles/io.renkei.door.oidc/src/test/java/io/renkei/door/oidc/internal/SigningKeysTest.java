package io.renkei.door.oidc.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.jwk.JWK;
import io.renkei.journal.jdbc.internal.RealStores;
import io.renkei.ports.artefacts.KeyRenewal.NewKey;
import java.nio.file.Path;
import java.time.Duration;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How keys come and go, on the real store and seen from two nodes. */
class SigningKeysTest {

    private static final Duration LIFE = Duration.ofDays(90);

    private static RealStores stores;

    private final MovedClock clock = new MovedClock();
    private final Curves curves = new Curves(BouncyCastleProvider::new);

    @BeforeAll
    static void open(@TempDir Path folder) {
        stores = new RealStores(folder);
    }

    @AfterAll
    static void close() {
        stores.close();
    }

    @BeforeEach
    void withoutKeys() {
        stores.keys().all().forEach(key -> stores.keys().drop(key.generation()));
    }

    @Test
    void aKeyIsPublishedBeforeItSignsAndAfterItHasSignedAndNoLonger() {
        SigningKeys keys = new SigningKeys(stores.keys(), () -> LIFE, curves, clock);
        SigningKeys otherNode = new SigningKeys(stores.keys(), () -> LIFE, curves, clock);
        String first = keys.current().id();
        assertEquals(first, otherNode.current().id());
        assertEquals(1, keys.published().size());

        clock.move(LIFE.minus(SigningKeys.LEAD).plusSeconds(60));
        assertEquals(2, keys.published().size(), "the next one is there");
        assertEquals(2, otherNode.published().size(), "and was made once");
        assertEquals(first, keys.current().id(), "and does not sign yet");

        clock.move(SigningKeys.LEAD);
        String second = keys.current().id();
        assertNotEquals(first, second);
        assertTrue(isPublished(keys, first));

        clock.move(SigningKeys.KEPT.plusSeconds(60));
        keys.published();
        clock.move(Duration.ofMinutes(1));
        assertFalse(isPublished(keys, first));
        assertEquals(second, otherNode.current().id());
    }

    @Test
    void noPrivateKeyIsPublished() {
        assertFalse(new SigningKeys(stores.keys(), () -> LIFE, curves, clock)
                .published().getKeys().stream().anyMatch(JWK::isPrivate));
    }

    @Test
    void afterALongSilenceTheNextKeyIsStillPublishedBeforeItSigns() {
        SigningKeys keys = new SigningKeys(stores.keys(), () -> LIFE, curves, clock);
        String first = keys.current().id();
        clock.move(LIFE.multipliedBy(3));
        assertEquals(2, keys.published().size());
        assertEquals(first, keys.current().id());
    }

    @Test
    void anOperatorsNewKeyIsPublishedBeforeItSignsToo() {
        SigningKeys keys = new SigningKeys(stores.keys(), () -> LIFE, curves, clock);
        String first = keys.current().id();
        NewKey next = keys.replace(false);
        assertEquals(next, keys.replace(false), "once is enough");
        assertTrue(isPublished(keys, next.id()));
        assertEquals(first, keys.current().id());
        clock.move(SigningKeys.LEAD.plusSeconds(1));
        assertEquals(next.id(), keys.current().id());
        assertTrue(isPublished(keys, first));
    }

    @Test
    void inThePlaceOfCompromisedKeysANewOneSignsAtOnceAndNothingOfThemCounts() {
        SigningKeys keys = new SigningKeys(stores.keys(), () -> LIFE, curves, clock);
        SigningKeys otherNode = new SigningKeys(stores.keys(), () -> LIFE, curves, clock);
        keys.replace(false);
        assertEquals(2, otherNode.published().size(), "the next one waits already");
        String only = keys.replace(true).id();
        assertEquals(only, keys.current().id());
        assertEquals(1, keys.published().size());
        clock.move(Duration.ofMinutes(1));
        assertEquals(only, otherNode.current().id());
        assertEquals(1, otherNode.published().size());
    }

    private static boolean isPublished(SigningKeys keys, String id) {
        return keys.published().getKeyByKeyId(id) != null;
    }
}
