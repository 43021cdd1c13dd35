package io.renkei.selfinfo.internal;

import io.renkei.api.spi.AttributeSource;
import io.renkei.api.spi.LinkageCodeSource;
import io.renkei.ports.catalogue.Catalogue;
import io.renkei.ports.health.Finding;
import io.renkei.ports.health.HealthSource;
import io.renkei.ports.records.AccessRecordStore;
import io.renkei.ports.selfinfo.LinkageCodeStore;
import io.renkei.ports.selfinfo.QuestionId;
import io.renkei.ports.selfinfo.QuestionStore;
import io.renkei.ports.selfinfo.SelfInformation;
import io.renkei.ports.selfinfo.SelfInformationItems;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Self-information, as its file says. A change is used by what is asked next; one that cannot be used leaves the settings of before. */
@Component(
        service = {SelfInformation.class, HealthSource.class},
        immediate = true,
        configurationPid = SelfInfoConfig.PID)
@Designate(ocd = SelfInfoConfig.class)
public final class SelfInfoComponent implements SelfInformation, HealthSource {

    private static final Logger LOG = LoggerFactory.getLogger(SelfInfoComponent.class);

    private final Desk desk;
    private volatile LinkageCodeSource codes;

    /** @throws IllegalArgumentException if the settings cannot be used */
    @Activate
    public SelfInfoComponent(
            SelfInfoConfig config,
            @Reference QuestionStore questions,
            @Reference AccessRecordStore records,
            @Reference LinkageCodeStore linkageCodes,
            @Reference SelfInformationItems items,
            @Reference Catalogue catalogue) {
        desk = new Desk(
                settings(config),
                new Desk.Stores(questions, records, linkageCodes),
                items,
                catalogue,
                () -> Optional.ofNullable(codes),
                Clock.systemUTC());
    }

    private static SelfInfoSettings settings(SelfInfoConfig config) {
        try {
            return SelfInfoSettings.of(config);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(SelfInfoCode.SETTINGS.line() + "\n" + e.getMessage(), e);
        }
    }

    @Activate
    void start() {
        desk.start();
    }

    @Modified
    void change(SelfInfoConfig config) {
        try {
            desk.change(settings(config));
        } catch (IllegalArgumentException e) {
            LOG.error("{} The settings of before stay in use.", e.getMessage());
        }
    }

    @Deactivate
    void stop() {
        desk.close();
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindSource(AttributeSource source) {
        desk.connected(source);
    }

    void unbindSource(AttributeSource source) {
        desk.agencies().remove(source);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindCodes(LinkageCodeSource source) {
        codes = source;
        desk.wake();
    }

    void unbindCodes(LinkageCodeSource source) {
        if (codes == source) {
            codes = null;
        }
    }

    @Override
    public QuestionId ask(Question question) {
        return desk.questions().ask(question);
    }

    @Override
    public Optional<Progress> find(QuestionId id) {
        return desk.questions().find(id);
    }

    @Override
    public void forget(QuestionId id) {
        desk.questions().forget(id);
    }

    @Override
    public List<Finding> findings() {
        return desk.findings();
    }
}
