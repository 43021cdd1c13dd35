package io.renkei.settings.internal;

import io.renkei.ports.settings.SettingsFault;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

/** Components that refused what they were given: what no rule foresaw, such as a file that is not there. */
final class Failures {

    /** What the container says of a component whose service of another one failed; the other is told itself. */
    private static final String OTHERS_FAILURE = "Unable to get service for reference";

    private final ServiceComponentRuntime components;

    Failures(ServiceComponentRuntime components) {
        this.components = components;
    }

    /** @param known names whose faults are told already */
    List<SettingsFault> besides(Set<String> known) {
        List<SettingsFault> failures = new ArrayList<>();
        for (ComponentDescriptionDTO component : components.getComponentDescriptionDTOs()) {
            boolean isOurs = Arrays.stream(component.configurationPid).anyMatch(Pid::isOurs);
            if (isOurs && Pid.isOurs(component.bundle.symbolicName)) {
                components.getComponentConfigurationDTOs(component).stream()
                        .filter(each -> each.state == ComponentConfigurationDTO.FAILED_ACTIVATION)
                        .filter(each -> !reason(each.failure).startsWith(OTHERS_FAILURE))
                        .map(each -> fault(component, each))
                        .filter(fault -> !known.contains(fault.name()))
                        .forEach(failures::add);
            }
        }
        return failures;
    }

    private static SettingsFault fault(ComponentDescriptionDTO component, ComponentConfigurationDTO failed) {
        Object pid = failed.properties.get("service.pid");
        String name = Optional.ofNullable(pid)
                .flatMap(value -> Stream.of(value instanceof String[] many ? many : new String[] {value.toString()})
                        .findFirst())
                .orElse(component.configurationPid[0]);
        return new SettingsFault(
                new Pid(name, name).name(), false, List.of(SettingsCode.DOWN.sentence(reason(failed.failure))));
    }

    /** The innermost message: what is around it is the container's. */
    private static String reason(String failure) {
        if (failure == null) {
            return "see the log";
        }
        List<String> causes = failure.lines()
                .filter(line -> line.startsWith("Caused by: "))
                .map(line -> line.substring("Caused by: ".length()))
                .collect(Collectors.toList());
        String last = causes.isEmpty() ? failure.lines().findFirst().orElse("") : causes.get(causes.size() - 1);
        return last.replaceFirst("^[A-Za-z0-9_.$]+(Exception|Error|Refused): ", "")
                .replaceFirst("[.]$", "");
    }
}
