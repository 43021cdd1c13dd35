package io.renkei.sandbox.sites;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.ECDHDecrypter;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jwt.EncryptedJWT;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.AuthorizationResponse;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.PushedAuthorizationRequest;
import com.nimbusds.oauth2.sdk.PushedAuthorizationResponse;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenIntrospectionRequest;
import com.nimbusds.oauth2.sdk.TokenIntrospectionResponse;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.JWTAuthenticationClaimsSet;
import com.nimbusds.oauth2.sdk.auth.PrivateKeyJWT;
import com.nimbusds.oauth2.sdk.dpop.DefaultDPoPProofFactory;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.Audience;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.rar.AuthorizationDetail;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.Prompt;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.LogoutTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import com.nimbusds.openid.connect.sdk.validators.LogoutTokenValidator;
import java.io.IOException;
import java.net.URI;
import java.security.KeyPair;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;

/**
 * A linked site, on the SDK for relying parties: pushed requests, PKCE, {@code private_key_jwt} and DPoP. Whatever the provider answers is
 * verified by the site's own rules. For one thread.
 */
public final class RelyingParty {

    private static final String HANDOVER_TYPE = "renkei-handover+jwt";

    private final ClientID id;
    private final URI back;
    private final ECKey key;
    private final ECKey dpop;
    private final SSLSocketFactory sockets;
    private final OIDCProviderMetadata provider;
    private final URI handovers;
    private final JWKSet keys;

    /** The one that the provider gave last, for the next proof. */
    private Optional<Nonce> dpopNonce = Optional.empty();

    /**
     * @param id as in its file
     * @param back its redirect URI
     * @param identity its key, of the curve P-256
     * @param tls trusts the provider; without a certificate of its own
     */
    public RelyingParty(String id, URI issuer, URI back, KeyPair identity, SSLContext tls) throws IOException {
        this.id = new ClientID(id);
        this.back = back;
        // One and the same for all calls, since connections are kept by it.
        this.sockets = tls.getSocketFactory();
        this.key = new ECKey.Builder(Curve.P_256, (ECPublicKey) identity.getPublic())
                .privateKey((ECPrivateKey) identity.getPrivate())
                .keyID("site-" + id)
                .build();
        try {
            this.dpop = new ECKeyGenerator(Curve.P_256).generate();
            this.provider = OIDCProviderMetadata.parse(
                    send(new HTTPRequest(HTTPRequest.Method.GET, issuer.resolve("/.well-known/openid-configuration")))
                            .getBody());
            this.handovers = URI.create(String.valueOf(provider.getCustomParameter("handover_endpoint")));
            this.keys = JWKSet.parse(send(new HTTPRequest(HTTPRequest.Method.GET, provider.getJWKSetURI()))
                    .getBody());
        } catch (ParseException | java.text.ParseException | JOSEException e) {
            throw new IOException("the provider's document or keys cannot be read: " + e.getMessage(), e);
        }
        if (!provider.getIssuer().getValue().equals(issuer.toString())) {
            throw new IOException("the provider is another one: " + provider.getIssuer());
        }
    }

    /** What the site waits for to come back, bound to the user's browser. */
    public record Begun(URI address, State state, Nonce nonce, CodeVerifier verifier) {}

    /** The tokens of a sign-on, and who it is, as the ID token says. */
    public record Tokens(AccessToken access, Optional<RefreshToken> refresh, JWT idToken, IDTokenClaimsSet who) {

        public String subject() {
            return who.getSubject().getValue();
        }
    }

    /** What came of a call that may be refused. */
    public record Answer<T>(Optional<T> value, String refusal) {

        public static <T> Answer<T> of(T value) {
            return new Answer<>(Optional.of(value), "");
        }

        static <T> Answer<T> refused(int status, String code) {
            return new Answer<>(Optional.empty(), (status + " " + code).strip());
        }

        /** @throws IOException if it was refused */
        public T given() throws IOException {
            return value.orElseThrow(() -> new IOException("the provider answered " + refusal));
        }
    }

    /** What came for the site alone, and was verified. */
    public record Message(JWTClaimsSet claims, boolean encrypted) {

        /** The numbers of the items that were handed over. */
        public Set<String> items() {
            Set<String> numbers = new TreeSet<>();
            if (claims.getClaim("handover") instanceof Map<?, ?> handover
                    && handover.get("items") instanceof List<?> items) {
                items.forEach(item -> numbers.add(String.valueOf(((Map<?, ?>) item).get("number"))));
            }
            return numbers;
        }
    }

    public String id() {
        return id.getValue();
    }

    /** Pushes a request. @param wish the data that it asks for; empty for a sign-on alone */
    public Answer<Begun> begin(Optional<Wish> wish) throws IOException {
        return begin(wish, new Scope("openid", "offline_access"), Optional.empty());
    }

    /** Asks whether the person is signed in, for this session alone; no page is to be shown. */
    public Answer<Begun> beginSilently() throws IOException {
        return begin(Optional.empty(), new Scope("openid"), Optional.of(Prompt.Type.NONE));
    }

    private Answer<Begun> begin(Optional<Wish> wish, Scope scope, Optional<Prompt.Type> prompt) throws IOException {
        State state = new State();
        Nonce nonce = new Nonce();
        CodeVerifier verifier = new CodeVerifier();
        AuthenticationRequest.Builder request = new AuthenticationRequest.Builder(ResponseType.CODE, scope, id, back)
                .state(state)
                .nonce(nonce)
                .codeChallenge(verifier, CodeChallengeMethod.S256);
        prompt.ifPresent(type -> request.prompt(new Prompt(type)));
        try {
            if (wish.isPresent()) {
                request.authorizationDetails(
                        AuthorizationDetail.parseList(wish.get().details()));
            }
            HTTPResponse http = send(new PushedAuthorizationRequest(
                            provider.getPushedAuthorizationRequestEndpointURI(), proof(), request.build())
                    .toHTTPRequest());
            PushedAuthorizationResponse answer = PushedAuthorizationResponse.parse(http);
            if (!answer.indicatesSuccess()) {
                return refused(http, answer.toErrorResponse().getErrorObject());
            }
            URI address = new AuthorizationRequest.Builder(
                            answer.toSuccessResponse().getRequestURI(), id)
                    .endpointURI(provider.getAuthorizationEndpointURI())
                    .build()
                    .toURI();
            return Answer.of(new Begun(address, state, nonce, verifier));
        } catch (ParseException e) {
            throw unreadable(e);
        }
    }

    /** What the browser brought back: a code, or an error. @param brought the address that it came to, whole or from its path on */
    public Answer<AuthorizationCode> answer(Begun begun, URI brought) throws IOException {
        try {
            AuthorizationResponse answer = AuthorizationResponse.parse(back.resolve(brought));
            if (!begun.state().equals(answer.getState())
                    || !provider.getIssuer().equals(answer.getIssuer())) {
                throw new IOException("the answer has another state or issuer");
            }
            return answer.indicatesSuccess()
                    ? Answer.of(answer.toSuccessResponse().getAuthorizationCode())
                    : Answer.refused(
                            303, answer.toErrorResponse().getErrorObject().getCode());
        } catch (ParseException e) {
            throw unreadable(e);
        }
    }

    /** Redeems a code; the ID token is verified. */
    public Answer<Tokens> tokens(Begun begun, AuthorizationCode code) throws IOException {
        return tokens(new AuthorizationCodeGrant(code, back, begun.verifier()), Optional.of(begun.nonce()));
    }

    /** Asks for new tokens. */
    public Answer<Tokens> refreshed(RefreshToken token) throws IOException {
        return tokens(new RefreshTokenGrant(token), Optional.empty());
    }

    private Answer<Tokens> tokens(AuthorizationGrant grant, Optional<Nonce> nonce) throws IOException {
        try {
            HTTPResponse http = askForTokens(grant, dpopNonce);
            dpopNonce = Optional.ofNullable(http.getDPoPNonce()).or(() -> dpopNonce);
            if (isNonceWanted(http)) {
                http = askForTokens(grant, dpopNonce);
            }
            TokenResponse answer = OIDCTokenResponseParser.parse(http);
            if (!answer.indicatesSuccess()) {
                return refused(http, answer.toErrorResponse().getErrorObject());
            }
            OIDCTokenResponse good = (OIDCTokenResponse) answer.toSuccessResponse();
            IDTokenClaimsSet who = new IDTokenValidator(provider.getIssuer(), id, JWSAlgorithm.ES256, keys)
                    .validate(good.getOIDCTokens().getIDToken(), nonce.orElse(null));
            return Answer.of(new Tokens(
                    good.getOIDCTokens().getAccessToken(),
                    Optional.ofNullable(good.getOIDCTokens().getRefreshToken()),
                    good.getOIDCTokens().getIDToken(),
                    who));
        } catch (ParseException | JOSEException | BadJOSEException e) {
            throw unreadable(e);
        }
    }

    private HTTPResponse askForTokens(AuthorizationGrant grant, Optional<Nonce> known)
            throws IOException, JOSEException {
        HTTPRequest request = new TokenRequest.Builder(provider.getTokenEndpointURI(), proof(), grant)
                .build()
                .toHTTPRequest();
        request.setDPoP(proofs().createDPoPJWT("POST", provider.getTokenEndpointURI(), known.orElse(null)));
        return send(request);
    }

    /** The code or the refresh token was not looked at yet, and counts with the next proof (RFC 9449, section 8). */
    private static boolean isNonceWanted(HTTPResponse http) throws ParseException {
        return http.getStatusCode() == HTTPResponse.SC_BAD_REQUEST
                && OAuth2Error.USE_DPOP_NONCE_CODE.equals(
                        ErrorObject.parse(http).getCode());
    }

    public Answer<Message> userInfo(Tokens tokens) throws IOException {
        return message(tokens, provider.getUserInfoEndpointURI(), "JWT");
    }

    public Answer<Message> handover(Tokens tokens) throws IOException {
        return message(tokens, handovers, HANDOVER_TYPE);
    }

    public boolean isActive(Tokens tokens) throws IOException {
        try {
            return TokenIntrospectionResponse.parse(send(new TokenIntrospectionRequest(
                                    provider.getIntrospectionEndpointURI(), proof(), tokens.access())
                            .toHTTPRequest()))
                    .toSuccessResponse()
                    .isActive();
        } catch (ParseException e) {
            throw unreadable(e);
        }
    }

    /** The site's first page. */
    public URI home() {
        return back.resolve(".");
    }

    /** Where the user's browser posts its wish to be signed out at the provider too (RP-initiated logout). */
    public URI logout() {
        return provider.getEndSessionEndpointURI();
    }

    /** Word of a logout, verified. */
    public LogoutTokenClaimsSet heard(String logoutToken) throws IOException {
        try {
            return new LogoutTokenValidator(provider.getIssuer(), id, JWSAlgorithm.ES256, keys)
                    .validate(JWTParser.parse(logoutToken));
        } catch (java.text.ParseException | JOSEException | BadJOSEException e) {
            throw unreadable(e);
        }
    }

    private Answer<Message> message(Tokens tokens, URI from, String type) throws IOException {
        try {
            HTTPRequest request = new HTTPRequest(HTTPRequest.Method.GET, from);
            request.setAuthorization(tokens.access().toAuthorizationHeader());
            request.setDPoP(proofs().createDPoPJWT("GET", from, tokens.access()));
            HTTPResponse http = send(request);
            if (http.getStatusCode() != HTTPResponse.SC_OK) {
                return Answer.refused(http.getStatusCode(), "");
            }
            return Answer.of(opened(JWTParser.parse(http.getBody()), type));
        } catch (java.text.ParseException | JOSEException e) {
            throw unreadable(e);
        }
    }

    private Message opened(JWT jwt, String type) throws IOException, JOSEException, java.text.ParseException {
        boolean encrypted = jwt instanceof EncryptedJWT;
        SignedJWT signed;
        if (jwt instanceof EncryptedJWT sealed) {
            sealed.decrypt(new ECDHDecrypter(key.toECPrivateKey()));
            signed = sealed.getPayload().toSignedJWT();
        } else {
            signed = (SignedJWT) jwt;
        }
        JWK by = keys.getKeyByKeyId(signed.getHeader().getKeyID());
        JWTClaimsSet claims = signed.getJWTClaimsSet();
        boolean holds = by != null
                && signed.verify(new ECDSAVerifier(by.toECKey()))
                && claims.getIssuer().equals(provider.getIssuer().getValue())
                && claims.getAudience().equals(List.of(id.getValue()))
                && signed.getHeader().getType() != null
                && signed.getHeader().getType().getType().equals(type);
        if (!holds) {
            throw new IOException("what came is not signed by the provider for this site");
        }
        return new Message(claims, encrypted);
    }

    private ClientAuthentication proof() throws IOException {
        try {
            return new PrivateKeyJWT(
                    new JWTAuthenticationClaimsSet(id, new Audience(provider.getIssuer())),
                    JWSAlgorithm.ES256,
                    key.toECPrivateKey(),
                    key.getKeyID(),
                    null);
        } catch (JOSEException e) {
            throw unreadable(e);
        }
    }

    private DefaultDPoPProofFactory proofs() throws JOSEException {
        return new DefaultDPoPProofFactory(dpop, JWSAlgorithm.ES256);
    }

    private static <T> Answer<T> refused(HTTPResponse http, ErrorObject error) {
        return Answer.refused(http.getStatusCode(), error == null ? "" : String.valueOf(error.getCode()));
    }

    private HTTPResponse send(HTTPRequest request) throws IOException {
        request.setSSLSocketFactory(sockets);
        request.setConnectTimeout(5_000);
        request.setReadTimeout(30_000);
        return request.send();
    }

    private static IOException unreadable(Exception why) {
        return new IOException("what the provider answered cannot be taken: " + why.getMessage(), why);
    }
}
