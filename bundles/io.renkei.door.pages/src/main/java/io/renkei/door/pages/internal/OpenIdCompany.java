package io.renkei.door.pages.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.Resource;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.renkei.ports.people.Authenticator;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.time.Clock;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A relying party of OpenID Connect Core 1.0, code flow, as the guideline of GビズID has it: PKCE S256, {@code client_secret_basic},
 * RS256, scopes always named. Only the three configured addresses are called; no redirect is followed.
 */
final class OpenIdCompany implements CompanyProvider {

    private static final Logger LOG = LoggerFactory.getLogger(OpenIdCompany.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MAX_ANSWER_BYTES = 256 * 1024;
    private static final long KEYS_KEPT_MILLIS = 15 * 60_000L;

    private final CompanySettings settings;
    private final HttpClient http;
    private final Clock clock;
    private final JWKSource<SecurityContext> keys;

    OpenIdCompany(CompanySettings settings, SSLContext tls, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(HttpClient.Builder.NO_PROXY)
                .connectTimeout(settings.patience())
                .sslContext(tls)
                .build();
        try {
            this.keys = JWKSourceBuilder.<SecurityContext>create(
                            settings.jwks().toURL(), url -> new Resource(get(settings.jwks(), ""), "application/json"))
                    .cache(KEYS_KEPT_MILLIS, settings.patience().toMillis() * 2)
                    .refreshAheadCache(false)
                    .build();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("jwks.url is an https URL", e);
        }
    }

    @Override
    public boolean isOffered() {
        return true;
    }

    @Override
    public String kinds(Language language) {
        Texts texts = Texts.in(language);
        return settings.accountTypes().stream()
                .sorted()
                .map(type -> texts.say("account_type_" + type))
                .collect(Collectors.joining(texts.say("list_separator")));
    }

    @Override
    public URI authorization(Attempt attempt, URI redirect) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("response_type", "code");
        query.put("client_id", settings.clientId());
        query.put("redirect_uri", redirect.toString());
        query.put("scope", settings.scopes());
        query.put("state", attempt.state());
        query.put("nonce", attempt.nonce());
        query.put("code_challenge", challenge(attempt.verifier()));
        query.put("code_challenge_method", "S256");
        String separator = settings.authorization().getRawQuery() == null ? "?" : "&";
        return URI.create(settings.authorization() + separator + form(query));
    }

    @Override
    public Authenticator.CompanyAccount finish(Map<String, String> answer, Attempt attempt, URI redirect)
            throws NotSignedIn {
        String named = answer.getOrDefault("iss", "");
        boolean otherIssuer = named.isEmpty()
                ? settings.answerNamesIssuer()
                : !named.equals(settings.issuer().toString());
        if (otherIssuer) {
            throw new NotSignedIn(PagesCode.COMPANY_FAILED);
        }
        if (answer.containsKey("error") || !answer.containsKey("code")) {
            throw new NotSignedIn(PagesCode.COMPANY_DENIED);
        }
        try {
            JsonNode tokens = JSON.readTree(exchange(answer.get("code"), attempt, redirect));
            JWTClaimsSet id = verified(tokens.path("id_token").asText(), attempt);
            requireKind(id.getSubject(), tokens.path("access_token").asText());
            return new Authenticator.CompanyAccount(settings.issuer(), id.getSubject());
        } catch (IOException | ParseException | BadJOSEException | JOSEException | IllegalArgumentException e) {
            LOG.warn(
                    "PAGES-023: an answer of the provider of company accounts was not taken ({}); nobody was signed in. Look"
                            + " at the provider's addresses, its authorities and the client's secret",
                    e.getClass().getSimpleName());
            throw new NotSignedIn(PagesCode.COMPANY_FAILED);
        }
    }

    private JWTClaimsSet verified(String token, Attempt attempt)
            throws ParseException, BadJOSEException, JOSEException {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, keys));
        JWTClaimsSet expected = new JWTClaimsSet.Builder()
                .issuer(settings.issuer().toString())
                .claim("nonce", attempt.nonce())
                .build();
        processor.setJWTClaimsSetVerifier(
                new DefaultJWTClaimsVerifier<>(settings.clientId(), expected, Set.of("sub", "exp", "iat")) {
                    @Override
                    protected Date currentTime() {
                        return Date.from(clock.instant());
                    }
                });
        JWTClaimsSet claims = processor.process(token, null);
        Object party = claims.getClaim("azp");
        boolean forAnother = party == null ? claims.getAudience().size() > 1 : !party.equals(settings.clientId());
        if (forAnother) {
            throw new BadJOSEException("the token is for another party");
        }
        return claims;
    }

    private void requireKind(String subject, String accessToken) throws IOException, NotSignedIn {
        JsonNode about = JSON.readTree(get(settings.userinfo(), accessToken));
        if (!about.path("sub").asText().equals(subject)) {
            throw new IOException("userinfo is about somebody else");
        }
        boolean fits = settings.accountTypes()
                        .contains(about.path("account_type").asText())
                && settings.corporationTypes().contains(about.path("corp_type").asText());
        if (!fits) {
            throw new NotSignedIn(PagesCode.COMPANY_KIND);
        }
    }

    private String exchange(String code, Attempt attempt, URI redirect) throws IOException {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", redirect.toString());
        form.put("code_verifier", attempt.verifier());
        String own = encode(settings.clientId()) + ":" + encode(settings.clientSecret());
        return send(HttpRequest.newBuilder(settings.token())
                .header("Authorization", "Basic " + base64(own))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form(form))));
    }

    /** @param accessToken empty for none */
    private String get(URI address, String accessToken) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).GET();
        if (!accessToken.isEmpty()) {
            request.header("Authorization", "Bearer " + accessToken);
        }
        return send(request);
    }

    private String send(HttpRequest.Builder request) throws IOException {
        try {
            HttpResponse<java.io.InputStream> response = http.send(
                    request.timeout(settings.patience())
                            .header("Accept", "application/json")
                            .build(),
                    HttpResponse.BodyHandlers.ofInputStream());
            try (java.io.InputStream in = response.body()) {
                byte[] body = in.readNBytes(MAX_ANSWER_BYTES + 1);
                if (response.statusCode() != 200 || body.length > MAX_ANSWER_BYTES) {
                    throw new IOException("no good answer");
                }
                return new String(body, StandardCharsets.UTF_8);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static String challenge(String verifier) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("each JDK has SHA-256", e);
        }
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
