package io.renkei.notices.internal;

import io.renkei.api.model.DestinationId;
import io.renkei.api.spi.OfficialDocumentReader;
import io.renkei.ports.bus.Bus;
import io.renkei.ports.bus.Lane;
import io.renkei.ports.catalogue.Catalogue;
import io.renkei.ports.content.ContentStore;
import io.renkei.ports.health.Finding;
import io.renkei.ports.health.HealthSource;
import io.renkei.ports.notices.DeliveryNote;
import io.renkei.ports.notices.MessageStore;
import io.renkei.ports.notices.NoticePeriods;
import io.renkei.ports.notices.NoticeStore;
import io.renkei.ports.notices.NoticeView;
import io.renkei.ports.notices.ReceiveMessage;
import io.renkei.ports.notices.ReceiveNotice;
import io.renkei.ports.notices.UnsealedMessage;
import io.renkei.ports.packages.Packages;
import io.renkei.ports.rounds.Rounds;
import io.renkei.ports.state.FilingStore;
import io.renkei.ports.trust.PdfSignatures;
import io.renkei.ports.trust.TrustAnchors;
import io.renkei.ports.trust.XmlSignatures;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes notices and judges them while state, content, trust and bus are there. */
@Component(
        service = {ReceiveNotice.class, ReceiveMessage.class, NoticePeriods.class, HealthSource.class, Waiting.class},
        immediate = true,
        configurationPid = NoticesConfig.PID)
@Designate(ocd = NoticesConfig.class)
public final class NoticesComponent implements ReceiveNotice, ReceiveMessage, NoticePeriods, HealthSource, Waiting {

    private static final Logger LOG = LoggerFactory.getLogger(NoticesComponent.class);

    private final List<OfficialDocumentReader> readers = new CopyOnWriteArrayList<>();
    private final Bus bus;
    private final NoticeReceiver receiver;
    private final MessageReceiver messageReceiver;
    private final JudgeHandler handler;
    private final Rounds orphans;
    private final Deadlines deadlines;
    private final Rounds deadlineLooks;
    private final Periods periods;
    private volatile NoticesSettings settings;
    private Bus.Subscription lane;

    @Activate
    public NoticesComponent(
            NoticesConfig config,
            Map<String, Object> all,
            @Reference NoticeStore notices,
            @Reference MessageStore messages,
            @Reference FilingStore filings,
            @Reference ContentStore contents,
            @Reference XmlSignatures xmlSignatures,
            @Reference PdfSignatures pdfSignatures,
            @Reference Packages packages,
            @Reference TrustAnchors anchors,
            @Reference Catalogue catalogue,
            @Reference Bus bus) {
        Clock clock = Clock.systemUTC();
        this.bus = bus;
        this.settings = NoticesSettings.of(config, all);
        this.receiver = new NoticeReceiver(notices, contents, () -> settings.maxBytes(), clock);
        this.periods = new Periods(() -> settings.periods(), catalogue::isPublicHoliday);
        this.messageReceiver = new MessageReceiver(
                messages,
                notices,
                filings,
                contents,
                periods,
                from -> settings.unsealed().of(from),
                () -> settings.maxBytes(),
                clock);
        Judge judge = new Judge(
                notices,
                filings,
                contents,
                examination(xmlSignatures, pdfSignatures, packages, anchors),
                periods,
                clock);
        this.handler = new JudgeHandler(judge);
        Orphans waiting = new Orphans(notices, judge, () -> settings, clock);
        this.orphans = new Rounds(
                "renkei.notices.orphans",
                "The look for waiting notices",
                () -> settings.orphanPause(),
                waiting::judgeAll);
        this.deadlines = new Deadlines(notices, clock);
        this.deadlineLooks = new Rounds(
                "renkei.notices.deadlines",
                "The look for notices whose end comes near",
                () -> settings.deadlinePause(),
                deadlines::look);
    }

    private Examination examination(
            XmlSignatures xmlSignatures, PdfSignatures pdfSignatures, Packages packages, TrustAnchors anchors) {
        SealCheck seals = new SealCheck(anchors, () -> settings.signers());
        XmlExamination xml = new XmlExamination(xmlSignatures, seals, () -> readers, () -> settings.effects());
        PdfExamination pdf = new PdfExamination(pdfSignatures, seals, () -> settings.effects());
        return new Examination(xml, pdf, new ZipExamination(packages, xml, pdf));
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addReader(OfficialDocumentReader reader) {
        readers.add(reader);
    }

    void removeReader(OfficialDocumentReader reader) {
        readers.remove(reader);
    }

    @Activate
    void start() {
        lane = bus.subscribe(Lane.NOTICES, settings.judgeParallel(), handler);
        orphans.plan();
        deadlineLooks.plan();
    }

    @Modified
    void configure(NoticesConfig config, Map<String, Object> all) {
        try {
            settings = NoticesSettings.of(config, all);
            orphans.plan();
            deadlineLooks.plan();
            LOG.info("New settings are in use; judge.parallel counts from the next start.");
        } catch (IllegalArgumentException e) {
            LOG.error("The settings of before stay in use; correct the file: {}", e.getMessage());
        }
    }

    @Deactivate
    void stop() {
        handler.closing();
        lane.close();
        orphans.close();
        deadlineLooks.close();
    }

    @Override
    public Taken receive(DestinationId from, String channel, String remoteId, DeliveryNote note, InputStream body)
            throws IOException {
        return receiver.receive(from, channel, remoteId, note, body);
    }

    @Override
    public boolean isAllowed(DestinationId from) {
        return messageReceiver.isAllowed(from);
    }

    @Override
    public Optional<Taken> receive(DestinationId from, UnsealedMessage message, InputStream body) throws IOException {
        return messageReceiver.receive(from, message, body);
    }

    @Override
    public Optional<Objection> objection(NoticeView notice) {
        return periods.objection(notice);
    }

    @Override
    public Duration longest() {
        return settings.orphanLife();
    }

    @Override
    public List<Finding> findings() {
        return deadlines.findings();
    }
}
