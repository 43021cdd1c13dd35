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

    /** One sender. */
    record Row(String service, String sender, String name, boolean picked, String said, String wanted) {}

    Answer list(Visit visit) throws Refused {
        AccountId account = HoldingPages.own(visit);
        List<LinkedService<Row>> services = new ArrayList<>();
        ports.holdings()
                .senders(account)
                .forEach((site, answer) ->
                        services.add(LinkedService.of(ports, visit, site, answer, each -> row(visit, site, each))));
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

    private static Row row(Visit visit, SiteId site, Sender sender) {
        return new Row(
                site.toString(),
                sender.id(),
                sender.name(),
                sender.picked(),
                visit.say(sender.picked() ? "sender_picked" : "sender_not_picked"),
                sender.picked() ? "no" : "yes");
    }

    Answer pick(Visit visit) throws Refused {
        AccountId account = HoldingPages.own(visit);
        SiteId service = LinkedService.named(visit);
        String sender = LinkedService.idThere(visit, "sender");
        boolean picked = visit.field("picked").equals("yes");
        if (!picked && !visit.field("picked").equals("no")) {
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
