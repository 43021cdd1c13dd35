package io.renkei.ports.holdings;

import io.renkei.ports.content.ContentRef;
import io.renkei.ports.content.ContentStore.CaseKeyId;
import io.renkei.ports.linkage.ConsentId;
import io.renkei.ports.linkage.HandoverId;
import io.renkei.ports.linkage.Link;
import io.renkei.ports.people.AccountId;
import io.renkei.ports.sites.SiteId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Bundles, and the records of fetches. What is due is claimed with a lease by database time, so that several nodes share it; the content
 * itself stands in the {@link io.renkei.ports.content.ContentStore}, under one key per bundle. No name, title or issuer stands here. Safe
 * for use by several threads and several nodes. Every method throws {@link io.renkei.ports.state.StateUnavailable} if the database cannot
 * be had.
 */
@ProviderType
public interface HoldingStore {

    /**
     * Begins a bundle, with one part per link. If one of the same account and year is not complete, that one is answered; of a
     * handover there is one bundle ever.
     */
    BundleId begin(NewBundle bundle);

    Optional<BundleView> find(AccountId account, BundleId id);

    /** Those of an account that are not destroyed, newest first, without those of handovers. */
    List<BundleView> of(AccountId account);

    /** The parts of a service that are due now, each leased to who asks; 1 to 100. */
    List<DuePart> claimParts(SiteId service, Duration lease, int limit);

    /** The services that some part is due of now, whether they have a connector or not. */
    List<SiteId> collecting();

    /** Renews the lease of a part; false if it ended, or its bundle was destroyed. */
    boolean hold(BundleId bundle, SiteId service, Duration lease);

    /** What the service listed for a part. */
    void listed(BundleId bundle, SiteId service, int count);

    /** Which holdings of a part are judged already. */
    Set<String> judged(BundleId bundle, SiteId service);

    /** A part is to be asked for again after a pause. */
    void again(BundleId bundle, SiteId service, String code, Duration pause);

    /** A part came to its end: complete with an empty code, else missing. */
    void end(BundleId bundle, SiteId service, String code);

    /**
     * A certificate of a part; once more changes nothing. If the bundle was destroyed meanwhile, nothing is kept.
     *
     * @param content empty unless it was verified
     */
    void keep(BundleId bundle, BundleView.Item item, Optional<ContentRef> content);

    /** The verified certificates of a bundle with where they stand and under which link they were fetched, by service and id. */
    List<Kept> kept(BundleId bundle);

    /** Bundles whose time is over by database time, with their keys; 1 to 100. */
    List<Ended> over(int limit);

    /** The key of a bundle of this account that is not destroyed. */
    Optional<CaseKeyId> key(AccountId account, BundleId id);

    /** The key of a bundle was destroyed: what it was about is removed. Once more changes nothing. */
    void destroyed(BundleId id);

    /** A fetch, before the call goes out. */
    void asked(Asked asked);

    /** What came of it; the first answer counts. */
    void answered(HoldingAccessId id, Judgement judgement);

    /** Nothing came of it. */
    void missing(HoldingAccessId id, String code, Instant at);

    /** The person was given what was fetched, and it was verified: a read receipt is due. Once more changes nothing. */
    void opened(HoldingAccessId id, Instant at);

    /** The person was given these certificates of a bundle: read receipts are due for those that were verified. */
    void opened(BundleId bundle, Collection<SiteId> services, Instant at);

    /** Read receipts of a service that are due now, each leased to who asks; 1 to 100. */
    List<DueReceipt> claimReceipts(SiteId service, Duration lease, int limit);

    /** The service could not be told; it is tried again after a pause. */
    void receiptAgain(HoldingAccessId id, Duration pause);

    /** The service was told, or never will be. */
    void receiptEnded(HoldingAccessId id, boolean sent);

    /** About this account, newest first. */
    List<HoldingAccess> accesses(AccountId account, Optional<HoldingAccessId> before, int limit);

    /** Removes records of fetches from before a time; returns how many, at most the limit (1 to 500). */
    int removeAccesses(Instant before, int limit);

    /**
     * A bundle that begins.
     *
     * @param key under which its content is kept
     * @param until when it is destroyed
     * @param giveUp when a service that did not answer is missing
     * @param handover for which it is; empty where the person gathers
     * @param kinds that are gathered; all where there are none
     */
    record NewBundle(
            BundleId id,
            AccountId account,
            int year,
            CaseKeyId key,
            List<Link> links,
            Instant asked,
            Instant giveUp,
            Instant until,
            Optional<HandoverId> handover,
            Set<String> kinds) {

        public NewBundle {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(account, "account");
            Objects.requireNonNull(key, "key");
            links = List.copyOf(links);
            Objects.requireNonNull(asked, "asked");
            Objects.requireNonNull(giveUp, "giveUp");
            Objects.requireNonNull(until, "until");
            Objects.requireNonNull(handover, "handover");
            kinds = Set.copyOf(kinds);
        }
    }

    /**
     * A part that is due.
     *
     * @param kinds that are gathered; all where there are none
     */
    record DuePart(
            BundleId bundle,
            AccountId account,
            int year,
            SiteId service,
            ConsentId link,
            CaseKeyId key,
            Instant giveUp,
            int tries,
            Set<String> kinds) {}

    /** A verified certificate of a bundle. */
    record Kept(BundleView.Item item, ConsentId link, ContentRef content) {}

    /** A bundle whose time is over. */
    record Ended(BundleId id, CaseKeyId key) {}

    /** A fetch that is about to be made. */
    record Asked(
            HoldingAccessId id,
            AccountId account,
            ConsentId link,
            HoldingRef holding,
            String kind,
            Optional<BundleId> bundle,
            Instant at) {}

    /**
     * A read receipt that is due.
     *
     * @param opened when the person was given the document
     */
    record DueReceipt(
            HoldingAccessId id, AccountId account, ConsentId link, HoldingRef holding, Instant opened, int tries) {}
}
