package io.renkei.intake.internal;

import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.PartnerId;
import io.renkei.api.model.SenderNumber;
import io.renkei.api.model.Sha256;
import io.renkei.ports.content.ContentRef;
import io.renkei.ports.content.ContentStore;
import io.renkei.ports.content.StagedContent;
import io.renkei.ports.state.Admission;
import io.renkei.ports.state.ApplicationStore;
import io.renkei.ports.state.ApplicationView;
import io.renkei.ports.state.FilingView;
import io.renkei.ports.state.JournalRow;
import io.renkei.ports.state.NewApplication;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Keeps applications in memory, by the rules of the store. */
final class MemoryStore implements ApplicationStore, ContentStore {

    /** Where the filings of an application stand, as a test says. */
    final Map<ArrivalNumber, List<FilingView>> filings = new LinkedHashMap<>();

    final Map<String, NewApplication> bySenderNumber = new LinkedHashMap<>();
    int takenNumbers;
    int staged;

    @Override
    public synchronized Admission admit(NewApplication application) {
        Optional<Admission> before =
                findBySenderNumber(application.sender(), application.senderNumber(), application.packageDigest());
        if (before.isPresent()) {
            return before.get();
        }
        if (takenNumbers > 0) {
            takenNumbers--;
            return new Admission.ArrivalNumberTaken();
        }
        bySenderNumber.put(key(application.sender(), application.senderNumber()), application);
        return new Admission.Admitted();
    }

    @Override
    public synchronized Optional<Admission> findBySenderNumber(
            PartnerId sender, SenderNumber senderNumber, Sha256 packageDigest) {
        NewApplication first = bySenderNumber.get(key(sender, senderNumber));
        if (first == null) {
            return Optional.empty();
        }
        return Optional.of(
                first.packageDigest().equals(packageDigest)
                        ? new Admission.Repeated(first.number(), first.receipt())
                        : new Admission.NumberReused());
    }

    @Override
    public StagedContent stage(InputStream body, long limit) throws IOException {
        staged++;
        byte[] bytes = body.readAllBytes();
        ContentRef ref = new ContentRef(UUID.randomUUID(), bytes.length, Sha256.of(bytes));
        return () -> ref;
    }

    private static String key(PartnerId sender, SenderNumber number) {
        return sender + " " + number;
    }

    @Override
    public synchronized Optional<ApplicationView> find(ArrivalNumber number) {
        return bySenderNumber.values().stream()
                .filter(application -> application.number().equals(number))
                .findFirst()
                .map(application -> new ApplicationView(
                        number,
                        application.sender(),
                        application.senderNumber(),
                        application.arrived(),
                        filings.getOrDefault(number, List.of())));
    }

    @Override
    public Optional<ApplicationView> find(PartnerId sender, ArrivalNumber number) {
        return find(number).filter(view -> view.sender().equals(sender));
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

    @Override
    public List<JournalRow> timeLine(ArrivalNumber number) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ContentRef store(CaseKeyId caseKey, InputStream body, long limit) throws IOException {
        byte[] bytes = body.readAllBytes();
        return new ContentRef(UUID.randomUUID(), bytes.length, Sha256.of(bytes));
    }

    @Override
    public InputStream open(UUID id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CaseKeyId newCaseKey() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void destroyCaseKey(CaseKeyId caseKey) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void discard(UUID id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int sweepOrphans(int limit) {
        throw new UnsupportedOperationException();
    }
}
