package io.renkei.ports.holdings;

import io.renkei.api.spi.HoldingsSource.Holding;
import io.renkei.api.spi.HoldingsSource.Sender;
import io.renkei.ports.linkage.DeductionWish;
import io.renkei.ports.linkage.HandoverId;
import io.renkei.ports.people.AccountId;
import io.renkei.ports.sites.SiteId;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What private delivery services hold for the person who is signed in. Only services with a link that holds are asked, and the link is
 * asked for anew at each call, so that a revocation counts at once: nothing of that service is released any more, a bundle that was
 * gathered before included. A representative sees none of it. Safe for use by several threads and several nodes. Every method throws
 * {@link io.renkei.ports.state.StateUnavailable} if the database cannot be had.
 */
@ProviderType
public interface Holdings {

    /** Certificates are gathered of this year in Japan, and of so many before. */
    int YEARS_BACK = 6;

    /** The senders of each linked service, all services at once; one that is slow or down is missing, by its name. */
    Map<SiteId, Answer<List<Sender>>> senders(AccountId account);

    /**
     * The person picks a sender, or picks it no more. Once more changes nothing.
     *
     * @return false if the service has no such sender
     */
    Answer<Boolean> pick(AccountId account, SiteId service, String sender, boolean picked);

    /** What each linked service holds, the newest first (ten pages of each), all services at once; one that is slow or down is missing, by its name. */
    Map<SiteId, Answer<List<Holding>>> list(AccountId account);

    /**
     * Fetches one document and verifies it. If it is verified, the person has opened it: the service gets the read receipt, also if it
     * is down just now.
     */
    Answer<Opened> open(AccountId account, HoldingRef holding);

    /**
     * Begins to gather all deduction certificates (控除証明書等) of a year from all linked services; returns at once. What is under way
     * goes on after a restart, on any node. Asked again while it goes on, it is the same bundle; asked again later it is a new one, and
     * the one of before is destroyed.
     *
     * @param year this year in Japan, or one of the {@value #YEARS_BACK} before
     * @throws IllegalArgumentException for another year
     */
    BundleId collect(AccountId account, int year);

    /**
     * Begins to gather what a site asks for, as {@link #collect}, in a bundle of that handover alone: of these kinds, beside the
     * person's own bundles and not among them. Asked again for the same handover, it is the same bundle.
     *
     * @param wish its year was looked at when the site asked
     * @param until when it is destroyed, if it is not forgotten before
     */
    BundleId collectFor(HandoverId handover, AccountId account, DeductionWish wish, Instant until);

    /** How a bundle stands; another's answers like an unknown one. */
    Optional<BundleView> find(AccountId account, BundleId id);

    /** Those of an account that are not destroyed, newest first, without those of handovers. */
    List<BundleView> bundles(AccountId account);

    /**
     * The bundle as one ZIP: each verified certificate byte for byte, and {@code list.json} that names every certificate with its verdict
     * and digest, and every service that is missing. With this the person has opened them: the services get the read receipts.
     *
     * @return empty if the account has no such bundle; else what writes it, once
     */
    Optional<Zip> zip(AccountId account, BundleId id);

    /**
     * The verified certificates of a bundle as values, for the person to read: they count as opened. Empty if there is no such bundle.
     */
    Optional<List<DeductionCertificate>> certificates(AccountId account, BundleId id) throws IOException;

    /** One verified certificate of a bundle. Empty if there is no such bundle, or no such certificate in it that may be released now. */
    Optional<Document> document(AccountId account, BundleId id, HoldingRef certificate) throws IOException;

    /** Destroys what was gathered, at once. The records of the fetches stay. Once more changes nothing. */
    void forget(AccountId account, BundleId id);

    /**
     * The records of what was fetched for the account, newest first.
     *
     * @param before the last one of the page before
     * @param limit 1 to 100
     */
    List<HoldingAccess> accesses(AccountId account, Optional<HoldingAccessId> before, int limit);

    /** Writes a ZIP. */
    @FunctionalInterface
    interface Zip {

        /**
         * Writes it to its end; the stream stays open.
         *
         * @throws IOException if the stream takes no more, or a certificate cannot be read
         */
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * What was opened; it prints nothing of the content.
     *
     * @param document byte for byte as the issuer signed it, and its values; empty unless it is verified
     */
    record Opened(Judgement judgement, Optional<Document> document) {

        @Override
        public String toString() {
            return judgement.verdict().toString();
        }
    }

    /** A verified document; the bytes are not to be changed. It prints where it came from. */
    record Document(byte[] xml, DeductionCertificate certificate) {

        @Override
        public String toString() {
            return certificate.toString();
        }
    }
}
