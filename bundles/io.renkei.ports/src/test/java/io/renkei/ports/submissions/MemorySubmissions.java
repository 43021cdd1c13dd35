package io.renkei.ports.submissions;

import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.DestinationId;
import io.renkei.api.model.PartnerId;
import io.renkei.api.model.SenderNumber;
import io.renkei.api.model.Sha256;
import io.renkei.ports.content.ContentStore.CaseKeyId;
import io.renkei.ports.state.Admission;
import io.renkei.ports.state.JournalRow;
import io.renkei.ports.submissions.SubmissionView.Permitted;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Submissions in memory, without a hash chain. Safe for use by several threads. */
public final class MemorySubmissions implements SubmissionStore {

    private final Map<ArrivalNumber, NewSubmission> kept = new LinkedHashMap<>();
    private final Map<ArrivalNumber, Map<DestinationId, Instant>> revoked = new HashMap<>();
    private final List<AccessRecord> accesses = new ArrayList<>();
    private final List<SubmissionNews> news = new ArrayList<>();

    @Override
    public synchronized Admission admit(NewSubmission submission) {
        Optional<Admission> first =
                findBySenderNumber(submission.sender(), submission.senderNumber(), submission.digest());
        if (first.isPresent()) {
            return first.get();
        }
        kept.put(submission.number(), submission);
        submission
                .what()
                .permissions()
                .forEach(each -> tell(
                        each.destination(), submission.number(), SubmissionNews.Kind.RECORDED, submission.arrived()));
        return new Admission.Admitted();
    }

    private void tell(DestinationId to, ArrivalNumber number, SubmissionNews.Kind kind, Instant at) {
        long place = news.stream().filter(each -> each.to().equals(to)).count() + 1;
        news.add(new SubmissionNews(to, place, number, kind, at));
    }

    @Override
    public synchronized Optional<Admission> findBySenderNumber(PartnerId sender, SenderNumber number, Sha256 digest) {
        return kept.values().stream()
                .filter(each ->
                        each.sender().equals(sender) && each.senderNumber().equals(number))
                .findFirst()
                .map(first -> first.digest().equals(digest)
                        ? new Admission.Repeated(first.number(), first.receipt())
                        : new Admission.NumberReused());
    }

    @Override
    public synchronized Optional<SubmissionView> find(PartnerId sender, ArrivalNumber number) {
        return Optional.ofNullable(kept.get(number))
                .filter(each -> each.sender().equals(sender))
                .map(each -> view(each, objects(each)));
    }

    @Override
    public synchronized Optional<SubmissionView> find(DestinationId to, ArrivalNumber number) {
        return Optional.ofNullable(kept.get(number))
                .map(each -> view(each, objects(each)))
                .flatMap(whole -> whole.permitted(to)
                        .map(mine -> new SubmissionView(
                                number,
                                whole.sender(),
                                whole.senderNumber(),
                                whole.arrived(),
                                whole.procedures(),
                                whole.objects().entrySet().stream()
                                        .filter(each ->
                                                mine.permission().objects().contains(each.getKey()))
                                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
                                List.of(mine))));
    }

    private static Map<Integer, DataObject> objects(NewSubmission submission) {
        Map<Integer, DataObject> objects = new HashMap<>();
        submission.what().objects().forEach(object -> objects.put(objects.size() + 1, object));
        return objects;
    }

    private SubmissionView view(NewSubmission submission, Map<Integer, DataObject> objects) {
        Map<DestinationId, Instant> gone = revoked.getOrDefault(submission.number(), Map.of());
        return new SubmissionView(
                submission.number(),
                submission.sender(),
                submission.senderNumber(),
                submission.arrived(),
                submission.what().procedures(),
                objects,
                submission.what().permissions().stream()
                        .map(each -> new Permitted(each, Optional.ofNullable(gone.get(each.destination()))))
                        .toList());
    }

    @Override
    public synchronized Optional<byte[]> receipt(PartnerId sender, ArrivalNumber number) {
        return Optional.ofNullable(kept.get(number))
                .filter(each -> each.sender().equals(sender))
                .map(NewSubmission::receipt);
    }

    @Override
    public synchronized List<SubmissionView> list(PartnerId sender, Optional<ArrivalNumber> before, int limit) {
        List<SubmissionView> newest =
                newest().stream().filter(view -> view.sender().equals(sender)).toList();
        int begin = before.map(last ->
                        newest.stream().map(SubmissionView::number).toList().indexOf(last) + 1)
                .orElse(0);
        return newest.stream().skip(begin).limit(limit).toList();
    }

    @Override
    public synchronized List<SubmissionView> list(int limit) {
        return newest().stream().limit(limit).toList();
    }

    private List<SubmissionView> newest() {
        List<SubmissionView> all = new ArrayList<>();
        kept.values().forEach(each -> all.add(0, view(each, Map.of())));
        return all;
    }

    @Override
    public synchronized boolean revoke(
            PartnerId sender, ArrivalNumber number, Optional<DestinationId> destination, Instant at) {
        List<Permitted> named = find(sender, number).map(SubmissionView::permissions).orElse(List.of()).stream()
                .filter(each ->
                        destination.map(each.permission().destination()::equals).orElse(true))
                .toList();
        for (Permitted each : named) {
            DestinationId to = each.permission().destination();
            if (revoked.computeIfAbsent(number, key -> new HashMap<>()).putIfAbsent(to, at) == null) {
                tell(to, number, SubmissionNews.Kind.REVOKED, at);
            }
        }
        return !named.isEmpty();
    }

    @Override
    public synchronized Optional<Question> ask(
            ArrivalNumber number, DestinationId as, PartnerId partner, int object, Instant at) {
        NewSubmission submission = kept.get(number);
        if (submission == null) {
            return Optional.empty();
        }
        AccessAnswer answer = view(submission, Map.of())
                .permitted(as)
                .map(each -> each.answer(object, at))
                .orElse(AccessAnswer.NOT_PERMITTED);
        boolean asked = answer == AccessAnswer.ASKED;
        AccessRecord record = new AccessRecord(
                number,
                accesses.size() + 2L,
                as,
                partner,
                object,
                answer,
                at,
                asked ? Optional.empty() : Optional.of(at));
        accesses.add(record);
        return Optional.of(new Question(
                record,
                submission.sender(),
                new CaseKeyId(new UUID(0, 0)),
                asked ? Optional.of(objects(submission).get(object)) : Optional.empty()));
    }

    @Override
    public synchronized AccessAnswer answer(AccessRecord asked, AccessAnswer found, Instant at) {
        accesses.replaceAll(each -> each.equals(asked)
                ? new AccessRecord(
                        each.submission(),
                        each.sequence(),
                        each.destination(),
                        each.partner(),
                        each.object(),
                        found,
                        each.asked(),
                        Optional.of(at))
                : each);
        return found;
    }

    @Override
    public synchronized List<AccessRecord> accesses(ArrivalNumber number, Optional<Long> before, int limit) {
        return accesses.stream()
                .filter(each -> each.submission().equals(number) && each.sequence() < before.orElse(Long.MAX_VALUE))
                .sorted(Comparator.comparingLong(AccessRecord::sequence).reversed())
                .limit(limit)
                .toList();
    }

    /** One row for what is kept, which proves nothing. */
    @Override
    public synchronized List<JournalRow> timeLine(ArrivalNumber number) {
        return Optional.ofNullable(kept.get(number)).stream()
                .map(each -> new JournalRow(
                        number,
                        1,
                        each.arrived(),
                        Optional.empty(),
                        "SUBMISSION_RECORDED",
                        "{}",
                        each.digest(),
                        each.digest()))
                .toList();
    }

    @Override
    public synchronized List<SubmissionNews> news(DestinationId to, long after, int limit) {
        return news.stream()
                .filter(each -> each.to().equals(to) && each.place() > after)
                .limit(limit)
                .toList();
    }

    @Override
    public List<SubmissionNews> claimNews(DestinationId to, Duration lease, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void told(DestinationId to, long place) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void release(DestinationId to) {
        throw new UnsupportedOperationException();
    }
}
