package io.renkei.bus.artemis.internal;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.Queue;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.core.settings.impl.DiskFullMessagePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A broker inside this process: its journal is synced to disk at each commit, it has no network port, and only the user
 * that it made up itself when it started may connect.
 */
@SuppressWarnings("try")
final class EmbeddedBroker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);
    private static final AtomicInteger IDS = new AtomicInteger();
    private static final String USER = "gateway";
    private static final String ROLE = "gateway";

    /** Instead of the default of 3.3 ms: what a single blocking producer waits for each sync. */
    private static final int BUFFER_TIMEOUT_NANOS = 100_000;

    private static final long MEMORY_PER_ADDRESS = 16L << 20;
    private static final int PAGE_BYTES = 1 << 20;

    /** For each address: many times what a relay sends again after a crash. */
    private static final int REMEMBERED_IDS = 2_000;

    private static final int DISK_LOOK_MILLIS = 1_000;
    private static final long LOCK_MILLIS = 2_000;

    private final EmbeddedActiveMQ server = new EmbeddedActiveMQ();
    private final int id = IDS.incrementAndGet();
    private final String password = randomPassword();
    private final BusSettings settings;
    private final BusSettings.Embedded place;

    EmbeddedBroker(BusSettings settings, BusSettings.Embedded place) {
        this.settings = settings;
        this.place = place;
    }

    /** @throws IllegalStateException if it does not start, for one because another process holds its journal */
    void start() throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(EmbeddedActiveMQ.class.getClassLoader());
        try {
            server.setConfiguration(configuration());
            server.setSecurityManager(new OneUser(USER, password, ROLE));
            server.start();
            server.getActiveMQServer()
                    .registerIOCriticalErrorListener(
                            (cause, message, file) -> LOG.error(BusCode.STOPPED.sentence(), cause));
            if (!server.getActiveMQServer().isActive()) {
                throw new IllegalStateException("the broker is not active");
            }
        } catch (Exception e) {
            server.stop();
            throw new IllegalStateException(BusCode.NOT_STARTED.sentence(), e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    BusSettings.External address() {
        return new BusSettings.External("vm://" + id, USER, password);
    }

    /** Without a session: this costs next to nothing, however many lanes there are. */
    Backlog backlog() {
        return lane -> {
            Queue queue = server().locateQueue(SimpleString.of(lane.queue()));
            return queue != null && queue.getMessageCount() > 0;
        };
    }

    /** For tests: what runs. */
    ActiveMQServer server() {
        return server.getActiveMQServer();
    }

    private Configuration configuration() throws Exception {
        Path journal = place.journal();
        ConfigurationImpl configuration = new ConfigurationImpl();
        configuration.setName("renkei");
        configuration.setPersistenceEnabled(true);
        configuration.setSecurityEnabled(true);
        configuration.setClusterPassword(randomPassword());
        configuration.setJMXManagementEnabled(false);
        configuration.setJournalDirectory(journal.resolve("journal").toString());
        configuration.setBindingsDirectory(journal.resolve("bindings").toString());
        configuration.setPagingDirectory(journal.resolve("paging").toString());
        configuration.setLargeMessagesDirectory(journal.resolve("large").toString());
        configuration.setJournalType(JournalType.NIO);
        configuration.setJournalDatasync(true);
        configuration.setJournalSyncTransactional(true);
        configuration.setJournalSyncNonTransactional(true);
        configuration.setJournalBufferTimeout_NIO(BUFFER_TIMEOUT_NANOS);
        configuration.setJournalLockAcquisitionTimeout(LOCK_MILLIS);
        configuration.setMaxDiskUsage(place.diskUsageMaxPercent());
        configuration.setDiskScanPeriod(DISK_LOOK_MILLIS);
        configuration.setGlobalMaxSize(place.memoryMaxBytes());
        configuration.setIDCacheSize(REMEMBERED_IDS);
        configuration.setPersistIDCache(true);
        configuration.addAcceptorConfiguration("in-vm", "vm://" + id);
        configuration.addAddressSetting("#", nothingByItself());
        configuration.addAddressSetting("renkei.#", lanes());
        configuration.putSecurityRoles("renkei.#", Set.of(ownRole()));
        return configuration;
    }

    private static AddressSettings nothingByItself() {
        AddressSettings addresses = new AddressSettings();
        addresses.setAutoCreateQueues(false);
        addresses.setAutoCreateAddresses(false);
        addresses.setAutoDeleteQueues(false);
        addresses.setAutoDeleteAddresses(false);
        return addresses;
    }

    private AddressSettings lanes() {
        AddressSettings lanes = nothingByItself();
        lanes.setDefaultAddressRoutingType(RoutingType.ANYCAST);
        lanes.setMaxDeliveryAttempts(settings.deliveryAttempts());
        lanes.setRedeliveryDelay(settings.redeliveryDelay().toMillis());
        lanes.setDeadLetterAddress(SimpleString.of(Queues.DEAD));
        lanes.setExpiryAddress(SimpleString.of(Queues.DEAD));
        lanes.setSendToDLAOnNoRoute(true);
        lanes.setMaxSizeBytes(MEMORY_PER_ADDRESS);
        lanes.setPageSizeBytes(PAGE_BYTES);
        lanes.setAddressFullMessagePolicy(AddressFullMessagePolicy.PAGE);
        lanes.setDiskFullMessagePolicy(DiskFullMessagePolicy.FAIL);
        return lanes;
    }

    private static Role ownRole() {
        // send, consume, create durable queue and address, browse; nothing may be deleted or managed.
        return new Role(ROLE, true, true, true, false, false, false, false, true, true, false, false, false);
    }

    private static String randomPassword() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public void close() throws Exception {
        server.stop();
    }
}
