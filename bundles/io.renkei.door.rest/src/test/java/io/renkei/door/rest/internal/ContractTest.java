package io.renkei.door.rest.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ContractTest {

    @Test
    void theContractNamesEveryRouteAndNoOther() {
        Set<String> written = new TreeSet<>();
        Contract.DOCUMENT
                .path("paths")
                .fields()
                .forEachRemaining(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(
                                method -> written.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        Set<String> built = Table.of(new FakeKernel(), null).all().stream()
                .map(route -> route.method() + " " + route.template())
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(built, written);
    }

    @Test
    void everyExampleFitsItsSchema() {
        for (JsonNode content : Contract.DOCUMENT.findValues("application/json")) {
            check(content);
        }
        for (JsonNode content : Contract.DOCUMENT.findValues("application/problem+json")) {
            check(content);
        }
    }

    private static void check(JsonNode content) {
        content.path("examples")
                .forEach(example -> Contract.validate(
                        content.path("schema"), Contract.resolve(example).path("value"), content.toString()));
    }

    @ParameterizedTest
    @EnumSource(RestCode.class)
    void everyProblemIsBilingualAndFitsTheContract(RestCode code) throws IOException {
        for (Language language : Language.values()) {
            Answer answer = Problem.of(code, "").answer(language);
            JsonNode problem = Contract.JSON.readTree(answer.body().open());
            Contract.validate(Contract.DOCUMENT.at("/components/schemas/Problem"), problem, code.code());
            assertEquals(
                    language.choose(code.sentence(), code.sentenceJa()),
                    problem.path("detail").asText());
            assertEquals(code.status(), answer.status());
        }
    }

    @Test
    void everyCodeIsUsedOnceAndStandsInTheReadme() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        List<String> codes =
                Arrays.stream(RestCode.values()).map(RestCode::code).toList();
        assertEquals(codes.size(), Set.copyOf(codes).size());
        codes.forEach(code -> assertTrue(readme.contains(code), code));
    }

    @Test
    void theServedContractIsThisOne() throws IOException {
        byte[] file = Files.readAllBytes(Path.of("src/main/resources/openapi.yaml"));
        assertArrayEquals(
                file, new About(new FakeKernel()).contract(null).body().open().readAllBytes());
    }
}
