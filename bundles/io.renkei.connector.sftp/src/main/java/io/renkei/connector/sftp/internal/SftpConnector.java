package io.renkei.connector.sftp.internal;

import io.renkei.api.model.DestinationId;
import io.renkei.api.spi.Connector;
import io.renkei.api.spi.MinistryConnector;
import io.renkei.api.spi.NoticeFolder;
import io.renkei.api.spi.PermanentFailure;
import io.renkei.api.spi.TransientFailure;
import io.renkei.api.spi.Troubles;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.Designate;

/** One instance per configuration of the factory PID {@value SftpConfig#PID}. */
@Component(
        service = {MinistryConnector.class, NoticeFolder.class, Troubles.class},
        configurationPid = SftpConfig.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = SftpConfig.class, factory = true)
@Connector(id = "sftp")
public final class SftpConnector implements NoticeFolder, Troubles {

    private final SftpFolder folder;

    @Activate
    public SftpConnector(SftpConfig config) {
        folder = new SftpFolder(SftpSettings.of(config), System::nanoTime);
    }

    @Deactivate
    void stop() {
        folder.close();
    }

    @Override
    public DestinationId destination() {
        return folder.settings().destination();
    }

    @Override
    public Health probe() {
        return folder.probe();
    }

    @Override
    public Visiting visiting() {
        return folder.settings().visiting();
    }

    @Override
    public Visit visit() throws TransientFailure, PermanentFailure {
        return folder.visit();
    }

    @Override
    public List<Trouble> troubles() {
        return folder.troubles();
    }
}
