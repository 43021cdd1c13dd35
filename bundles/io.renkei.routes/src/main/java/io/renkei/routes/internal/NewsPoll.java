package io.renkei.routes.internal;

import io.renkei.api.model.DestinationId;
import io.renkei.api.model.FilingKey;
import io.renkei.api.spi.StatusReader;
import io.renkei.api.spi.StatusReader.Open;
import io.renkei.api.spi.StatusReader.Status;
import io.renkei.api.spi.TransientFailure;
import io.renkei.ports.state.FilingView;
import io.renkei.ports.state.Pace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Asks how accepted filings stand, fetches their documents, and asks what is to be paid for them. The documents are listed after the status was read and
 * before its end is written: a filing whose documents could not be taken stays open and is asked about again.
 */
final class NewsPoll implements Poll {

    /** What is begun is finished, so few are begun at a time. */
    private static final int LIMIT = 10;

    private static final int MOST_ROUNDS = 50;

    private final DestinationId destination;
    private final Duration patience;
    private final Optional<StatusReader> reader;
    private final Optional<NoticePoll> notices;
    private final Optional<PaymentPoll> payments;
    private final Kernel kernel;
    private final Origins origins;
    private final Answers answers;

    /** @param patience nothing further is begun after it */
    NewsPoll(
            DestinationId destination,
            Duration patience,
            Optional<StatusReader> reader,
            Optional<NoticePoll> notices,
            Optional<PaymentPoll> payments,
            Kernel kernel,
            Origins origins,
            Answers answers) {
        this.destination = destination;
        this.patience = patience;
        this.reader = reader;
        this.notices = notices;
        this.payments = payments;
        this.kernel = kernel;
        this.origins = origins;
        this.answers = answers;
    }

    @Override
    public boolean poll() throws TransientFailure {
        long end = System.nanoTime() + patience.toNanos();
        BooleanSupplier mayGoOn = () -> System.nanoTime() - end < 0;
        boolean open = notices.isPresent() && notices.get().takeLate(mayGoOn, this::takePayments);
        Pace pace = kernel.settings().get().statusPace();
        boolean more = true;
        for (int round = 0; more && round < MOST_ROUNDS && mayGoOn.getAsBoolean(); round++) {
            List<FilingView> claimed = kernel.filings().claimForStatus(destination, pace, LIMIT);
            open |= !claimed.isEmpty();
            if (!claimed.isEmpty()) {
                ask(claimed);
            }
            more = claimed.size() == LIMIT;
        }
        return open;
    }

    @Override
    public boolean isDue() {
        return notices.isPresent() && notices.get().hasLate();
    }

    private void ask(List<FilingView> claimed) throws TransientFailure {
        List<Open> open = new ArrayList<>();
        for (FilingView filing : claimed) {
            origins.sender(filing.key())
                    .ifPresent(sender -> open.add(new Open(filing.key(), filing.receipts(), sender)));
        }
        Optional<TransientFailure> failure = Optional.empty();
        List<Status> statuses = List.of();
        try {
            statuses = reader.isPresent() ? reader.get().statuses(open) : List.of();
        } catch (TransientFailure e) {
            failure = Optional.of(e);
        }
        boolean taken = false;
        try {
            taken = notices.isEmpty() || notices.get().take(open);
            takePayments(open);
        } catch (TransientFailure e) {
            failure = Optional.of(e);
        } finally {
            write(claimed, open, statuses, taken);
        }
        if (failure.isPresent()) {
            throw failure.get();
        }
    }

    private void takePayments(List<Open> filings) throws TransientFailure {
        if (payments.isPresent()) {
            payments.get().take(filings);
        }
    }

    private void write(List<FilingView> claimed, List<Open> open, List<Status> statuses, boolean mayClose) {
        Map<FilingKey, FilingView> asked =
                claimed.stream().collect(Collectors.toMap(FilingView::key, Function.identity()));
        for (Status status : statuses) {
            Optional.ofNullable(asked.get(status.filing()))
                    .flatMap(now -> News.of(now, status, mayClose))
                    .flatMap(answers::write)
                    .filter(after -> after.state().isFinal())
                    .ifPresent(after -> remember(after.key(), open));
        }
    }

    private void remember(FilingKey closed, List<Open> open) {
        notices.ifPresent(poll ->
                open.stream().filter(each -> each.filing().equals(closed)).forEach(poll::closed));
    }
}
