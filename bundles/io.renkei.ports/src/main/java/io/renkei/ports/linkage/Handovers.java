package io.renkei.ports.linkage;

import io.renkei.api.model.AttributeNode;
import io.renkei.api.model.SelfInformationNumber;
import io.renkei.ports.holdings.DeductionCertificate;
import io.renkei.ports.people.AccountId;
import io.renkei.ports.people.Actor;
import io.renkei.ports.selfinfo.ItemAnswer;
import io.renkei.ports.sites.SiteId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Handovers of data to sites. The data is kept encrypted, and only until the site has fetched it or the handover ends; who asked for
 * what, on which consent, and what was released is kept. Safe for use by several threads and several nodes. Every method throws
 * {@link io.renkei.ports.state.StateUnavailable} if the database cannot be had.
 */
@ProviderType
public interface Handovers {

    /** A site asks; nobody is named yet. */
    Asked ask(SiteId site, HandoverWish wish);

    /** One by its id. */
    Optional<HandoverView> find(HandoverId id);

    /** Those of an account, newest first; 200 at most. */
    List<HandoverView> of(AccountId account);

    /**
     * The second consent: the agencies, and the delivery services, are asked from now on. Once more by the same account changes nothing.
     *
     * @param asked what the site signed when it asked for this handover, for the receipt; empty where it signed nothing
     */
    Step consent(Actor who, HandoverId id, Optional<SignedRequest> asked);

    /** One that nothing signed led to. */
    default Step consent(Actor who, HandoverId id) {
        return consent(who, id, Optional.empty());
    }

    /** The person says no, before or after the consent; what was collected is gone. */
    Step refuse(Actor who, HandoverId id);

    /**
     * What the agencies have answered so far, for the person to choose from.
     *
     * @return empty if this account consented to no such handover, or it is over
     */
    Optional<Map<SelfInformationNumber, ItemAnswer>> review(Actor who, HandoverId id);

    /**
     * How the deduction certificates come together that the site asked for.
     *
     * @return empty if this account consented to no such handover, it is over, none were asked for, or a representative looks
     */
    default Optional<Gathering> gathering(Actor who, HandoverId id) {
        return Optional.empty();
    }

    /**
     * The verified certificates so far, of the kinds that were asked for, for the person to read and choose from: they count as opened.
     *
     * @return empty where {@link #gathering} is
     */
    default List<DeductionCertificate> certificates(Actor who, HandoverId id) {
        return List.of();
    }

    /**
     * The person chose: the site may fetch this and nothing else.
     *
     * @param chosen items with data, and verified certificates, of this handover; none chosen is no release, but {@link #refuse}
     */
    Step release(Actor who, HandoverId id, Choice chosen);

    /** Items alone. */
    default Step release(Actor who, HandoverId id, Set<SelfInformationNumber> chosen) {
        return release(who, id, new Choice(chosen, Set.of()));
    }

    /** Takes it back; what the site has fetched it has, and the record says so. Once more changes nothing. */
    Step revoke(Actor who, HandoverId id);

    /**
     * What was released, for the site. Asks for link and consent anew, so that a revocation counts at once, and writes the access
     * record before it returns.
     */
    Fetched fetch(SiteId site, HandoverId id);

    /** The receipt of what was released, as it was given: a compact JWS. Another's answers like an unknown one. */
    default Optional<String> receipt(AccountId account, HandoverId id) {
        return Optional.empty();
    }

    /** What became of a site's request. */
    sealed interface Asked {

        /** It waits for the person. */
        record Waiting(HandoverId id, Instant until) implements Asked {}

        /** The site is not allowed these items. */
        record NotAllowed(Set<SelfInformationNumber> items) implements Asked {}

        /** A condition cannot be met, such as a day to come. */
        record BadCondition(SelfInformationNumber item) implements Asked {}

        /** The site is not allowed these kinds of certificates. */
        record KindsNotAllowed(Set<String> kinds) implements Asked {}

        /** Certificates of this year are not gathered. */
        record BadYear(int year) implements Asked {}
    }

    /** What became of a person's step. */
    sealed interface Step {

        /**
         * It is done.
         *
         * @param receipt of consent or release, a compact JWS; empty text where there is none
         */
        record Done(HandoverView handover, String receipt) implements Step {}

        /** It is not this account's, or there is none. */
        record NoSuchHandover() implements Step {}

        /** It stands where this cannot be done. */
        record NotNow(HandoverView handover) implements Step {}

        /** No link to the site holds, or a representative may not do this for these items. */
        record NotAllowed(Set<SelfInformationNumber> items) implements Step {}

        /** More was chosen than one handover holds (4 MiB, 200 certificates): nothing was done, and less can be chosen. */
        record TooMuch() implements Step {}
    }

    /** What a site gets. */
    sealed interface Fetched {

        /**
         * The data that the person chose.
         *
         * @param asOf when the first of the agencies answered, or the first of the certificates was verified
         * @param certificates by service and id
         */
        record Data(
                HandoverView handover,
                Map<SelfInformationNumber, List<AttributeNode>> items,
                Instant asOf,
                List<ReleasedCertificate> certificates)
                implements Fetched {

            public Data {
                certificates = List.copyOf(certificates);
            }

            /** Of items alone. */
            public Data(HandoverView handover, Map<SelfInformationNumber, List<AttributeNode>> items, Instant asOf) {
                this(handover, items, asOf, List.of());
            }

            @Override
            public String toString() {
                return handover.id().toString();
            }
        }

        /** The person has not chosen yet. */
        record NotYet() implements Fetched {}

        /** Revoked, refused, expired, or another site's: nothing is released. */
        record Nothing() implements Fetched {}
    }
}
