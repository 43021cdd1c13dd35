package io.renkei.door.oidc.internal;

import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.dpop.JWKThumbprintConfirmation;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import io.renkei.ports.linkage.HandoverId;
import io.renkei.ports.linkage.SignedRequest;
import java.time.Instant;
import java.util.Optional;

/**
 * A site's request, from its pushing until its code is used.
 *
 * @param key that the tokens have to be bound to, if the site said so
 * @param handover what it asks for
 * @param signed as the site signed it, until the pages know it
 */
record KeptRequest(
        AuthenticationRequest request,
        Optional<JWKThumbprintConfirmation> key,
        Optional<HandoverId> handover,
        Optional<SignedRequest> signed) {

    /** As it is from then on. */
    KeptRequest unsigned() {
        return new KeptRequest(request, key, handover, Optional.empty());
    }

    byte[] bytes() {
        return Json.object()
                .with("request", request.toQueryString())
                .with("jkt", key.map(JWKThumbprintConfirmation::getValue))
                .with("handover", handover)
                .with("object", signed.map(SignedRequest::object))
                .with("signer", signed.map(SignedRequest::key))
                .with("verified", signed.map(SignedRequest::verified))
                .bytes();
    }

    static KeptRequest of(byte[] kept) {
        Json json = Json.read(kept);
        try {
            return new KeptRequest(
                    AuthenticationRequest.parse(json.text("request")),
                    json.optional("jkt").map(Base64URL::new).map(JWKThumbprintConfirmation::new),
                    json.optional("handover").flatMap(HandoverId::parse),
                    json.optional("object")
                            .map(object -> new SignedRequest(
                                    object, json.text("signer"), Instant.parse(json.text("verified")))));
        } catch (ParseException e) {
            throw new IllegalStateException("a kept request is not what was written", e);
        }
    }

    @Override
    public String toString() {
        return request.getClientID().getValue();
    }
}
