package io.renkei.format.egov.internal;

import io.renkei.format.egov.internal.Leaves.Leaf;
import java.util.List;

/**
 * What a configuration (構成管理XML, element 構成情報) says of its folder.
 *
 * @param receivingAgency 受付行政機関ID
 * @param procedure 手続ID
 * @param kind 申請種別
 * @param firstReceipt 初回受付番号, empty text on a new application
 * @param office 提出先識別子, may be empty text
 * @param forms names of the application files, in order
 * @param attachments in order
 */
record Kousei(
        String receivingAgency,
        String procedure,
        String kind,
        String firstReceipt,
        String office,
        List<String> forms,
        List<Listed> attachments) {

    private static final String ATTACHMENT = "添付書類属性情報/";

    /**
     * One listed attachment.
     *
     * @param file empty text when it has none
     * @param apart whether it comes another way (別送)
     */
    record Listed(String file, boolean apart) {}

    static Kousei of(List<Leaf> leaves) {
        return new Kousei(
                first(leaves, "管理情報/手続番号/受付行政機関ID"),
                first(leaves, "管理情報/手続番号/手続ID"),
                first(leaves, "管理情報/申請種別"),
                first(leaves, "管理情報/初回受付番号"),
                first(leaves, "提出先情報/提出先識別子"),
                leaves.stream()
                        .filter(leaf -> leaf.path().equals("申請書属性情報/申請書ファイル名称"))
                        .map(Leaf::text)
                        .filter(name -> !name.isEmpty())
                        .toList(),
                leaves.stream()
                        .filter(leaf -> leaf.path().startsWith(ATTACHMENT))
                        .map(Leaf::group)
                        .distinct()
                        .map(group -> listed(leaves, group))
                        .toList());
    }

    private static Listed listed(List<Leaf> leaves, int group) {
        List<Leaf> own = leaves.stream().filter(leaf -> leaf.group() == group).toList();
        return new Listed(
                first(own, ATTACHMENT + "添付書類ファイル名称"),
                first(own, ATTACHMENT + "添付種別").equals("別送"));
    }

    private static String first(List<Leaf> leaves, String path) {
        return leaves.stream()
                .filter(leaf -> leaf.path().equals(path))
                .map(Leaf::text)
                .findFirst()
                .orElse("");
    }
}
