package io.renkei.door.pages.internal;

import io.renkei.ports.delegation.Delegation;
import io.renkei.ports.delegation.DelegationId;
import io.renkei.ports.interaction.Interaction;
import io.renkei.ports.people.Account;
import io.renkei.ports.people.Actor;
import io.renkei.ports.people.Session;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One request of a person's browser.
 *
 * @param open the open parts of the path
 * @param fields of the query and of the form
 * @param certificates what TLS verified that the browser holds the key of, its own first; empty without
 * @param fromElsewhere whether the browser says that a page of another site sent it here
 * @param acting by which delegation the person acts for another
 */
record Visit(
        Routes.Match match,
        String path,
        Language language,
        Map<String, String> open,
        Map<String, List<String>> fields,
        Map<String, String> cookies,
        List<X509Certificate> certificates,
        boolean fromElsewhere,
        Optional<SignedIn> signedIn,
        Optional<Delegation> acting,
        PagesSettings settings,
        Instant now) {

    /** Name of the field that carries the delegation. */
    static final String FOR = "for";

    /**
     * Who is signed in.
     *
     * @param token of the session's cookie
     */
    record SignedIn(Session session, String token) {
        @Override
        public String toString() {
            return session.id().toString();
        }
    }

    Session session() throws Refused {
        return signedIn.orElseThrow(() -> new Refused(PagesCode.SIGN_IN_FIRST)).session();
    }

    Account account() throws Refused {
        return session().account();
    }

    Visit actingBy(Delegation delegation) {
        return new Visit(
                match,
                path,
                language,
                open,
                fields,
                cookies,
                certificates,
                fromElsewhere,
                signedIn,
                Optional.of(delegation),
                settings,
                now);
    }

    /** Who acts, and for whom. */
    Actor actor() throws Refused {
        Account by = account();
        return acting.map(delegation -> new Actor(by.id(), delegation.principal()))
                .orElseGet(() -> Actor.self(by.id()));
    }

    /** For what a person has to begin here. */
    Visit begunHere() throws Refused {
        if (fromElsewhere) {
            throw new Refused(PagesCode.START_HERE);
        }
        return this;
    }

    Optional<DelegationId> actingBy() {
        return acting.map(Delegation::id);
    }

    /** The only value of a field; empty text where there is none. */
    String field(String name) {
        return fields.getOrDefault(name, List.of()).stream().findFirst().orElse("");
    }

    boolean has(String name) {
        return fields.containsKey(name);
    }

    List<String> all(String name) {
        return fields.getOrDefault(name, List.of());
    }

    String part(String name) {
        return open.get(name);
    }

    /** Empty text where there is none. */
    String cookie(String name) {
        return cookies.getOrDefault(name, "");
    }

    /** What forms are bound to: the session, or a site's request or a form of somebody who is not signed in yet. */
    String secret() {
        return signedIn.map(SignedIn::token)
                .orElseGet(() ->
                        cookies.containsKey(Interaction.COOKIE) ? cookie(Interaction.COOKIE) : cookie(Cookies.FORM));
    }

    /** A path of ours, which goes on acting for the same person. */
    String link(String to) {
        return actingBy()
                .map(id -> to + (to.contains("?") ? "&" : "?") + FOR + "=" + id)
                .orElse(to);
    }

    String say(String key, Object... values) {
        return Texts.in(language).say(key, values);
    }

    String time(Instant at) {
        return Moments.time(at, language);
    }
}
