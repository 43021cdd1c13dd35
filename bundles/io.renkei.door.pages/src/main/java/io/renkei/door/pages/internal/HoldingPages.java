package io.renkei.door.pages.internal;

import io.renkei.api.spi.CertificateReader.Certificate;
import io.renkei.api.spi.HoldingsSource.Holding;
import io.renkei.api.spi.HoldingsSource.Sender;
import io.renkei.ports.holdings.Answer.Missing;
import io.renkei.ports.holdings.HoldingRef;
import io.renkei.ports.holdings.Holdings;
import io.renkei.ports.holdings.Holdings.Document;
import io.renkei.ports.holdings.Holdings.Opened;
import io.renkei.ports.holdings.Verdict;
import io.renkei.ports.people.AccountId;
import io.renkei.ports.sites.SiteId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What private delivery services (民間送達サービス) hold for the person, and one document opened and verified. Opening is a form, since its
 * sender is told of it, and what is opened stands in no address. A representative sees none of it.
 */
final class HoldingPages {

    private final Ports ports;

    HoldingPages(Ports ports) {
        this.ports = ports;
    }

    /** One thing that lies there. */
    record Row(
            String service,
            String holding,
            String title,
            String sender,
            int year,
            String received,
            boolean read,
            String said) {}

    Answer list(Visit visit) throws Refused {
        AccountId account = own(visit);
        Holdings holdings = ports.holdings();
        Map<SiteId, io.renkei.ports.holdings.Answer<List<Holding>>> listed = holdings.list(account);
        Map<SiteId, io.renkei.ports.holdings.Answer<List<Sender>>> senders =
                listed.isEmpty() ? Map.of() : holdings.senders(account);
        List<LinkedService<Row>> services = new ArrayList<>();
        listed.forEach((site, answer) -> {
            Map<String, String> names =
                    names(Optional.ofNullable(senders.get(site)).flatMap(io.renkei.ports.holdings.Answer::given));
            services.add(LinkedService.of(ports, visit, site, answer, each -> row(visit, site, each, names)));
        });
        return Answer.page(View.of("holdings", visit.say("holdings_title"))
                .with("services", services)
                .with("nothing", services.isEmpty()));
    }

    private static Row row(Visit visit, SiteId site, Holding holding, Map<String, String> senders) {
        return new Row(
                site.toString(),
                holding.id(),
                holding.title(),
                senders.getOrDefault(holding.sender(), holding.sender()),
                holding.year(),
                visit.time(holding.received()),
                holding.read(),
                visit.say(holding.read() ? "holding_read" : "holding_unread"));
    }

    private static Map<String, String> names(Optional<List<Sender>> senders) {
        Map<String, String> names = new LinkedHashMap<>();
        senders.orElse(List.of()).forEach(each -> names.put(each.id(), each.name()));
        return names;
    }

    /** Verifies a document, and shows what stands in it; one that is not verified is not shown. */
    Answer open(Visit visit) throws Refused {
        Opened opened = opened(visit);
        Verdict verdict = opened.judgement().verdict();
        View view = View.of("opened", visit.say("opened_title"))
                .with("verified", opened.document().isPresent())
                .with("said", visit.say(verdict == Verdict.FORGED ? "holding_forged" : "holding_unreadable"))
                .with("code", opened.judgement().code())
                .with("service", visit.field("service"))
                .with("holding", visit.field("holding"));
        return Answer.page(opened.document()
                .map(document -> shown(visit, view, document.certificate().certificate()))
                .orElse(view));
    }

    private static View shown(Visit visit, View view, Certificate certificate) {
        return view.with("kind", certificate.kind())
                .with("year", certificate.year())
                .with("issuer", certificate.issuer().toString())
                .with("issued", Moments.day(certificate.issued(), visit.language()))
                .with("nodes", Items.nodes(certificate.values()));
    }

    /** The verified document as its issuer signed it, byte for byte. */
    Answer file(Visit visit) throws Refused {
        Document document = opened(visit).document().orElseThrow(() -> new Refused(PagesCode.NOT_VERIFIED));
        Certificate certificate = document.certificate().certificate();
        return Answer.file("application/xml", document.xml())
                .saved("" + certificate.kind() + "-" + certificate.year() + ".xml");
    }

    private Opened opened(Visit visit) throws Refused {
        AccountId account = own(visit);
        HoldingRef holding = new HoldingRef(LinkedService.named(visit), LinkedService.idThere(visit, "holding"));
        var answer = ports.holdings().open(account, holding);
        if (answer instanceof Missing<?> missing) {
            throw new Refused(PagesCode.NOT_GIVEN, missing.code());
        }
        return answer.given().orElseThrow();
    }

    /** Whose holdings; they are delegated to nobody. */
    static AccountId own(Visit visit) throws Refused {
        if (visit.acting().isPresent()) {
            throw new Refused(PagesCode.NOT_DELEGATED);
        }
        return visit.account().id();
    }
}
