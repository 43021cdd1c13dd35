package io.renkei.door.rest.internal;

import io.renkei.api.model.ArrivalNumber;
import io.renkei.ports.state.ApplicationStore;
import io.renkei.ports.state.ApplicationView;
import io.renkei.ports.state.FollowUpStore;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.List;
import java.util.Optional;

/** A partner's own applications. Another's number answers like an unknown one. */
final class Applications {

    private final Ports ports;

    Applications(Ports ports) {
        this.ports = ports;
    }

    Answer list(Call call) throws RefusedCall {
        Page page = call.page();
        ApplicationStore store = ports.applications();
        Optional<ArrivalNumber> before = Cursor.before(
                page,
                Applications::number,
                number -> store.find(call.partner(), number).isPresent());
        List<ApplicationView> found = store.list(call.partner(), before, page.limit());
        Json json = Json.object()
                .with(
                        "applications",
                        found.stream()
                                .map(view -> Views.application(view, List.of(), ports.catalogue())
                                        .map())
                                .toList());
        if (found.size() == page.limit()) {
            json.with("next", Cursor.of(found.get(found.size() - 1).number()));
        }
        return Answer.json(200, json);
    }

    Answer show(Call call) throws RefusedCall {
        ApplicationView view = number(call.open().get("number"))
                .flatMap(number -> ports.applications().find(call.partner(), number))
                .orElseThrow(Applications::unknown);
        return Answer.json(200, Views.application(view, asked(view.number()), ports.catalogue()));
    }

    private List<FollowUpStore.Asked> asked(ArrivalNumber number) throws RefusedCall {
        try {
            return ports.followUps().asked(number);
        } catch (IOException e) {
            throw new RefusedCall(RestCode.DOCUMENT_UNREADABLE, "path number");
        }
    }

    Answer receipt(Call call) throws RefusedCall {
        byte[] receipt = number(call.open().get("number"))
                .flatMap(number -> ports.applications().receipt(call.partner(), number))
                .orElseThrow(Applications::unknown);
        return Answer.bytes(200, MediaTypes.JOSE, receipt);
    }

    private static RefusedCall unknown() {
        return new RefusedCall(RestCode.NO_SUCH_APPLICATION, "path number");
    }

    static Optional<ArrivalNumber> number(String text) {
        try {
            return Optional.of(new ArrivalNumber(text));
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }
}
