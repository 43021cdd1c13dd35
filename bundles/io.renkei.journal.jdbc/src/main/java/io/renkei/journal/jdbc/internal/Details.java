package io.renkei.journal.jdbc.internal;

import io.renkei.api.model.CorrectionRequest;
import io.renkei.api.model.FilingState;
import io.renkei.api.model.ProcedureId;
import io.renkei.api.model.ReceiptNumber;
import io.renkei.api.model.Sha256;
import io.renkei.ports.notices.NoticeView;
import io.renkei.ports.payments.PaymentView;
import io.renkei.ports.state.Change;
import io.renkei.ports.state.FilingStore.Attempt;
import io.renkei.ports.state.FilingView;
import io.renkei.ports.state.FollowUpStore.NewCorrection;
import io.renkei.ports.state.NewApplication;
import io.renkei.ports.submissions.NewSubmission;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The details of journal rows, which are evidence and hold no personal data. */
final class Details {

    private Details() {}

    static Map<String, Object> admitted(NewApplication application) {
        return Map.of(
                "sender", application.sender().value(),
                "senderNumber", application.senderNumber().value(),
                "package",
                        Map.of(
                                "digest", application.packageDigest().hex(),
                                "content",
                                        application.packageContent().ref().id().toString(),
                                "size", application.packageContent().ref().size()),
                "lifeEvent", application.lifeEvent(),
                "format", application.format(),
                "receipt", Sha256.of(application.receipt()).hex(),
                "filings",
                        application.filings().stream()
                                .map(filing -> Map.of(
                                        "key", filing.key().toString(),
                                        "procedure", filing.procedure().value(),
                                        "destination", filing.destination().value()))
                                .toList());
    }

    static Map<String, Object> corrected(NewCorrection correction, FilingView filing) {
        Map<String, Object> detail = answered(filing);
        detail.put("senderNumber", correction.senderNumber().value());
        detail.put(
                "package",
                Map.of(
                        "digest", correction.packageDigest().hex(),
                        "content", correction.content().id().toString(),
                        "size", correction.content().size()));
        detail.put("format", correction.format());
        detail.put("receipt", Sha256.of(correction.receipt()).hex());
        return detail;
    }

    /** What the row of a new filing says that answers another one. */
    static Map<String, Object> answered(FilingView filing) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("purpose", filing.purpose());
        detail.put("earlier", filing.earlier().orElseThrow().toString());
        detail.put("procedure", filing.procedure().value());
        detail.put("destination", filing.destination().value());
        return detail;
    }

    /** What is asked for, without its reasons; not even their digest, which a guess could be held against. */
    static Map<String, Object> asked(CorrectionRequest request) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("kind", request.kind());
        request.deadline().ifPresent(deadline -> detail.put("deadline", deadline));
        detail.put("takenLate", request.takenLate());
        detail.put("reasons", request.reasons().size());
        return detail;
    }

    static Map<String, Object> moved(FilingState from, FilingState to, long version) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("from", from);
        detail.put("to", to);
        detail.put("version", version);
        return detail;
    }

    static Map<String, Object> late(FilingView now) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("late", true);
        detail.put("state", now.state());
        detail.put("version", now.version());
        return detail;
    }

    /** What a change says beside its events; it stands with the last of them. */
    static void carry(Map<String, Object> detail, Change change) {
        change.due().ifPresent(due -> detail.put("due", due));
        change.cause().ifPresent(cause -> detail.put("cause", cause));
        change.rawStatus().ifPresent(status -> detail.put("rawStatus", status));
        change.correction().ifPresent(request -> detail.put("correction", asked(request)));
        if (!change.receipts().isEmpty()) {
            detail.put(
                    "receipts", change.receipts().stream().map(Details::receipt).toList());
        }
    }

    static void carry(Map<String, Object> detail, Attempt attempt) {
        detail.put("attempt", attempt.number());
        detail.put("node", attempt.node());
        detail.put("leaseUntil", attempt.leaseUntil());
    }

    /**
     * @param at when it happened, as the caller says; the row's own time is the database's
     * @param more what is told beside
     */
    static Map<String, Object> notice(NoticeView notice, Instant at, Map<String, ?> more) {
        Map<String, Object> detail = new LinkedHashMap<>(more);
        detail.put("notice", notice.id().toString());
        detail.put("from", notice.from().value());
        detail.put("channel", notice.channel());
        detail.put("document", notice.content().digest().hex());
        detail.put("received", notice.received());
        detail.put("at", at.truncatedTo(ChronoUnit.MICROS));
        return detail;
    }

    /** Not what is to be paid, nor its numbers: they are in the sealed bytes, whose digest is told. */
    static Map<String, Object> payment(PaymentView payment, Map<String, ?> more) {
        Map<String, Object> detail = new LinkedHashMap<>(more);
        detail.put("payment", payment.id().toString());
        detail.put("from", payment.from().value());
        detail.put("number", payment.number().value());
        detail.put("due", payment.due().toString());
        payment.paidOn().ifPresent(day -> detail.put("paidOn", day.toString()));
        detail.put("at", payment.changed().truncatedTo(ChronoUnit.MICROS));
        return detail;
    }

    /** Not what objects are called, nor where they lie. */
    static Map<String, Object> submitted(NewSubmission submission) {
        return Map.of(
                "sender", submission.sender().value(),
                "senderNumber", submission.senderNumber().value(),
                "record", submission.digest().hex(),
                "receipt", Sha256.of(submission.receipt()).hex(),
                "procedures",
                        submission.what().procedures().stream()
                                .map(ProcedureId::value)
                                .toList(),
                "objects",
                        submission.what().objects().stream()
                                .map(object -> Map.of(
                                        "size",
                                        object.size(),
                                        "digest",
                                        object.digest().hex()))
                                .toList(),
                "permissions",
                        submission.what().permissions().stream()
                                .map(permission -> Map.of(
                                        "destination", permission.destination().value(),
                                        "objects", List.copyOf(permission.objects()),
                                        "from", permission.from(),
                                        "until", permission.until()))
                                .toList());
    }

    private static Map<String, Object> receipt(ReceiptNumber receipt) {
        return Map.of("destination", receipt.destination().value(), "kind", receipt.kind(), "number", receipt.value());
    }
}
