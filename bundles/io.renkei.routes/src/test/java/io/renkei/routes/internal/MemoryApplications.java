package io.renkei.routes.internal;

import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.PartnerId;
import io.renkei.api.model.SenderNumber;
import io.renkei.api.model.Sha256;
import io.renkei.ports.state.Admission;
import io.renkei.ports.state.ApplicationStore;
import io.renkei.ports.state.ApplicationView;
import io.renkei.ports.state.JournalRow;
import io.renkei.ports.state.NewApplication;
import java.util.List;
import java.util.Optional;

/** Just what is asked of applications: who sent them, and their attempts. */
final class MemoryApplications implements ApplicationStore {

    private final MemoryState state;

    MemoryApplications(MemoryState state) {
        this.state = state;
    }

    @Override
    public Optional<ApplicationView> find(ArrivalNumber number) {
        synchronized (state) {
            return state.rows.values().stream()
                    .filter(row -> row.view.key().application().equals(number))
                    .findFirst()
                    .map(row -> new ApplicationView(
                            number,
                            row.matter.sender(),
                            new SenderNumber("jinji-0001"),
                            row.matter.arrived(),
                            List.of(row.view)));
        }
    }

    @Override
    public List<JournalRow> timeLine(ArrivalNumber number) {
        Sha256 zeros = new Sha256("0".repeat(64));
        synchronized (state) {
            return state.rows.entrySet().stream()
                    .filter(row -> row.getKey().application().equals(number))
                    .map(row -> new JournalRow(
                            number,
                            row.getKey().sequence(),
                            row.getValue().begun,
                            Optional.of(row.getKey()),
                            "ATTEMPT_STARTED",
                            "{}",
                            zeros,
                            zeros))
                    .toList();
        }
    }

    @Override
    public Admission admit(NewApplication application) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Admission> findBySenderNumber(PartnerId sender, SenderNumber number, Sha256 digest) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<ApplicationView> find(PartnerId sender, ArrivalNumber number) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<ApplicationView> list(Optional<ArrivalNumber> before, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<ApplicationView> list(PartnerId sender, Optional<ArrivalNumber> before, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<byte[]> receipt(PartnerId sender, ArrivalNumber number) {
        throw new UnsupportedOperationException();
    }
}
