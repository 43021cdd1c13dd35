package io.renkei.journal.jdbc.internal;

import io.renkei.api.model.FilingKey;
import io.renkei.api.model.FilingPurpose;
import io.renkei.api.model.FilingState;
import io.renkei.ports.state.FilingView;
import io.renkei.ports.state.FollowUps;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * A filing with what answers it, read under the lock of their chain.
 *
 * @param next the next free sequence of the application
 */
record Family(FilingView filing, List<FilingView> answers, int next) {

    static Optional<Family> read(Tx tx, FilingKey key) throws SQLException {
        List<FilingView> all =
                FilingRow.ofApplications(tx, List.of(key.application().digits()));
        int last = all.stream().mapToInt(each -> each.key().sequence()).max().orElse(0);
        return all.stream()
                .filter(each -> each.key().equals(key) && each.purpose().isExamined())
                .findFirst()
                .map(filing -> new Family(
                        filing,
                        all.stream()
                                .filter(each ->
                                        each.earlier().filter(key::equals).isPresent())
                                .toList(),
                        last + 1));
    }

    /** Whether a correction of this purpose can be taken now. */
    boolean isCorrectable(FilingPurpose purpose) {
        boolean waits = filing.state() == FilingState.CORRECTION_REQUESTED
                || filing.state() == FilingState.REFUSED && purpose == FilingPurpose.RESUBMISSION;
        return waits && answers.stream().noneMatch(FollowUps::isInTheWay);
    }

    /** The withdrawal that has no answer yet. */
    Optional<FilingView> withdrawal() {
        boolean withdrawing = filing.state() == FilingState.WITHDRAWING;
        return answers.stream()
                .filter(each -> each.purpose() == FilingPurpose.WITHDRAWAL)
                .filter(each -> withdrawing || !each.state().isFinal())
                .reduce((earlier, later) -> later);
    }

    /** A new filing that answers this one. */
    FilingView answer(FilingKey key, FilingPurpose purpose) {
        return new FilingView(
                key,
                filing.procedure(),
                filing.destination(),
                FilingState.READY,
                0,
                0,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                purpose,
                Optional.of(filing.key()));
    }
}
