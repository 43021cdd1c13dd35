package io.renkei.itests;

import static net.bytebuddy.matcher.ElementMatchers.named;

import java.io.File;
import java.io.IOException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.Path;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.asm.Advice;

/**
 * A Java agent that ends its process at a chosen moment as SIGKILL does: no hook runs and nothing is flushed. What it puts
 * into a method names classes of the JDK alone, so that a bundle's class loader finds them.
 *
 * <p>Its argument is a folder with a file {@code places}: one line {@code class#method:entry} or {@code class#method:exit}
 * for each moment. The process ends the first time that it comes to the place of line <i>n</i> while a file named <i>n</i>
 * stands in the folder; the file is gone then.
 */
public final class HaltAgent {

    static final String PLACES = "places";

    private HaltAgent() {}

    /** The constant path of the file that arms a place. */
    @Retention(RetentionPolicy.RUNTIME)
    private @interface Arm {}

    public static void premain(String folder, Instrumentation jvm) throws IOException {
        int line = 0;
        for (String place : Files.readAllLines(Path.of(folder, PLACES))) {
            String[] parts = place.split("[#:]");
            Advice advice = Advice.withCustomMapping()
                    .bind(Arm.class, Path.of(folder, Integer.toString(line)).toString())
                    .to(parts[2].equals("entry") ? Entry.class : Exit.class);
            new AgentBuilder.Default()
                    .type(named(parts[0]))
                    .transform((type, description, loader, module, domain) -> type.visit(advice.on(named(parts[1]))))
                    .installOn(jvm);
            line++;
        }
    }

    private static final class Entry {

        @Advice.OnMethodEnter
        static void comesIn(@Arm String armed) {
            if (new File(armed).delete()) {
                Runtime.getRuntime().halt(137);
            }
        }
    }

    /** Not when the method throws. */
    private static final class Exit {

        @Advice.OnMethodExit
        static void returns(@Arm String armed) {
            if (new File(armed).delete()) {
                Runtime.getRuntime().halt(137);
            }
        }
    }
}
