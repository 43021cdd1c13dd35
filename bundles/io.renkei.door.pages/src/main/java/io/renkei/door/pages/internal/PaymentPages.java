package io.renkei.door.pages.internal;

import io.renkei.ports.inboxes.InboxTie;
import io.renkei.ports.payments.PaymentDetails;
import io.renkei.ports.payments.PaymentFilter;
import io.renkei.ports.payments.PaymentId;
import io.renkei.ports.payments.PaymentState;
import io.renkei.ports.payments.PaymentView;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What is to be paid to agencies, how it stands, and where it is paid. */
final class PaymentPages {

    private static final String LIST = "/people/inbox/payments";
    private static final int PAGE = 20;

    private final Ports ports;
    private final Reading reading;

    PaymentPages(Ports ports, Reading reading) {
        this.ports = ports;
        this.reading = reading;
    }

    /** @param amount empty text once its case was erased */
    record Row(
            String href,
            String lang,
            String title,
            String from,
            String amount,
            String due,
            String paidOn,
            String kind,
            String state) {}

    Answer list(Visit visit) throws Refused {
        List<InboxTie> ties = reading.ties(visit);
        Optional<InboxTie> tie = reading.chosen(visit, ties);
        String before = visit.field("before");
        Optional<PaymentId> last = PaymentId.parse(before);
        if (!before.isEmpty() && last.isEmpty()) {
            throw new Refused(PagesCode.INPUT);
        }
        List<PaymentView> found = tie.map(each -> ports.payments()
                        .list(each.inbox().partner(), PaymentFilter.ALL.of(Reading.person(each)), last, PAGE + 1))
                .orElse(List.of());
        List<PaymentView> shown = found.subList(0, Math.min(PAGE, found.size()));
        if (tie.isPresent()) {
            reading.note(visit, tie.get(), "PAYMENTS", "");
        }
        String here = visit.link(
                LIST + "?inbox=" + tie.map(each -> each.id().toString()).orElse(""));
        return Answer.page(InboxFrame.of(visit, View.of("payments", visit.say("payments_title")), LIST, ties, tie)
                .with(
                        "rows",
                        shown.stream().map(each -> row(ports, visit, each)).toList())
                .with("nothing", tie.isPresent() && shown.isEmpty())
                .with(
                        "older",
                        found.size() > PAGE
                                ? here + "&before=" + shown.get(PAGE - 1).id()
                                : "")
                .with("newest", last.isPresent() ? here : ""));
    }

    static Row row(Ports ports, Visit visit, PaymentView payment) {
        boolean english = visit.language().isEnglish()
                && payment.details().map(each -> !each.titleEn().isEmpty()).orElse(true);
        return new Row(
                visit.link(LIST + "/" + payment.id()),
                english ? "en" : "ja",
                payment.details()
                        .map(each -> english ? each.titleEn() : each.title())
                        .orElseGet(() -> visit.say("payment_erased")),
                ports.catalogue()
                        .destinationName(payment.from())
                        .orElse(payment.from().toString()),
                payment.details().map(each -> yen(visit, each)).orElse(""),
                Moments.day(payment.due(), visit.language()),
                payment.paidOn().map(day -> Moments.day(day, visit.language())).orElse(""),
                kind(payment.state()),
                visit.say("payment_state_" + payment.state()));
    }

    private static String yen(Visit visit, PaymentDetails details) {
        return visit.say(
                "payment_yen", NumberFormat.getIntegerInstance(Locale.ROOT).format(details.yen()));
    }

    private static String kind(PaymentState state) {
        return switch (state) {
            case WAITING -> "warn";
            case PAID -> "good";
            case LAPSED, CANCELLED -> "off";
        };
    }

    Answer show(Visit visit) throws Refused {
        Reading.Found<PaymentView> found = reading.payment(visit);
        PaymentView payment = found.it();
        reading.note(visit, found.tie(), "PAYMENT", payment.id().toString());
        boolean waits = payment.state() == PaymentState.WAITING;
        Optional<PaymentDetails> details = payment.details();
        return Answer.page(View.of("payment", visit.say("payment_title"))
                .with("row", row(ports, visit, payment))
                .with("filing", payment.filing().toString())
                .with("back", visit.link(LIST + "?inbox=" + found.tie().id()))
                .with("waits", waits && details.isPresent())
                .with("said", visit.say("payment_said_" + payment.state()))
                .with(
                        "link",
                        details.filter(each -> waits).map(PaymentDetails::link).orElse(""))
                .with("host", details.flatMap(PaymentDetails::linkHost).orElse(""))
                .with("facility", details.map(each -> each.payEasy().facility()).orElse(""))
                .with("number", details.map(each -> each.payEasy().number()).orElse(""))
                .with(
                        "confirmation",
                        details.map(each -> each.payEasy().confirmation()).orElse(""))
                .with("category", details.map(each -> each.payEasy().category()).orElse("")));
    }
}
