package io.renkei.door.pages.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.renkei.door.pages.internal.CompanyProvider.Attempt;
import io.renkei.door.pages.internal.CompanyProvider.NotSignedIn;
import io.renkei.ports.people.AccountKind;
import io.renkei.ports.people.Authenticator;
import io.renkei.sandbox.internal.RunningCompanyAccounts;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sign-in by company account: at the sandbox's provider, and at one that lies. */
class CompanySignInTest {

    private static final URI REDIRECT = URI.create("https://localhost:8444/people/sign-in/company/back");
    private static final Attempt ATTEMPT = new Attempt("state", "nonce", "verifier", "/people/sites");
    private static final RSAKey KEY = key("one");
    private static final RSAKey OTHER = key("two");

    /** With one thread a connection that is made and not used would hold up the next one. */
    private final ExecutorService threads = Executors.newCachedThreadPool();

    private HttpsServer provider;
    private volatile String idToken = "";
    private volatile String userinfo = "{\"sub\":\"acme\",\"account_type\":\"2\",\"corp_type\":\"1\"}";
    private volatile JWKSet published = new JWKSet(KEY.toPublicJWK());
    private URI issuer;

    private static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (com.nimbusds.jose.JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void open() throws Exception {
        provider = HttpsServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        provider.setHttpsConfigurator(new HttpsConfigurator(Town.AUTHORITY.server()));
        answers("/token", () -> "{\"access_token\":\"a\",\"id_token\":\"" + idToken + "\"}");
        answers("/userinfo", () -> userinfo);
        answers("/jwks", () -> published.toString());
        provider.setExecutor(threads);
        provider.start();
        issuer = URI.create("https://localhost:" + provider.getAddress().getPort());
    }

    private void answers(String path, java.util.function.Supplier<String> body) {
        provider.createContext(path, exchange -> {
            exchange.getRequestBody().readAllBytes();
            byte[] bytes = body.get().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    @AfterEach
    void close() {
        provider.stop(0);
        threads.shutdownNow();
    }

    private static CompanyProvider at(URI issuer, boolean namesIssuer) {
        return new OpenIdCompany(
                new CompanySettings(
                        issuer,
                        URI.create(issuer + "/authorize"),
                        URI.create(issuer + "/token"),
                        URI.create(issuer + "/userinfo"),
                        URI.create(issuer + "/jwks"),
                        RunningCompanyAccounts.CLIENT,
                        RunningCompanyAccounts.SECRET,
                        "openid profile",
                        Set.of("2", "3"),
                        Set.of("1", "2"),
                        namesIssuer,
                        Path.of("unused"),
                        Duration.ofSeconds(5)),
                Town.AUTHORITY.client(),
                Clock.systemUTC());
    }

    private String signed(RSAKey key, Consumer<JWTClaimsSet.Builder> change) throws Exception {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims(change));
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }

    private JWTClaimsSet claims(Consumer<JWTClaimsSet.Builder> change) {
        Instant now = Clock.systemUTC().instant();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(issuer.toString())
                .audience(RunningCompanyAccounts.CLIENT)
                .subject("acme")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)))
                .claim("nonce", ATTEMPT.nonce());
        change.accept(claims);
        return claims.build();
    }

    private Authenticator.CompanyAccount finish(CompanyProvider at, String token) throws NotSignedIn {
        idToken = token;
        return at.finish(Map.of("code", "c"), ATTEMPT, REDIRECT);
    }

    private void assertRefused(PagesCode code, String token) {
        assertEquals(
                code,
                assertThrows(NotSignedIn.class, () -> finish(at(issuer, false), token))
                        .code());
    }

    @Test
    void aGoodTokenSignsInAndItsSubjectIsTheAccount() throws Exception {
        assertEquals(
                new Authenticator.CompanyAccount(issuer, "acme"), finish(at(issuer, false), signed(KEY, claims -> {})));
    }

    @Test
    void aTokenOfAnotherIssuerAudienceNonceTimeOrPartySignsNobodyIn() throws Exception {
        for (Consumer<JWTClaimsSet.Builder> lie : List.<Consumer<JWTClaimsSet.Builder>>of(
                claims -> claims.issuer("https://evil.example"),
                claims -> claims.audience("somebody-else"),
                claims -> claims.audience(List.of(RunningCompanyAccounts.CLIENT, "somebody-else")),
                claims -> claims.claim("azp", "somebody-else"),
                claims -> claims.claim("nonce", "of-another-sign-in"),
                claims -> claims.claim("nonce", null),
                claims -> claims.expirationTime(
                        Date.from(Clock.systemUTC().instant().minusSeconds(300))),
                claims -> claims.subject(null))) {
            assertRefused(PagesCode.COMPANY_FAILED, signed(KEY, lie));
        }
    }

    @Test
    void aTokenThatIsUnsignedOrSignedByAnotherKeySignsNobodyIn() throws Exception {
        assertRefused(PagesCode.COMPANY_FAILED, signed(OTHER, claims -> {}));
        assertRefused(PagesCode.COMPANY_FAILED, new PlainJWT(claims(each -> {})).serialize());
        assertRefused(PagesCode.COMPANY_FAILED, "garbage");
    }

    @Test
    void aKeyThatTheProviderReplacedIsFetchedAnew() throws Exception {
        CompanyProvider at = at(issuer, false);
        finish(at, signed(KEY, claims -> {}));
        published = new JWKSet(List.of(KEY.toPublicJWK(), OTHER.toPublicJWK()));
        assertEquals("acme", finish(at, signed(OTHER, claims -> {})).subject());
    }

    @Test
    void anAnswerThatNamesAnotherIssuerIsNone() throws Exception {
        idToken = signed(KEY, claims -> {});
        CompanyProvider at = at(issuer, true);
        assertThrows(NotSignedIn.class, () -> at.finish(Map.of("code", "c"), ATTEMPT, REDIRECT));
        assertThrows(
                NotSignedIn.class,
                () -> at.finish(Map.of("code", "c", "iss", "https://evil.example"), ATTEMPT, REDIRECT));
        at.finish(Map.of("code", "c", "iss", issuer.toString()), ATTEMPT, REDIRECT);
    }

    @Test
    void aKindOfAccountThatTheSettingsDoNotNameIsRefusedAndSoIsUserinfoAboutAnother() throws Exception {
        userinfo = "{\"sub\":\"acme\",\"account_type\":\"1\",\"corp_type\":\"1\"}";
        assertRefused(PagesCode.COMPANY_KIND, signed(KEY, claims -> {}));
        userinfo = "{\"sub\":\"beta\",\"account_type\":\"2\",\"corp_type\":\"1\"}";
        assertRefused(PagesCode.COMPANY_FAILED, signed(KEY, claims -> {}));
    }

    @Test
    void aCompanySignsInAtTheSandboxAndAnAnswerWorksOnce() throws Exception {
        LateProvider late = new LateProvider();
        try (Town town = new Town(late);
                RunningCompanyAccounts sandbox = RunningCompanyAccounts.start(
                        Town.AUTHORITY.server(), URI.create(town.settings.people() + "/people/sign-in/company/back"))) {
            late.real = at(sandbox.issuer(), true);
            Browser browser = new Browser(Town.AUTHORITY.client(), "ja");
            Browser.Page choice = browser.open(town, "/people/sign-in?to=/people/handovers");
            assertTrue(choice.says("法人アカウントでログイン") && choice.says("プライム、メンバー"));
            Browser.Page screen = browser.open(town, "/people/sign-in/company?to=/people/handovers");
            assertTrue(screen.says("株式会社アクメ"));
            assertTrue(screen.address().getQuery().contains("code_challenge_method=S256"));
            Browser.Page in = browser.submit(screen, "/authorize", "company", "acme-prime");
            assertEquals("/people/handovers", in.address().getPath());
            assertTrue(in.says("法人でログイン中"));
            assertEquals(
                    AccountKind.COMPANY,
                    town.people.open.values().iterator().next().account().kind());
            assertTrue(browser.open(town, "/people/sites").says("利用できるアカウント"));

            Browser denied = new Browser(Town.AUTHORITY.client(), "ja");
            assertTrue(denied.submit(denied.open(town, "/people/sign-in/company"), "/authorize", "company", "")
                    .says("PAGES-022"));
            assertTrue(
                    denied.submit(denied.open(town, "/people/sign-in/company"), "/authorize", "company", "beta-entry")
                            .says("PAGES-024"));
            Browser stranger = new Browser(Town.AUTHORITY.client(), "ja");
            assertTrue(stranger.open(town, "/people/sign-in/company/back?code=x&state=y")
                    .says("PAGES-021"));
            assertFalse(browser.cookies.containsKey(Cookies.COMPANY));
        }
    }

    /** The town's port is known only when it runs, and the provider has to know it. */
    private static final class LateProvider implements CompanyProvider {

        private CompanyProvider real = CompanyProvider.NONE;

        @Override
        public boolean isOffered() {
            return real.isOffered();
        }

        @Override
        public String kinds(Language language) {
            return real.kinds(language);
        }

        @Override
        public URI authorization(Attempt attempt, URI redirect) {
            return real.authorization(attempt, redirect);
        }

        @Override
        public Authenticator.CompanyAccount finish(Map<String, String> answer, Attempt attempt, URI redirect)
                throws NotSignedIn {
            return real.finish(answer, attempt, redirect);
        }
    }
}
