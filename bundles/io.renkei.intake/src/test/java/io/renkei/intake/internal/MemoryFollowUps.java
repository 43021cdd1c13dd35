package io.renkei.intake.internal;

import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.CorrectionRequest;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.FilingState;
import io.renkei.api.model.SenderNumber;
import io.renkei.api.model.Sha256;
import io.renkei.ports.content.ContentStore.CaseKeyId;
import io.renkei.ports.state.CorrectionAdmission;
import io.renkei.ports.state.FilingView;
import io.renkei.ports.state.FollowUpStore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Keeps corrections in memory beside the applications of a {@link MemoryStore}, by the rules of the store. */
final class MemoryFollowUps implements FollowUpStore {

    final List<NewCorrection> kept = new ArrayList<>();
    final Map<FilingKey, CorrectionRequest> requests = new LinkedHashMap<>();
    final Map<FilingKey, String> withdrawn = new LinkedHashMap<>();
    int takenKeys;

    private final MemoryStore store;

    MemoryFollowUps(MemoryStore store) {
        this.store = store;
    }

    private FilingView filing(FilingKey key) {
        return store.filings.get(key.application()).stream()
                .filter(view -> view.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public List<Asked> asked(ArrivalNumber application) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Asked> lastAsked(FilingKey filing) {
        return Optional.ofNullable(requests.get(filing)).map(each -> new Asked(filing, 1, Gateway.NOW, each));
    }

    @Override
    public Optional<CaseKeyId> caseKey(ArrivalNumber application) {
        return Optional.of(new CaseKeyId(UUID.randomUUID()));
    }

    @Override
    public Optional<CorrectionAdmission> findBySenderNumber(
            FilingKey filing, SenderNumber number, Sha256 packageDigest) {
        return kept.stream()
                .filter(each ->
                        each.earlier().equals(filing) && each.senderNumber().equals(number))
                .findFirst()
                .map(first -> first.packageDigest().equals(packageDigest)
                        ? new CorrectionAdmission.Repeated(first.key(), first.receipt())
                        : new CorrectionAdmission.NumberReused());
    }

    @Override
    public Optional<byte[]> receipt(FilingKey correction) {
        return kept.stream()
                .filter(each -> each.key().equals(correction))
                .findFirst()
                .map(NewCorrection::receipt);
    }

    @Override
    public CorrectionAdmission correct(NewCorrection correction) {
        if (takenKeys > 0) {
            takenKeys--;
            return new CorrectionAdmission.KeyTaken();
        }
        FilingView earlier = filing(correction.earlier());
        FilingView answer = new FilingView(
                correction.key(),
                earlier.procedure(),
                earlier.destination(),
                FilingState.READY,
                0,
                0,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                correction.purpose(),
                Optional.of(earlier.key()));
        List<FilingView> all = new ArrayList<>(store.filings.get(earlier.key().application()));
        all.add(answer);
        store.filings.put(earlier.key().application(), all);
        kept.add(correction);
        return new CorrectionAdmission.Admitted(answer);
    }

    @Override
    public Optional<Withdrawal> withdraw(FilingKey filing, String reason) {
        withdrawn.put(filing, reason);
        FilingView now = filing(filing);
        return Optional.of(
                switch (now.state()) {
                    case READY -> new Withdrawal.Done(now);
                    case DECIDED -> new Withdrawal.TooLate(now);
                    default -> new Withdrawal.Asked(now, new FilingKey(filing.application(), 9));
                });
    }
}
