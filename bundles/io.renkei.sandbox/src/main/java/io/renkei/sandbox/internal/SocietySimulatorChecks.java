package io.renkei.sandbox.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The formal check of a society: seal, key, digest, and the shape of KPFD0006.CSV. */
final class SocietySimulatorChecks implements RestDesk.Check {

    private static final Charset SHIFT_JIS = Charset.forName("Shift_JIS");
    private static final String ACQUISITION = "2200700";
    private static final int COLUMNS = 31;
    private static final int OFFICE_COLUMNS = 12;
    private static final int LINES = 6;

    private final GatewaySeals gateway;

    SocietySimulatorChecks(GatewaySeals gateway) {
        this.gateway = gateway;
    }

    @Override
    public RestDesk.Taken check(Call call) throws RestDesk.Report {
        try {
            gateway.verifyDetached(call.header("Renkei-Seal").orElse(""), call.body());
        } catch (Refusal e) {
            throw new RestDesk.Report("SEAL", "");
        }
        Map<String, byte[]> files = Zips.read(call.body());
        JsonNode manifest = manifest(files.getOrDefault("renkei.json", new byte[0]));
        String filing = manifest.path("filing").asText();
        String digest = manifest.path("packageDigest").asText();
        if (!filing.equals(call.header("Renkei-Filing").orElse(""))) {
            throw new RestDesk.Report("FILING", "");
        }
        if (!digest.equals(call.header("Renkei-Package-Digest").orElse(""))) {
            throw new RestDesk.Report("DIGEST", "");
        }
        requireCsv(files.get("KPFD0006.CSV"));
        try {
            Optional<RestDesk.Corrects> corrects = manifest.has("corrects")
                    ? Optional.of(new RestDesk.Corrects(
                            FilingKey.parse(manifest.path("corrects").asText()),
                            manifest.path("correctionKind").asText()))
                    : Optional.empty();
            return new RestDesk.Taken(FilingKey.parse(filing), new Sha256(digest).hex(), corrects);
        } catch (IllegalArgumentException e) {
            throw new RestDesk.Report("DIGEST", "");
        }
    }

    private static JsonNode manifest(byte[] bytes) throws RestDesk.Report {
        try {
            return Answer.JSON.readTree(bytes);
        } catch (IOException e) {
            throw new RestDesk.Report("MANIFEST", "");
        }
    }

    private static void requireCsv(byte[] bytes) throws RestDesk.Report {
        String text = bytes == null ? "" : decoded(bytes);
        List<String> lines = List.of(text.split("\r\n", -1));
        boolean good = lines.size() == LINES + 1
                && lines.get(LINES).isEmpty()
                && text.indexOf('"') < 0
                && lines.get(0).endsWith(",22223")
                && lines.get(1).equals("[kanri]")
                && lines.get(2).equals(",001")
                && columns(lines.get(3)) == OFFICE_COLUMNS
                && lines.get(4).equals("[data]")
                && lines.get(5).startsWith(ACQUISITION + ",")
                && columns(lines.get(5)) == COLUMNS;
        if (!good) {
            throw new RestDesk.Report("FORM", "");
        }
    }

    private static int columns(String line) {
        return line.split(",", -1).length;
    }

    private static String decoded(byte[] bytes) throws RestDesk.Report {
        try {
            return SHIFT_JIS
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new RestDesk.Report("CHARACTER", "");
        }
    }
}
