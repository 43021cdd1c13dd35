package io.renkei.door.rest.internal;

import io.renkei.ports.intake.Fault;
import java.util.List;
import java.util.Map;

/**
 * A problem document (RFC 9457), in both languages.
 *
 * @param faults the reasons, at least one; the first gives the document its code
 */
record Problem(int status, List<Fault> faults) {

    private static final Map<Integer, String> TITLES = Map.ofEntries(
            Map.entry(400, "The request is not well-formed"),
            Map.entry(401, "The caller is not known"),
            Map.entry(403, "The caller may not do this"),
            Map.entry(404, "There is no such thing"),
            Map.entry(405, "The method is not known here"),
            Map.entry(408, "The body came too slowly"),
            Map.entry(409, "As it stands, this cannot be done"),
            Map.entry(410, "It is over"),
            Map.entry(413, "The body is too large"),
            Map.entry(415, "The media type is not taken"),
            Map.entry(422, "The package is refused"),
            Map.entry(429, "Too much at once"),
            Map.entry(431, "The headers are too large"),
            Map.entry(500, "The gateway failed"),
            Map.entry(502, "The company's store has something else"),
            Map.entry(503, "Not now"));

    Problem {
        faults = List.copyOf(faults);
        if (faults.isEmpty()) {
            throw new IllegalArgumentException("a problem has at least one reason");
        }
    }

    static Problem of(RestCode code, String place) {
        return new Problem(code.status(), List.of(new Fault(code.code(), place, code.sentence(), code.sentenceJa())));
    }

    Answer answer(Language language) {
        Fault first = faults.get(0);
        Json json = Json.object()
                .with("type", "urn:renkei:problem:" + first.code())
                .with("title", TITLES.get(status))
                .with("status", status);
        describe(json, first, language);
        if (faults.size() > 1) {
            json.with(
                    "errors",
                    faults.stream()
                            .map(fault ->
                                    describe(Json.object(), fault, language).map())
                            .toList());
        }
        return Answer.bytes(status, MediaTypes.PROBLEM, json.bytes()).with("Content-Language", language.tag());
    }

    private static Json describe(Json json, Fault fault, Language language) {
        return json.with("code", fault.code())
                .with("detail", language.choose(fault.sentence(), fault.sentenceJa()))
                .with("detail_en", fault.sentence())
                .with("detail_ja", fault.sentenceJa())
                .withText("place", fault.place());
    }
}
