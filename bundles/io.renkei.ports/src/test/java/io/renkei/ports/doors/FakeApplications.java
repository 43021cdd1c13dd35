package io.renkei.ports.doors;

import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.PartnerId;
import io.renkei.api.model.SenderNumber;
import io.renkei.api.model.Sha256;
import io.renkei.ports.state.Admission;
import io.renkei.ports.state.ApplicationStore;
import io.renkei.ports.state.ApplicationView;
import io.renkei.ports.state.JournalRow;
import io.renkei.ports.state.NewApplication;
import io.renkei.ports.state.StateUnavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Applications in memory, newest first. */
public final class FakeApplications implements ApplicationStore {

    public final List<ApplicationView> rows = new CopyOnWriteArrayList<>();
    public final Map<ArrivalNumber, byte[]> receipts = new ConcurrentHashMap<>();
    public volatile boolean down;

    @Override
    public Admission admit(NewApplication application) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Admission> findBySenderNumber(PartnerId sender, SenderNumber number, Sha256 packageDigest) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<ApplicationView> find(ArrivalNumber number) {
        throw new UnsupportedOperationException("the door asks for one partner's only");
    }

    @Override
    public Optional<ApplicationView> find(PartnerId sender, ArrivalNumber number) {
        if (down) {
            throw new StateUnavailable("jdbc:postgresql://db.internal refused", null);
        }
        return own(sender).stream().filter(view -> view.number().equals(number)).findFirst();
    }

    @Override
    public List<ApplicationView> list(Optional<ArrivalNumber> before, int limit) {
        throw new UnsupportedOperationException("the door asks for one partner's only");
    }

    @Override
    public List<ApplicationView> list(PartnerId sender, Optional<ArrivalNumber> before, int limit) {
        List<ApplicationView> found = new ArrayList<>();
        boolean take = before.isEmpty();
        for (ApplicationView view : own(sender)) {
            if (take && found.size() < limit) {
                found.add(view);
            }
            take |= before.isPresent() && view.number().equals(before.get());
        }
        return found;
    }

    @Override
    public Optional<byte[]> receipt(PartnerId sender, ArrivalNumber number) {
        return find(sender, number).map(view -> receipts.get(number));
    }

    @Override
    public List<JournalRow> timeLine(ArrivalNumber number) {
        Sha256 digest = Sha256.of(new byte[] {1});
        return List.of(new JournalRow(
                number,
                1,
                FakeIntake.NOW,
                Optional.of(new FilingKey(number, 1)),
                "NOTICE_AVAILABLE",
                "{}",
                digest,
                digest));
    }

    private List<ApplicationView> own(PartnerId sender) {
        return rows.stream().filter(view -> view.sender().equals(sender)).toList();
    }
}
