package io.renkei.ops.internal;

import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.PartnerId;
import io.renkei.ports.state.ApplicationStore;
import io.renkei.ports.state.ApplicationView;
import java.util.List;
import java.util.Optional;

/** Questions about applications. */
public final class Applications {

    private static final int MOST = 100;

    private final ApplicationStore store;

    public Applications(ApplicationStore store) {
        this.store = store;
    }

    /** Newest first. */
    public Answer list(Optional<PartnerId> sender, Optional<ArrivalNumber> before, int limit) {
        int most = Names.limit(limit, MOST);
        List<ApplicationView> found =
                sender.map(who -> store.list(who, before, most)).orElseGet(() -> store.list(before, most));
        Optional<ArrivalNumber> next = found.size() < most
                ? Optional.empty()
                : Optional.of(found.get(found.size() - 1).number());
        return new ApplicationPage(found, next);
    }

    /** One, with its filings and everything that was written of it. */
    public Answer show(ArrivalNumber number, boolean timeLine) {
        ApplicationView application =
                store.find(number).orElseThrow(() -> OpsCode.NOT_FOUND.fault("application " + number));
        return new ApplicationSheet(application, store.timeLine(number), timeLine);
    }
}
