package io.renkei.door.oidc.internal;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.langtag.LangTag;
import com.nimbusds.langtag.LangTagException;
import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseMode;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.openid.connect.sdk.Prompt;
import com.nimbusds.openid.connect.sdk.SubjectType;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderEndpointMetadata;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import net.minidev.json.JSONObject;

/** What the provider can do (OpenID Connect Discovery 1.0, RFC 8414). */
final class Discovery implements Endpoint {

    private static final List<JWSAlgorithm> ES256 = List.of(JWSAlgorithm.ES256);

    private final String document;

    Discovery(Addresses addresses) {
        this.document = document(addresses);
    }

    @Override
    public HTTPResponse answer(Call call) {
        return json(document);
    }

    /** With the address for data, which no standard names, beside the others. */
    private static String document(Addresses addresses) {
        JSONObject document = describe(addresses).toJSONObject();
        document.put("handover_endpoint", addresses.at(Addresses.HANDOVER).toString());
        addresses
                .withCertificate(Addresses.HANDOVER)
                .ifPresent(at ->
                        ((JSONObject) document.get("mtls_endpoint_aliases")).put("handover_endpoint", at.toString()));
        return document.toJSONString();
    }

    static HTTPResponse json(String body) {
        HTTPResponse answer = new HTTPResponse(200);
        try {
            answer.setContentType("application/json");
        } catch (ParseException e) {
            throw new IllegalStateException("a content type that is well-formed", e);
        }
        answer.setBody(body);
        return answer;
    }

    private static OIDCProviderMetadata describe(Addresses addresses) {
        OIDCProviderMetadata about = new OIDCProviderMetadata(
                new Issuer(addresses.issuer()), List.of(SubjectType.PAIRWISE), addresses.at(Addresses.JWKS));
        List<JWSAlgorithm> algorithms = List.copyOf(Clients.ALGORITHMS);
        List<ClientAuthenticationMethod> methods = methods(addresses);
        about.setAuthorizationEndpointURI(addresses.at(Addresses.AUTHORIZE));
        about.setTokenEndpointURI(addresses.at(Addresses.TOKEN));
        about.setPushedAuthorizationRequestEndpointURI(addresses.at(Addresses.PAR));
        about.setIntrospectionEndpointURI(addresses.at(Addresses.INTROSPECT));
        about.setRevocationEndpointURI(addresses.at(Addresses.REVOKE));
        about.setUserInfoEndpointURI(addresses.at(Addresses.USERINFO));
        about.setEndSessionEndpointURI(addresses.at(Addresses.LOGOUT));
        about.requiresPushedAuthorizationRequests(true);
        about.setScopes(new Scope("openid", GrantNote.OFFLINE));
        about.setResponseTypes(List.of(ResponseType.CODE));
        about.setResponseModes(List.of(ResponseMode.QUERY));
        about.setGrantTypes(List.of(GrantType.AUTHORIZATION_CODE, GrantType.REFRESH_TOKEN));
        about.setCodeChallengeMethods(List.of(CodeChallengeMethod.S256));
        about.setPromptTypes(List.of(Prompt.Type.NONE, Prompt.Type.LOGIN, Prompt.Type.CONSENT));
        about.setTokenEndpointAuthMethods(methods);
        about.setTokenEndpointJWSAlgs(algorithms);
        about.setIntrospectionEndpointAuthMethods(methods);
        about.setIntrospectionEndpointJWSAlgs(algorithms);
        about.setRevocationEndpointAuthMethods(methods);
        about.setRevocationEndpointJWSAlgs(algorithms);
        about.setDPoPJWSAlgs(algorithms);
        about.setIDTokenJWSAlgs(ES256);
        about.setUserInfoJWSAlgs(ES256);
        about.setUserInfoJWEAlgs(Signer.KEY_ENCRYPTION);
        about.setUserInfoJWEEncs(List.of(Signer.CONTENT_ENCRYPTION));
        about.setAuthorizationDetailsTypes(List.of(Wishes.TYPE));
        about.setClaims(List.of(
                "iss", "sub", "aud", "exp", "iat", "auth_time", "nonce", "sid", About.KIND, About.REPRESENTATIVE));
        about.setSupportsRequestParam(true);
        about.setRequestObjectJWSAlgs(algorithms);
        about.setSupportsRequestURIParam(true);
        about.setRequiresRequestURIRegistration(false);
        about.setSupportsAuthorizationResponseIssuerParam(true);
        about.setSupportsBackChannelLogout(true);
        about.setSupportsBackChannelLogoutSession(true);
        about.setUILocales(languages());
        if (addresses.withCertificate("").isPresent()) {
            about.setSupportsTLSClientCertificateBoundAccessTokens(true);
            about.setMtlsEndpointAliases(
                    aliases(path -> addresses.withCertificate(path.getPath()).orElseThrow(), about));
        }
        return about;
    }

    private static OIDCProviderEndpointMetadata aliases(UnaryOperator<URI> at, OIDCProviderMetadata about) {
        OIDCProviderEndpointMetadata aliases = new OIDCProviderEndpointMetadata();
        aliases.setTokenEndpointURI(at.apply(about.getTokenEndpointURI()));
        aliases.setPushedAuthorizationRequestEndpointURI(at.apply(about.getPushedAuthorizationRequestEndpointURI()));
        aliases.setIntrospectionEndpointURI(at.apply(about.getIntrospectionEndpointURI()));
        aliases.setRevocationEndpointURI(at.apply(about.getRevocationEndpointURI()));
        aliases.setUserInfoEndpointURI(at.apply(about.getUserInfoEndpointURI()));
        return aliases;
    }

    private static List<ClientAuthenticationMethod> methods(Addresses addresses) {
        List<ClientAuthenticationMethod> methods = new ArrayList<>();
        methods.add(ClientAuthenticationMethod.PRIVATE_KEY_JWT);
        Optional<URI> certificates = addresses.withCertificate("");
        certificates.ifPresent(base -> methods.add(ClientAuthenticationMethod.SELF_SIGNED_TLS_CLIENT_AUTH));
        return methods;
    }

    private static List<LangTag> languages() {
        try {
            return List.of(new LangTag("ja"), new LangTag("en"));
        } catch (LangTagException e) {
            throw new IllegalStateException("languages that there are", e);
        }
    }
}
