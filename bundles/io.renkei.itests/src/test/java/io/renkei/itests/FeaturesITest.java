package io.renkei.itests;

import static org.junit.Assert.assertEquals;
import static org.ops4j.pax.exam.CoreOptions.options;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.inject.Inject;
import org.apache.karaf.features.BootFinished;
import org.apache.karaf.features.BundleInfo;
import org.apache.karaf.features.Feature;
import org.apache.karaf.features.FeaturesService;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.ops4j.pax.exam.util.Filter;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

/**
 * Each feature installs alone into a Karaf that has nothing of the gateway: its bundles are active, its components run or
 * wait for nothing but their configuration, and nothing of it is left when it is taken out.
 */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class FeaturesITest {

    private static final Duration LONGEST = Duration.ofSeconds(60);

    /** How a component is when it runs, when it can, and when it waits for its configuration. */
    private static final Set<Integer> GOOD = Set.of(
            ComponentConfigurationDTO.ACTIVE,
            ComponentConfigurationDTO.SATISFIED,
            ComponentConfigurationDTO.UNSATISFIED_CONFIGURATION);

    @Inject
    private BundleContext context;

    @Inject
    @Filter(timeout = 120_000)
    private BootFinished booted;

    @Inject
    private FeaturesService features;

    @Inject
    @Filter(timeout = 30_000)
    private ServiceComponentRuntime components;

    @Configuration
    public Option[] karaf() throws Exception {
        return options(Distribution.withoutTheGateway());
    }

    @Test
    public void http() throws Exception {
        installsAlone("renkei-http");
    }

    @Test
    public void settings() throws Exception {
        installsAlone("renkei-settings");
    }

    @Test
    public void jakarta() throws Exception {
        installsAlone("renkei-jakarta");
    }

    @Test
    public void jackson() throws Exception {
        installsAlone("renkei-jackson");
    }

    @Test
    public void crypto() throws Exception {
        installsAlone("renkei-crypto");
    }

    @Test
    public void pdf() throws Exception {
        installsAlone("renkei-pdf");
    }

    @Test
    public void camel() throws Exception {
        installsAlone("renkei-camel");
    }

    @Test
    public void cxf() throws Exception {
        installsAlone("renkei-cxf");
    }

    @Test
    public void artemis() throws Exception {
        installsAlone("renkei-artemis");
    }

    @Test
    public void data() throws Exception {
        installsAlone("renkei-data");
    }

    @Test
    public void api() throws Exception {
        installsAlone("renkei-api");
    }

    @Test
    public void bus() throws Exception {
        installsAlone("renkei-bus");
    }

    @Test
    public void journal() throws Exception {
        installsAlone("renkei-journal");
    }

    @Test
    public void trust() throws Exception {
        installsAlone("renkei-trust");
    }

    @Test
    public void formats() throws Exception {
        installsAlone("renkei-formats");
    }

    @Test
    public void kernel() throws Exception {
        installsAlone("renkei-kernel");
    }

    @Test
    public void doors() throws Exception {
        installsAlone("renkei-doors");
    }

    @Test
    public void deploy() throws Exception {
        installsAlone("renkei-deploy");
    }

    @Test
    public void httpOfConnectors() throws Exception {
        installsAlone("renkei-connector-http");
    }

    @Test
    public void connectorOfEgov() throws Exception {
        installsAlone("renkei-connector-egov");
    }

    @Test
    public void connectorOfHealthInsuranceSocieties() throws Exception {
        installsAlone("renkei-connector-healthsociety");
    }

    @Test
    public void connectorOfPrivateDelivery() throws Exception {
        installsAlone("renkei-connector-privatedelivery");
    }

    @Test
    public void connectorOfEtax() throws Exception {
        installsAlone("renkei-connector-etax");
    }

    @Test
    public void connectorOfEltax() throws Exception {
        installsAlone("renkei-connector-eltax");
    }

    @Test
    public void connectorOfYaml() throws Exception {
        installsAlone("renkei-connector-yaml");
    }

    @Test
    public void connectorOfSftp() throws Exception {
        installsAlone("renkei-connector-sftp");
    }

    @Test
    public void connectorOfAgency() throws Exception {
        installsAlone("renkei-connector-agency");
    }

    @Test
    public void ops() throws Exception {
        installsAlone("renkei-ops");
    }

    @Test
    public void sandbox() throws Exception {
        installsAlone("renkei-sandbox");
    }

    /** The names stand in methods, so that the report shows each; none may be forgotten. */
    @Test
    public void everyFeatureOfTheGatewayStandsHere() throws Exception {
        Set<String> here = Arrays.stream(FeaturesITest.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .map(method -> method.getName()
                        .replace("httpOfConnectors", "connector-http")
                        .replace("connectorOf", "connector-")
                        .replace("HealthInsuranceSocieties", "healthsociety")
                        .toLowerCase())
                .map("renkei-"::concat)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> all = Arrays.stream(features.listFeatures())
                .map(feature -> feature.getName())
                .filter(name -> name.startsWith("renkei-") && !name.equals("renkei-tools"))
                .collect(Collectors.toCollection(TreeSet::new));
        all.removeAll(here);
        assertEquals(Set.of(), all);
    }

    private void installsAlone(String feature) throws Exception {
        List<Bundle> before = List.of(context.getBundles());
        features.installFeature(feature);
        try {
            assertEquals("what it names is there", Set.of(), missing(features.getFeature(feature)));
            List<Bundle> added = added(before);
            Await.until(LONGEST, () -> idle(added), Set::isEmpty);
            Await.until(LONGEST, () -> waiting(added), Set::isEmpty);
        } finally {
            features.uninstallFeature(feature);
        }
        assertEquals("nothing is left", List.of(), added(before));
    }

    /** Karaf takes a mere dependency only where nothing else provides it. */
    private Set<String> missing(Feature feature) {
        Set<String> there =
                Arrays.stream(context.getBundles()).map(Bundle::getLocation).collect(Collectors.toSet());
        return feature.getBundles().stream()
                .filter(bundle -> !bundle.isDependency())
                .map(BundleInfo::getLocation)
                .filter(location -> !there.contains(location))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<Bundle> added(List<Bundle> before) {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> !before.contains(bundle))
                .toList();
    }

    private static Set<String> idle(List<Bundle> bundles) {
        return bundles.stream()
                .filter(bundle -> bundle.getHeaders().get(Constants.FRAGMENT_HOST) == null)
                .filter(bundle -> bundle.getState() != Bundle.ACTIVE)
                .map(bundle -> bundle.getSymbolicName() + " is in state " + bundle.getState())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Components that miss something else than their configuration, or failed. */
    private Set<String> waiting(List<Bundle> bundles) {
        Set<String> waiting = new TreeSet<>();
        for (ComponentDescriptionDTO component :
                components.getComponentDescriptionDTOs(bundles.toArray(Bundle[]::new))) {
            for (ComponentConfigurationDTO instance : components.getComponentConfigurationDTOs(component)) {
                if (!GOOD.contains(instance.state)) {
                    waiting.add(component.name + " is in state " + instance.state);
                }
            }
        }
        return waiting;
    }
}
