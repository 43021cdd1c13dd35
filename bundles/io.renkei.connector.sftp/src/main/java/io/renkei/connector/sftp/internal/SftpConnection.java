package io.renkei.connector.sftp.internal;

import io.renkei.api.spi.PermanentFailure;
import io.renkei.api.spi.TransientFailure;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.client.session.ClientSession.ClientSessionEvent;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.SshException;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.sftp.SftpModuleProperties;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;

/**
 * One connection with threads of its own, which end with it. The host key is judged before anything of ours is shown; the
 * only way to log in is the configured key. Nothing is read of what stands in the home of the process ({@code ~/.ssh}).
 */
final class SftpConnection implements AutoCloseable {

    /** SHA-1 and DSA; and certificates of hosts, which hide the key that was configured. */
    private static final Set<String> NOT_TAKEN = Set.of("ssh-rsa", "ssh-dss");

    private static final String CERTIFICATE = "-cert-";
    private static final Duration ENDING = Duration.ofSeconds(2);

    private final SftpSettings settings;
    private final SshClient client = SshClient.setUpDefaultClient();
    private final AtomicBoolean isStrange = new AtomicBoolean();

    /** Does not dial yet, so that it can be closed while it does. */
    SftpConnection(SftpSettings settings) {
        this.settings = settings;
        client.setServerKeyVerifier((session, address, shown) -> {
            boolean known = settings.hostKeys().knows(shown);
            isStrange.set(!known);
            return known;
        });
        client.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
        client.setKeyIdentityProvider(KeyIdentityProvider.wrapKeyPairs(settings.key()));
        client.setUserAuthFactories(List.of(UserAuthPublicKeyFactory.INSTANCE));
        client.setSignatureFactories(client.getSignatureFactories().stream()
                .filter(each ->
                        !NOT_TAKEN.contains(each.getName()) && !each.getName().contains(CERTIFICATE))
                .toList());
        client.setNioWorkers(1);
        // The wait for each answer of the server is the idle timeout of its session.
        CoreModuleProperties.IDLE_TIMEOUT.set(client, settings.response());
        CoreModuleProperties.AUTH_TIMEOUT.set(client, settings.response());
        CoreModuleProperties.CHANNEL_OPEN_TIMEOUT.set(client, settings.response());
        CoreModuleProperties.IO_CONNECT_TIMEOUT.set(client, settings.connect());
        CoreModuleProperties.DISCONNECT_TIMEOUT.set(client, ENDING);
        CoreModuleProperties.CHANNEL_CLOSE_TIMEOUT.set(client, ENDING);
        CoreModuleProperties.STOP_WAIT_TIME.set(client, ENDING);
        SftpModuleProperties.SFTP_CHANNEL_OPEN_TIMEOUT.set(client, settings.response());
    }

    /** Dials and logs in. */
    SftpClient logIn() throws TransientFailure, PermanentFailure {
        try {
            ClientSession session = dial(settings.connect());
            session.auth().verify(settings.response());
            return SftpClientFactory.instance().createSftpClient(session);
        } catch (IOException | RuntimeException e) {
            throw failure(e);
        }
    }

    private TransientFailure failure(Exception e) throws PermanentFailure {
        if (isStrange.get()) {
            throw new PermanentFailure(SftpCode.STRANGE_HOST.code(), e);
        }
        if (e instanceof SshException refused
                && refused.getDisconnectCode() == SshConstants.SSH2_DISCONNECT_NO_MORE_AUTH_METHODS_AVAILABLE) {
            throw new PermanentFailure(SftpCode.NOT_LET_IN.code(), e);
        }
        return new TransientFailure(SftpCode.UNREACHABLE.code(), e);
    }

    /** Whether the right server answers, without logging in. */
    boolean answersWithin(Duration longest) {
        long end = System.nanoTime() + longest.toNanos();
        try {
            ClientSession session = dial(longest);
            Duration left = Duration.ofNanos(Math.max(1, end - System.nanoTime()));
            Set<ClientSessionEvent> events =
                    session.waitFor(EnumSet.of(ClientSessionEvent.WAIT_AUTH, ClientSessionEvent.CLOSED), left);
            return events.contains(ClientSessionEvent.WAIT_AUTH) && !isStrange.get();
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    private ClientSession dial(Duration longest) throws IOException {
        client.start();
        return client.connect(settings.user(), settings.host(), settings.port())
                .verify(longest)
                .getSession();
    }

    /** May be called at any time by any thread, and again: calls under way fail. */
    @Override
    public void close() {
        client.stop();
    }
}
