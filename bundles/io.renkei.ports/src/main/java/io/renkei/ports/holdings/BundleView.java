package io.renkei.ports.holdings;

import io.renkei.ports.people.AccountId;
import io.renkei.ports.sites.SiteId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * The certificates of one year, as they come together; without their content.
 *
 * @param year which year the certificates are about
 * @param until when it is destroyed by itself
 */
public record BundleView(BundleId id, AccountId account, int year, Instant asked, Instant until, List<Part> parts) {

    public BundleView {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(asked, "asked");
        Objects.requireNonNull(until, "until");
        parts = List.copyOf(parts);
    }

    /** Whether every service has answered or is out of time. */
    public boolean isComplete() {
        return parts.stream().allMatch(part -> part.state() != PartState.COLLECTING);
    }

    /** How a service does. */
    public enum PartState {
        /** It is being asked, or asked again. */
        COLLECTING,
        /** All that it listed was fetched and judged. */
        COMPLETE,
        /** It did not answer in time, what came before is there all the same; or its link ended, and nothing of it is released. */
        MISSING
    }

    /**
     * What came from one service.
     *
     * @param code why it is missing, or waits to be asked again; else empty text
     * @param listed how many certificates of the year it listed; 0 before it was asked
     * @param items what was fetched so far
     */
    public record Part(SiteId service, PartState state, String code, int listed, List<Item> items) {

        public Part {
            Objects.requireNonNull(service, "service");
            Objects.requireNonNull(state, "state");
            Objects.requireNonNull(code, "code");
            items = List.copyOf(items);
        }
    }

    /**
     * One certificate.
     *
     * @param kind as the service listed it
     */
    public record Item(HoldingRef from, String kind, Judgement judgement) {

        public Item {
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(judgement, "judgement");
        }
    }
}
