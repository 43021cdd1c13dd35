package io.renkei.door.oidc.internal;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.id.JWTID;
import com.nimbusds.oauth2.sdk.util.JSONArrayUtils;
import com.nimbusds.openid.connect.sdk.Nonce;
import io.renkei.api.model.Sha256;
import io.renkei.door.oidc.fakes.FakePages.Manner;
import io.renkei.door.oidc.internal.Rp.Answer;
import io.renkei.ports.linkage.HandoverView;
import io.renkei.ports.linkage.Link;
import io.renkei.ports.linkage.SignedRequest;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the provider refuses, over real sockets and on real stores; what it does is shown by OpenIdClientITest of io.renkei.itests. */
@Timeout(60)
class ProviderTest {

    private static final String WISH = "[{\"type\":\"urn:renkei:handover\",\"purpose\":\"審査のため\","
            + "\"items\":[{\"number\":\"2\",\"condition\":\"latest\"}]}]";
    private static final String CERTIFICATES = "[{\"type\":\"urn:renkei:handover\",\"purpose\":\"申告のため\","
            + "\"certificates\":{\"year\":2025,\"kinds\":[\"TEG800\"]}}]";

    private static Gateway gateway;
    private static int sites;

    private Rp rp;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        gateway = new Gateway(folder);
    }

    @AfterAll
    static void stop() throws Exception {
        gateway.close();
    }

    @BeforeEach
    void aNewSiteAndBrowser() throws Exception {
        // Assertions and proofs are dated by the machine: one that was seen must not be over by the clock that an
        // earlier test moved.
        gateway.clock.moveBack();
        rp = site();
        gateway.pages.manner(Manner.AGREES);
        gateway.sites.close(false);
        gateway.links.last(Duration.ofDays(365));
    }

    private static Rp site() throws Exception {
        return new Rp(gateway, "site-" + ++sites, Optional.empty());
    }

    private Link link() {
        return gateway.links.find(gateway.pages.account().id(), rp.site.id()).orElseThrow();
    }

    private static void refused(Answer answer, int status, String error) throws Exception {
        assertEquals(status + " " + error, answer.status() + " " + answer.text("error"), answer::toString);
    }

    // ------------------------------------------------------------ who calls

    @Test
    void anAssertionCountsOnceForThisProviderAloneAndUntilItsTimeIsOver() throws Exception {
        String issuer = gateway.settings.issuer().toString();
        String good = rp.assertion(issuer, Duration.ofMinutes(1));
        Map<String, String> form = Rp.authenticated(good);
        form.put("token", "unknown");
        assertEquals(200, rp.post(Addresses.INTROSPECT, form).status());
        refused(rp.post(Addresses.INTROSPECT, form), 401, "invalid_client");
        for (String bad : List.of(
                rp.assertion("https://other.example", Duration.ofMinutes(1)),
                rp.assertion(issuer + Addresses.TOKEN, Duration.ofMinutes(1)),
                rp.assertion(issuer, Duration.ofMinutes(-5)),
                rp.assertion(issuer, Duration.ofHours(3)),
                rp.assertion(issuer, Duration.ofMinutes(1), Rp.key(), new JWTID()),
                rp.assertion(issuer, Duration.ofMinutes(1), rp.signing, null))) {
            form.put("client_assertion", bad);
            refused(rp.post(Addresses.INTROSPECT, form), 401, "invalid_client");
        }
        refused(rp.post(Addresses.TOKEN, Map.of("client_id", rp.site.id().value())), 401, "invalid_client");
        refused(rp.post(Addresses.PAR, rp.request()), 401, "invalid_client");
    }

    @Test
    void whoIsNotKnownIsRefusedBeforeAnythingElseIsLookedAt() throws Exception {
        Map<String, String> form = Rp.authenticated(rp.assertion("nobody", Duration.ofMinutes(1)));
        form.put("grant_type", "no such grant");
        refused(rp.post(Addresses.TOKEN, form), 401, "invalid_client");
    }

    @Test
    void aSiteThatCallsTooOftenIsToldToWaitAndTheOthersAreNot() throws Exception {
        Rates rates = new Rates(() -> 10, () -> 0L);
        for (int i = 0; i < 10; i++) {
            rates.count(rp.site.id());
        }
        Refused refused = assertThrows(Refused.class, () -> rates.count(rp.site.id()));
        assertEquals(429, refused.answer().getStatusCode());
        assertEquals("6", refused.answer().getHeaderValue("Retry-After"));
        rates.count(site().site.id());
    }

    // ------------------------------------------------------------ requests

    @Test
    void aPushedRequestIsCheckedAsAWholeBeforeAnybodyComesWithIt() throws Exception {
        assertEquals(201, rp.push().status());
        refused(rp.push("redirect_uri", "https://tax.example/back/"), 400, "invalid_request");
        refused(rp.push("redirect_uri", "https://evil.example/back"), 400, "invalid_request");
        refused(rp.push("redirect_uri", ""), 400, "invalid_request");
        refused(rp.push("code_challenge", "", "code_challenge_method", ""), 400, "invalid_request");
        refused(
                rp.push("code_challenge", rp.verifier.getValue(), "code_challenge_method", "plain"),
                400,
                "invalid_request");
        refused(rp.push("scope", "profile"), 400, "invalid_request");
        refused(rp.push("response_type", "code id_token"), 400, "unsupported_response_type");
        refused(rp.push("response_mode", "fragment"), 400, "invalid_request");
        refused(rp.push("client_id", site().site.id().value()), 401, "invalid_client");
    }

    private String object(JWTClaimsSet claims, ECKey by, String type) throws Exception {
        SignedJWT object = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .type(new JOSEObjectType(type))
                        .build(),
                claims);
        object.sign(new ECDSASigner(by));
        return object.serialize();
    }

    private JWTClaimsSet.Builder asked() {
        Instant now = Clock.systemUTC().instant();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(rp.site.id().value())
                .audience(gateway.settings.issuer().toString())
                .notBeforeTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(60)));
        rp.request().forEach(claims::claim);
        return claims;
    }

    private Answer push(String object) throws Exception {
        Map<String, String> form = rp.authenticated();
        form.put("client_id", rp.site.id().value());
        form.put("redirect_uri", "https://evil.example/back");
        form.put("request", object);
        return rp.post(Addresses.PAR, form);
    }

    @Test
    void ofASignedRequestThatWhichIsSignedCountsAlone() throws Exception {
        JWTClaimsSet claims = asked().claim("state", "unterschrieben")
                .claim("authorization_details", JSONArrayUtils.parse(WISH))
                .build();
        String object = object(claims, rp.signing, "oauth-authz-req+jwt");
        Instant began = gateway.clock.instant();
        Answer back = rp.browse(rp.authorizeUrl(push(object)));
        assertTrue(back.header("location").startsWith(Rp.BACK), back::toString);
        assertEquals(
                List.of(object),
                gateway.links.signed.stream().map(SignedRequest::object).toList());
        assertEquals(gateway.links.signed, gateway.handovers.signed);
        SignedRequest evidence = gateway.links.signed.get(0);
        assertEquals(
                rp.signing.toPublicJWK().computeThumbprint(),
                JWK.parse(evidence.key()).computeThumbprint());
        assertFalse(evidence.verified().isBefore(began) || evidence.verified().isAfter(gateway.clock.instant()));
        assertEquals(Optional.of("unterschrieben"), back.sent("state"));
        Answer tokens = rp.token(rp.forCode(back.sent("code").orElseThrow()));
        assertTrue(tokens.body().contains("urn:renkei:handover"), tokens::toString);
    }

    @Test
    void aSignedRequestIsTheSitesForThisProviderAndInItsTime() throws Exception {
        Instant now = Clock.systemUTC().instant();
        JWTClaimsSet good = asked().build();
        for (JWTClaimsSet bad : List.of(
                asked().audience("https://other.example").build(),
                asked().issuer("somebody").build(),
                asked().claim("client_id", "somebody").build(),
                asked().notBeforeTime(null).build(),
                asked().expirationTime(null).build(),
                asked().expirationTime(Date.from(now.plus(Duration.ofHours(2)))).build(),
                asked().notBeforeTime(Date.from(now.minusSeconds(900)))
                        .expirationTime(Date.from(now.minusSeconds(600)))
                        .build(),
                asked().claim("request_uri", "https://tax.example/request").build(),
                asked().subject(rp.site.id().value()).build())) {
            refused(push(object(bad, rp.signing, "oauth-authz-req+jwt")), 400, "invalid_request_object");
        }
        refused(push(object(good, Rp.key(), "oauth-authz-req+jwt")), 400, "invalid_request_object");
        refused(push(object(good, rp.signing, "dpop+jwt")), 400, "invalid_request_object");
        refused(push(new PlainJWT(good).serialize()), 400, "invalid_request_object");
        refused(
                push(object(
                        asked().claim("redirect_uri", "https://evil.example/back")
                                .build(),
                        rp.signing,
                        "JWT")),
                400,
                "invalid_request");
        JWTClaimsSet tooLong =
                asked().claim("claims", "x".repeat(SignedRequest.LONGEST)).build();
        refused(push(object(tooLong, rp.signing, "JWT")), 400, "invalid_request_object");
        assertEquals(201, push(object(good, rp.signing, "JWT")).status());
    }

    @Test
    void aSiteThatHasToSignWhatItAsksForIsRefusedWithout() throws Exception {
        rp.change(true, true);
        refused(rp.push(), 400, "invalid_request");
        assertEquals(
                201,
                push(object(asked().build(), rp.signing, "oauth-authz-req+jwt")).status());
    }

    @Test
    void aWishForDataIsTakenOnlyAsItIsDefinedAndForWhatTheSiteMayHave() throws Exception {
        assertEquals(201, rp.push("authorization_details", WISH).status());
        for (String bad : List.of(
                WISH.replace("\"2\"", "\"61\""),
                WISH.replace("urn:renkei:handover", "urn:other"),
                WISH.replace("\"condition\"", "\"more\":1,\"condition\""),
                WISH.replace("latest", "at"),
                WISH.replace("\"latest\"", "\"at\",\"day\":\"2999-01-01\""),
                WISH.replace("\"latest\"", "\"at\",\"day\":\"2025-02-30\""),
                WISH.replace("\"latest\"", "\"range\",\"from\":\"2025-04-01\",\"to\":\"2025-01-01\""),
                WISH.replace("}]}]", "},{\"number\":\"2\",\"condition\":\"latest\"}]}]"),
                WISH.replace("審査のため", "長".repeat(201)),
                "[]x",
                "{}")) {
            Answer answer = rp.push("authorization_details", bad);
            assertEquals(400, answer.status(), bad);
            assertTrue(
                    List.of("invalid_authorization_details", "invalid_request").contains(answer.text("error")), bad);
        }
    }

    @Test
    void aWishForCertificatesIsTakenBesideItemsOrAloneAndOfKindsThatTheSiteMayHave() throws Exception {
        assertEquals(201, rp.push("authorization_details", CERTIFICATES).status());
        assertEquals(
                201,
                rp.push(
                                "authorization_details",
                                CERTIFICATES.replace(
                                        "\"certificates\"",
                                        "\"items\":[{\"number\":\"2\",\"condition\":\"latest\"}],\"certificates\""))
                        .status());
        for (String bad : List.of(
                CERTIFICATES.replace("TEG800", "TEG850"),
                CERTIFICATES.replace("TEG800", "LETTER"),
                CERTIFICATES.replace("[\"TEG800\"]", "[]"),
                CERTIFICATES.replace("[\"TEG800\"]", "[\"TEG800\",\"TEG800\"]"),
                CERTIFICATES.replace("[\"TEG800\"]", "\"TEG800\""),
                CERTIFICATES.replace("[\"TEG800\"]", "[800]"),
                CERTIFICATES.replace("2025", "2999"),
                CERTIFICATES.replace("2025", "\"2025\""),
                CERTIFICATES.replace("2025", "2025.5"),
                CERTIFICATES.replace("2025", "99999999999"),
                CERTIFICATES.replace("\"year\"", "\"documents\":true,\"year\""),
                CERTIFICATES.replace("\"year\":2025,", ""),
                CERTIFICATES.replace("\"certificates\"", "\"papers\""),
                CERTIFICATES.replace(",\"certificates\":{\"year\":2025,\"kinds\":[\"TEG800\"]}", ""))) {
            refused(rp.push("authorization_details", bad), 400, "invalid_authorization_details");
        }
    }

    @Test
    void aChosenCertificateComesAsValuesWithWhatWasFoundOfItAndAsItWasSigned() throws Exception {
        gateway.pages.manner(Manner.AGREES);
        String token = rp.tokens("authorization_details", CERTIFICATES).text("access_token");
        JWTClaimsSet claims =
                SignedJWT.parse(rp.with(token, Addresses.HANDOVER).body()).getJWTClaimsSet();
        List<?> certificates = (List<?>) claims.getJSONObjectClaim("handover").get("certificates");
        Map<?, ?> certificate = (Map<?, ?>) certificates.get(0);
        assertEquals(1, certificates.size());
        assertEquals("my-post", certificate.get("service"));
        assertEquals("insurer-2025", certificate.get("id"));
        assertEquals("TEG800", certificate.get("kind"));
        assertEquals(2025L, ((Number) certificate.get("year")).longValue());
        assertEquals("8999999999901", certificate.get("issuer"));
        assertEquals("2025-10-01", certificate.get("issued"));
        assertEquals("verified", certificate.get("verdict"));
        byte[] document = Base64.getDecoder().decode((String) certificate.get("document"));
        assertEquals(Sha256.of(document).hex(), certificate.get("sha256"));
        assertEquals("48000", ((Map<?, ?>) ((List<?>) certificate.get("values")).get(0)).get("value"));
        assertEquals(List.of(), claims.getJSONObjectClaim("handover").get("items"));
    }

    @Test
    void aRequestThatWasUsedOrIsUnknownOrAnothersShowsThePersonAPage() throws Exception {
        Answer pushed = rp.push();
        assertTrue(rp.browse(rp.authorizeUrl(pushed)).sent("code").isPresent());
        Answer again = rp.browse(rp.authorizeUrl(pushed));
        assertEquals(400, again.status());
        assertTrue(again.body().contains("OIDC-010") && again.body().contains("外部サイト"));
        Rp other = site();
        assertEquals(400, other.browse(other.authorizeUrl(rp.push())).status());
        String plain = gateway.settings.issuer() + Addresses.AUTHORIZE + "?client_id=" + rp.site.id()
                + "&response_type=code&scope=openid&redirect_uri=" + Rp.BACK;
        assertEquals(400, rp.browse(plain).status(), "without a pushed request");
        gateway.clock.move(Duration.ofMinutes(2));
        Answer late = rp.push();
        gateway.clock.move(Duration.ofMinutes(2));
        assertEquals(400, rp.browse(rp.authorizeUrl(late)).status());
    }

    @Test
    void everyAnswerToTheSiteNamesTheProviderAndGivesTheStateBack() throws Exception {
        for (Manner manner : Manner.values()) {
            if (manner != Manner.DOES_NOTHING) {
                gateway.pages.manner(manner);
                Answer back = rp.browse(rp.authorizeUrl(rp.push()));
                assertEquals(Optional.of(gateway.settings.issuer().toString()), back.sent("iss"));
                assertEquals(Optional.of("zustand"), back.sent("state"));
                assertTrue(back.header("location").startsWith(Rp.BACK + "?"));
            }
        }
    }

    @Test
    void whoSaysNoOrCannotGoOnReachesTheSiteAsAnErrorWithoutACode() throws Exception {
        gateway.pages.manner(Manner.DENIES);
        Answer denied = rp.browse(rp.authorizeUrl(rp.push()));
        assertEquals(Optional.of("access_denied"), denied.sent("error"));
        assertEquals(Optional.empty(), denied.sent("code"));
        gateway.pages.manner(Manner.CANNOT);
        assertEquals(
                Optional.of("temporarily_unavailable"),
                rp.browse(rp.authorizeUrl(rp.push())).sent("error"));
        gateway.pages.manner(Manner.AGREES);
        gateway.sites.close(true);
        assertEquals(
                Optional.of("temporarily_unavailable"),
                rp.browse(rp.authorizeUrl(rp.push())).sent("error"));
    }

    @Test
    void anInteractionOfAnotherBrowserIsNone() throws Exception {
        Answer begun = rp.get(URI.create(rp.authorizeUrl(rp.push())));
        String cookie = begun.header("set-cookie");
        assertTrue(cookie.startsWith("__Host-renkei-request="), cookie);
        for (String rule : List.of("Secure", "HttpOnly", "SameSite=Lax", "Path=/")) {
            assertTrue(cookie.contains(rule), cookie);
        }
        String id = begun.header("location").substring(begun.header("location").lastIndexOf('/') + 1);
        rp.forgetCookies();
        assertEquals(400, rp.get(rp.at(Addresses.AUTHORIZE + "/" + id)).status());
        assertEquals(
                400,
                rp.get(rp.at(Addresses.AUTHORIZE + "/" + id), "Cookie", "__Host-renkei-request=guessed")
                        .status());
    }

    @Test
    void whoComesBackFromThePagesTooEarlyIsSentThereAgain() throws Exception {
        Answer begun = rp.get(URI.create(rp.authorizeUrl(rp.push())));
        String id = begun.header("location").substring(begun.header("location").lastIndexOf('/') + 1);
        Answer early = rp.get(rp.at(Addresses.AUTHORIZE + "/" + id));
        assertEquals(begun.header("location"), early.header("location"));
        assertTrue(rp.browse(early.header("location")).sent("code").isPresent());
    }

    @Test
    void withPromptNoneNobodyIsAskedAndWhatIsMissingIsNamed() throws Exception {
        assertEquals(
                Optional.of("login_required"),
                rp.browse(rp.authorizeUrl(rp.push("prompt", "none"))).sent("error"));
        rp.code();
        assertTrue(rp.browse(rp.authorizeUrl(rp.push("prompt", "none")))
                .sent("code")
                .isPresent());
        assertEquals(
                Optional.of("interaction_required"),
                rp.browse(rp.authorizeUrl(rp.push("prompt", "none", "authorization_details", WISH)))
                        .sent("error"));
        gateway.clock.move(Duration.ofMinutes(10));
        assertEquals(
                Optional.of("login_required"),
                rp.browse(rp.authorizeUrl(rp.push("prompt", "none", "max_age", "60")))
                        .sent("error"));
        gateway.links.revoke(gateway.pages.person(), link().consent());
        assertEquals(
                Optional.of("consent_required"),
                rp.browse(rp.authorizeUrl(rp.push("prompt", "none"))).sent("error"));
    }

    @Test
    void whoHasToSignInAnewGetsANewSession() throws Exception {
        String before =
                SignedJWT.parse(rp.tokens().text("id_token")).getJWTClaimsSet().getStringClaim("sid");
        String same =
                SignedJWT.parse(rp.tokens().text("id_token")).getJWTClaimsSet().getStringClaim("sid");
        String after = SignedJWT.parse(rp.tokens("prompt", "login").text("id_token"))
                .getJWTClaimsSet()
                .getStringClaim("sid");
        assertEquals(before, same);
        assertNotEquals(before, after);
    }

    // ------------------------------------------------------------ tokens

    @Test
    void aCodeThatComesAgainEndsWhatTheFirstGot() throws Exception {
        String code = rp.code();
        Answer first = rp.token(rp.forCode(code));
        assertEquals(200, first.status());
        assertTrue(rp.isActive(first.text("access_token")));
        refused(rp.token(rp.forCode(code)), 400, "invalid_grant");
        assertFalse(rp.isActive(first.text("access_token")));
        refused(rp.refresh(first.text("refresh_token")), 400, "invalid_grant");
    }

    @Test
    void aCodeCountsOnlyWithItsVerifierItsAddressItsSiteAndInTime() throws Exception {
        String other = "https://tax.example/other";
        refused(rp.token(Rp.changed(rp.forCode(rp.code()), "redirect_uri", other)), 400, "invalid_grant");
        refused(rp.token(Rp.changed(rp.forCode(rp.code()), "redirect_uri", "")), 400, "invalid_grant");
        refused(rp.token(Rp.changed(rp.forCode(rp.code()), "code_verifier", "")), 400, "invalid_grant");
        refused(rp.token(Rp.changed(rp.forCode(rp.code()), "code_verifier", "x".repeat(43))), 400, "invalid_grant");
        refused(site().token(rp.forCode(rp.code())), 400, "invalid_grant");
        String late = rp.code();
        gateway.clock.move(Duration.ofMinutes(2));
        refused(rp.token(rp.forCode(late)), 400, "invalid_grant");
    }

    @Test
    void tokensAreBoundToTheKeyOfAProofThatCountsOnce() throws Exception {
        Map<String, String> form = rp.authenticated();
        form.putAll(rp.forCode(rp.code()));
        refused(rp.post(Addresses.TOKEN, form), 400, "invalid_dpop_proof");

        rp.tokens(); // so that it has a nonce
        String proof = rp.proof(Addresses.TOKEN).serialize();
        form = rp.authenticated();
        form.putAll(rp.forCode(rp.code()));
        Answer tokens = rp.post(Addresses.TOKEN, form, "DPoP", proof);
        assertEquals("DPoP", tokens.text("token_type"));
        form = rp.authenticated();
        form.putAll(rp.forCode(rp.code()));
        refused(rp.post(Addresses.TOKEN, form, "DPoP", proof), 400, "invalid_dpop_proof");
        form = rp.authenticated();
        form.putAll(rp.forCode(rp.code()));
        refused(rp.post(Addresses.TOKEN, form, "DPoP", rp.proof(Addresses.PAR).serialize()), 400, "invalid_dpop_proof");

        String token = tokens.text("access_token");
        String used = rp.proof(Addresses.USERINFO, token).serialize();
        assertEquals(
                200,
                rp.get(rp.at(Addresses.USERINFO), "Authorization", "DPoP " + token, "DPoP", used)
                        .status());
        assertEquals(
                401,
                rp.get(rp.at(Addresses.USERINFO), "Authorization", "DPoP " + token, "DPoP", used)
                        .status(),
                "the same proof again");
        assertEquals(
                401,
                rp.get(rp.at(Addresses.USERINFO), "Authorization", "Bearer " + token)
                        .status(),
                "as if it were bound to nothing");
        assertEquals(
                401,
                rp.get(rp.at(Addresses.USERINFO), "Authorization", "DPoP " + token)
                        .status());
        rp.dpop = Rp.key();
        Answer stolen = rp.with(token, Addresses.USERINFO);
        assertEquals(401, stolen.status());
        assertTrue(stolen.header("www-authenticate").startsWith("DPoP"), stolen::toString);
    }

    @Test
    void aProofForTokensNeedsANonceOfTheLastMinutesAndWithoutItTheCodeIsNotUsed() throws Exception {
        String code = rp.code();
        Answer asked = rp.tokenOnce(rp.forCode(code));
        refused(asked, 400, "use_dpop_nonce");
        assertFalse(asked.header("dpop-nonce").isEmpty());
        Nonce first = rp.nonce;
        Answer tokens = rp.tokenOnce(rp.forCode(code));
        assertEquals(200, tokens.status(), tokens::toString);
        gateway.clock.move(Duration.ofMinutes(5));
        Answer refreshed =
                rp.tokenOnce(Map.of("grant_type", "refresh_token", "refresh_token", tokens.text("refresh_token")));
        assertEquals(200, refreshed.status(), "that of before counts on");
        assertNotEquals(first, rp.nonce, "and the next one was given");
        rp.nonce = first;
        gateway.clock.move(Duration.ofMinutes(5));
        Map<String, String> more =
                Map.of("grant_type", "refresh_token", "refresh_token", refreshed.text("refresh_token"));
        refused(rp.tokenOnce(more), 400, "use_dpop_nonce");
        rp.nonce = new Nonce("made-up");
        refused(rp.tokenOnce(more), 400, "use_dpop_nonce");
        assertEquals(200, rp.tokenOnce(more).status());
        assertEquals("", rp.push().header("dpop-nonce"), "elsewhere none is needed");
    }

    @Test
    void aCodeThatIsBoundToAKeyCountsWithThatKeyAlone() throws Exception {
        String code = rp.code("dpop_jkt", Rp.key().computeThumbprint().toString());
        refused(rp.token(rp.forCode(code)), 400, "invalid_grant");
        String mine = rp.code("dpop_jkt", rp.dpop.computeThumbprint().toString());
        assertEquals(200, rp.token(rp.forCode(mine)).status());
    }

    @Test
    void aRefreshTokenUsedTwiceEndsItsFamily() throws Exception {
        Answer first = rp.tokens();
        Answer second = rp.refresh(first.text("refresh_token"));
        assertEquals(200, second.status());
        refused(rp.refresh(first.text("refresh_token")), 400, "invalid_grant");
        refused(rp.refresh(second.text("refresh_token")), 400, "invalid_grant");
        assertFalse(rp.isActive(second.text("access_token")));
    }

    @Test
    void tokensOfASiteMeanNothingToAnother() throws Exception {
        Answer tokens = rp.tokens();
        Rp other = site();
        assertFalse(other.isActive(tokens.text("access_token")));
        Map<String, String> form = other.authenticated();
        form.put("token", tokens.text("access_token"));
        assertEquals(200, other.post(Addresses.REVOKE, form).status());
        assertTrue(rp.isActive(tokens.text("access_token")));
        refused(other.refresh(tokens.text("refresh_token")), 400, "invalid_grant");
    }

    @Test
    void aRevokedLinkEndsItsTokensAtOnce() throws Exception {
        Answer tokens = rp.tokens();
        String subject = link().subject();
        gateway.links.revoke(gateway.pages.person(), link().consent());
        assertFalse(rp.isActive(tokens.text("access_token")));
        assertEquals(
                401, rp.with(tokens.text("access_token"), Addresses.USERINFO).status());
        refused(rp.refresh(tokens.text("refresh_token")), 400, "invalid_grant");
        rp.code();
        assertNotEquals(subject, link().subject(), "and a later link does not revive them");
    }

    @Test
    void noTokenOutlivesTheConsent() throws Exception {
        gateway.links.last(Duration.ofMinutes(2));
        Answer tokens = rp.tokens();
        assertTrue(Long.parseLong(tokens.text("expires_in")) <= 120);
        gateway.clock.move(Duration.ofMinutes(3));
        refused(rp.refresh(tokens.text("refresh_token")), 400, "invalid_grant");
        assertEquals(
                401, rp.with(tokens.text("access_token"), Addresses.USERINFO).status());
    }

    // ------------------------------------------------------------ data

    @Test
    void dataIsThereWhenThePersonHasChosenAndGoneWhenItIsTakenBack() throws Exception {
        gateway.pages.manner(Manner.CHOOSES_LATER);
        Answer tokens = rp.tokens("authorization_details", WISH);
        String token = tokens.text("access_token");
        Answer early = rp.with(token, Addresses.HANDOVER);
        assertEquals(202, early.status());
        assertEquals("5", early.header("retry-after"));

        HandoverView asked = gateway.handovers.of(gateway.pages.account().id()).stream()
                .filter(each -> each.site().equals(rp.site.id()))
                .findFirst()
                .orElseThrow();
        gateway.handovers.release(
                gateway.pages.person(), asked.id(), asked.wish().items().keySet());
        Answer data = rp.with(token, Addresses.HANDOVER);
        SignedJWT jwt = SignedJWT.parse(data.body());
        JWTClaimsSet claims = jwt.getJWTClaimsSet();
        assertEquals("renkei-handover+jwt", jwt.getHeader().getType().getType());
        assertEquals(List.of(rp.site.id().value()), claims.getAudience());
        assertEquals(link().subject(), claims.getSubject());
        assertTrue(data.body().chars().allMatch(each -> each < 128));
        assertEquals(
                asked.id().toString(), claims.getJSONObjectClaim("handover").get("id"));

        gateway.handovers.revoke(gateway.pages.person(), asked.id());
        refused(rp.with(token, Addresses.HANDOVER), 410, "handover_gone");
        assertEquals(
                403,
                rp.with(rp.tokens().text("access_token"), Addresses.HANDOVER).status(),
                "a token of a sign-on alone");
    }

    @Test
    void noCodeIsGivenForDataThatThePersonDidNotConsentTo() throws Exception {
        gateway.pages.manner(Manner.AGREES);
        Answer begun = rp.get(URI.create(rp.authorizeUrl(rp.push("authorization_details", WISH))));
        String pages = begun.header("location");
        Answer finished = rp.get(URI.create(pages));
        HandoverView asked = gateway.handovers.of(gateway.pages.account().id()).stream()
                .filter(each -> each.site().equals(rp.site.id()))
                .findFirst()
                .orElseThrow();
        gateway.handovers.refuse(gateway.pages.person(), asked.id());
        Answer back =
                rp.browse(URI.create(pages).resolve(finished.header("location")).toString());
        assertEquals(Optional.of("access_denied"), back.sent("error"));
    }

    // ------------------------------------------------------------ logout

    private String logoutUrl(String query) {
        return gateway.settings.issuer() + Addresses.LOGOUT + "?" + query;
    }

    private boolean isSignedIn() throws Exception {
        Answer silent = rp.browse(rp.authorizeUrl(rp.push("prompt", "none")));
        return silent.sent("error").filter("login_required"::equals).isEmpty();
    }

    @Test
    void aLogoutNeedsTheSiteAnAddressOfItAndAHintOfThisProviderIfOne() throws Exception {
        String hint = rp.tokens().text("id_token");
        for (String bad : List.of(
                "",
                "client_id=nobody",
                "id_token_hint=" + hint.substring(0, hint.length() - 6) + "AAAAAA",
                "id_token_hint=" + hint + "&post_logout_redirect_uri=https://evil.example/",
                "client_id=" + rp.site.id() + "&post_logout_redirect_uri=https://evil.example/",
                "id_token_hint=" + hint + "&client_id=" + site().site.id())) {
            assertEquals(400, rp.browse(logoutUrl(bad)).status(), bad);
        }
        assertTrue(isSignedIn());
    }

    @Test
    void aPersonIsAskedBeforeASiteSignsThemOut() throws Exception {
        String hint = rp.tokens().text("id_token");
        String url = logoutUrl("id_token_hint=" + hint + "&post_logout_redirect_uri=https://tax.example/bye&state=bye");
        assertTrue(
                rp.get(URI.create(url)).header("location").startsWith(gateway.settings.issuer() + "/people/requests/"));
        assertTrue(isSignedIn());
        gateway.pages.manner(Manner.DENIES);
        rp.browse(url);
        assertTrue(isSignedIn());
        gateway.pages.manner(Manner.AGREES);
        assertEquals("https://tax.example/bye?state=bye", rp.browse(url).header("location"));
        assertFalse(isSignedIn());
        assertEquals(
                "https://tax.example/bye?state=bye", rp.browse(url).header("location"), "who is signed out goes on");
        Answer named = rp.browse(logoutUrl("client_id=" + rp.site.id()));
        assertEquals(200, named.status());
        assertTrue(named.body().contains("ログアウト"));
    }

    @Test
    void aPersonIsNotAskedWhereTheFileSaysSoAndTheHintIsOfTheSessionOfThisBrowser() throws Exception {
        rp.change(false, false);
        gateway.pages.manner(Manner.AGREES);
        String before = rp.tokens().text("id_token");
        rp.forgetCookies();
        String hint = rp.tokens().text("id_token");
        for (String asks : List.of("id_token_hint=" + before, "client_id=" + rp.site.id())) {
            Answer sent = rp.get(URI.create(logoutUrl(asks)));
            assertTrue(sent.header("location").contains("/people/requests/"), sent::toString);
        }
        assertTrue(isSignedIn());
        Answer out = rp.get(URI.create(logoutUrl("id_token_hint=" + hint)));
        assertEquals(200, out.status());
        assertFalse(isSignedIn());
    }

    @Test
    void aFormOfASiteCarriesNoCookieAndLeadsToWhereOneCounts() throws Exception {
        String hint = rp.tokens().text("id_token");
        Map<String, String> form = Map.of("id_token_hint", hint, "post_logout_redirect_uri", "https://tax.example/bye");
        Answer sent = rp.post(Addresses.LOGOUT, form);
        assertTrue(sent.header("location").contains("/people/requests/"), sent::toString);
        String address = rp.post(
                        Addresses.LOGOUT, Map.of("client_id", rp.site.id().value()))
                .header("location");
        assertEquals(logoutUrl("client_id=" + rp.site.id()), address);
        rp.browse(address);
        assertFalse(isSignedIn());
        assertEquals(200, rp.get(URI.create(address)).status(), "nobody is signed in, and nothing is kept");
    }

    @Test
    void signOutsOfASiteAreBounded() throws Exception {
        String hint = rp.tokens().text("id_token");
        URI url = URI.create(logoutUrl("id_token_hint=" + hint));
        int status = 303;
        for (int i = 0; i <= Gateway.NODES * Gateway.PER_MINUTE && status == 303; i++) {
            status = rp.get(url).status();
        }
        assertEquals(429, status);
        Rp other = site();
        other.tokens();
        assertEquals(
                303,
                other.get(URI.create(logoutUrl("client_id=" + other.site.id()))).status());
    }

    @Test
    void aSessionThatEndsElsewhereEndsWhatWasGivenForItAlone() throws Exception {
        Answer bound = rp.tokens("scope", "openid");
        Answer offline = rp.tokens();
        String sid = SignedJWT.parse(bound.text("id_token")).getJWTClaimsSet().getStringClaim("sid");
        gateway.sessions.close(UUID.fromString(sid), gateway.clock.instant());
        await().atMost(Duration.ofSeconds(10)).until(() -> !rp.isActive(bound.text("access_token")));
        assertEquals(200, rp.refresh(offline.text("refresh_token")).status());
    }

    // ------------------------------------------------------------ the door

    @Test
    void everyAnswerSaysThatItIsNotToBeKeptFramedOrGuessed() throws Exception {
        Answer answer = rp.get(rp.at(Addresses.USERINFO));
        assertEquals(401, answer.status());
        assertEquals("no-store", answer.header("cache-control"));
        assertEquals("nosniff", answer.header("x-content-type-options"));
        assertTrue(answer.header("strict-transport-security").startsWith("max-age="));
        assertTrue(answer.header("content-security-policy").contains("frame-ancestors 'none'"));
        assertEquals("public, max-age=300", rp.get(rp.at(Addresses.JWKS)).header("cache-control"));
    }

    @Test
    void theProviderAnswersOnTheListenersOfPeopleAlone() throws Exception {
        assertEquals(
                404, rp.get(URI.create(gateway.doors + Addresses.DISCOVERY)).status());
        URI certificates = gateway.settings.certificates().orElseThrow();
        assertEquals(200, rp.get(URI.create(certificates + Addresses.DISCOVERY)).status());
        assertEquals(404, rp.get(URI.create(certificates + Addresses.AUTHORIZE)).status());
        assertEquals(404, rp.get(rp.at("/oidc/token/more")).status());
        assertEquals(405, rp.get(rp.at(Addresses.TOKEN)).status());
    }

    @Test
    void aBodyThatIsTooLargeOrNoFormIsRefused() throws Exception {
        Map<String, String> form = rp.authenticated();
        form.put("token", "x".repeat(70_000));
        refused(rp.post(Addresses.INTROSPECT, form), 400, "invalid_request");
        Answer json = rp.send(HttpRequest.newBuilder(rp.at(Addresses.TOKEN))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{}")));
        assertTrue(json.status() == 400 || json.status() == 401, json::toString);
    }

    @Test
    void nothingOfAPersonOrASecretStandsInAnUrlOfTheProvider() throws Exception {
        Answer begun = rp.get(URI.create(rp.authorizeUrl(rp.push("authorization_details", WISH))));
        assertTrue(begun.header("location").matches(gateway.settings.issuer() + "/people/requests/[A-Za-z0-9_-]{43}"));
        assertEquals(
                "",
                String.valueOf(URI.create(begun.header("location")).getRawQuery())
                        .replace("null", ""));
    }
}
