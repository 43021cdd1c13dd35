package io.renkei.connector.egov.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.renkei.api.model.CorrectionRequest;
import io.renkei.api.model.DestinationId;
import io.renkei.api.model.PartnerId;
import io.renkei.api.model.ReceiptNumber;
import io.renkei.api.spi.FollowUpQuestion;
import io.renkei.api.spi.NoticeReader.NoticeHead;
import io.renkei.api.spi.PaymentReader.Payment;
import io.renkei.api.spi.PermanentFailure;
import io.renkei.api.spi.ReadReceiptSender.ReadReceipt;
import io.renkei.api.spi.Reconciler.Finding;
import io.renkei.api.spi.Reconciler.Question;
import io.renkei.api.spi.StatusReader.Open;
import io.renkei.api.spi.StatusReader.Status;
import io.renkei.api.spi.TransientFailure;
import io.renkei.connector.egov.internal.CaseMemory.Waiting;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The questions to e-Gov about what was sent. One question about a case (GET /apply/{arrive_id}) answers both how it
 * stands and which documents wait; the documents that it names are remembered for the question that follows, so that a
 * poll of both costs one call per case. Safe for use by several threads.
 */
final class EgovInquiries {

    private static final Logger LOG = LoggerFactory.getLogger(EgovInquiries.class);
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private static final String DOCUMENT = "[0-9]{16,18}/[0-9]{1,3}";

    private final EgovSettings settings;
    private final EgovApi api;
    private final Clock clock;
    private final CaseMemory memory;

    EgovInquiries(EgovSettings settings, EgovApi api, Clock clock) {
        this.settings = settings;
        this.api = api;
        this.clock = clock;
        this.memory = new CaseMemory(clock);
    }

    /**
     * Looks for the file name in the list of the days since the attempt. The time is taken before the first page is
     * read, so that a filing that settles in between is never given up.
     */
    Finding lookUp(Question question) throws TransientFailure {
        Instant asked = clock.instant();
        String file = question.filing() + ".zip";
        String period = "?date_from=" + day(question.attempted()) + "&date_to=" + day(asked) + "&limit="
                + settings.listLimit() + "&offset=";
        List<ReceiptNumber> found = new ArrayList<>();
        boolean whole = false;
        for (int page = 1; page <= settings.listPages() && !whole; page++) {
            JsonNode list = api.get(question.sender(), "/apply/lists" + period + page)
                    .map(json -> json.path("results").path("apply_list"))
                    .orElseThrow(() -> new TransientFailure(EgovCode.UNREACHABLE.code(), null));
            for (JsonNode line : list) {
                if (line.path("file_name").asText().equals(file)) {
                    found.addAll(arriveId(line));
                }
            }
            whole = list.size() < settings.listLimit();
        }
        if (!found.isEmpty()) {
            return new Finding.Found(found);
        }
        Instant settled =
                question.attempted().plus(settings.lane().totalTimeout()).plus(settings.settle());
        return whole && !asked.isBefore(settled) ? new Finding.NeverArrived() : new Finding.NotYetKnown();
    }

    List<Status> statuses(List<Open> filings) throws TransientFailure {
        List<Status> statuses = new ArrayList<>();
        for (Open filing : filings) {
            for (String arriveId : arriveIds(filing)) {
                Optional<JsonNode> one = ask(filing.sender(), arriveId);
                if (one.isPresent()) {
                    statuses.add(status(filing, arriveId, one.get()));
                }
            }
        }
        return statuses;
    }

    /** Documents that e-Gov names, without those that the gateway took and those that e-Gov saw fetched. */
    List<NoticeHead> notices(List<Open> filings) throws TransientFailure {
        List<NoticeHead> heads = new ArrayList<>();
        for (Open filing : filings) {
            for (String arriveId : arriveIds(filing)) {
                Optional<List<Waiting>> fresh = memory.documents(arriveId);
                if (fresh.isEmpty()) {
                    ask(filing.sender(), arriveId);
                    fresh = memory.documents(arriveId);
                }
                fresh.orElse(List.of()).stream()
                        .filter(one -> !memory.isTaken(one.id()))
                        .forEach(one -> heads.add(new NoticeHead(one.id(), one.id(), filing.sender(), one.deadline())));
            }
        }
        return heads;
    }

    /** What is to be paid; of a case that said just now that nothing is, it is not asked. */
    List<Payment> payments(List<Open> filings) throws TransientFailure {
        List<Payment> payments = new ArrayList<>();
        for (Open filing : filings) {
            for (String arriveId : arriveIds(filing)) {
                if (!memory.isFreeOfPayments(arriveId)) {
                    api.get(filing.sender(), "/payment/" + arriveId)
                            .map(json -> EgovPayments.read(filing.filing(), arriveId, json.path("results")))
                            .ifPresent(payments::addAll);
                }
            }
        }
        return payments;
    }

    byte[] fetch(NoticeHead notice) throws TransientFailure {
        JsonNode results = api.get(notice.sender(), "/official_document/" + required(notice.handle()))
                .map(json -> json.path("results"))
                .orElseThrow(() -> new TransientFailure(EgovCode.UNREACHABLE.code(), null));
        try {
            byte[] data = Base64.getDecoder().decode(results.path("file_data").asText(""));
            return DocumentFiles.document(data)
                    .orElseThrow(() -> new TransientFailure(EgovCode.UNREACHABLE.code(), null));
        } catch (IllegalArgumentException e) {
            throw new TransientFailure(EgovCode.UNREACHABLE.code(), e);
        }
    }

    /** Nothing is told to e-Gov: 公文書取得完了 means that the applicant fetched. The document is not listed again. */
    void acknowledge(NoticeHead notice) {
        memory.take(notice.id());
    }

    /** 公文書取得完了. A document that came another way has no name at e-Gov. */
    void send(ReadReceipt receipt) throws TransientFailure, PermanentFailure {
        if (!receipt.noticeId().matches(DOCUMENT)) {
            throw new PermanentFailure(EgovCode.NO_NAME.code(), null);
        }
        String[] id = receipt.noticeId().split("/");
        JsonNode body =
                EgovApi.JSON.createObjectNode().put("arrive_id", id[0]).put("notice_sub_id", Integer.parseInt(id[1]));
        api.post(receipt.sender(), "/official_document", body)
                .orElseThrow(() -> new TransientFailure(EgovCode.UNREACHABLE.code(), null));
    }

    private Optional<JsonNode> ask(PartnerId sender, String arriveId) throws TransientFailure {
        Optional<JsonNode> results = api.get(sender, "/apply/" + arriveId).map(json -> json.path("results"));
        results.ifPresent(one -> {
            List<Waiting> documents = new ArrayList<>();
            for (JsonNode document : one.path("official_list")) {
                String fetched = document.path("download_date").asText("-");
                int number = document.path("notice_sub_id").asInt(0);
                if (number >= 1 && number <= 999 && (fetched.equals("-") || fetched.isEmpty())) {
                    documents.add(new Waiting(
                            arriveId + "/" + number,
                            Deadline.read(document.path("download_expired_date").asText("-"))));
                }
            }
            memory.remember(arriveId, documents, EgovPayments.areNamed(one));
        });
        return results;
    }

    /**
     * What became of a partial correction: e-Gov says in its notice when it was completed. One that is lost is never taken
     * for an answer to a later notice.
     */
    Finding lookUpAmendment(FollowUpQuestion question, String arriveId) throws TransientFailure {
        Instant asked = clock.instant();
        JsonNode results = ask(question.sender(), arriveId)
                .orElseThrow(() -> new TransientFailure(EgovCode.UNREACHABLE.code(), null));
        JsonNode answered = null;
        for (JsonNode line : results.path("notice_list")) {
            boolean before = EgovReasons.deadline(line.path("notice_issue_date").asText(""))
                    .filter(issued -> !issued.isAfter(question.attempted()))
                    .isPresent();
            if (before && line.path("type").asText().equals("補正")) {
                answered = line;
            }
        }
        if (answered == null) {
            return new Finding.NotYetKnown();
        }
        JsonNode notice = notice(question.sender(), arriveId, answered);
        return notice.path("correct_completed_date").asText("-").equals("-")
                ? lost(question, asked)
                : new Finding.Found(question.earlier().receipts());
    }

    /** What became of a withdrawal: the case says that it is handled, or a notice that it was answered. */
    Finding lookUpWithdrawal(FollowUpQuestion question, String arriveId) throws TransientFailure {
        Instant asked = clock.instant();
        JsonNode results = ask(question.sender(), arriveId)
                .orElseThrow(() -> new TransientFailure(EgovCode.UNREACHABLE.code(), null));
        boolean handled = results.path("status").asText("").contains("取下げ処理中");
        for (JsonNode line : results.path("notice_list")) {
            // e-Gov tells whole seconds.
            handled |= line.path("type").asText().equals("取下げ")
                    && EgovReasons.deadline(line.path("notice_issue_date").asText(""))
                            .filter(issued -> issued.plusSeconds(1).isAfter(question.attempted()))
                            .isPresent();
        }
        return handled ? new Finding.Found(question.earlier().receipts()) : lost(question, asked);
    }

    private Finding lost(FollowUpQuestion question, Instant asked) {
        Instant settled =
                question.attempted().plus(settings.lane().totalTimeout()).plus(settings.settle());
        return asked.isBefore(settled) ? new Finding.NotYetKnown() : new Finding.NeverArrived();
    }

    private JsonNode notice(PartnerId sender, String arriveId, JsonNode line) throws TransientFailure {
        int number = line.path("notice_sub_id").asInt(0);
        return api.get(sender, "/notice/" + arriveId + "/" + number)
                .map(json -> json.path("results").path("notice"))
                .orElseThrow(() -> new TransientFailure(EgovCode.UNREACHABLE.code(), null));
    }

    /** What a case that waits for it has to correct; empty for every other. */
    private Optional<CorrectionRequest> correction(Open filing, String arriveId, JsonNode results)
            throws TransientFailure {
        JsonNode last = null;
        for (JsonNode line : results.path("notice_list")) {
            last = line.path("type").asText().equals("補正") ? line : last;
        }
        return last == null || !results.path("status").asText("").equals("審査中（補正待ち）")
                ? Optional.empty()
                : Optional.of(EgovReasons.read(notice(filing.sender(), arriveId, last), settings.correctionLate()));
    }

    private Status status(Open filing, String arriveId, JsonNode results) throws TransientFailure {
        String word = results.path("status").asText("");
        if (!EgovStatuses.isKnown(word)) {
            LOG.warn("e-Gov names a state of {} that is not known here; it counts as 審査中", filing.filing());
        }
        List<String> withdrawals = new ArrayList<>();
        for (JsonNode line : results.path("notice_list")) {
            if (line.path("type").asText().equals("取下げ")) {
                withdrawals.add(line.path("title").asText(""));
            }
        }
        return new Status(
                filing.filing(),
                EgovStatuses.events(word, withdrawals),
                List.of(),
                word,
                "",
                correction(filing, arriveId, results));
    }

    private List<String> arriveIds(Open filing) {
        return filing.receipts().stream()
                .filter(number -> number.kind().equals(EgovAnswers.ARRIVE_ID)
                        && number.destination().equals(destination()))
                .map(ReceiptNumber::value)
                .filter(value -> EgovAnswers.ARRIVE_ID_FORM.matcher(value).matches())
                .limit(1)
                .toList();
    }

    private List<ReceiptNumber> arriveId(JsonNode line) {
        String value = line.path("arrive_id").asText("");
        return EgovAnswers.ARRIVE_ID_FORM.matcher(value).matches()
                ? List.of(new ReceiptNumber(destination(), EgovAnswers.ARRIVE_ID, value))
                : List.of();
    }

    private DestinationId destination() {
        return settings.destination();
    }

    private static String required(String handle) {
        if (!handle.matches(DOCUMENT)) {
            throw new IllegalArgumentException("a notice of e-Gov is named arrive_id, slash, notice_sub_id");
        }
        return handle;
    }

    private static LocalDate day(Instant at) {
        return at.atZone(JAPAN).toLocalDate();
    }
}
