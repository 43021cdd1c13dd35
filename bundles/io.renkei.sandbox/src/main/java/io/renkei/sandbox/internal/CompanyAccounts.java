package io.renkei.sandbox.internal;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A provider of company accounts, shaped as GビズID: one screen on which a test company is chosen, the code flow with PKCE S256 and
 * {@code client_secret_basic}, codes of 22 characters that work once within five minutes, ID tokens (RS256) without anything about the
 * company, and the kind of the account at userinfo. Its key is new at each start. Its people and companies are invented.
 */
final class CompanyAccounts implements Simulator {

    static final String PATH = "/oauth";

    /** What a client asks at most for, and gets if it asks for nothing. */
    private static final String ALL_SCOPES = "openid profile user mandate email offline_access";

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final Duration CODE_LIFE = Duration.ofMinutes(5);
    private static final Duration TOKEN_LIFE = Duration.ofHours(1);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private static final List<Company> COMPANIES = List.of(
            new Company("acme-prime", "株式会社アクメ", "プライム", "2", "1"),
            new Company("acme-member", "株式会社アクメ 人事担当", "メンバー", "3", "1"),
            new Company("yamada-prime", "山田商店（個人事業主）", "プライム", "2", "2"),
            new Company("beta-entry", "ベータ合同会社", "エントリー", "1", "1"));

    private final URI issuer;
    private final Client client;
    private final Clock clock;
    private final String keyId = random(8);
    private final Map<String, Grant> codes = new ConcurrentHashMap<>();
    private final Map<String, Grant> tokens = new ConcurrentHashMap<>();
    private KeyPair key;

    /** @param type of the account: 1 entry, 2 prime, 3 member; @param corporation 1 corporation, 2 sole proprietor */
    private record Company(String subject, String name, String typeName, String type, String corporation) {}

    /** The one client that is registered. */
    record Client(String id, String secret, URI redirect) {
        @Override
        public String toString() {
            return id;
        }
    }

    private record Grant(Company company, String nonce, String challenge, String scope, Instant until) {}

    /** @param issuer with {@link #PATH} at its end */
    CompanyAccounts(URI issuer, Client client, Clock clock) {
        this.issuer = issuer;
        this.client = client;
        this.clock = clock;
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public void handle(Call call) throws IOException {
        String asked = call.method() + " " + call.path();
        call.answer(
                switch (asked) {
                    case "GET /authorize" -> screen(call.query());
                    case "POST /authorize" -> chosen(call.form());
                    case "POST /token" -> token(call);
                    case "GET /userinfo" -> userinfo(call);
                    case "GET /jwks" -> Answer.json(200, Map.of("keys", List.of(jwk())));
                    default -> throw new Refusal(404, "There is no such endpoint.");
                });
    }

    private Answer screen(Map<String, String> asked) {
        requireClient(asked);
        StringBuilder html = new StringBuilder("<!DOCTYPE html><html lang=\"ja\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
                + "<title>法人アカウント（試験用）</title></head><body><main><h1>法人アカウント（試験用）</h1>"
                + "<p>架空の法人です。ログインする法人を選択してください。</p><form method=\"post\" action=\"" + PATH
                + "/authorize\">");
        asked.forEach((name, value) -> html.append("<input type=\"hidden\" name=\"")
                .append(Xml.escaped(name))
                .append("\" value=\"")
                .append(Xml.escaped(value))
                .append("\">"));
        for (Company company : COMPANIES) {
            html.append("<p><button type=\"submit\" name=\"company\" value=\"")
                    .append(company.subject())
                    .append("\">")
                    .append(Xml.escaped(company.name() + "（" + company.typeName() + "）"))
                    .append("</button></p>");
        }
        html.append("<p><button type=\"submit\" name=\"company\" value=\"\">ログインしない</button></p>"
                + "</form></main></body></html>");
        return Answer.of(200, "text/html; charset=utf-8", html.toString().getBytes(StandardCharsets.UTF_8))
                .with("Cache-Control", "no-store");
    }

    private Answer chosen(Map<String, String> asked) {
        requireClient(asked);
        String back = client.redirect() + "?state=" + encoded(asked.getOrDefault("state", "")) + "&iss="
                + encoded(issuer.toString());
        Optional<Company> company = COMPANIES.stream()
                .filter(each -> each.subject().equals(asked.get("company")))
                .findFirst();
        if (company.isEmpty()) {
            return Answer.empty(302).with("Location", back + "&error=access_denied");
        }
        String code = random(22);
        codes.put(
                code,
                new Grant(
                        company.get(),
                        asked.getOrDefault("nonce", ""),
                        asked.getOrDefault("code_challenge", ""),
                        asked.getOrDefault("scope", ALL_SCOPES),
                        clock.instant().plus(CODE_LIFE)));
        return Answer.empty(302).with("Location", back + "&code=" + code);
    }

    private void requireClient(Map<String, String> asked) {
        boolean fits = client.id().equals(asked.get("client_id"))
                && client.redirect().toString().equals(asked.get("redirect_uri"))
                && "code".equals(asked.get("response_type"))
                && (asked.getOrDefault("code_challenge", "").isEmpty()
                        || "S256".equals(asked.get("code_challenge_method")));
        if (!fits) {
            throw new Refusal(400, "client_id, redirect_uri or response_type is not the registered one.");
        }
    }

    private Answer token(Call call) {
        String own = "Basic "
                + Base64.getEncoder()
                        .encodeToString((encoded(client.id()) + ":" + encoded(client.secret()))
                                .getBytes(StandardCharsets.UTF_8));
        if (!call.header("Authorization").filter(own::equals).isPresent()) {
            return error(401, "invalid_client");
        }
        Map<String, String> form = call.form();
        Grant grant = codes.remove(form.getOrDefault("code", ""));
        boolean fits = grant != null
                && clock.instant().isBefore(grant.until())
                && "authorization_code".equals(form.get("grant_type"))
                && client.redirect().toString().equals(form.get("redirect_uri"))
                && (grant.challenge().isEmpty()
                        || grant.challenge().equals(challenge(form.getOrDefault("code_verifier", ""))));
        if (!fits) {
            return error(400, "invalid_grant");
        }
        String access = random(32);
        tokens.put(access, grant);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("access_token", access);
        answer.put("token_type", "Bearer");
        answer.put("expires_in", TOKEN_LIFE.toSeconds());
        answer.put("scope", grant.scope());
        answer.put("id_token", idToken(grant));
        return Answer.json(200, answer).with("Cache-Control", "no-store");
    }

    private Answer userinfo(Call call) {
        Grant grant = tokens.get(call.header("Authorization").orElse("").replaceFirst("^Bearer ", ""));
        if (grant == null) {
            return error(401, "invalid_token");
        }
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("sub", grant.company().subject());
        if (grant.scope().contains("profile")) {
            about.put("account_type", grant.company().type());
            about.put("corp_type", grant.company().corporation());
        }
        return Answer.json(200, about);
    }

    private String idToken(Grant grant) {
        Instant now = clock.instant();
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", issuer.toString());
        claims.put("sub", grant.company().subject());
        claims.put("aud", client.id());
        claims.put("iat", now.getEpochSecond());
        claims.put("exp", now.plus(TOKEN_LIFE).getEpochSecond());
        claims.put("auth_time", now.getEpochSecond());
        claims.put("nonce", grant.nonce());
        String signed = BASE64.encodeToString(Answer.json(200, Map.of("alg", "RS256", "kid", keyId, "typ", "JWT"))
                        .body())
                + "."
                + BASE64.encodeToString(Answer.json(200, claims).body());
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key().getPrivate());
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("each JDK signs with RSA", e);
        }
    }

    private Map<String, Object> jwk() {
        RSAPublicKey open = (RSAPublicKey) key().getPublic();
        return Map.of(
                "kty",
                "RSA",
                "use",
                "sig",
                "alg",
                "RS256",
                "kid",
                keyId,
                "n",
                BASE64.encodeToString(unsigned(open.getModulus().toByteArray())),
                "e",
                BASE64.encodeToString(unsigned(open.getPublicExponent().toByteArray())));
    }

    private static byte[] unsigned(byte[] bytes) {
        return bytes[0] == 0 ? java.util.Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
    }

    private static Answer error(int status, String error) {
        return Answer.json(status, Map.of("error", error));
    }

    private static String challenge(String verifier) {
        try {
            return BASE64.encodeToString(
                    MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("each JDK has SHA-256", e);
        }
    }

    /** Made when the first asks: most sandboxes end before anybody signs in. */
    synchronized KeyPair key() {
        if (key == null) {
            key = newKey();
        }
        return key;
    }

    private static KeyPair newKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("each JDK makes RSA keys", e);
        }
    }

    private static String random(int characters) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < characters; i++) {
            text.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
