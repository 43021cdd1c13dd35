package io.renkei.door.oidc.internal;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.renkei.ports.linkage.Link;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** How sites hear of logouts and revoked links, over TLS. */
@Timeout(60)
class LogoutTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final List<String> told = new CopyOnWriteArrayList<>();
    private final Queue<Integer> answers = new ArrayDeque<>();
    private static Gateway gateway;
    private static int sites;

    private HttpsServer server;
    private Rp rp;

    @BeforeAll
    static void open(@TempDir Path folder) throws Exception {
        gateway = new Gateway(folder);
    }

    @AfterAll
    static void close() throws Exception {
        gateway.close();
    }

    @BeforeEach
    void start() throws Exception {
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(gateway.authority.server()));
        server.createContext("/logout", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            told.add(URLUtils.parseParameters(body).get("logout_token").get(0));
            Integer answer = answers.poll();
            exchange.sendResponseHeaders(answer == null ? 204 : answer, -1);
            exchange.close();
        });
        server.start();
        rp = new Rp(
                gateway,
                "site-" + ++sites,
                Optional.of(
                        URI.create("https://127.0.0.1:" + server.getAddress().getPort() + "/logout")));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private SignedJWT verified(String token) throws Exception {
        SignedJWT jwt = SignedJWT.parse(token);
        JWKSet keys = JWKSet.parse(rp.get(rp.at(Addresses.JWKS)).body());
        assertTrue(jwt.verify(
                new ECDSAVerifier(keys.getKeyByKeyId(jwt.getHeader().getKeyID()).toECKey())));
        assertEquals("logout+jwt", jwt.getHeader().getType().getType());
        assertEquals(List.of(rp.site.id().value()), jwt.getJWTClaimsSet().getAudience());
        assertNotNull(jwt.getJWTClaimsSet().getJWTID());
        assertNotNull(jwt.getJWTClaimsSet()
                .getJSONObjectClaim("events")
                .get("http://schemas.openid.net/event/backchannel-logout"));
        return jwt;
    }

    @Test
    void aSessionThatEndsIsToldUntilTheSiteTakesIt() throws Exception {
        answers.addAll(List.of(503, 500));
        SignedJWT idToken = SignedJWT.parse(rp.tokens().text("id_token"));
        String sid = idToken.getJWTClaimsSet().getStringClaim("sid");
        gateway.sessions.close(UUID.fromString(sid), gateway.clock.instant());
        await().atMost(PATIENCE).until(() -> told.size() == 3);
        SignedJWT word = verified(told.get(2));
        assertEquals(sid, word.getJWTClaimsSet().getStringClaim("sid"));
        assertEquals(
                idToken.getJWTClaimsSet().getSubject(), word.getJWTClaimsSet().getSubject());
        assertEquals(
                verified(told.get(0)).getJWTClaimsSet().getJWTID(),
                word.getJWTClaimsSet().getJWTID());
        assertTrue(gateway.stores.words().claim(100, Duration.ZERO).isEmpty());
    }

    @Test
    void aSessionThatWasIdleForTooLongIsToldOnceAndItsEndIsFinal() throws Exception {
        SignedJWT idToken = SignedJWT.parse(rp.tokens("scope", "openid").text("id_token"));
        UUID sid = UUID.fromString(idToken.getJWTClaimsSet().getStringClaim("sid"));
        gateway.clock.move(gateway.sessions.idle().minusMinutes(1));
        rp.browse(rp.authorizeUrl(rp.push("prompt", "none")));
        gateway.clock.move(gateway.sessions.idle().minusMinutes(1));
        assertEquals(Set.of(sid), gateway.sessions.open(List.of(sid), gateway.clock.instant()), "it was used");
        gateway.clock.move(Duration.ofMinutes(1));
        await().atMost(PATIENCE).until(() -> told.size() == 1);
        assertEquals(sid.toString(), verified(told.get(0)).getJWTClaimsSet().getStringClaim("sid"));
        gateway.sessions.idle(Duration.ofHours(1));
        assertEquals(Set.of(), gateway.sessions.open(List.of(sid), gateway.clock.instant()));
        gateway.sessions.idle(Duration.ofMinutes(15));
    }

    @Test
    void aRevokedLinkIsToldForAllSessions() throws Exception {
        String subject =
                SignedJWT.parse(rp.tokens().text("id_token")).getJWTClaimsSet().getSubject();
        Link link =
                gateway.links.find(gateway.pages.account().id(), rp.site.id()).orElseThrow();
        gateway.links.revoke(gateway.pages.person(), link.consent());
        await().atMost(PATIENCE).until(() -> told.size() == 1);
        SignedJWT word = verified(told.get(0));
        assertEquals(subject, word.getJWTClaimsSet().getSubject());
        assertEquals(null, word.getJWTClaimsSet().getStringClaim("sid"));
    }

    @Test
    void aSiteThatRefusesTheWordIsNotToldAgain() throws Exception {
        answers.add(400);
        String sid =
                SignedJWT.parse(rp.tokens().text("id_token")).getJWTClaimsSet().getStringClaim("sid");
        gateway.sessions.close(UUID.fromString(sid), gateway.clock.instant());
        await().atMost(PATIENCE)
                .until(() -> told.size() == 1
                        && gateway.stores
                                .grants()
                                .watched(Optional.empty(), 100)
                                .isEmpty());
        await().atMost(PATIENCE)
                .until(() -> gateway.stores.words().claim(100, Duration.ZERO).isEmpty());
        assertEquals(1, told.size());
    }
}
