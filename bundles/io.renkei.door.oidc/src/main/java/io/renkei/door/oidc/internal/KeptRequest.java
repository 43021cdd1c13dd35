package io.renkei.door.oidc.internal;

import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.dpop.JWKThumbprintConfirmation;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import io.renkei.ports.linkage.HandoverId;
import java.util.Optional;

/**
 * A site's request, from its pushing until its code is used.
 *
 * @param key that the tokens have to be bound to, if the site said so
 * @param handover what it asks for
 */
record KeptRequest(
        AuthenticationRequest request, Optional<JWKThumbprintConfirmation> key, Optional<HandoverId> handover) {

    byte[] bytes() {
        return Json.object()
                .with("request", request.toQueryString())
                .with("jkt", key.map(JWKThumbprintConfirmation::getValue))
                .with("handover", handover)
                .bytes();
    }

    static KeptRequest of(byte[] kept) {
        Json json = Json.read(kept);
        try {
            return new KeptRequest(
                    AuthenticationRequest.parse(json.text("request")),
                    json.optional("jkt").map(Base64URL::new).map(JWKThumbprintConfirmation::new),
                    json.optional("handover").flatMap(HandoverId::parse));
        } catch (ParseException e) {
            throw new IllegalStateException("a kept request is not what was written", e);
        }
    }

    @Override
    public String toString() {
        return request.getClientID().getValue();
    }
}
