package io.renkei.sandbox.internal;

import io.renkei.api.model.FilingContent;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.ItemId;
import io.renkei.api.model.ItemValue;
import io.renkei.api.model.Sha256;
import io.renkei.api.spi.Sealer;
import io.renkei.api.spi.Sealer.Placement;
import io.renkei.api.spi.Sealer.XmlSeal;
import io.renkei.format.egov.CaseMark;
import io.renkei.format.egov.EgovCase;
import io.renkei.format.egov.EgovOffice;
import io.renkei.format.egov.EgovPackageWriter;
import io.renkei.format.egov.EgovProcedure;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Small e-Gov submissions. */
final class EgovFiles {

    static final EgovProcedure HELLO_WORK =
            new EgovProcedure("4950008680033000", "雇用保険被保険者資格取得届", "495000868003300001", 1, "雇用保険被保険者資格取得届");
    static final Sha256 DIGEST = new Sha256("0f".repeat(32));

    private EgovFiles() {}

    static CaseMark mark(String filing) {
        return new CaseMark(FilingKey.parse(filing), DIGEST);
    }

    /** The body of POST /apply, of a filing that is marked as itself. */
    static byte[] request(Sealer sealer, String filing) {
        return request(filing, signed(sealer, mark(filing).text(), unsigned(filing)));
    }

    /** The body of POST /apply. */
    static byte[] request(String filing, Map<String, byte[]> files) {
        byte[] zip = EgovPackageWriter.zip(EgovPackageWriter.inFolder(HELLO_WORK.officialId(), files));
        return Answer.json(
                        200,
                        Map.of(
                                "proc_id",
                                HELLO_WORK.officialId(),
                                "send_file",
                                Map.of(
                                        "file_name",
                                        filing + ".zip",
                                        "file_data",
                                        Base64.getEncoder().encodeToString(zip))))
                .body();
    }

    static Map<String, byte[]> unsigned(String filing) {
        return new EgovPackageWriter()
                .write(new EgovCase(
                        mark(filing),
                        HELLO_WORK,
                        Optional.of(new EgovOffice("49511000000010000003829", "東京都,渋谷公共職業安定所")),
                        new FilingContent(Map.of(new ItemId("employee.name"), new ItemValue.Text("試験　花子"))),
                        List.of()));
    }

    /** The files with another remark, sealed in their place. */
    static Map<String, byte[]> signed(Sealer sealer, String remark, Map<String, byte[]> files) {
        return placed(sealedLast(sealer, remark, files));
    }

    /** The files with another remark and a seal that still stands last. */
    static Map<String, byte[]> sealedLast(Sealer sealer, String remark, Map<String, byte[]> files) {
        String kousei = new String(files.get(EgovPackageWriter.KOUSEI), StandardCharsets.UTF_8)
                .replaceFirst("<通信欄>[^<]*<", "<通信欄>" + remark + "<");
        byte[] form = files.get(HELLO_WORK.formFile());
        XmlSeal seal = new XmlSeal(
                EgovPackageWriter.ID_ATTRIBUTE,
                EgovPackageWriter.ID,
                Map.of(HELLO_WORK.formFile(), form),
                Placement.SIBLING);
        files.put(EgovPackageWriter.KOUSEI, sealer.sealXml(kousei.getBytes(StandardCharsets.UTF_8), seal));
        return files;
    }

    private static Map<String, byte[]> placed(Map<String, byte[]> files) {
        files.computeIfPresent(EgovPackageWriter.KOUSEI, (name, kousei) -> EgovPackageWriter.signatureInPlace(kousei));
        return files;
    }
}
