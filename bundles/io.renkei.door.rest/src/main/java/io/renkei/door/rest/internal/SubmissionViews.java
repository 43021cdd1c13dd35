package io.renkei.door.rest.internal;

import io.renkei.api.model.DestinationId;
import io.renkei.ports.catalogue.Catalogue;
import io.renkei.ports.submissions.AccessAnswer;
import io.renkei.ports.submissions.AccessRecord;
import io.renkei.ports.submissions.DataObject;
import io.renkei.ports.submissions.SubmissionView;
import io.renkei.ports.submissions.SubmissionView.Permitted;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How submissions and references look in JSON. */
final class SubmissionViews {

    private SubmissionViews() {}

    /** All of it, for who recorded it. */
    static Json company(SubmissionView view, Catalogue catalogue) {
        return begun(view, catalogue)
                .with("sender_number", view.senderNumber().value())
                .withList(
                        "objects",
                        new TreeMap<>(view.objects())
                                .entrySet().stream()
                                        .map(each -> object(each.getKey(), each.getValue())
                                                .with("path", each.getValue().path())
                                                .map())
                                        .toList())
                .with(
                        "permissions",
                        view.permissions().stream()
                                .map(each -> permission(each, catalogue).map())
                                .toList());
    }

    /** What a destination may refer to now, without where it lies. */
    static Json agency(SubmissionView view, DestinationId to, Instant now, Catalogue catalogue) {
        Permitted mine = view.permitted(to).orElseThrow();
        String path = "/v1/ministry/" + to + "/submissions/" + view.number() + "/objects/";
        return begun(view, catalogue)
                .with("sender", view.sender().value())
                .with("permission", permission(mine, catalogue).map())
                .withList(
                        "objects",
                        new TreeMap<>(view.objects())
                                .entrySet().stream()
                                        .filter(each -> mine.answer(each.getKey(), now) == AccessAnswer.ASKED)
                                        .map(each -> object(each.getKey(), each.getValue())
                                                .with("path", path + each.getKey())
                                                .map())
                                        .toList());
    }

    private static Json begun(SubmissionView view, Catalogue catalogue) {
        return Json.object()
                .with("number", view.number().digits())
                .with("arrived", view.arrived().toString())
                .with(
                        "procedures",
                        view.procedures().stream()
                                .map(id -> Views.procedure(id, catalogue))
                                .toList());
    }

    private static Json object(int number, DataObject object) {
        return Json.object()
                .with("number", number)
                .with("name", object.name())
                .withList("items", object.items())
                .with("media_type", object.mediaType())
                .with("size", object.size())
                .with("sha256", object.digest().hex());
    }

    private static Json permission(Permitted permitted, Catalogue catalogue) {
        return Json.object()
                .with("destination", Views.destination(permitted.permission().destination(), catalogue))
                .with("objects", List.copyOf(permitted.permission().objects()))
                .with("from", permitted.permission().from().toString())
                .with("until", permitted.permission().until().toString())
                .with("revoked", permitted.revoked());
    }

    static Map<String, Object> access(AccessRecord record, Catalogue catalogue) {
        AccessAnswer answer = record.answer();
        return Json.object()
                .with("id", record.id())
                .with("destination", Views.destination(record.destination(), catalogue))
                .with("partner", record.partner().value())
                .with("object", record.object())
                .with("answer", Views.state(answer.name(), answer.japanese()))
                .with("asked", record.asked().toString())
                .with("answered", record.answered())
                .map();
    }
}
