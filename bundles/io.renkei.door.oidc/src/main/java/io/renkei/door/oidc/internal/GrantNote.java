package io.renkei.door.oidc.internal;

import io.renkei.ports.linkage.HandoverId;
import io.renkei.ports.people.AccountKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the provider keeps with a grant.
 *
 * @param subject what the site knows the account by
 * @param signedInAt when it was proved who it is
 * @param nonce of the request, for the ID tokens
 * @param scope as granted, words separated by blanks
 * @param representative whether somebody acts for the account
 */
record GrantNote(
        String subject,
        AccountKind kind,
        Instant signedInAt,
        Optional<String> nonce,
        String scope,
        Optional<HandoverId> handover,
        boolean representative) {

    static final String OFFLINE = "offline_access";

    byte[] bytes() {
        return Json.object()
                .with("sub", subject)
                .with("kind", kind.name())
                .with("auth", signedInAt.toString())
                .with("nonce", nonce)
                .with("scope", scope)
                .with("handover", handover)
                .with("representative", Boolean.toString(representative))
                .bytes();
    }

    static GrantNote of(byte[] kept) {
        Json json = Json.read(kept);
        return new GrantNote(
                json.text("sub"),
                AccountKind.valueOf(json.text("kind")),
                Instant.parse(json.text("auth")),
                json.optional("nonce"),
                json.text("scope"),
                json.optional("handover").flatMap(HandoverId::parse),
                Boolean.parseBoolean(json.text("representative")));
    }

    /** Whether it outlives the session in which it was given. */
    boolean isOffline() {
        return handover.isPresent() || List.of(scope.split(" ")).contains(OFFLINE);
    }

    @Override
    public String toString() {
        return scope;
    }
}
