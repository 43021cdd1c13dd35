package io.renkei.door.soap.internal;

import io.renkei.api.model.CorrectionRequest;
import io.renkei.api.model.DestinationId;
import io.renkei.api.model.ProcedureId;
import io.renkei.api.model.ReceiptNumber;
import io.renkei.api.model.Sha256;
import io.renkei.door.soap.internal.applications.Application;
import io.renkei.door.soap.internal.applications.CorrectionAsked;
import io.renkei.door.soap.internal.applications.CorrectionReason;
import io.renkei.door.soap.internal.applications.Filing;
import io.renkei.door.soap.internal.applications.FilingAnswer;
import io.renkei.door.soap.internal.applications.Named;
import io.renkei.door.soap.internal.applications.Notice;
import io.renkei.door.soap.internal.applications.Objection;
import io.renkei.door.soap.internal.applications.Page;
import io.renkei.door.soap.internal.applications.Payment;
import io.renkei.door.soap.internal.applications.State;
import io.renkei.door.soap.internal.delivery.ExpiredNotice;
import io.renkei.ports.catalogue.Catalogue;
import io.renkei.ports.notices.NoticeFact;
import io.renkei.ports.notices.NoticeFacts;
import io.renkei.ports.notices.NoticePeriods;
import io.renkei.ports.notices.NoticeVerdict;
import io.renkei.ports.notices.NoticeView;
import io.renkei.ports.payments.PaymentView;
import io.renkei.ports.state.ApplicationView;
import io.renkei.ports.state.FilingView;
import io.renkei.ports.state.FollowUpStore.Asked;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.xml.datatype.DatatypeFactory;
import javax.xml.datatype.XMLGregorianCalendar;

/**
 * How things look in messages. Nothing of a person stands in them but the title of a notice, for its addressee, and what a
 * destination wants corrected, for who submitted the filing.
 */
final class Views {

    static final int MAX_PAGE = 100;
    private static final DatatypeFactory TYPES = DatatypeFactory.newDefaultInstance();

    private Views() {}

    static int limit(Page page) {
        return page.getLimit() == null ? MAX_PAGE : page.getLimit();
    }

    /** @param asked what destinations want corrected; empty in a list */
    static Application application(ApplicationView view, List<Asked> asked, Catalogue catalogue) {
        Application application = new Application();
        application.setNumber(view.number().digits());
        application.setSenderNumber(view.senderNumber().value());
        application.setArrived(at(view.arrived()));
        application.setState(state(view.state().name(), view.state().japanese()));
        for (FilingView filing : view.filings()) {
            if (filing.purpose().isExamined()) {
                application.getFiling().add(filing(filing, view, asked, catalogue));
            }
        }
        return application;
    }

    private static Filing filing(FilingView view, ApplicationView application, List<Asked> asked, Catalogue catalogue) {
        Filing filing = filing(view, catalogue);
        view.earlier().map(Object::toString).ifPresent(filing::setResubmissionOf);
        asked.stream()
                .filter(each -> each.filing().equals(view.key()))
                .map(Views::asked)
                .forEach(filing.getCorrectionAsked()::add);
        application.answersTo(view.key()).stream().map(Views::answer).forEach(filing.getAnswer()::add);
        return filing;
    }

    private static FilingAnswer answer(FilingView view) {
        FilingAnswer answer = new FilingAnswer();
        answer.setKey(view.key().toString());
        answer.setPurpose(state(view.purpose().name(), view.purpose().japanese()));
        answer.setState(state(view.state().name(), view.state().japanese()));
        view.due().map(Views::at).ifPresent(answer::setDue);
        view.cause().ifPresent(answer::setCause);
        return answer;
    }

    private static CorrectionAsked asked(Asked asked) {
        CorrectionRequest request = asked.request();
        CorrectionAsked shown = new CorrectionAsked();
        shown.setAsked(at(asked.at()));
        shown.setKind(state(request.kind().name(), request.kind().japanese()));
        request.deadline().map(Views::at).ifPresent(shown::setDeadline);
        shown.setTakenLate(request.takenLate());
        for (CorrectionRequest.Reason reason : request.reasons()) {
            CorrectionReason line = new CorrectionReason();
            line.setItem(reason.item());
            line.setText(reason.text());
            line.setCode(reason.code());
            line.setSentence(reason.sentence());
            line.setSentenceJa(reason.sentenceJa());
            shown.getReason().add(line);
        }
        return shown;
    }

    private static Filing filing(FilingView view, Catalogue catalogue) {
        Filing filing = new Filing();
        filing.setKey(view.key().toString());
        filing.setProcedure(procedure(view.procedure(), catalogue));
        filing.setDestination(destination(view.destination(), catalogue));
        filing.setState(state(view.state().name(), view.state().japanese()));
        filing.setAttempts(view.attempts());
        view.due().map(Views::at).ifPresent(filing::setDue);
        view.cause().ifPresent(filing::setCause);
        for (ReceiptNumber receipt : view.receipts()) {
            var number = new io.renkei.door.soap.internal.applications.ReceiptNumber();
            number.setDestination(receipt.destination().value());
            number.setKind(receipt.kind());
            number.setValue(receipt.value());
            filing.getReceiptNumber().add(number);
        }
        return filing;
    }

    static Notice notice(NoticeView view, Catalogue catalogue, Optional<NoticePeriods.Objection> objection) {
        Notice notice = new Notice();
        notice.setId(view.id().toString());
        notice.setFrom(destination(view.from(), catalogue));
        text(view.issuerNumber()).ifPresent(notice::setIssuerNumber);
        view.filing().map(Object::toString).ifPresent(notice::setFiling);
        text(view.title()).ifPresent(notice::setTitle);
        notice.setSize(view.content().size());
        notice.setSha256(bytes(view.content().digest()));
        notice.setReceived(at(view.received()));
        view.available().map(Views::at).ifPresent(notice::setAvailable);
        view.seen().map(Views::at).ifPresent(notice::setSeen);
        view.fetched().map(Views::at).ifPresent(notice::setFetched);
        NoticeFacts facts = view.facts();
        notice.setRead(view.read());
        facts.issued().map(Views::day).ifPresent(notice::setIssued);
        facts.at(NoticeFact.DELIVERED).map(Views::at).ifPresent(notice::setDelivered);
        view.receiptSent().map(Views::at).ifPresent(notice::setAcknowledged);
        facts.fetchUntil().map(Views::at).ifPresent(notice::setFetchUntil);
        facts.at(NoticeFact.EXPIRING).map(Views::at).ifPresent(notice::setExpiring);
        facts.at(NoticeFact.EXPIRED).map(Views::at).ifPresent(notice::setExpired);
        facts.at(NoticeFact.SUPERSEDED).map(Views::at).ifPresent(notice::setSuperseded);
        facts.at(NoticeFact.WITHDRAWN).map(Views::at).ifPresent(notice::setWithdrawn);
        facts.successor().map(Object::toString).ifPresent(notice::setFollowedBy);
        facts.rival().map(Object::toString).ifPresent(notice::setOtherDecision);
        objection.map(Views::objection).ifPresent(notice::setObjection);
        notice.setSealed(view.verdict() != NoticeVerdict.UNSEALED);
        facts.at(NoticeFact.ERASED).map(Views::at).ifPresent(notice::setErased);
        return notice;
    }

    private static Objection objection(NoticePeriods.Objection period) {
        Objection objection = new Objection();
        objection.setFrom(period.from().name().toLowerCase(Locale.ROOT));
        period.lastDay().map(Views::day).ifPresent(objection::setLastDay);
        period.limit().map(Views::day).ifPresent(objection::setLimit);
        objection.setEnglish(period.sentence());
        objection.setJapanese(period.sentenceJa());
        return objection;
    }

    /** What is to be paid is left out once its case was erased. */
    static Payment payment(PaymentView view, Catalogue catalogue) {
        Payment payment = new Payment();
        payment.setId(view.id().toString());
        payment.setFrom(destination(view.from(), catalogue));
        payment.setNumber(view.number().value());
        payment.setFiling(view.filing().toString());
        payment.setState(state(view.state().name(), view.state().japanese()));
        payment.setDue(day(view.due()));
        payment.setRequested(at(view.requested()));
        payment.setChanged(at(view.changed()));
        view.paidOn().map(Views::day).ifPresent(payment::setPaidOn);
        view.details().ifPresent(details -> {
            payment.setTitle(details.title());
            text(details.titleEn()).ifPresent(payment::setTitleEn);
            payment.setAmount(details.yen());
            payment.setFacilityNumber(details.payEasy().facility());
            payment.setPayNumber(details.payEasy().number());
            payment.setConfirmNumber(details.payEasy().confirmation());
            text(details.payEasy().category()).ifPresent(payment::setPayCategory);
            text(details.link()).ifPresent(payment::setLink);
        });
        return payment;
    }

    /** Nothing of a person is told; the issuer knows its filing. */
    static ExpiredNotice expired(NoticeView view) {
        NoticeFacts facts = view.facts();
        ExpiredNotice notice = new ExpiredNotice();
        notice.setId(view.id().toString());
        text(view.issuerNumber()).ifPresent(notice::setIssuerNumber);
        view.filing().map(Object::toString).ifPresent(notice::setFiling);
        view.available().map(Views::at).ifPresent(notice::setAvailable);
        view.seen().map(Views::at).ifPresent(notice::setSeen);
        facts.at(NoticeFact.OPENED).map(Views::at).ifPresent(notice::setOpened);
        facts.at(NoticeFact.EXPIRED).map(Views::at).ifPresent(notice::setExpired);
        facts.at(NoticeFact.ERASED).map(Views::at).ifPresent(notice::setErased);
        return notice;
    }

    static XMLGregorianCalendar day(LocalDate day) {
        return TYPES.newXMLGregorianCalendar(day.toString());
    }

    /** Of what the schema has as a day. */
    static LocalDate day(XMLGregorianCalendar day) {
        return LocalDate.of(day.getYear(), day.getMonth(), day.getDay());
    }

    static XMLGregorianCalendar at(Instant instant) {
        return TYPES.newXMLGregorianCalendar(instant.toString());
    }

    static byte[] bytes(Sha256 digest) {
        return HexFormat.of().parseHex(digest.hex());
    }

    private static Optional<String> text(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private static State state(String code, String japanese) {
        State state = new State();
        state.setCode(code);
        state.setJapanese(japanese);
        return state;
    }

    private static Named procedure(ProcedureId id, Catalogue catalogue) {
        return named(id.value(), catalogue.procedureName(id));
    }

    private static Named destination(DestinationId id, Catalogue catalogue) {
        return named(id.value(), catalogue.destinationName(id));
    }

    private static Named named(String id, Optional<String> japanese) {
        Named named = new Named();
        named.setId(id);
        japanese.ifPresent(named::setJapanese);
        return named;
    }
}
