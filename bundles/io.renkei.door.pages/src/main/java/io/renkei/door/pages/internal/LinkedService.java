package io.renkei.door.pages.internal;

import io.renkei.ports.holdings.Answer;
import io.renkei.ports.holdings.Answer.Missing;
import io.renkei.ports.sites.SiteId;
import java.util.List;
import java.util.function.Function;

/**
 * One linked private delivery service on a page, with a row for each thing that it named.
 *
 * @param missing the code, where it did not answer; empty text where it did
 * @param empty whether it answered that there is nothing
 */
record LinkedService<R>(String anchor, String name, String missing, boolean empty, List<R> rows) {

    static <T, R> LinkedService<R> of(
            Ports ports, Visit visit, SiteId site, Answer<List<T>> answer, Function<T, R> row) {
        List<R> rows = answer.given().orElse(List.of()).stream().map(row).toList();
        return new LinkedService<>(
                "service-" + site,
                HandoverPages.siteName(ports, visit, site),
                answer instanceof Missing<?> missing ? missing.code() : "",
                answer.given().isPresent() && rows.isEmpty(),
                rows);
    }

    /** The one that a form names. */
    static SiteId named(Visit visit) throws Refused {
        return SiteId.parse(visit.field("service")).orElseThrow(() -> new Refused(PagesCode.INPUT));
    }

    /** The service's own id of something there, in this field of a form. */
    static String idThere(Visit visit, String field) throws Refused {
        String id = visit.field(field);
        if (!id.matches("[A-Za-z0-9._-]{1,64}")) {
            throw new Refused(PagesCode.INPUT);
        }
        return id;
    }
}
