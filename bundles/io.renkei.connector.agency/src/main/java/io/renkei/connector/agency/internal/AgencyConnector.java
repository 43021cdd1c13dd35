package io.renkei.connector.agency.internal;

import io.renkei.api.model.DestinationId;
import io.renkei.api.model.SelfInformationNumber;
import io.renkei.api.spi.AttributeSource;
import io.renkei.api.spi.Connector;
import io.renkei.api.spi.MinistryConnector;
import io.renkei.api.spi.PermanentFailure;
import io.renkei.api.spi.TlsContexts;
import io.renkei.api.spi.TransientFailure;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** One instance per configuration of the factory PID {@value AgencyConfig#PID}. */
@Component(
        service = {MinistryConnector.class, AttributeSource.class},
        configurationPid = AgencyConfig.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = AgencyConfig.class, factory = true)
@Connector(id = "agency")
public final class AgencyConnector implements AttributeSource {

    private final AgencyInstance instance;

    @Activate
    public AgencyConnector(@Reference TlsContexts tls, AgencyConfig config) {
        instance = new AgencyInstance(AgencySettings.of(config), tls);
    }

    @Deactivate
    void stop() {
        instance.close();
    }

    @Override
    public DestinationId destination() {
        return instance.settings().destination();
    }

    @Override
    public Health probe() {
        return instance.probe();
    }

    @Override
    public Set<SelfInformationNumber> items() {
        return instance.settings().items();
    }

    @Override
    public Asking asking() {
        return instance.settings().asking();
    }

    @Override
    public Map<SelfInformationNumber, Answer> ask(Question question) throws TransientFailure, PermanentFailure {
        return instance.ask(question);
    }

    @Override
    public Map<SelfInformationNumber, Answer> askAgain(
            String handle, Question question, Set<SelfInformationNumber> items)
            throws TransientFailure, PermanentFailure {
        return instance.askAgain(handle, question, items);
    }
}
