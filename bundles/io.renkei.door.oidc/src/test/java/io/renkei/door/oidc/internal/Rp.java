package io.renkei.door.oidc.internal;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.auth.JWTAuthenticationClaimsSet;
import com.nimbusds.oauth2.sdk.auth.PrivateKeyJWT;
import com.nimbusds.oauth2.sdk.dpop.DefaultDPoPProofFactory;
import com.nimbusds.oauth2.sdk.id.Audience;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.JWTID;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.DPoPAccessToken;
import com.nimbusds.oauth2.sdk.util.JSONObjectUtils;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import com.nimbusds.openid.connect.sdk.Nonce;
import io.renkei.door.oidc.fakes.FakeSites;
import io.renkei.ports.sites.Site;
import io.renkei.ports.sites.Site.Client;
import io.renkei.ports.sites.Site.ClientAuthentication;
import io.renkei.testkit.TestAuthority;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.minidev.json.JSONObject;

/** A site with a key, and the browser of a person who comes from it; each step can be done wrongly. */
final class Rp {

    static final String BACK = "https://tax.example/back";

    final Site site;
    final CodeVerifier verifier = new CodeVerifier();
    final ECKey signing = key();
    ECKey dpop = key();

    /** The one that the provider gave last, for the next proof. */
    Nonce nonce;

    private final Gateway gateway;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    /** @param logout where it hears of logouts */
    Rp(Gateway gateway, String name, Optional<URI> logout) throws Exception {
        this.gateway = gateway;
        this.site = FakeSites.site(
                name,
                new Client(
                        ClientAuthentication.PRIVATE_KEY_JWT,
                        Set.of(URI.create(BACK)),
                        Set.of(URI.create("https://tax.example/bye")),
                        logout,
                        Optional.empty(),
                        new JWKSet(signing.toPublicJWK()).toString(),
                        Set.of(),
                        false,
                        false,
                        true));
        gateway.sites.put(site);
    }

    /** Changes the file of the site. */
    void change(boolean signedRequests, boolean logoutAsks) {
        Client client = site.client();
        gateway.sites.put(FakeSites.site(
                site.id().value(),
                new Client(
                        client.authentication(),
                        client.redirects(),
                        client.postLogoutRedirects(),
                        client.backChannelLogout(),
                        client.initiateLogin(),
                        client.jwks(),
                        client.certificates(),
                        client.encrypted(),
                        signedRequests,
                        logoutAsks)));
    }

    static ECKey key() throws Exception {
        return new ECKeyGenerator(Curve.P_256)
                .keyUse(KeyUse.SIGNATURE)
                .keyIDFromThumbprint(true)
                .algorithm(JWSAlgorithm.ES256)
                .generate();
    }

    /** An answer; members are those of its JSON. */
    record Answer(int status, String body, Map<String, List<String>> headers) {

        String header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of(""))
                    .get(0);
        }

        JSONObject json() throws Exception {
            return JSONObjectUtils.parse(body);
        }

        String text(String member) throws Exception {
            return String.valueOf(json().get(member));
        }

        /** What stands in the query of where it leads. */
        Optional<String> sent(String parameter) {
            return Optional.ofNullable(URLUtils.parseParameters(
                                    URI.create(header("location")).getRawQuery())
                            .get(parameter))
                    .map(values -> values.get(0));
        }
    }

    // ------------------------------------------------------------ proofs

    /** The SDK judges proofs by the time of the machine. */
    private static Date now() {
        return Date.from(Clock.systemUTC().instant());
    }

    String assertion(String audience, Duration lasts) throws Exception {
        return assertion(audience, lasts, signing, new JWTID());
    }

    String assertion(String audience, Duration lasts, ECKey by, JWTID id) throws Exception {
        Date now = now();
        PrivateKeyJWT jwt = new PrivateKeyJWT(
                new JWTAuthenticationClaimsSet(
                        new ClientID(site.id().value()),
                        List.of(new Audience(audience)),
                        new Date(now.getTime() + lasts.toMillis()),
                        null,
                        now,
                        id),
                JWSAlgorithm.ES256,
                by.toECPrivateKey(),
                signing.getKeyID(),
                null,
                null,
                null);
        return jwt.getClientAssertion().serialize();
    }

    Map<String, String> authenticated() throws Exception {
        return authenticated(assertion(gateway.settings.issuer().toString(), Duration.ofMinutes(1)));
    }

    static Map<String, String> authenticated(String assertion) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
        form.put("client_assertion", assertion);
        return form;
    }

    SignedJWT proof(String path) throws Exception {
        return new DefaultDPoPProofFactory(dpop, JWSAlgorithm.ES256)
                .createDPoPJWT(new JWTID(), "POST", at(path), now(), null, nonce);
    }

    SignedJWT proof(String path, String token) throws Exception {
        return new DefaultDPoPProofFactory(dpop, JWSAlgorithm.ES256)
                .createDPoPJWT(new JWTID(), "GET", at(path), now(), new DPoPAccessToken(token), nonce);
    }

    URI at(String path) {
        return URI.create(gateway.settings.issuer() + path);
    }

    // ------------------------------------------------------------ steps

    Map<String, String> request() {
        Map<String, String> request = new LinkedHashMap<>();
        request.put("client_id", site.id().value());
        request.put("response_type", "code");
        request.put("redirect_uri", BACK);
        request.put("scope", "openid offline_access");
        request.put("state", "zustand");
        request.put("nonce", "einmal");
        request.put(
                "code_challenge",
                CodeChallenge.compute(CodeChallengeMethod.S256, verifier).getValue());
        request.put("code_challenge_method", "S256");
        return request;
    }

    Answer push(String... changes) throws Exception {
        Map<String, String> form = authenticated();
        form.putAll(request());
        return post(Addresses.PAR, changed(form, changes));
    }

    /** Changes pairs of name and value; an empty value takes the name away. */
    static Map<String, String> changed(Map<String, String> form, String... changes) {
        for (int i = 0; i < changes.length; i += 2) {
            if (changes[i + 1].isEmpty()) {
                form.remove(changes[i]);
            } else {
                form.put(changes[i], changes[i + 1]);
            }
        }
        return form;
    }

    String authorizeUrl(Answer pushed) throws Exception {
        return gateway.settings.issuer() + Addresses.AUTHORIZE + "?client_id=" + site.id() + "&request_uri="
                + pushed.text("request_uri");
    }

    /** With the browser, until it is sent to the site. */
    Answer browse(String url) throws Exception {
        URI next = URI.create(url);
        Answer answer = get(next);
        for (int i = 0;
                i < 8 && answer.status() == 303 && !answer.header("location").startsWith("https://tax.example/");
                i++) {
            next = next.resolve(answer.header("location"));
            answer = get(next);
        }
        return answer;
    }

    /** A code. */
    String code(String... changes) throws Exception {
        Answer back = browse(authorizeUrl(push(changes)));
        return back.sent("code").orElseThrow(() -> new AssertionError(back.toString()));
    }

    Answer token(Map<String, String> more) throws Exception {
        Answer answer = tokenOnce(more);
        return answer.body().contains("use_dpop_nonce") ? tokenOnce(more) : answer;
    }

    /** Without asking again where a nonce is wanted. */
    Answer tokenOnce(Map<String, String> more) throws Exception {
        Map<String, String> form = authenticated();
        form.putAll(more);
        return post(Addresses.TOKEN, form, "DPoP", proof(Addresses.TOKEN).serialize());
    }

    Map<String, String> forCode(String code) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", BACK);
        form.put("code_verifier", verifier.getValue());
        return form;
    }

    Answer tokens(String... changes) throws Exception {
        Answer answer = token(forCode(code(changes)));
        if (answer.status() != 200) {
            throw new AssertionError(answer.toString());
        }
        return answer;
    }

    Answer refresh(String token) throws Exception {
        return token(Map.of("grant_type", "refresh_token", "refresh_token", token));
    }

    Answer with(String token, String path) throws Exception {
        return get(
                at(path),
                "Authorization",
                "DPoP " + token,
                "DPoP",
                proof(path, token).serialize());
    }

    boolean isActive(String token) throws Exception {
        Map<String, String> form = authenticated();
        form.put("token", token);
        return Boolean.TRUE.equals(post(Addresses.INTROSPECT, form).json().get("active"));
    }

    // ------------------------------------------------------------ HTTP

    Answer post(String path, Map<String, String> form, String... headers) throws Exception {
        Map<String, List<String>> values = new LinkedHashMap<>();
        form.forEach((name, value) -> values.put(name, List.of(value)));
        return send(
                HttpRequest.newBuilder(at(path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(URLUtils.serializeParameters(values))),
                headers);
    }

    Answer get(URI url, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(url);
        if (!cookies.isEmpty()) {
            StringBuilder sent = new StringBuilder();
            cookies.forEach((name, value) -> sent.append(sent.isEmpty() ? "" : "; ")
                    .append(name)
                    .append('=')
                    .append(value));
            request.header("Cookie", sent.toString());
        }
        return send(request, headers);
    }

    Answer send(HttpRequest.Builder request, String... headers) throws Exception {
        if (headers.length > 0) {
            request.headers(headers);
        }
        HttpResponse<String> answer =
                gateway.http.send(request.timeout(Duration.ofSeconds(20)).build(), BodyHandlers.ofString());
        for (String line : answer.headers().allValues("set-cookie")) {
            String pair = line.split(";")[0];
            cookies.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
        answer.headers().firstValue("DPoP-Nonce").ifPresent(given -> nonce = new Nonce(given));
        return new Answer(answer.statusCode(), answer.body(), answer.headers().map());
    }

    void forgetCookies() {
        cookies.clear();
    }

    static TestAuthority.Issued certificate() throws Exception {
        return new TestAuthority("self").issue("site");
    }
}
