package io.renkei.linkage.internal;

import io.renkei.api.model.SelfInformationNumber;
import io.renkei.ports.holdings.Holdings;
import io.renkei.ports.records.AccessRecords;
import io.renkei.ports.selfinfo.SelfInformation;
import io.renkei.ports.selfinfo.SelfInformationItems;
import io.renkei.ports.sites.Words;
import io.renkei.ports.state.StateUnavailable;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What this bundle has from those that ask agencies and private delivery services, which may be away: links and sign-on do not need them.
 *
 * @param information asks agencies
 * @param records takes access records
 * @param items knows what items are called
 * @param holdings gathers deduction certificates
 */
record Agencies(
        Supplier<Optional<SelfInformation>> information,
        Supplier<Optional<AccessRecords>> records,
        Supplier<Optional<SelfInformationItems>> items,
        Supplier<Optional<Holdings>> holdings) {

    /** @throws StateUnavailable while it is away */
    SelfInformation collection() {
        return information.get().orElseThrow(Agencies::away);
    }

    /** @throws StateUnavailable while they are away */
    AccessRecords accessRecords() {
        return records.get().orElseThrow(Agencies::away);
    }

    private static StateUnavailable away() {
        return new StateUnavailable(LinkageCode.NO_AGENCIES.line(), null);
    }

    /** @throws StateUnavailable while nobody gathers certificates */
    Holdings deliveries() {
        return holdings.get().orElseThrow(() -> new StateUnavailable(LinkageCode.NO_HOLDINGS.line(), null));
    }

    /** What an item is called; by its number while nobody knows. */
    Words name(SelfInformationNumber number) {
        return items.get()
                .flatMap(all -> all.find(number))
                .map(item -> new Words(item.name(), item.nameEn()))
                .orElseGet(() -> new Words("自己情報", "self-information"));
    }
}
