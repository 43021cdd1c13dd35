package io.renkei.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.renkei.api.model.DispatchOutcome;
import io.renkei.api.model.DispatchOutcome.Acknowledged;
import io.renkei.api.model.DispatchOutcome.Level;
import io.renkei.api.spi.PermanentFailure;
import io.renkei.api.spi.TransientFailure;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** What integrators read of the contract is what is tested. */
class PromisesTest {

    private static final Path DOCUMENT = Path.of("../../docs/integrators/connector-contract.md");
    private static final Pattern NAME = Pattern.compile("`([A-Za-z]+(?:\\([A-Z]+\\))?)[^`]*`");

    @Test
    void eachPromiseHasItsTestsAndEachTestItsPromise() throws IOException {
        assertEquals(tests(ConnectorContract.class), names("## Promises\n", 3));
        assertEquals(tests(NoticeFolderContract.class), names("## Promises of a folder\n", 3));
        assertEquals(tests(AttributeSourceContract.class), names("## Promises of an agency\n", 3));
        assertEquals(tests(HoldingsSourceContract.class), names("## Promises of a private delivery service\n", 3));
    }

    private static Set<String> tests(Class<?> contract) {
        Set<String> tests = new TreeSet<>();
        for (Method method : contract.getDeclaredMethods()) {
            if (method.isAnnotationPresent(Test.class) || method.isAnnotationPresent(ParameterizedTest.class)) {
                tests.add(method.getName());
            }
        }
        return tests;
    }

    @Test
    void eachOutcomeSaysWhatMachineAndHumanDo() throws IOException {
        Set<String> outcomes =
                new TreeSet<>(List.of(TransientFailure.class.getSimpleName(), PermanentFailure.class.getSimpleName()));
        for (Class<?> outcome : DispatchOutcome.class.getPermittedSubclasses()) {
            outcomes.add(outcome.getSimpleName());
        }
        outcomes.remove(Acknowledged.class.getSimpleName());
        Arrays.stream(Level.values()).forEach(level -> outcomes.add("Acknowledged(" + level + ")"));
        assertEquals(outcomes, names("## Outcomes", 1));
    }

    /** What stands in a column of the table below a heading, as code. */
    private static Set<String> names(String heading, int column) throws IOException {
        String text = Files.readString(DOCUMENT);
        String section = text.substring(text.indexOf(heading) + heading.length());
        Set<String> names = new TreeSet<>();
        List<String> rows = section.lines()
                .dropWhile(line -> !line.startsWith("|--"))
                .skip(1)
                .takeWhile(line -> line.startsWith("|"))
                .toList();
        for (String row : rows) {
            Matcher name = NAME.matcher(row.split("\\|")[column]);
            while (name.find()) {
                names.add(name.group(1));
            }
        }
        return names;
    }
}
