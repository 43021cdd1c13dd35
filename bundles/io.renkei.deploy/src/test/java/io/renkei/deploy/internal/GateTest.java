package io.renkei.deploy.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.ports.health.Finding;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.felix.framework.FrameworkFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.hooks.resolver.ResolverHookFactory;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.wiring.BundleRevision;

/** In a real framework. */
class GateTest {

    @TempDir
    Path folder;

    private Framework framework;
    private Makers.Signer builds;
    private Path anchors;
    private Path system;
    private ServiceRegistration<?> registered;
    private Gate gate;

    @BeforeEach
    void start() throws Exception {
        Makers.Authority authority = Makers.authority("Code CA");
        builds = authority.signer("CN=Builds");
        anchors = folder.resolve("anchors.pem");
        authority.writeTo(anchors);
        system = Files.createDirectories(folder.resolve("system"));
        framework = new FrameworkFactory()
                .newFramework(Map.of(
                        Constants.FRAMEWORK_STORAGE, folder.resolve("cache").toString()));
        framework.start();
        gate(Policy.of("required", anchors.toString(), ""));
    }

    @AfterEach
    void stop() throws Exception {
        framework.stop();
        framework.waitForStop(10_000);
    }

    @Test
    void anUnsignedBundleDoesNotStartAndIsNamedAndTheSameSignedOneStarts() throws Exception {
        Path plain = Makers.bundle(folder.resolve("plain.jar"), "unsigned.one");
        Bundle refused = install(plain);
        assertThrows(BundleException.class, refused::start);
        assertEquals(Bundle.INSTALLED, refused.getState());
        Finding named = gate.findings().get(0);
        assertEquals(Finding.Level.CRITICAL, named.level());
        assertTrue(named.sentence().contains("DEPLOY-001: unsigned.one 1.0.0"), named.sentence());
        refused.uninstall();
        install(signed(plain)).start();
        assertEquals(Finding.Level.OK, gate.findings().get(0).level());
    }

    @Test
    void anUpdateOfAnAllowedBundleIsJudgedAgain() throws Exception {
        Path plain = Makers.bundle(folder.resolve("plain.jar"), "one");
        Bundle bundle = install(signed(plain));
        bundle.start();
        bundle.stop();
        try (InputStream in = Files.newInputStream(plain)) {
            bundle.update(in);
        }
        assertThrows(BundleException.class, bundle::start);
        try (InputStream in = Files.newInputStream(folder.resolve("signed.jar"))) {
            bundle.update(in);
        }
        bundle.start();
        assertEquals(Bundle.ACTIVE, bundle.getState());
    }

    @Test
    void anUnsignedFragmentIsNotAttached() throws Exception {
        Bundle host = install(signed(Makers.bundle(folder.resolve("host.jar"), "host")));
        Bundle fragment = install(Makers.bundle(folder.resolve("fragment.jar"), "piece", "Fragment-Host: host"));
        host.start();
        assertEquals(Bundle.INSTALLED, fragment.getState());
        assertEquals(
                0,
                host.adapt(BundleRevision.class)
                        .getWiring()
                        .getProvidedWires("osgi.wiring.host")
                        .size());
    }

    @Test
    void aBundleOfTheDistributionNeedsNoSignatureAsLongAsItIsThatFile() throws Exception {
        Path own = system.resolve("g/x/a/1.0/a-1.0.jar");
        Files.createDirectories(own.getParent());
        Makers.bundle(own, "own");
        Bundle bundle;
        try (InputStream in = Files.newInputStream(own)) {
            bundle = framework.getBundleContext().installBundle("mvn:g.x/a/1.0", in);
        }
        bundle.start();
        bundle.stop();
        Path changed = Makers.tampered(own, folder.resolve("changed.jar"), "a/one.txt", "1ne");
        try (InputStream in = Files.newInputStream(changed)) {
            bundle.update(in);
        }
        assertThrows(BundleException.class, bundle::start);
        bundle.uninstall();
        try (InputStream in = Files.newInputStream(changed)) {
            Bundle elsewhere = framework.getBundleContext().installBundle("mvn:g.x/../../a/1.0", in);
            assertThrows(BundleException.class, elsewhere::start);
        }
    }

    @Test
    void whatIsUsedWhereItLiesIsOfTheDistributionOrRefused() throws Exception {
        Path own = Makers.bundle(system.resolve("own.jar"), "own");
        framework.getBundleContext().installBundle("reference:" + own.toUri()).start();
        Path signed = signed(Makers.bundle(folder.resolve("plain.jar"), "one"));
        Bundle referred = framework.getBundleContext().installBundle("reference:" + signed.toUri());
        assertThrows(BundleException.class, referred::start);
        assertTrue(gate.findings().get(0).sentence().contains("DEPLOY-007"));
    }

    @Test
    void anchorsThatChangeCountAtOnce() throws Exception {
        gate(() -> Policy.of("required", anchors.toString(), ""));
        Bundle bundle = install(signed(Makers.bundle(folder.resolve("plain.jar"), "one")));
        bundle.start();
        bundle.stop();
        Path other = folder.resolve("other.pem");
        Makers.authority("Other CA").writeTo(other);
        Files.move(other, anchors, StandardCopyOption.REPLACE_EXISTING);
        assertEquals(Finding.Level.WARNING, gate.findings().get(0).level());
        try (InputStream in = Files.newInputStream(folder.resolve("signed.jar"))) {
            bundle.update(in);
        }
        assertThrows(BundleException.class, bundle::start);
    }

    @Test
    void whatRunsWhenTheGateIsPutUpGoesOnAndIsNamed() throws Exception {
        gate(Policy.OFF);
        Bundle before = install(Makers.bundle(folder.resolve("before.jar"), "before"));
        before.start();
        assertEquals(List.of(), gate.findings());
        gate(Policy.of("required", anchors.toString(), ""));
        assertEquals(Bundle.ACTIVE, before.getState());
        assertEquals(Finding.Level.WARNING, gate.findings().get(0).level());
        assertThrows(
                BundleException.class,
                () -> install(Makers.bundle(folder.resolve("later.jar"), "later"))
                        .start());
    }

    @Test
    void aRefusedBundleDoesNotStartBeforeTheGateNextTime() throws Exception {
        Bundle bundle = install(Makers.bundle(folder.resolve("early.jar"), "early"));
        bundle.adapt(BundleStartLevel.class).setStartLevel(1);
        gate.bundleChanged(new BundleEvent(BundleEvent.INSTALLED, bundle));
        assertEquals(80, bundle.adapt(BundleStartLevel.class).getStartLevel());
    }

    @Test
    void aWrongSettingLetsNobodyInAndSaysSo() throws Exception {
        gate(Policy.of("required", "", ""));
        Bundle bundle = install(signed(Makers.bundle(folder.resolve("plain.jar"), "one")));
        assertThrows(BundleException.class, bundle::start);
        assertTrue(gate.findings().get(0).sentence().startsWith("DEPLOY-006"));
    }

    private void gate(Policy policy) {
        gate(() -> policy);
    }

    private void gate(Supplier<Policy> policy) {
        ServiceRegistration<?> before = registered;
        gate = new Gate(
                policy,
                anchors.toString(),
                new Origin(system),
                () -> List.of(framework.getBundleContext().getBundles()),
                Clock.systemUTC());
        registered = framework.getBundleContext().registerService(ResolverHookFactory.class, gate, null);
        if (before != null) {
            before.unregister();
        }
    }

    private Path signed(Path plain) throws Exception {
        return builds.sign(plain, folder.resolve("signed.jar"), "SHA-256");
    }

    private Bundle install(Path jar) throws Exception {
        return framework.getBundleContext().installBundle(jar.toUri().toString());
    }
}
