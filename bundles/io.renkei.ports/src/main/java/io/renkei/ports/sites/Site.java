package io.renkei.ports.sites;

import io.renkei.api.model.SelfInformationNumber;
import io.renkei.ports.people.AccountKind;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * An external site, as its file says.
 *
 * @param purpose what it uses the data for, as the person reads it at consent
 * @param accounts which kinds of account can be tied
 * @param items what it may ever ask for; an item that is not listed is refused whoever consents
 * @param consentLasts how long a link lasts unless it is revoked before
 * @param handoverLasts how long the site may fetch what a person handed over
 * @param client how the site speaks OpenID Connect
 * @param deductions which deduction certificates it may ever ask for
 */
public record Site(
        SiteId id,
        Words name,
        Words purpose,
        Set<AccountKind> accounts,
        Set<SelfInformationNumber> items,
        Duration consentLasts,
        Duration handoverLasts,
        Client client,
        Deductions deductions) {

    public Site {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(purpose, "purpose");
        accounts = Set.copyOf(accounts);
        items = Set.copyOf(items);
        Objects.requireNonNull(consentLasts, "consentLasts");
        Objects.requireNonNull(handoverLasts, "handoverLasts");
        Objects.requireNonNull(client, "client");
        Objects.requireNonNull(deductions, "deductions");
    }

    /** One that gets no certificates. */
    public Site(
            SiteId id,
            Words name,
            Words purpose,
            Set<AccountKind> accounts,
            Set<SelfInformationNumber> items,
            Duration consentLasts,
            Duration handoverLasts,
            Client client) {
        this(id, name, purpose, accounts, items, consentLasts, handoverLasts, client, Deductions.NONE);
    }

    /**
     * Deduction certificates (控除証明書等) that a site may ask for.
     *
     * @param kinds such as {@code TEG800}; a kind that is not listed is refused whoever consents
     * @param documents whether it gets the documents as their issuers signed them, beside their values
     */
    public record Deductions(Set<String> kinds, boolean documents) {

        public static final Deductions NONE = new Deductions(Set.of(), false);

        public Deductions {
            kinds = Set.copyOf(kinds);
        }
    }

    /**
     * The site as a client of OpenID Connect.
     *
     * @param redirects compared as whole strings (RFC 9700, section 2.1)
     * @param backChannelLogout where word of a logout is posted to
     * @param initiateLogin where a person who starts from the portal is sent to (OpenID Connect Core 1.0, section 4)
     * @param jwks its public keys (RFC 7517), as its file holds them: for {@code private_key_jwt}, for signed requests, and for
     *     encryption of what it is told; empty text where there are none
     * @param certificates SHA-256 of its TLS client certificates, lower-case hex, for {@code self_signed_tls_client_auth}
     * @param encrypted whether userinfo and handovers are encrypted to its key as well as signed
     * @param signedRequests whether it has to sign what it asks for (RFC 9101), so that it cannot deny it later
     * @param logoutAsks whether the person is asked before the site signs them out also where it shows the ID token of the session
     */
    public record Client(
            ClientAuthentication authentication,
            Set<URI> redirects,
            Set<URI> postLogoutRedirects,
            Optional<URI> backChannelLogout,
            Optional<URI> initiateLogin,
            String jwks,
            Set<String> certificates,
            boolean encrypted,
            boolean signedRequests,
            boolean logoutAsks) {

        public Client {
            Objects.requireNonNull(authentication, "authentication");
            redirects = Set.copyOf(redirects);
            postLogoutRedirects = Set.copyOf(postLogoutRedirects);
            Objects.requireNonNull(backChannelLogout, "backChannelLogout");
            Objects.requireNonNull(initiateLogin, "initiateLogin");
            Objects.requireNonNull(jwks, "jwks");
            certificates = Set.copyOf(certificates);
        }
    }

    /** How a site proves itself at the back channel. There is no secret shared with a site. */
    public enum ClientAuthentication {
        /** RFC 7523; tokens are bound by DPoP (RFC 9449). */
        PRIVATE_KEY_JWT,
        /** RFC 8705; tokens are bound to the certificate unless a DPoP proof comes. */
        TLS_CERTIFICATE
    }
}
