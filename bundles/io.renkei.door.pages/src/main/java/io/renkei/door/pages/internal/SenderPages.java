package io.renkei.door.pages.internal;

import io.renkei.api.spi.HoldingsSource.Sender;
import io.renkei.ports.holdings.Answer.Missing;
import io.renkei.ports.people.AccountId;
import io.renkei.ports.sites.SiteId;
import java.util.ArrayList;
import java.util.List;

/** The senders (発行元・送付元) of each linked private delivery service, for the person to pick. A representative sees none of it. */
final class SenderPages {

    private final Ports ports;

    SenderPages(Ports ports) {
        this.ports = ports;
    }

    /**
     * One linked service.
     *
     * @param missing the code, where it did not answer; empty text where it did
     */
    record Service(String anchor, String name, String missing, boolean empty, List<Row> rows) {}

    /** One sender. */
    record Row(String service, String sender, String name, boolean picked, String said, String wanted) {}

    Answer list(Visit visit) throws Refused {
        AccountId account = HoldingPages.own(visit);
        List<Service> services = new ArrayList<>();
        ports.holdings().senders(account).forEach((site, answer) -> services.add(service(visit, site, answer)));
        return Answer.page(View.of("senders", visit.say("senders_title"))
                .with("services", services)
                .with("nothing", services.isEmpty())
                .with("done", done(visit)));
    }

    private static String done(Visit visit) {
        return switch (visit.field("done")) {
            case "picked" -> visit.say("senders_picked");
            case "dropped" -> visit.say("senders_dropped");
            default -> "";
        };
    }

    private Service service(Visit visit, SiteId site, io.renkei.ports.holdings.Answer<List<Sender>> answer) {
        List<Row> rows = answer.given().orElse(List.of()).stream()
                .map(each -> new Row(
                        site.toString(),
                        each.id(),
                        each.name(),
                        each.picked(),
                        visit.say(each.picked() ? "sender_picked" : "sender_not_picked"),
                        each.picked() ? "no" : "yes"))
                .toList();
        return new Service(
                "service-" + site,
                HandoverPages.siteName(ports, visit, site),
                answer instanceof Missing<?> missing ? missing.code() : "",
                answer.given().isPresent() && rows.isEmpty(),
                rows);
    }

    Answer pick(Visit visit) throws Refused {
        AccountId account = HoldingPages.own(visit);
        SiteId service = SiteId.parse(visit.field("service")).orElseThrow(() -> new Refused(PagesCode.INPUT));
        String sender = visit.field("sender");
        boolean picked = visit.field("picked").equals("yes");
        if (!sender.matches("[A-Za-z0-9._-]{1,64}")
                || !picked && !visit.field("picked").equals("no")) {
            throw new Refused(PagesCode.INPUT);
        }
        var answer = ports.holdings().pick(account, service, sender, picked);
        if (answer instanceof Missing<?> missing) {
            throw new Refused(PagesCode.SENDER_NOT_CHANGED, missing.code());
        }
        if (!answer.given().orElseThrow()) {
            throw new Refused(PagesCode.NO_SUCH_SENDER);
        }
        return Answer.see("/people/holdings/senders?done=" + (picked ? "picked" : "dropped"));
    }
}
