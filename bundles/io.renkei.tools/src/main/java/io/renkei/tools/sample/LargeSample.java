package io.renkei.tools.sample;

import io.renkei.api.model.CorporateNumber;
import io.renkei.api.model.FilingContent;
import io.renkei.api.model.ItemId;
import io.renkei.api.model.ItemValue;
import io.renkei.api.model.SenderNumber;
import io.renkei.api.spi.PackageReader.ApplicationPackage;
import io.renkei.format.portal.Applicant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The sample "hire" of a company with a long name and address, sent by an agent. Who applies and who sends it take as many
 * characters as the format lets them, so that the whole has about 10 KB; no destination is told those two.
 */
final class LargeSample {

    private static final String COMPANY = "試験商事ホールディングス総合開発研究所株式会社";
    private static final String COMPANY_KANA = "シケンショウジホールディングスソウゴウカイハツケンキュウジョ";
    private static final String STREET = "千代田区千代田一丁目２番３号千代田総合開発研究所ビルディング４５階";
    private static final String STREET_KANA = "チヨダクチヨダイッチョウメニバンサンゴウチヨダソウゴウカイハツケンキュウジョビルディングヨンジュウゴカイ";

    private static final String ADDRESS = "東京都" + STREET;
    private static final int LONG = 180;

    private LargeSample() {}

    static Applicant applicant() {
        return new Applicant(
                party(COMPANY, COMPANY_KANA, Optional.of(new CorporateNumber("7010001000000"))),
                Optional.of(party("社会保険労務士法人　試験総合事務所　見本　次郎", "シケンソウゴウジムショ", Optional.empty())));
    }

    static ApplicationPackage of(SenderNumber number, LocalDate start) {
        ApplicationPackage small = HireSample.of(number, start);
        Map<ItemId, ItemValue> common = new LinkedHashMap<>(small.common().items());
        put(common, "employer.name", new ItemValue.Text(COMPANY));
        put(common, "employer.name.kana", new ItemValue.Kana(COMPANY_KANA));
        put(common, "employer.address", new ItemValue.Text(STREET));
        put(common, "employer.address.kana", new ItemValue.Kana(STREET_KANA));
        put(common, "employee.address", new ItemValue.Text(STREET));
        put(common, "employee.address.kana", new ItemValue.Kana(STREET_KANA));
        return new ApplicationPackage(
                small.senderNumber(),
                small.lifeEvent(),
                new FilingContent(common),
                small.procedures(),
                small.attachments());
    }

    private static Applicant.Party party(String name, String kana, Optional<CorporateNumber> number) {
        return new Applicant.Party(
                name.repeat(LONG / name.length()),
                Optional.of(kana.repeat(LONG / kana.length())),
                number,
                Optional.of("1000001"),
                Optional.of(ADDRESS.repeat(LONG / ADDRESS.length())),
                Optional.of("03-0000-0000"));
    }

    private static void put(Map<ItemId, ItemValue> items, String id, ItemValue value) {
        items.put(new ItemId(id), value);
    }
}
