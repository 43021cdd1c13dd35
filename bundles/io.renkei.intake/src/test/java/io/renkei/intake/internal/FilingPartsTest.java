package io.renkei.intake.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.renkei.api.model.DestinationId;
import io.renkei.api.model.FilingContent;
import io.renkei.api.model.ItemId;
import io.renkei.api.model.ItemValue;
import io.renkei.api.model.ProcedureId;
import io.renkei.api.model.Sha256;
import io.renkei.api.spi.PackageReader.ApplicationPackage;
import io.renkei.api.spi.PackageReader.Attachment;
import io.renkei.api.spi.PackageReader.ProcedurePart;
import io.renkei.ports.catalogue.Catalogue.Planned;
import io.renkei.ports.filing.FilingBody;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FilingPartsTest {

    private static final Attachment LEDGER = file("ledger", "添付/賃金台帳.pdf");
    private static final Attachment PHOTO = file("photo", "写真.jpg");
    private static final Attachment KOUSEI = file("kousei.xml", "4950008680033000/kousei.xml");
    private static final DestinationId HELLO_WORK = new DestinationId("hello-work");

    @Test
    void aFilingTakesTheAttachmentsThatItsItemsNameAlsoInGroups() {
        FilingContent content = new FilingContent(Map.of(
                new ItemId("dependants"),
                new ItemValue.Group(List.of(
                        new FilingContent(Map.of(new ItemId("proof"), new ItemValue.AttachmentRef("ledger")))))));
        ProcedureId id = new ProcedureId("12");
        FilingBody body = FilingParts.body(
                new Planned(id, HELLO_WORK, content), content(id, new ProcedurePart(content, List.of(), "")));
        assertEquals(List.of("添付/賃金台帳.pdf false"), lines(body));
    }

    @Test
    void anOriginalTakesItsOwnFilesOnceEach() {
        FilingContent content = new FilingContent(Map.of(new ItemId("proof"), new ItemValue.AttachmentRef("ledger")));
        ProcedureId part = new ProcedureId("4950008680033000");
        FilingBody body = FilingParts.body(
                new Planned(new ProcedureId("12"), HELLO_WORK, content, part),
                content(part, new ProcedurePart(content, List.of(KOUSEI, LEDGER), "egov")));
        assertEquals("egov", body.originalFormat());
        assertEquals(List.of("4950008680033000/kousei.xml true", "添付/賃金台帳.pdf true"), lines(body));
    }

    private static ApplicationPackage content(ProcedureId id, ProcedurePart part) {
        return new ApplicationPackage(
                Optional.empty(),
                Optional.empty(),
                new FilingContent(Map.of()),
                Map.of(id, part),
                List.of(PHOTO, LEDGER));
    }

    private static List<String> lines(FilingBody body) {
        return body.parts().stream()
                .map(part -> part.file() + " " + part.original())
                .toList();
    }

    private static Attachment file(String id, String name) {
        return new Attachment(id, name, "application/octet-stream", 1, Sha256.of(new byte[] {1}));
    }
}
