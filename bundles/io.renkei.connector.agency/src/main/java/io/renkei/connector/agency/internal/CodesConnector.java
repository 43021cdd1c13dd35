package io.renkei.connector.agency.internal;

import io.renkei.api.model.DestinationId;
import io.renkei.api.model.LinkageCode;
import io.renkei.api.spi.Connector;
import io.renkei.api.spi.LinkageCodeSource;
import io.renkei.api.spi.MinistryConnector;
import io.renkei.api.spi.PermanentFailure;
import io.renkei.api.spi.TlsContexts;
import io.renkei.api.spi.TransientFailure;
import io.renkei.http.ConnectorHttp;
import io.renkei.http.Probe;
import io.renkei.http.soap.SoapElement;
import io.renkei.http.soap.SoapField;
import io.renkei.http.soap.SoapRequest;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** The service of linkage codes, where the PID {@value CodesConfig#PID} is configured. */
@Component(
        service = {MinistryConnector.class, LinkageCodeSource.class},
        configurationPid = CodesConfig.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = CodesConfig.class)
@Connector(id = "linkage-codes")
public final class CodesConnector implements LinkageCodeSource {

    static final String NAMESPACE = "urn:renkei:linkage-code:1";

    private static final int MOST_ANSWER_BYTES = 64 * 1024;

    private final CodesSettings settings;
    private final ConnectorHttp http;
    private final Probe probe;
    private final SoapClient server;

    @Activate
    public CodesConnector(@Reference TlsContexts tls, CodesConfig config) {
        settings = CodesSettings.of(config);
        http = new ConnectorHttp(
                "linkage-codes-deadline", settings.http().tls(tls), settings.parallel(), MOST_ANSWER_BYTES);
        probe = new Probe(http, settings.http().endpoint());
        server = new SoapClient(
                http.client(settings.http().connect(), settings.http().response())
                        .http(),
                settings.http().endpoint());
    }

    @Deactivate
    void stop() {
        http.close();
    }

    @Override
    public DestinationId destination() {
        return settings.destination();
    }

    @Override
    public Health probe() {
        return probe.ask(AgencyCode.BUSY.code(), AgencyCode.UNREACHABLE.code());
    }

    @Override
    public Optional<LinkageCode> code(Proof proof, DestinationId agency) throws TransientFailure, PermanentFailure {
        String agencyCode = settings.agencies().get(agency);
        if (agencyCode == null) {
            throw new PermanentFailure(AgencyCode.NO_AGENCY_CODE.code(), null);
        }
        return read(agencyCode, server.call(issue(proof, agencyCode)));
    }

    static SoapRequest issue(Proof proof, String agencyCode) {
        return SoapRequest.of(
                NAMESPACE,
                "issue",
                List.of(
                        SoapField.of("authorityKeyId", proof.authorityKeyId()),
                        SoapField.of("serial", proof.serial().toString(16)),
                        SoapField.of("agency", agencyCode)));
    }

    private static Optional<LinkageCode> read(String agencyCode, SoapElement answer) throws TransientFailure {
        List<SoapElement> codes = answer.all("linkageCode");
        if (!answer.only("agency").equals(Optional.of(agencyCode)) || codes.size() > 1) {
            throw new TransientFailure(AgencyCode.NO_USABLE_ANSWER.code(), null);
        }
        try {
            return codes.stream().map(code -> new LinkageCode(code.text())).findFirst();
        } catch (IllegalArgumentException e) {
            throw new TransientFailure(AgencyCode.NO_USABLE_ANSWER.code(), e);
        }
    }
}
