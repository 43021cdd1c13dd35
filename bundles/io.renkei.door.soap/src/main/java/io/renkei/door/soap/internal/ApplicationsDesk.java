package io.renkei.door.soap.internal;

import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.SenderNumber;
import io.renkei.door.soap.internal.applications.ApplicationsPort;
import io.renkei.door.soap.internal.applications.ByNumber;
import io.renkei.door.soap.internal.applications.Check;
import io.renkei.door.soap.internal.applications.CheckResponse;
import io.renkei.door.soap.internal.applications.Correct;
import io.renkei.door.soap.internal.applications.CorrectResponse;
import io.renkei.door.soap.internal.applications.FetchDocument;
import io.renkei.door.soap.internal.applications.FetchDocumentResponse;
import io.renkei.door.soap.internal.applications.ListNoticesResponse;
import io.renkei.door.soap.internal.applications.ListPaymentsResponse;
import io.renkei.door.soap.internal.applications.ListResponse;
import io.renkei.door.soap.internal.applications.NoticeQuestion;
import io.renkei.door.soap.internal.applications.Page;
import io.renkei.door.soap.internal.applications.PaymentQuestion;
import io.renkei.door.soap.internal.applications.ReceiptResponse;
import io.renkei.door.soap.internal.applications.ShowPayment;
import io.renkei.door.soap.internal.applications.ShowPaymentResponse;
import io.renkei.door.soap.internal.applications.StatusResponse;
import io.renkei.door.soap.internal.applications.Submit;
import io.renkei.door.soap.internal.applications.SubmitResponse;
import io.renkei.door.soap.internal.applications.Withdraw;
import io.renkei.door.soap.internal.applications.WithdrawResponse;
import io.renkei.ports.intake.SubmitApplication.Answer;
import io.renkei.ports.intake.SubmitApplication.Answer.Accepted;
import io.renkei.ports.intake.SubmitApplication.Answer.NumberReused;
import io.renkei.ports.intake.SubmitApplication.Answer.Refused;
import io.renkei.ports.state.ApplicationStore;
import io.renkei.ports.state.ApplicationView;
import io.renkei.ports.state.FollowUpStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.List;
import java.util.Optional;

/** A partner's own applications. Another's number answers like an unknown one. */
final class ApplicationsDesk implements ApplicationsPort {

    private final Ports ports;
    private final Inbox inbox;
    private final Payments payments;
    private final ReceiptDocuments receipts;
    private final FollowUps followUps;

    ApplicationsDesk(Ports ports, Inbox inbox) {
        this.ports = ports;
        this.inbox = inbox;
        this.payments = new Payments(ports);
        this.receipts = new ReceiptDocuments(ports::sealer);
        this.followUps = new FollowUps(ports::corrections, receipts);
    }

    @Override
    public SubmitResponse submit(Submit message) {
        SoapCall call = Desk.begin("submit", Access.SUBMIT);
        Optional<SenderNumber> number =
                Optional.ofNullable(message.getSenderNumber()).map(SenderNumber::new);
        Answer answer;
        try {
            answer = ports.intake().submit(call.partner(), number, new ByteArrayInputStream(message.getPackage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (answer instanceof Accepted accepted) {
            SubmitResponse response = new SubmitResponse();
            response.setNumber(accepted.number().digits());
            response.setRepeated(accepted.repeated());
            response.setReceipt(receipts.of(accepted.receipt()));
            response.setJws(new String(accepted.receipt(), StandardCharsets.US_ASCII));
            return response;
        }
        if (answer instanceof Refused refused) {
            throw Refusal.of(refused.faults());
        }
        if (answer instanceof NumberReused reused) {
            throw Refusal.of(List.of(reused.fault()));
        }
        throw Refusal.of(SoapCode.BODY_TOO_LARGE, "element package");
    }

    @Override
    public CheckResponse check(Check message) {
        Desk.begin("check", Access.SUBMIT);
        try {
            return Reports.report(ports.intake().check(new ByteArrayInputStream(message.getPackage())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public StatusResponse status(ByNumber message) {
        SoapCall call = Desk.begin("status", Access.READ);
        ApplicationView view = number(message.getNumber())
                .flatMap(number -> ports.applications().find(call.partner(), number))
                .orElseThrow(ApplicationsDesk::unknown);
        StatusResponse response = new StatusResponse();
        response.setApplication(Views.application(view, asked(view.number()), ports.catalogue()));
        return response;
    }

    @Override
    public ListResponse list(Page page) {
        SoapCall call = Desk.begin("list", Access.READ);
        ApplicationStore store = ports.applications();
        Optional<ArrivalNumber> before = Optional.ofNullable(page.getCursor())
                .map(cursor -> number(Cursor.id(cursor))
                        .filter(number -> store.find(call.partner(), number).isPresent())
                        .orElseThrow(Cursor::refused));
        int limit = Views.limit(page);
        List<ApplicationView> found = store.list(call.partner(), before, limit);
        ListResponse response = new ListResponse();
        for (ApplicationView view : found) {
            response.getApplication().add(Views.application(view, List.of(), ports.catalogue()));
        }
        if (found.size() == limit) {
            response.setNext(Cursor.of(found.get(found.size() - 1).number()));
        }
        return response;
    }

    @Override
    public ReceiptResponse receipt(ByNumber message) {
        SoapCall call = Desk.begin("receipt", Access.READ);
        byte[] jws = number(message.getNumber())
                .flatMap(number -> ports.applications().receipt(call.partner(), number))
                .orElseThrow(ApplicationsDesk::unknown);
        ReceiptResponse response = new ReceiptResponse();
        response.setReceipt(receipts.of(jws));
        response.setJws(new String(jws, StandardCharsets.US_ASCII));
        return response;
    }

    @Override
    public CorrectResponse correct(Correct message) {
        return followUps.correct(Desk.begin("correct", Access.SUBMIT), message);
    }

    @Override
    public WithdrawResponse withdraw(Withdraw message) {
        return followUps.withdraw(Desk.begin("withdraw", Access.SUBMIT), message);
    }

    @Override
    public ListNoticesResponse listNotices(NoticeQuestion question) {
        return inbox.list(Desk.begin("listNotices", Access.READ), question);
    }

    @Override
    public FetchDocumentResponse fetchDocument(FetchDocument message) {
        return inbox.document(Desk.begin("fetchDocument", Access.READ), message.getId());
    }

    @Override
    public ListPaymentsResponse listPayments(PaymentQuestion question) {
        return payments.list(Desk.begin("listPayments", Access.READ), question);
    }

    @Override
    public ShowPaymentResponse showPayment(ShowPayment message) {
        return payments.show(Desk.begin("showPayment", Access.READ), message.getId());
    }

    private List<FollowUpStore.Asked> asked(ArrivalNumber number) {
        try {
            return ports.followUps().asked(number);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Refusal unknown() {
        return Refusal.of(SoapCode.NO_SUCH_APPLICATION, "element number");
    }

    private static Optional<ArrivalNumber> number(String text) {
        try {
            return Optional.of(new ArrivalNumber(text));
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }
}
