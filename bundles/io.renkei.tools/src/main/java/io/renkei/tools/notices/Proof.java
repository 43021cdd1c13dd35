package io.renkei.tools.notices;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.renkei.tools.pki.Pem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The evidence of one notice is downloaded and judged by {@code renkei check}, which asks no gateway. */
final class Proof implements Scene {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Cast cast;
    private final String filing;
    private final Path script;
    private final Path root;
    private final Path stamps;
    private final Path folder;

    /**
     * @param script the path of renkei
     * @param root of the ministries' seals; that of the timestamps stands in the folder of that purpose beside
     * @param folder where the evidence is kept
     */
    Proof(Cast cast, String filing, Path script, Path root, Path folder) {
        this.cast = cast;
        this.filing = filing;
        this.script = script;
        this.root = root;
        this.stamps = root.getParent().resolveSibling("timestamp").resolve(root.getFileName());
        this.folder = folder;
    }

    @Override
    public String name() {
        return "evidence";
    }

    @Override
    public Row play() throws IOException, InterruptedException {
        List<JsonNode> inbox = cast.inbox("filing=" + filing);
        JsonNode notice = inbox.get(inbox.size() - 1);
        Files.createDirectories(folder);
        Path evidence = folder.resolve("evidence.asice");
        Files.write(
                evidence,
                cast.patience()
                        .until(
                                "the evidence has a timestamp",
                                () -> download(notice.path("evidence").asText()),
                                Proof::isStamped));
        Path seal = folder.resolve("gateway-seal.pem");
        Files.writeString(seal, seal(), StandardCharsets.US_ASCII);
        cast.narrator()
                .step(
                        "checked",
                        "./renkei check --anchor " + seal + " --anchor " + root + " --anchor " + stamps + " "
                                + evidence);
        JsonNode verdict = check(seal, evidence);
        int files = verdict.path("files").size();
        int rows = verdict.at("/time_line/rows").asInt();
        Scene.require(verdict.path("good").asBoolean(), "the evidence is not good: " + verdict);
        Scene.require(
                verdict.at("/document/content/number")
                        .asText()
                        .equals(notice.path("issuer_number").asText()),
                "the evidence is that of another document");
        String stamped = verdict.at("/root/timestamp/time").asText();
        Scene.require(!stamped.isEmpty(), "the evidence has no timestamp: " + verdict);
        cast.narrator()
                .step(
                        "checked",
                        "seal good, " + files + " files as sealed, " + rows + " rows unbroken, root "
                                + verdict.at("/root/batch").asText() + " timestamped at " + stamped);
        return Row.good(
                "the evidence is checked without the gateway",
                "ASiC-E, sealed by the gateway, timestamped",
                "good: seal, " + files + " files, " + rows + " rows of the time line, timestamp " + stamped);
    }

    private byte[] download(String path) throws IOException, InterruptedException {
        return cast.person().get(path).expect(200).raw().body();
    }

    private static boolean isStamped(byte[] evidence) {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(evidence))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals("root.tst")) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory can be read", e);
        }
    }

    /** The certificates that the gateway publishes for its seals. */
    private String seal() throws IOException, InterruptedException {
        StringBuilder pem = new StringBuilder();
        for (JsonNode key : cast.person().get("/v1/jwks").expect(200).json().path("keys")) {
            pem.append(Pem.of(
                    "CERTIFICATE", Base64.getDecoder().decode(key.at("/x5c/0").asText())));
        }
        return pem.toString();
    }

    private JsonNode check(Path seal, Path evidence) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        script.toString(),
                        "check",
                        "--json",
                        "--anchor",
                        seal.toString(),
                        "--anchor",
                        root.toString(),
                        "--anchor",
                        stamps.toString(),
                        evidence.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int exit = process.waitFor();
        Scene.require(!said.isBlank(), "renkei check ended with " + exit + " and said nothing");
        return JSON.readTree(said);
    }
}
