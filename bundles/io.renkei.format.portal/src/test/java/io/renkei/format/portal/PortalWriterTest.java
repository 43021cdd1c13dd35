package io.renkei.format.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.renkei.api.model.FilingContent;
import io.renkei.api.model.ItemId;
import io.renkei.api.model.ItemValue;
import io.renkei.api.model.ProcedureId;
import io.renkei.api.model.SenderNumber;
import io.renkei.api.model.Sha256;
import io.renkei.api.spi.PackageReader.ApplicationPackage;
import io.renkei.api.spi.PackageReader.Attachment;
import io.renkei.api.spi.PackageReader.ProcedurePart;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;

class PortalWriterTest {

    private final PortalWriter writer = new PortalWriter();

    @Test
    void writesTheGoldenFile() throws Exception {
        try (InputStream golden = PortalWriterTest.class.getResourceAsStream("/hire.xml")) {
            assertEquals(
                    new String(golden.readAllBytes(), StandardCharsets.UTF_8),
                    new String(
                            writer.write(sample(Optional.of("hire")), Applicant.named("試験　花子")),
                            StandardCharsets.UTF_8));
        }
    }

    @Test
    void whatIsWrittenFollowsThePublishedSchema() throws Exception {
        SchemaFactory.newDefaultInstance()
                .newSchema(PortalWriter.class.getResource("application-1.xsd"))
                .newValidator()
                .validate(new StreamSource(
                        new ByteArrayInputStream(writer.write(sample(Optional.of("hire")), Applicant.named("試験　花子")))));
    }

    @Test
    void anApplicationWithoutLifeEventIsNotWritten() {
        assertThrows(
                IllegalArgumentException.class, () -> writer.write(sample(Optional.empty()), Applicant.named("試験　花子")));
    }

    private static ApplicationPackage sample(Optional<String> lifeEvent) {
        byte[] ledger = "賃金台帳".getBytes(StandardCharsets.UTF_8);
        return new ApplicationPackage(
                Optional.of(new SenderNumber("ACME-2026-0001")),
                lifeEvent,
                new FilingContent(Map.of(new ItemId("employee.name"), new ItemValue.Text("髙﨑　<𠮷>＆子"))),
                Map.of(
                        new ProcedureId("12"),
                        new ProcedurePart(
                                new FilingContent(Map.of(
                                        new ItemId("hello-work.office"),
                                        new ItemValue.Code("hello-work-office", "49511000000010000003829"))),
                                List.of(),
                                "")),
                List.of(new Attachment("ledger", "台帳.txt", "text/plain", ledger.length, Sha256.of(ledger))));
    }
}
