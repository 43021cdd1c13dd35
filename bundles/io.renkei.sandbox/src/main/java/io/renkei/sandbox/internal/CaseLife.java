package io.renkei.sandbox.internal;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What happened to a case beside the passing of time, read from the ledger, so that a restart forgets nothing.
 *
 * @param waits whether a correction is asked for and has not come
 * @param asked the last correction that was asked for
 * @param withdrawal how the last withdrawal stands
 * @param isHeld whether its examination goes no further
 * @param isReplaced whether a resubmission took its place
 * @param since when its examination began anew; empty for the beginning
 */
record CaseLife(
        boolean waits,
        Optional<Ledger.Entry> asked,
        Withdrawal withdrawal,
        boolean isHeld,
        boolean isReplaced,
        Optional<Instant> since) {

    static final String ASKED = "correction-asked";
    static final String CORRECTED = "correction";
    static final String REPLACED = "replaced";
    static final String HELD = "examination-held";
    static final String GOES_ON = "examination-goes-on";
    static final String WITHDRAWAL = "withdrawal";
    static final String WITHDRAWN = "withdrawal-accepted";
    static final String WITHDRAWAL_REFUSED = "withdrawal-refused";

    /** How a withdrawal stands. */
    enum Withdrawal {
        NONE,
        ASKED,
        ACCEPTED,
        REFUSED
    }

    static CaseLife of(Ledger ledger, String destination, String filing) {
        Map<String, Ledger.Entry> last = ledger.last(destination, filing);
        Optional<Ledger.Entry> asked = Optional.ofNullable(last.get(ASKED));
        long corrected = number(last, CORRECTED);
        boolean held = number(last, HELD) > Math.max(number(last, GOES_ON), number(last, WITHDRAWAL_REFUSED));
        Optional<Instant> since = last.values().stream()
                .filter(entry -> entry.kind().equals(CORRECTED)
                        || entry.kind().equals(GOES_ON)
                        || entry.kind().equals(WITHDRAWAL_REFUSED))
                .map(Ledger.Entry::at)
                .max(Instant::compareTo);
        return new CaseLife(
                asked.filter(entry -> entry.number() > corrected).isPresent(),
                asked,
                withdrawal(last),
                held,
                last.containsKey(REPLACED),
                since);
    }

    private static Withdrawal withdrawal(Map<String, Ledger.Entry> last) {
        long asked = number(last, WITHDRAWAL);
        if (asked == 0) {
            return Withdrawal.NONE;
        }
        if (number(last, WITHDRAWN) > asked) {
            return Withdrawal.ACCEPTED;
        }
        return number(last, WITHDRAWAL_REFUSED) > asked ? Withdrawal.REFUSED : Withdrawal.ASKED;
    }

    private static long number(Map<String, Ledger.Entry> last, String kind) {
        Ledger.Entry entry = last.get(kind);
        return entry == null ? 0 : entry.number();
    }
}
