package io.renkei.ops.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.junit.jupiter.api.Test;

/** What the shell will find, against the access list and the README. */
final class ManifestOfCommandsTest {

    private static final String COMMANDS = "io.renkei.ops.internal.command";
    private static final Set<String> STEERING = Set.of(
            "connector-pause",
            "connector-drain",
            "connector-kill",
            "connector-resume",
            "intake-pause",
            "intake-resume",
            "parked-replay",
            "notice-redeliver",
            "notice-hold",
            "notice-release",
            "provider-key-renew",
            "setting-set",
            "setting-rollback");

    private static List<Class<?>> found() throws Exception {
        List<Class<?>> found = new ArrayList<>();
        try (var files = Files.list(Path.of("target/classes", COMMANDS.replace('.', '/')))) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString().replace(".class", "");
                Class<?> each = Class.forName(COMMANDS + "." + name);
                if (each.isAnnotationPresent(Service.class)) {
                    found.add(each);
                }
            }
        }
        return found;
    }

    private static Set<String> names() throws Exception {
        Set<String> names = new TreeSet<>();
        for (Class<?> each : found()) {
            if (each.isAnnotationPresent(Command.class)) {
                assertEquals("renkei", each.getAnnotation(Command.class).scope());
                names.add(each.getAnnotation(Command.class).name());
            }
        }
        return names;
    }

    @Test
    void everyCommandAndCompleterCanBeMadeByTheShell() throws Exception {
        assertTrue(names().size() >= 20, names().toString());
        assertTrue(found().size() > names().size(), "completers are found too");
        for (Class<?> each : found()) {
            each.getConstructor().newInstance();
        }
    }

    @Test
    void noCommandWaitsForAService() throws Exception {
        for (Class<?> each : found()) {
            for (Field field : each.getDeclaredFields()) {
                Reference reference = field.getAnnotation(Reference.class);
                assertTrue(
                        reference == null || reference.optional() || field.getType() == Session.class,
                        each + " would hide all commands while " + field.getType() + " is missing");
            }
        }
    }

    @Test
    void readingNeedsAViewerSteeringAManagerAndWhatCannotBeTakenBackAnAdmin() throws Exception {
        Path file = Path.of("../../karaf-assembly/src/main/resources/etc/org.apache.karaf.command.acl.renkei.cfg");
        Properties access = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            access.load(in);
        }
        assertEquals("admin", access.getProperty("*"));
        for (String name : names()) {
            assertEquals(whoMay(name), access.getProperty(name), name);
        }
    }

    private static String whoMay(String name) {
        if (Set.of("account-erase", "announcement-adopt").contains(name)) {
            return "admin";
        }
        return STEERING.contains(name) ? "manager, admin" : "viewer, manager, admin";
    }

    @Test
    void theReadmeNamesEveryCommandAndEveryCode() throws Exception {
        String readme = readme();
        for (String name : names()) {
            assertTrue(readme.contains("| `" + name), name);
        }
        for (OpsCode code : OpsCode.values()) {
            assertTrue(readme.contains("| " + code.code() + " |"), code.code());
        }
    }

    private static String readme() throws IOException {
        return Files.readString(Path.of("README.md"));
    }
}
