package io.renkei.connector.etax.internal;

import io.renkei.api.model.FilingEvent;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.ReceiptNumber;
import io.renkei.api.spi.ReadReceiptSender.ReadReceipt;
import io.renkei.api.spi.Reconciler.Finding;
import io.renkei.api.spi.Reconciler.Question;
import io.renkei.api.spi.StatusReader.Open;
import io.renkei.api.spi.StatusReader.Status;
import io.renkei.api.spi.TransientFailure;
import io.renkei.http.soap.SoapElement;
import io.renkei.http.soap.SoapField;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The questions to e-Tax about what was sent. Safe for use by several threads. */
final class EtaxInquiries {

    static final String DONE = "受付完了";
    static final String ERRORS = "エラー情報あり";

    private static final Logger LOG = LoggerFactory.getLogger(EtaxInquiries.class);

    private final EtaxSettings settings;
    private final EtaxApi api;
    private final Clock clock;

    EtaxInquiries(EtaxSettings settings, EtaxApi api, Clock clock) {
        this.settings = settings;
        this.api = api;
        this.clock = clock;
    }

    /**
     * Looks for the file name. The time is taken before the call, so that a filing that settles in between is never
     * given up.
     */
    Finding lookUp(Question question) throws TransientFailure {
        Instant asked = clock.instant();
        List<ReceiptNumber> numbers = numbers(question.filing());
        if (!numbers.isEmpty()) {
            return new Finding.Found(numbers);
        }
        Instant settled =
                question.attempted().plus(settings.lane().totalTimeout()).plus(settings.settle());
        return asked.isBefore(settled) ? new Finding.NotYetKnown() : new Finding.NeverArrived();
    }

    /** One call for all; a filing that is still being checked is left out. */
    List<Status> statuses(List<Open> filings) throws TransientFailure {
        Map<String, FilingKey> byNumber = new LinkedHashMap<>();
        for (Open filing : filings) {
            uketsuke(filing).ifPresent(number -> byNumber.put(number, filing.filing()));
        }
        if (byNumber.isEmpty()) {
            return List.of();
        }
        SoapElement box = api.call(
                "messageBox",
                byNumber.keySet().stream()
                        .map(number -> SoapField.of("receptionNumber", number))
                        .toList());
        List<Status> statuses = new ArrayList<>();
        for (SoapElement entry : box.all("entry")) {
            FilingKey filing = byNumber.get(entry.only("receptionNumber").orElse(""));
            if (filing != null) {
                status(filing, entry).ifPresent(statuses::add);
            }
        }
        return statuses;
    }

    /** Tells that the applicant fetched, under the number that e-Tax gave first. */
    void send(ReadReceipt receipt) throws TransientFailure {
        List<ReceiptNumber> numbers = numbers(receipt.filing());
        if (numbers.isEmpty()) {
            throw new TransientFailure(EtaxCode.NOT_LISTED.code(), null);
        }
        api.call(
                "acknowledge",
                List.of(
                        SoapField.of("receptionNumber", numbers.get(0).value()),
                        SoapField.of("documentNumber", receipt.noticeId()),
                        SoapField.of("fetchedAt", receipt.fetchedAt().toString())));
    }

    private List<ReceiptNumber> numbers(FilingKey filing) throws TransientFailure {
        SoapElement found = api.call("lookUp", List.of(SoapField.of("fileName", DispatchSteps.fileName(filing))));
        List<SoapElement> named = found.all("receptionNumber");
        List<ReceiptNumber> numbers = named.stream()
                .flatMap(number -> EtaxAnswers.number(number.text()).stream())
                .toList();
        if (numbers.size() != named.size()) {
            // A number that cannot be read is no proof that the filing never arrived.
            throw new TransientFailure(EtaxCode.NO_USABLE_ANSWER.code(), null);
        }
        return numbers;
    }

    private static Optional<Status> status(FilingKey filing, SoapElement entry) {
        String word = entry.only("result").orElse("");
        if (word.equals(DONE)) {
            List<FilingEvent> events = List.of(FilingEvent.ARRIVAL_CONFIRMED, FilingEvent.EXAMINATION_STARTED);
            return Optional.of(new Status(filing, events, List.of(), word, ""));
        }
        if (word.equals(ERRORS)) {
            String remote = entry.all("code").stream()
                    .map(SoapElement::text)
                    .findFirst()
                    .orElse("");
            String code = EtaxFaults.code(remote).code();
            return Optional.of(new Status(filing, List.of(FilingEvent.REFUSAL_RECEIVED), List.of(), word, code));
        }
        LOG.warn("e-Tax's message box says of {} what is not known here; it is asked again", filing);
        return Optional.empty();
    }

    private static Optional<String> uketsuke(Open filing) {
        return filing.receipts().stream()
                .filter(number -> number.kind().equals(EtaxAnswers.UKETSUKE)
                        && number.destination().equals(EtaxSettings.DESTINATION))
                .map(ReceiptNumber::value)
                .findFirst();
    }
}
