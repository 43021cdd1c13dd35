package io.renkei.door.rest.internal;

import io.renkei.api.model.FilingKey;
import io.renkei.ports.catalogue.Catalogue;
import io.renkei.ports.payments.PayEasyNumber;
import io.renkei.ports.payments.PaymentDetails;
import io.renkei.ports.payments.PaymentFilter;
import io.renkei.ports.payments.PaymentId;
import io.renkei.ports.payments.PaymentState;
import io.renkei.ports.payments.PaymentStore;
import io.renkei.ports.payments.PaymentView;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is to be paid for a partner's own filings. Another's answers like an unknown one. */
final class Payments {

    private static final String FILING = "filing";
    private static final String STATE = "state";

    private final Ports ports;

    Payments(Ports ports) {
        this.ports = ports;
    }

    Answer list(Call call) throws RefusedCall {
        Query query = Query.of(call.query(), Set.of(FILING, STATE));
        PaymentFilter filter =
                new PaymentFilter(query.read(FILING, FilingKey::parse), query.read(STATE, Payments::stateOf));
        Page page = query.page();
        PaymentStore store = ports.payments();
        Optional<PaymentId> before = Cursor.before(
                page, PaymentId::parse, id -> store.find(call.partner(), id).isPresent());
        List<PaymentView> found = store.list(call.partner(), filter, before, page.limit());
        Catalogue catalogue = ports.catalogue();
        Json json = Json.object()
                .with(
                        "payments",
                        found.stream()
                                .map(payment -> view(payment, catalogue).map())
                                .toList());
        if (found.size() == page.limit()) {
            json.with("next", Cursor.of(found.get(found.size() - 1).id()));
        }
        return Answer.json(200, json);
    }

    Answer show(Call call) throws RefusedCall {
        PaymentView payment = PaymentId.parse(call.open().get("id"))
                .flatMap(id -> ports.payments().find(call.partner(), id))
                .orElseThrow(Payments::unknown);
        return Answer.json(200, view(payment, ports.catalogue()));
    }

    static RefusedCall unknown() {
        return new RefusedCall(RestCode.NO_SUCH_PAYMENT, "path id");
    }

    private static PaymentState stateOf(String word) {
        return Arrays.stream(PaymentState.values())
                .filter(state -> state.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no state"));
    }

    static Map<String, Object> state(PaymentView payment) {
        return Views.state(payment.state().name(), payment.state().japanese());
    }

    /** What is to be paid is left out once its case was erased. */
    static Json view(PaymentView payment, Catalogue catalogue) {
        Json json = Json.object()
                .with("id", payment.id().toString())
                .with("from", Views.destination(payment.from(), catalogue))
                .with("number", payment.number().value())
                .with("application", payment.filing().application().digits())
                .with("filing", payment.filing().toString())
                .with("state", state(payment))
                .with("due", payment.due().toString())
                .with("requested", payment.requested().toString())
                .with("changed", payment.changed().toString())
                .with("paid_on", payment.paidOn());
        payment.details().ifPresent(details -> add(json, details));
        return json;
    }

    private static void add(Json json, PaymentDetails details) {
        PayEasyNumber payEasy = details.payEasy();
        json.with("title", details.title())
                .withText("title_en", details.titleEn())
                .with("amount", details.yen())
                .with("facility_number", payEasy.facility())
                .with("pay_number", payEasy.number())
                .with("confirm_number", payEasy.confirmation())
                .withText("pay_category", payEasy.category())
                .withText("link", details.link());
    }
}
