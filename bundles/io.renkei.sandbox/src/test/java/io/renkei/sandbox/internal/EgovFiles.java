package io.renkei.sandbox.internal;

import io.renkei.api.spi.Sealer;
import io.renkei.api.spi.Sealer.Placement;
import io.renkei.api.spi.Sealer.XmlSeal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** Small e-Gov submissions. */
final class EgovFiles {

    static final String HELLO_WORK = "4950008680033000";
    static final String DIGEST = "0f".repeat(32);

    private EgovFiles() {}

    /** The body of POST /apply. */
    static byte[] request(Sealer sealer, String filing, String note) {
        byte[] form = "<DataRoot><氏名>試験　花子</氏名></DataRoot>".getBytes(StandardCharsets.UTF_8);
        byte[] kousei = ("<?xml version=\"1.0\" encoding=\"UTF-8\"?><DataRoot><構成情報 ID=\"構成情報\"><管理情報><手続番号>"
                        + "<手続ID>" + HELLO_WORK + "</手続ID></手続番号></管理情報><通信欄>" + note + "</通信欄><申請書属性情報>"
                        + "<申請書ファイル名称>a_01.xml</申請書ファイル名称></申請書属性情報></構成情報></DataRoot>")
                .getBytes(StandardCharsets.UTF_8);
        byte[] signed = sealer.sealXml(kousei, new XmlSeal("ID", "構成情報", Map.of("a_01.xml", form), Placement.SIBLING));
        return request(filing, signed, form);
    }

    static byte[] request(String filing, byte[] kousei, byte[] form) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(HELLO_WORK + "/kousei.xml", kousei);
        files.put(HELLO_WORK + "/a_01.xml", form);
        return Answer.json(
                        200,
                        Map.of(
                                "proc_id",
                                HELLO_WORK,
                                "send_file",
                                Map.of(
                                        "file_name",
                                        filing + ".zip",
                                        "file_data",
                                        Base64.getEncoder().encodeToString(Zips.write(files)))))
                .body();
    }
}
