package io.renkei.format.egov.internal;

import java.util.List;
import java.util.Map;

/** What stands where on the two forms whose items the catalogue lists. */
final class FormTables {

    private static final Map<String, String> SEX = Map.of("male", "男", "female", "女");
    private static final Map<String, String> YES_NO = Map.of("yes", "有", "no", "無");
    private static final Map<String, String> ACQUISITION = Map.of("new", "新規", "again", "再取得");
    private static final Map<String, String> CONTRACT = Map.of("fixed", "有", "indefinite", "無");
    private static final String EMPLOYMENT_NUMBER = "[0-9]{4}-[0-9]{6}-[0-9]";
    private static final String PHONE = "0[0-9]{1,4}-[0-9]{1,4}-[0-9]{3,4}";
    private static final String POSTAL_CODE = "[0-9]{7}";

    private FormTables() {}

    /** 健康保険・厚生年金保険 被保険者資格取得届. */
    static List<Cell> pensionInsurance() {
        String office = "事業所/事業所整理記号/";
        return List.of(
                Cells.pensionPrefecture(office + "都道府県コード", "insurance.office-prefecture"),
                Cells.half(office + "郡市区符号", "insurance.office-region", "[0-9]{2}"),
                Cells.text(office + "事業所記号", "insurance.office-sign"),
                Cells.half("事業所/事業所番号", "insurance.office-number", "[0-9]{1,5}"),
                Cells.corporate("事業所/法人番号", "employer.corporate-number"),
                Cells.text("事業所/名称", "employer.name"),
                Cells.kana("事業所/名称フリガナ", "employer.name.kana"),
                Cells.half("事業所/郵便番号", "employer.postal-code", POSTAL_CODE),
                Cells.address("事業所/所在地", "employer.prefecture", "employer.address"),
                Cells.addressKana("事業所/所在地フリガナ", "employer.prefecture", "employer.address.kana"),
                Cells.half("事業所/電話番号", "employer.phone", PHONE),
                Cells.text("事業所/事業主氏名", "employer.representative"),
                Cells.half("健康保険組合/保険者番号", "insurance.society-number", "[0-9]{8}"),
                Cells.text("被保険者/氏名", "employee.name"),
                Cells.kana("被保険者/氏名フリガナ", "employee.name.kana"),
                Cells.day("被保険者/生年月日", "employee.birth-date"),
                Cells.coded("被保険者/性別", "employee.sex", "sex", SEX),
                Cells.individual("被保険者/個人番号", "employee.individual-number"),
                Cells.half("被保険者/基礎年金番号", "insurance.basic-pension-number", "[0-9]{4}-[0-9]{6}"),
                Cells.day("被保険者/資格取得年月日", "employment.start"),
                Cells.yen("被保険者/報酬月額", "employment.monthly-wage"),
                Cells.coded("被保険者/被扶養者", "insurance.dependants", "yes-no", YES_NO),
                Cells.half("被保険者/郵便番号", "employee.postal-code", POSTAL_CODE),
                Cells.address("被保険者/住所", "employee.prefecture", "employee.address"),
                Cells.addressKana("被保険者/住所フリガナ", "employee.prefecture", "employee.address.kana"));
    }

    /** 雇用保険 被保険者資格取得届. */
    static List<Cell> employmentInsurance() {
        return List.of(
                Cells.half("事業所/事業所番号", "employment-insurance.office-number", EMPLOYMENT_NUMBER),
                Cells.corporate("事業所/法人番号", "employer.corporate-number"),
                Cells.text("事業所/名称", "employer.name"),
                Cells.kana("事業所/名称フリガナ", "employer.name.kana"),
                Cells.half("事業所/郵便番号", "employer.postal-code", POSTAL_CODE),
                Cells.address("事業所/所在地", "employer.prefecture", "employer.address"),
                Cells.addressKana("事業所/所在地フリガナ", "employer.prefecture", "employer.address.kana"),
                Cells.half("事業所/電話番号", "employer.phone", PHONE),
                Cells.text("事業所/事業主氏名", "employer.representative"),
                Cells.half("被保険者/被保険者番号", "employment-insurance.insured-number", EMPLOYMENT_NUMBER),
                Cells.coded("被保険者/取得区分", "employment-insurance.acquisition", "acquisition", ACQUISITION),
                Cells.text("被保険者/氏名", "employee.name"),
                Cells.kana("被保険者/氏名フリガナ", "employee.name.kana"),
                Cells.day("被保険者/生年月日", "employee.birth-date"),
                Cells.coded("被保険者/性別", "employee.sex", "sex", SEX),
                Cells.individual("被保険者/個人番号", "employee.individual-number"),
                Cells.day("被保険者/雇入年月日", "employment.start"),
                Cells.yen("被保険者/賃金月額", "employment.monthly-wage"),
                Cells.coded("被保険者/契約期間の定め", "employment-insurance.contract", "contract", CONTRACT),
                Cells.half("被保険者/一週間の所定労働時間", "employment-insurance.weekly-hours", "[0-9]{1,2}:[0-5][0-9]"),
                Cells.half("被保険者/郵便番号", "employee.postal-code", POSTAL_CODE),
                Cells.address("被保険者/住所", "employee.prefecture", "employee.address"),
                Cells.addressKana("被保険者/住所フリガナ", "employee.prefecture", "employee.address.kana"));
    }
}
