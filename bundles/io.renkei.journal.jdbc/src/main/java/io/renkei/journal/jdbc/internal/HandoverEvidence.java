package io.renkei.journal.jdbc.internal;

import io.renkei.api.model.Sha256;
import io.renkei.ports.linkage.ConsentId;
import io.renkei.ports.linkage.DeductionWish;
import io.renkei.ports.linkage.HandoverStore.Change;
import io.renkei.ports.linkage.HandoverView;
import io.renkei.ports.linkage.SignedRequest;
import io.renkei.ports.people.AccountId;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** What the chain of the account says of a change of a handover, and the receipts that come with it. */
final class HandoverEvidence {

    private HandoverEvidence() {}

    static void write(Tx tx, AccountChain chain, AccountId account, Change change) throws SQLException {
        if (change.event().isEmpty()) {
            return;
        }
        HandoverView view = change.after().view();
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("handover", view.id().toString());
        detail.put("site", view.site().value());
        detail.put("from", change.before().view().state());
        detail.put("to", view.state());
        detail.put("by", change.who().by().toString());
        if (change.papers().consent().isPresent()) {
            ConsentId consent = view.consent().orElseThrow();
            detail.put("consent", consent.toString());
            detail.put("items", conditions(view));
            view.wish().deductions().ifPresent(wanted -> detail.put("deductions", deductions(wanted)));
            detail.put("receipt", digest(change.papers().consent().get()));
            AccountPapers.keep(
                    tx,
                    chain,
                    account,
                    consent.value(),
                    change.papers().consent().get());
            if (change.papers().request().isPresent()) {
                SignedRequest request = change.papers().request().get();
                AccountPapers.keep(tx, chain, account, consent, request);
                detail.put("request", request.digest().hex());
            }
        }
        if (change.papers().release().isPresent()) {
            detail.put(
                    "items",
                    view.released().stream().sorted().map(Object::toString).toList());
            if (!view.certificates().isEmpty()) {
                detail.put(
                        "certificates",
                        view.certificates().stream()
                                .map(Object::toString)
                                .sorted()
                                .toList());
            }
            detail.put("receipt", digest(change.papers().release().get()));
            AccountPapers.keep(
                    tx,
                    chain,
                    account,
                    view.id().value(),
                    change.papers().release().get());
        }
        chain.add(change.event(), detail);
        chain.write(tx);
    }

    private static Map<String, String> conditions(HandoverView view) {
        Map<String, String> conditions = new TreeMap<>();
        view.wish()
                .items()
                .forEach((item, condition) -> conditions.put(
                        item.value(),
                        condition.fold(() -> "latest", day -> day.toString(), (from, to) -> from + "/" + to)));
        return conditions;
    }

    private static Map<String, Object> deductions(DeductionWish wanted) {
        Map<String, Object> detail = new TreeMap<>();
        detail.put("year", wanted.year());
        detail.put("kinds", wanted.kinds().stream().sorted().toList());
        detail.put("documents", wanted.documents());
        return detail;
    }

    private static String digest(String receipt) {
        return Sha256.of(receipt.getBytes(StandardCharsets.UTF_8)).hex();
    }
}
