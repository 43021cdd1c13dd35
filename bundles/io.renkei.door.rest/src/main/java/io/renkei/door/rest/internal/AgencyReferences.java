package io.renkei.door.rest.internal;

import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.DestinationId;
import io.renkei.ports.submissions.AccessAnswer;
import io.renkei.ports.submissions.DataObject;
import io.renkei.ports.submissions.ReferToData.Outcome;
import io.renkei.ports.submissions.SubmissionNews;
import io.renkei.ports.submissions.SubmissionView;
import java.io.IOException;
import java.time.Clock;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells an agency of data that stays with its company, and hands one object over. Each reference is an access record. */
final class AgencyReferences {

    private static final Logger LOG = LoggerFactory.getLogger(AgencyReferences.class);
    private static final Pattern OBJECT = Pattern.compile("[1-9][0-9]{0,3}");

    private static final Map<AccessAnswer, RestCode> WITHHELD = new EnumMap<>(Map.of(
            AccessAnswer.NOT_PERMITTED, RestCode.NO_SUCH_SUBMISSION,
            AccessAnswer.NOT_BEGUN, RestCode.PERMISSION_NOT_BEGUN,
            AccessAnswer.OVER, RestCode.PERMISSION_OVER,
            AccessAnswer.REVOKED, RestCode.PERMISSION_REVOKED,
            AccessAnswer.STORE_DOWN, RestCode.STORE_DOWN,
            AccessAnswer.CHANGED, RestCode.OBJECT_CHANGED));

    private final Ports ports;
    private final Clock clock;

    AgencyReferences(Ports ports, Clock clock) {
        this.ports = ports;
        this.clock = clock;
    }

    /** Oldest first; the cursor is there also behind the last one, to go on when there is more. */
    Answer news(Call call) throws RefusedCall {
        DestinationId to = call.ownDestination();
        Page page = call.page();
        long after =
                Cursor.before(page, CompanyRecords::sequence, place -> true).orElse(0L);
        List<SubmissionNews> found = ports.submissions().news(to, after, page.limit());
        long last = found.isEmpty() ? after : found.get(found.size() - 1).place();
        return Answer.json(
                200,
                Json.object()
                        .with("news", found.stream().map(AgencyReferences::view).toList())
                        .with("next", Cursor.of(last)));
    }

    private static Map<String, Object> view(SubmissionNews news) {
        return Json.object()
                .with("submission", news.submission().digits())
                .with("kind", news.kind().name().toLowerCase(Locale.ROOT))
                .with("at", news.at().toString())
                .with("path", "/v1/ministry/" + news.to() + "/submissions/" + news.submission())
                .map();
    }

    Answer show(Call call) throws RefusedCall {
        DestinationId to = call.ownDestination();
        SubmissionView view = Applications.number(call.open().get("number"))
                .flatMap(number -> ports.submissions().find(to, number))
                .orElseThrow(CompanyRecords::unknown);
        return Answer.json(200, SubmissionViews.agency(view, to, clock.instant(), ports.catalogue()));
    }

    Answer object(Call call) throws RefusedCall, IOException {
        DestinationId as = call.ownDestination();
        Optional<ArrivalNumber> number = Applications.number(call.open().get("number"));
        String object = call.open().get("object");
        if (number.isEmpty() || !OBJECT.matcher(object).matches()) {
            throw CompanyRecords.unknown();
        }
        Outcome outcome = refer(call, as, number.get(), Integer.parseInt(object));
        if (outcome instanceof Outcome.Released released) {
            return released(released);
        }
        Outcome.Withheld withheld = (Outcome.Withheld) outcome;
        throw new RefusedCall(WITHHELD.get(withheld.answer()), "path", withheld.retryAfterSeconds());
    }

    private Outcome refer(Call call, DestinationId as, ArrivalNumber number, int object)
            throws RefusedCall, IOException {
        try {
            return ports.references().refer(call.partner(), as, number, object);
        } catch (IOException e) {
            if (Failures.isDatabaseGone(e)) {
                throw e;
            }
            LOG.error("REST-028: an object of submission {} could not be kept until it was compared", number, e);
            throw new RefusedCall(RestCode.INTERNAL);
        }
    }

    private static Answer released(Outcome.Released released) {
        DataObject object = released.object();
        String digest = Base64.getEncoder().encodeToString(object.digest().bytes());
        return Answer.stream(200, object.mediaType(), object.size(), released::body)
                .with("Access-Record", released.access())
                .with("Repr-Digest", "sha-256=:" + digest + ":")
                .with("Content-Disposition", "attachment");
    }
}
