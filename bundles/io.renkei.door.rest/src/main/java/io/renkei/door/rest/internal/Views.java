package io.renkei.door.rest.internal;

import io.renkei.api.model.ApplicationState;
import io.renkei.api.model.CorrectionRequest;
import io.renkei.api.model.DestinationId;
import io.renkei.api.model.FilingState;
import io.renkei.api.model.ProcedureId;
import io.renkei.ports.catalogue.Catalogue;
import io.renkei.ports.intake.CheckReport;
import io.renkei.ports.notices.Delivery;
import io.renkei.ports.notices.NoticeFact;
import io.renkei.ports.notices.NoticeFacts;
import io.renkei.ports.notices.NoticeOrigin;
import io.renkei.ports.notices.NoticePeriods.Objection;
import io.renkei.ports.notices.NoticeVerdict;
import io.renkei.ports.notices.NoticeView;
import io.renkei.ports.state.ApplicationView;
import io.renkei.ports.state.FilingView;
import io.renkei.ports.state.FollowUpStore.Asked;
import io.renkei.ports.trust.SignatureVerdict;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How things look in JSON. Nothing of a person stands in them but the title of a notice, for its addressee, and what a
 * destination wants corrected, for who submitted the filing.
 */
final class Views {

    private Views() {}

    /** @param asked what destinations want corrected; empty in a list */
    static Json application(ApplicationView view, List<Asked> asked, Catalogue catalogue) {
        ApplicationState state = view.state();
        return Json.object()
                .with("number", view.number().digits())
                .with("sender_number", view.senderNumber().value())
                .with("arrived", view.arrived().toString())
                .with("state", state(state.name(), state.japanese()))
                .with(
                        "filings",
                        view.filings().stream()
                                .filter(f -> f.purpose().isExamined())
                                .map(f -> filing(f, view, asked, catalogue))
                                .toList());
    }

    private static Map<String, Object> filing(
            FilingView view, ApplicationView application, List<Asked> asked, Catalogue catalogue) {
        FilingState state = view.state();
        Json json = Json.object()
                .with("key", view.key().toString())
                .with("procedure", procedure(view.procedure(), catalogue))
                .with("destination", destination(view.destination(), catalogue))
                .with("state", state(state.name(), state.japanese()))
                .with("attempts", view.attempts())
                .with("due", view.due())
                .with("cause", view.cause())
                .with(
                        "receipts",
                        view.receipts().stream()
                                .map(receipt -> Json.object()
                                        .with(
                                                "destination",
                                                receipt.destination().value())
                                        .with("kind", receipt.kind())
                                        .with("value", receipt.value())
                                        .map())
                                .toList())
                .with("resubmission_of", view.earlier());
        List<Map<String, Object>> requests = asked.stream()
                .filter(each -> each.filing().equals(view.key()))
                .map(Views::asked)
                .toList();
        List<Map<String, Object>> answers =
                application.answersTo(view.key()).stream().map(Views::answer).toList();
        return json.withList("corrections_asked", requests)
                .withList("answers", answers)
                .map();
    }

    private static Map<String, Object> answer(FilingView answer) {
        FilingState state = answer.state();
        return Json.object()
                .with("key", answer.key().toString())
                .with("purpose", answer.purpose().name())
                .with("purpose_ja", answer.purpose().japanese())
                .with("state", state(state.name(), state.japanese()))
                .with("due", answer.due())
                .with("cause", answer.cause())
                .map();
    }

    private static Map<String, Object> asked(Asked asked) {
        CorrectionRequest request = asked.request();
        return Json.object()
                .with("asked", asked.at().toString())
                .with("kind", request.kind().name())
                .with("kind_ja", request.kind().japanese())
                .with("deadline", request.deadline())
                .with("taken_late", request.takenLate())
                .with("reasons", request.reasons().stream().map(Views::reason).toList())
                .map();
    }

    private static Map<String, Object> reason(CorrectionRequest.Reason reason) {
        return Json.object()
                .withText("item", reason.item())
                .withText("text", reason.text())
                .withText("code", reason.code())
                .withText("detail_en", reason.sentence())
                .withText("detail_ja", reason.sentenceJa())
                .map();
    }

    static Json notice(NoticeView view, Catalogue catalogue, Optional<Objection> objection) {
        NoticeFacts facts = view.facts();
        return Json.object()
                .with("id", view.id().toString())
                .with("from", destination(view.from(), catalogue))
                .withText("issuer_number", view.issuerNumber())
                .with("application", view.filing().map(key -> key.application().digits()))
                .with("filing", view.filing())
                .withText("title", view.title())
                .with("size", view.content().size())
                .with("sha256", view.content().digest().hex())
                .with("document", "/v1/notices/" + view.id() + "/document")
                .with("evidence", "/v1/notices/" + view.id() + "/evidence")
                .with("sealed", view.verdict() != NoticeVerdict.UNSEALED)
                .with("read", view.read())
                .with("issued", facts.issued())
                .with("received", view.received().toString())
                .with("available", view.available())
                .with("delivered", facts.at(NoticeFact.DELIVERED))
                .with("opened", facts.at(NoticeFact.OPENED))
                .with("seen", view.seen())
                .with("fetched", view.fetched())
                .with("acknowledged", view.receiptSent())
                .with("fetch_until", facts.fetchUntil())
                .with("expiring", facts.at(NoticeFact.EXPIRING))
                .with("expired", facts.at(NoticeFact.EXPIRED))
                .with("erased", facts.at(NoticeFact.ERASED))
                .with("superseded", facts.at(NoticeFact.SUPERSEDED))
                .with("withdrawn", facts.at(NoticeFact.WITHDRAWN))
                .with("followed_by", facts.successor())
                .with("other_decision", facts.rival())
                .withObject("objection", objection.map(Views::objection));
    }

    /** Where a message without a seal was fetched from. */
    static Map<String, Object> origin(NoticeOrigin origin) {
        return Json.object()
                .with("server", origin.server())
                .with("certificate_sha256", origin.certificate().hex())
                .map();
    }

    /** How a notice fares on each channel. */
    static List<Map<String, Object>> deliveries(List<Delivery> deliveries) {
        return deliveries.stream()
                .map(delivery -> Json.object()
                        .with("channel", delivery.channel())
                        .with("state", delivery.state().name().toLowerCase(Locale.ROOT))
                        .with("at", delivery.at().toString())
                        .withText("code", delivery.code())
                        .withText("reference", delivery.reference())
                        .with("opened", delivery.opened())
                        .map())
                .toList();
    }

    private static Map<String, Object> objection(Objection objection) {
        return Json.object()
                .with("from", objection.from().name().toLowerCase(Locale.ROOT))
                .with("last_day", objection.lastDay())
                .with("limit", objection.limit())
                .with("text_en", objection.sentence())
                .with("text_ja", objection.sentenceJa())
                .map();
    }

    static Json report(CheckReport report) {
        return Json.object()
                .with("good", report.good())
                .withText("format", report.format())
                .with("at", report.at().toString())
                .with("package_sha256", report.packageDigest().hex())
                .with(
                        "signatures",
                        report.signatures().stream().map(Views::document).toList())
                .with(
                        "faults",
                        report.faults().stream()
                                .map(f -> fault(f.code(), f.place(), f.sentence(), f.sentenceJa()))
                                .toList())
                .with(
                        "filings",
                        report.filings().stream()
                                .map(line -> Json.object()
                                        .with("procedure", line.procedure().value())
                                        .with("destination", line.destination().value())
                                        .map())
                                .toList());
    }

    private static Map<String, Object> document(CheckReport.DocumentVerdict document) {
        List<Map<String, Object>> signatures =
                document.signatures().stream().map(Views::signature).toList();
        return Json.object()
                .withText("place", document.place())
                .with("signatures", signatures)
                .map();
    }

    private static Map<String, Object> signature(SignatureVerdict verdict) {
        return Json.object()
                .with("id", verdict.id())
                .with("accepted", verdict.accepted())
                .with("core_valid", verdict.coreValid())
                .with("path_valid", verdict.pathValid())
                .with("at", verdict.at().toString())
                .with("revocation", verdict.revocation().name())
                .with("signer_sha256", verdict.signerFingerprint())
                .with(
                        "faults",
                        verdict.faults().stream()
                                .map(f -> fault(f.code(), f.place(), f.sentence(), f.sentenceJa()))
                                .toList())
                .map();
    }

    private static Map<String, Object> fault(String code, String place, String sentence, String sentenceJa) {
        return Json.object()
                .with("code", code)
                .withText("place", place)
                .with("detail_en", sentence)
                .with("detail_ja", sentenceJa)
                .map();
    }

    static Map<String, Object> state(String code, String japanese) {
        String words = code.toLowerCase(Locale.ROOT).replace('_', ' ');
        String english = code.charAt(0) + words.substring(1);
        return Json.object()
                .with("code", code)
                .with("name_en", english)
                .with("name_ja", japanese)
                .map();
    }

    static Map<String, Object> procedure(ProcedureId id, Catalogue catalogue) {
        return Json.object()
                .with("id", id.value())
                .with("name_ja", catalogue.procedureName(id))
                .map();
    }

    static Map<String, Object> destination(DestinationId id, Catalogue catalogue) {
        return Json.object()
                .with("id", id.value())
                .with("name_ja", catalogue.destinationName(id))
                .map();
    }
}
