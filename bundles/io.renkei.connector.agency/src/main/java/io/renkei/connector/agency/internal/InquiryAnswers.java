package io.renkei.connector.agency.internal;

import io.renkei.api.model.AttributeNode;
import io.renkei.api.model.InformationCode;
import io.renkei.api.model.SelfInformationNumber;
import io.renkei.api.spi.AttributeSource.Answer;
import io.renkei.api.spi.TransientFailure;
import io.renkei.http.soap.SoapElement;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Reads what a middle server answers. An answer to another inquiry is none; an answer about one item that does not keep the contract is
 * left out, and the others count. Pure.
 */
final class InquiryAnswers {

    private static final String IN_PROGRESS = "02";
    private static final String DATA = "03";
    private static final String NO_DATA = "04";
    private static final String NOT_OFFERED = "05";
    private static final Duration AFTER = Duration.ofSeconds(5);

    private InquiryAnswers() {}

    /** @throws TransientFailure if it answers another inquiry */
    static Map<SelfInformationNumber, Answer> read(
            SoapElement response, UUID reference, Map<InformationCode, SelfInformationNumber> coded)
            throws TransientFailure {
        if (!response.only("inquiryNumber").equals(Optional.of(reference.toString()))) {
            throw new TransientFailure(AgencyCode.NO_USABLE_ANSWER.code(), null);
        }
        Map<String, SelfInformationNumber> items = new HashMap<>();
        coded.forEach((code, item) -> items.put(code.value(), item));
        Map<SelfInformationNumber, Answer> answers = new HashMap<>();
        for (SoapElement each : response.all("answer")) {
            SelfInformationNumber item =
                    items.remove(each.only("informationCode").orElse(""));
            if (item != null) {
                answer(each).ifPresent(answer -> answers.put(item, answer));
            }
        }
        return answers;
    }

    private static Optional<Answer> answer(SoapElement node) {
        Optional<Instant> asOf = node.only("asOf").flatMap(InquiryAnswers::instant);
        boolean undisclosed = node.only("undisclosed").equals(Optional.of("1"));
        return switch (node.only("status").orElse("")) {
            case IN_PROGRESS ->
                node.only("handle")
                        .filter(handle -> !handle.isEmpty() && handle.length() <= 200)
                        .map(handle -> new Answer.Pending(handle, after(node)));
            case DATA -> undisclosed ? asOf.map(Answer.Undisclosed::new) : asOf.flatMap(at -> found(node, at));
            case NO_DATA -> asOf.map(at -> undisclosed ? new Answer.Undisclosed(at) : new Answer.NoData(at));
            case NOT_OFFERED -> Optional.of(new Answer.Unanswerable(AgencyCode.NOT_OFFERED.code()));
            default -> Optional.empty();
        };
    }

    private static Optional<Answer> found(SoapElement node, Instant asOf) {
        Optional<List<AttributeNode>> values = Details.tree(node.all("detail"));
        return values.filter(tree -> !tree.isEmpty()).map(tree -> new Answer.Found(tree, asOf));
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Between a second and a day. */
    private static Duration after(SoapElement node) {
        String text = node.only("askAfterSeconds").orElse("");
        return text.matches("[1-9][0-9]{0,8}") ? Duration.ofSeconds(Math.min(Long.parseLong(text), 86_400)) : AFTER;
    }
}
