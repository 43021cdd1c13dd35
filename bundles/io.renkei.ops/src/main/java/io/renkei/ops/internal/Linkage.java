package io.renkei.ops.internal;

import io.renkei.ports.delegation.DelegationStore;
import io.renkei.ports.linkage.HandoverState;
import io.renkei.ports.linkage.HandoverStore;
import io.renkei.ports.linkage.LinkStore;
import io.renkei.ports.people.AccountId;
import io.renkei.ports.people.AccountJournal;
import io.renkei.ports.people.AccountJournal.Break;
import io.renkei.ports.sites.Sites;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Questions about sites, links, handovers and delegations. Ids and counts are shown, and nothing of a person. */
public final class Linkage {

    private static final int MOST = 200;
    private static final int PAGE = 500;
    private static final int MOST_DAYS = 366;

    private Linkage() {}

    /** Every site in use, and whether it is open. */
    public static Answer sites(Sites sites, Clock clock) {
        return new SiteSheet(sites.all().stream()
                .map(site -> SiteSheet.row(sites, site, clock.instant()))
                .toList());
    }

    /** How many links each site has. */
    public static Answer links(LinkStore store, Clock clock) {
        return new LinkSheet(store.counts(clock.instant()));
    }

    /** Those in one state, the last changed first. */
    public static Answer handovers(HandoverStore store, HandoverState state, int limit) {
        return new HandoverSheet(state, store.list(state, Names.limit(limit, MOST)));
    }

    /** How many stand in each state. */
    public static Answer handovers(HandoverStore store) {
        return new HandoverCounts(store.counts());
    }

    /** Delegations whose last day comes within so many days. */
    public static Answer delegations(DelegationStore store, int days, int limit, Clock clock) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Times.JAPAN);
        LocalDate last = today.plusDays(Names.between("--days", days, MOST_DAYS));
        return new DelegationSheet(today, store.ending(today, last, Names.limit(limit, MOST)));
    }

    /** Walks the hash chains of all accounts. */
    public static Answer verify(AccountJournal journal) {
        Map<String, Break> broken = new TreeMap<>();
        long whole = 0;
        List<AccountId> page = journal.page(Optional.empty(), PAGE);
        while (!page.isEmpty()) {
            for (AccountId account : page) {
                Optional<Break> fault = journal.verify(account);
                fault.ifPresent(each -> broken.put(account.toString(), each));
                whole += fault.isPresent() ? 0 : 1;
            }
            page = journal.page(Optional.of(page.get(page.size() - 1)), PAGE);
        }
        return new AccountCheck(whole, broken);
    }
}
