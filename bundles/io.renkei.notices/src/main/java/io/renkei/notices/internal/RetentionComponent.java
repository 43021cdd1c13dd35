package io.renkei.notices.internal;

import io.renkei.ports.health.Finding;
import io.renkei.ports.health.HealthSource;
import io.renkei.ports.notices.NoticeView;
import io.renkei.ports.notices.Retention;
import io.renkei.ports.notices.RetentionStore;
import io.renkei.ports.rounds.Rounds;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has documents destroyed whose time is over, while the state is there and notices are judged. */
@Component(
        service = {Retention.class, HealthSource.class},
        immediate = true,
        configurationPid = RetentionConfig.PID)
@Designate(ocd = RetentionConfig.class)
public final class RetentionComponent implements Retention, HealthSource {

    private static final Logger LOG = LoggerFactory.getLogger(RetentionComponent.class);

    private final Waiting waiting;
    private final Erasures erasures;
    private final Rounds looks;
    private volatile RetentionSettings settings;

    @Activate
    public RetentionComponent(RetentionConfig config, @Reference RetentionStore store, @Reference Waiting waiting) {
        this.waiting = waiting;
        this.settings = RetentionSettings.of(config);
        this.erasures = new Erasures(store, () -> settings, waiting, Clock.systemUTC());
        this.looks = new Rounds(
                "renkei.notices.retention",
                "The look for documents whose time is over",
                () -> settings.pause(),
                erasures::look);
    }

    @Activate
    void start() {
        looks.plan();
    }

    @Modified
    void configure(RetentionConfig config) {
        try {
            settings = RetentionSettings.of(config);
            looks.plan();
        } catch (IllegalArgumentException e) {
            LOG.error("The settings of before stay in use; correct the file: {}", e.getMessage());
        }
    }

    @Deactivate
    void stop() {
        looks.close();
    }

    @Override
    public Optional<Instant> erasing(NoticeView notice) {
        return settings.erasing(notice, waiting.longest());
    }

    @Override
    public List<Finding> findings() {
        return erasures.findings();
    }
}
